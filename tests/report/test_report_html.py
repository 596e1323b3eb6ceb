"""The page: well formed, complete without script, and deaf to whatever an article says."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from flagged import make_flagged
from hostile import EVIL, make_hostile
from mill import make_analysis
from page import Page, read_page, to_words

from attrib.errors import AttribError
from attrib.records import Analysis
from attrib.report import render

EMPTY = Analysis((), (), (), (), ())


def unattributed() -> Analysis:
    analysis = make_analysis()
    own = tuple(claim for claim in analysis.claims if claim.voice == "own")
    return replace(analysis, claims=own, sources=(), clusters=(), contests=())


def silent_offices() -> Analysis:
    """The office that Ida Mork belongs to, and the others, left without a claim of their own."""
    analysis = make_analysis()
    kept = {source.id for source in analysis.sources if source.name == "Ida Mork"}
    claims = tuple(claim for claim in analysis.claims if claim.grounds <= kept)
    return replace(analysis, claims=claims, contests=(), clusters=())


ANALYSES = {
    "whole": make_analysis(),
    "hostile": make_hostile(),
    "empty": EMPTY,
    "unattributed": unattributed(),
    "silent offices": silent_offices(),
    "unsegmented": replace(make_analysis(), segmentations=()),
    "flagged": make_flagged(),
}


@pytest.fixture(params=list(ANALYSES), ids=list(ANALYSES))
def page(request: pytest.FixtureRequest) -> Page:
    return read_page(render(ANALYSES[request.param], "html"))


def test_tags_are_balanced_and_nested(page: Page) -> None:
    assert page.doctype == "doctype html"
    assert page.faults == []
    assert page.unclosed == []


def test_ids_are_unique_and_every_inner_link_leads_somewhere(page: Page) -> None:
    ids = [item.attributes["id"] for item in page.elements if "id" in item.attributes]
    assert len(ids) == len(set(ids))
    targets = {link.attributes["href"] for link in page.all("a")}
    inner = {target[1:] for target in targets if target.startswith("#")}
    assert inner - set(ids) == set()
    labels = {item.attributes.get("aria-labelledby") for item in page.elements} - {None}
    assert labels - set(ids) == set()


def test_nothing_but_web_addresses_is_linked_outside(page: Page) -> None:
    for link in page.all("a"):
        assert re.match(r"#|https?://", link.attributes["href"])


def test_nothing_is_loaded_styled_or_run_inline(page: Page) -> None:
    for element in page.elements:
        assert element.tag not in ("img", "link", "iframe", "object", "base", "b onload")
        # A form that only script can bring to life, and that sends nothing anywhere.
        assert element.tag != "form" or "template" in element.parents
        for name in element.attributes:
            assert not name.startswith("on")
            assert name not in ("style", "src", "srcset", "action", "formaction")
    assert len(page.all("script")) == len(page.all("style")) == 1


def test_policy_allows_exactly_the_style_and_script_that_stand_there(page: Page) -> None:
    (policy,) = (
        item.attributes["content"]
        for item in page.all("meta")
        if item.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (element,) = page.all(tag)
        digest = hashlib.sha256(element.text.encode()).digest()
        assert rules[rule] == f"'sha256-{base64.b64encode(digest).decode()}'"
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"


def test_page_has_language_title_skip_link_and_one_first_heading(page: Page) -> None:
    assert page.all("html")[0].attributes["lang"] == "en"
    assert page.all("a", class_="skip")[0].attributes["href"] == "#main"
    titles = [item for item in page.all("title") if "svg" not in item.parents]
    assert len(page.all("h1")) == len(titles) == len(page.all("main")) == 1


def test_headings_never_skip_a_level(page: Page) -> None:
    levels = [int(item.tag[1]) for item in page.elements if re.fullmatch("h[1-6]", item.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_hostile_words_are_shown_as_words() -> None:
    html = render(make_hostile(), "html")
    assert EVIL not in html
    assert "\x1b" not in html
    assert "\x00" not in html
    page = read_page(html)
    assert to_words(EVIL) in to_words(page.all("h1")[0].text)
    article = page.by_id(f"article-{make_hostile().articles[-1].id}")
    assert '<a href="javascript:alert(4)">Halden</a> said nothing.' in to_words(article.text)


def test_whole_text_of_every_article_is_shown() -> None:
    analysis = make_analysis()
    page = read_page(render(analysis, "html"))
    for article in analysis.articles:
        shown = page.by_id(f"article-{article.id}").text
        for line in article.text.split("\n\n"):
            bare = re.sub(r" \(claim \d+(?:, grade [A-E])?\)", "", to_words(shown))
            assert to_words(line) in bare


def test_every_claim_is_marked_and_every_attributed_one_has_a_note() -> None:
    analysis = make_analysis()
    page = read_page(render(analysis, "html"))
    for claim in analysis.claims:
        # A mark names its claims only where its id does not.
        marks = [
            mark
            for mark in page.all("mark")
            if claim.id in mark.attributes.get("data-claims", "").split()
            or (
                "data-claims" not in mark.attributes
                and mark.attributes.get("id") == f"claim-{claim.id}"
            )
        ]
        assert to_words("".join(mark.text for mark in marks)).startswith(
            to_words(analysis_words(analysis, claim.id))[:12]
        )
        assert page.by_id(f"claim-{claim.id}")
        if claim.voice != "own":
            marked = to_words("".join(mark.text for mark in marks))
            note = page.by_id(f"note-{claim.id}").text
            # The note does not say over again what the marked words say as they stand.
            as_said = len(claim.content) == 1 and bare(marked) == bare(claim.text)
            assert (claim.text in note) != as_said, claim.text
            assert page.all("a", href=f"#note-{claim.id}")


def bare(words: str) -> str:
    """The words alone; a reference to a note is none, nor is what introduces them."""
    found = re.findall(r"\w+", re.sub(r" \(claim .*?\)", "", words.casefold()))
    return " ".join(found).removeprefix("that ")


def analysis_words(analysis: Analysis, claim_id: str) -> str:
    (claim,) = (claim for claim in analysis.claims if claim.id == claim_id)
    (article,) = (article for article in analysis.articles if article.id == claim.article)
    return claim.content[0].of(article.text)


def test_contest_shows_sides_voices_words_grade_and_reasons() -> None:
    analysis = make_analysis()
    page = read_page(render(analysis, "html"))
    for contest in analysis.contests:
        text = to_words(page.by_id(f"contest-{contest.id}").text)
        assert contest.label in text
        assert contest.reason in text
        for side in contest.sides:
            assert side.value.capitalize() in text
            assert side.note in text
    words = to_words(page.by_id(f"contest-{analysis.contests[0].id}").text)
    assert "Why" in words
    assert "of 100 points" in words
    assert "identification" in words


def test_contested_matters_come_before_the_articles() -> None:
    html = render(make_analysis(), "html")
    assert html.index('id="contested"') < html.index('id="articles"') < html.index('id="sources"')


def test_nothing_is_hidden_but_what_needs_script() -> None:
    page = read_page(render(make_analysis(), "html"))
    assert {
        item.attributes.get("class")
        for item in page.elements
        if "hidden" in item.attributes and "template" not in item.parents
    } == {"tools", "filters", "offer", "copy", "decision-desk"}


def test_a_long_side_keeps_its_first_rows_and_folds_the_rest() -> None:
    analysis = make_analysis()
    contest = analysis.contests[0]
    long = replace(contest.sides[0], claims=tuple(claim.id for claim in analysis.claims))
    many = replace(analysis, contests=(replace(contest, sides=(long, contest.sides[1])),))
    page = read_page(render(many, "html"))
    (more,) = page.all("details", class_="more")
    assert to_words(more.text).startswith(f"{len(analysis.claims) - 4} more on this side")
    assert page.faults == []


def test_empty_states_say_what_was_looked_for() -> None:
    empty = to_words(read_page(render(EMPTY, "html")).all("main")[0].text)
    assert "No contested claims in 0 articles." in empty
    assert "No article was read." in empty
    bare = to_words(read_page(render(unattributed(), "html")).all("main")[0].text)
    assert "No contested claims in 3 articles." in bare
    assert "No attributed claims were found" in bare


def test_problems_are_named_with_what_to_do() -> None:
    assert "mill/notes.docx: is no text attrib can read; save it as .txt" in to_words(
        read_page(render(make_analysis(), "html")).all("main")[0].text
    )


def test_a_folder_of_templates_replaces_single_files(tmp_path: Path) -> None:
    (tmp_path / "_glossary.html.j2").write_text("<p>Our own terms: {{ words.statement }}</p>")
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "page.css").write_text("body { color: black }")
    (tmp_path / "house.css").write_text("body { margin: 0 }")
    page = read_page(render(make_analysis(), "html", tmp_path))
    assert "Our own terms: It shows what the text shows." in page.all("main")[0].text
    style = page.all("style")[0].text
    assert style.startswith("body { color: black }\n")
    assert style.endswith("\nbody { margin: 0 }")
    assert page.by_id("contested")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("_note.html.j2", "line one\n{% if %}", "_note.html.j2:2: "),
        ("_note.html.j2", "{{ nobody.knows }}", "'nobody' is undefined"),
        ("report.html.j2", "{% include 'gone.html.j2' %}", "gone.html.j2"),
        ("house.css", "a{} </STYLE><script>", "must not hold"),
        ("words.yaml", "grades: {F: {name: x, meaning: y}}\n", "expected one of A, B"),
        ("words.yaml", "grade: {A: {name: x, meaning: y}}\n", "unknown key 'grade'"),
        ("words.yaml", "grades: {A: {name: x}}\n", "is missing"),
    ],
)
def test_a_broken_template_is_one_line_with_an_address(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(AttribError) as caught:
        render(make_analysis(), "html", tmp_path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_words_a_newsroom_does_not_change_stay(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(
        "grades: {D: {name: Weak, meaning: Little is shown.}}\n", encoding="utf-8"
    )
    page = read_page(render(make_analysis(), "html", tmp_path))
    terms = to_words(page.by_id("glossary").text)
    assert "grade D, WeakLittle is shown." in terms
    assert "grade C, Fair" in terms
    assert "named official" in terms


def test_shipped_words_have_every_code(tmp_path: Path) -> None:
    from attrib.report.words import load_words
    from attrib.resources import find_folder

    text = (find_folder("reports") / "words.yaml").read_text(encoding="utf-8")
    (tmp_path / "words.yaml").write_text(
        "\n".join(line for line in text.splitlines() if not line.startswith("  NOF:")),
        encoding="utf-8",
    )
    with pytest.raises(AttribError, match="'classes' lacks NOF"):
        load_words((tmp_path,))


def test_a_templates_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(AttribError, match="is no folder"):
        render(make_analysis(), "html", tmp_path / "nowhere")


def copied(analysis: Analysis, times: int) -> Analysis:
    """The articles and their claims over and over, each claim with the scale's eight factors."""
    articles, claims, segmentations = [], [], []
    for number in range(times):
        for article in analysis.articles:
            articles.append(replace(article, id=f"{article.id}{number}"))
        for item in analysis.segmentations:
            article = replace(item.article, id=f"{item.article.id}{number}")
            segmentations.append(replace(item, article=article))
        for claim in analysis.claims:
            strength = claim.strength
            if strength:
                strength = replace(strength, factors=(*strength.factors * 2, *strength.factors[:2]))
            claims.append(
                replace(
                    claim,
                    id=f"{claim.id}{number}",
                    article=f"{claim.article}{number}",
                    strength=strength,
                )
            )
    return replace(
        analysis,
        articles=tuple(articles),
        claims=tuple(claims),
        segmentations=tuple(segmentations),
    )


def test_four_hundred_claims_stay_below_a_megabyte() -> None:
    many = copied(make_analysis(), 30)
    assert len(many.claims) >= 400
    page = render(many, "html")
    assert page.count('class="note"') == 360
    assert len(page.encode()) < 1_000_000


def test_a_contest_says_who_leaves_a_side_out_and_who_said_what_when() -> None:
    page = render(make_analysis(), "html")
    contests = page.split('id="contested"')[1]
    assert "Each carries one side only: <bdi>Brenna Courier</bdi> (12 people)" in contests
    (timeline,) = (
        to_words(table.text)
        for table in read_page(page).all("table", class_="figures")
        if "Who said what when" in table.text
    )
    days = re.findall(r"(\d) May 2031", timeline)
    assert len(days) == 3
    assert days == sorted(days)


def test_what_was_published_on_one_day_has_no_timeline() -> None:
    analysis = make_analysis()
    articles = tuple(replace(article, published="2031-05-06") for article in analysis.articles)
    assert "Who said what when" not in render(replace(analysis, articles=articles), "html")
