"""Whatever the text, no check fails, and every finding stands inside of it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

RULES = load_rulebook()
ALL = Settings(severity={rule.id: "info" for rule in RULES.checks})
PIECES = (
    "A source said the ferry would sail.", "Experts say it will not.", "It is understood he quit.",
    'Ida Moss, the mayor, said: "We will, we won’t ... and we [the town] may."', "“", "”", '"', "'",
    "‘claims’", "He said Bo said Cy lied.", "She is accused of theft.", "A study found 7%.", "…",
    "The poll put him at 51 percent.", "She refuted it.", "Critics pointed out the cost, €3m.",
    "Moss could not be reached.", "\n", "\n\n", "\r\n", " ", "\u00a0", "\u202e", "👩‍👩‍👧",
    "e\u0301", "<!-- attrib-disable AT1: x -->", "<!-- attrib-enable -->", "`code`",
    "https://a.example/said",
    "İ", "Q: Why?", "A: Because.", "# Title", "> quoted",
    "The killer was arrested for murder, they say.",
    "Officials said. The official added more.", "reportedly",
    "infinity people", "1e400 nan ⁷ ٣ people", "claimed", "(", ")", "—", "0", "%",
)  # fmt: skip

texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=14).map(" ".join)
titles = st.one_of(st.none(), st.sampled_from(PIECES), st.text(max_size=30))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, titles)
def test_findings_stand_inside_the_draft_and_come_out_the_same_again(
    text: str, title: str | None
) -> None:
    article = make_article(text, title=title)
    found = check_article(article, RULES, settings=ALL)
    assert found == check_article(article, RULES, settings=ALL)
    lines = article.text.count("\n") + article.text.count("\r") + 1
    for item in (*found.diagnostics, *(one.diagnostic for one in found.suppressed)):
        whole = article.text if item.field == "text" else article.title or ""
        assert item.span.end <= len(whole)
        assert item.words == " ".join(item.span.of(whole).split())
        assert 1 <= item.line <= item.end_line <= lines
        assert item.column >= 1
        assert all(place.span.end <= len(article.text) for place in item.related)
