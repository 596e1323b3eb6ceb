"""Every check's examples, both ways, through the whole pipeline; and what checking imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.checking import check_article, check_corpus
from attrib.ingest import make_article, read_paths
from attrib.rule_examples import read_check_example
from attrib.rulebook import load_rulebook
from attrib.rulebook.entries import CheckRule
from attrib.settings import Settings

RULEBOOK = load_rulebook()
BAD = [(rule, text) for rule in RULEBOOK.checks for text in rule.examples.bad]
GOOD = [(rule, text) for rule in RULEBOOK.checks for text in rule.examples.good]
HEAVY = ("torch", "transformers", "sentence_transformers", "sklearn")


def codes_of(rule: CheckRule, text: str) -> list[str]:
    article, others = read_check_example(text)
    chosen = Settings(select=(rule.id,))
    checked = check_article(article, RULEBOOK, others, settings=chosen)
    return [found.code for found in checked.diagnostics]


@pytest.mark.parametrize(("rule", "text"), BAD, ids=lambda value: getattr(value, "id", ""))
def test_check_speaks_in_its_bad_examples(rule: CheckRule, text: str) -> None:
    assert codes_of(rule, text)


@pytest.mark.parametrize(("rule", "text"), GOOD, ids=lambda value: getattr(value, "id", ""))
def test_check_is_silent_in_its_good_examples(rule: CheckRule, text: str) -> None:
    assert codes_of(rule, text) == []


def test_example_may_hold_further_articles() -> None:
    article, others = read_check_example(
        "title: Bank to go\nThe bank will close.\n\nIt is old.\n"
        "--- with Ashby Gazette: Bank: the end\nReuters said so.\n"
        "--- with  Leedon Mail\nThe Mail\n--- had it too.\n"
    )
    assert (article.title, article.outlet) == ("Bank to go", None)
    assert article.text == "The bank will close.\n\nIt is old.\n"
    assert [(other.outlet, other.title) for other in others] == [
        ("Ashby Gazette", "Bank: the end"),
        ("Leedon Mail", None),
    ]
    assert others[0].text == "Reuters said so.\n"
    assert others[1].text == "The Mail\n--- had it too.\n"


def test_example_without_further_articles_is_a_draft_alone() -> None:
    article, others = read_check_example("The bank will close --- with a bang.")
    assert (article.text, others) == ("The bank will close --- with a bang.", ())


def test_headline_repeated_in_front_matter_is_no_source_of_its_words(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(
        "---\ntitle: Ferry 'was a floating coffin'\n---\n\n"
        'The captain, Bo Ashby, said: "The ferry was old."\n',
        encoding="utf-8",
    )
    corpus = read_paths([str(path)], Settings())
    (found,) = check_corpus(corpus, RULEBOOK, settings=Settings(select=("AT702",))).diagnostics
    assert (found.field, found.line, found.column) == ("title", 2, 14)


def test_checking_imports_no_machine_learning() -> None:
    program = (
        "import sys\n"
        "from attrib.ingest import make_article\n"
        "from attrib.checking import check_article\n"
        "from attrib.rulebook import load_rulebook\n"
        "check_article(make_article('A source said the dam would hold.'), load_rulebook())\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


PIECES = st.sampled_from(
    ["A source said ", "Critics noted that ", '"He is a fool," ', "one aide said. ", "“", "”", '"',
     "'", ". ", "\n\n", "\r\n", "Ida Moss ", "admitted ", "lying ", "is accused of ", "by ", "👋",
     "It is understood that ", "allegedly ", "Ferry 'was old'\n\n", "according to sources, "]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30), st.none() | st.lists(PIECES, max_size=6))
def test_any_draft_gives_findings_inside_it(pieces: list[str], heads: list[str] | None) -> None:
    text, title = "".join(pieces), None if heads is None else "".join(heads)
    for found in check_article(make_article(text, title=title), RULEBOOK).diagnostics:
        whole = (title or "") if found.field == "title" else text
        assert found.span.of(whole)
        assert (found.line, found.column) >= (1, 1)
