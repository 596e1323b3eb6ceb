"""The findings of the draft checks in a report: in place, in words, and counted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from flagged import make_finding, make_flagged
from hostile import EVIL
from mill import make_analysis
from page import Page, read_page, to_words

from attrib.records import Analysis, Article
from attrib.report import render

ANALYSIS = make_flagged()
PAGE = read_page(render(ANALYSIS, "html"))


def article(name: str, analysis: Analysis = ANALYSIS) -> Article:
    return next(item for item in analysis.articles if item.path == f"mill/{name}.txt")


def notes(page: Page = PAGE) -> list[str]:
    return [to_words(item.text) for item in page.all("details", class_="check")]


def test_each_finding_has_one_note_with_severity_code_message_why_and_place() -> None:
    shown = notes()
    assert len(shown) == len(ANALYSIS.diagnostics)
    (titled,) = (note for note in shown if "AT701" in note)
    assert titled == (
        '‡Error AT701: "blaze injures 15" wants a look Many read the headline alone. '
        "What to do: Say whose words. Attributed here, mill/lake-post.txt:1:68: "
        "citing a hospital official mill/lake-post.txt:1:6"
    )
    assert Counter(note.split()[0] for note in shown) == {"‡Error": 1, "†Warning": 1, "*Note": 3}


def test_why_is_folded_and_the_message_is_not() -> None:
    for note in PAGE.all("details", class_="check"):
        assert "open" not in note.attributes
    summaries = [item for item in PAGE.all("summary") if "AT601" in item.text]
    assert all("An accusation is" not in item.text for item in summaries)
    assert all("wants a look" in item.text for item in summaries)


def test_marked_words_are_those_of_the_finding_also_across_claims() -> None:
    flagged = PAGE.all("span", class_="flagged")
    text = to_words(" ".join(item.text for item in flagged))
    assert "paper mill, the brigade" in text
    begun = sum("begins" in item.attributes["class"].split() for item in flagged)
    ended = sum("ends" in item.attributes["class"].split() for item in flagged)
    # Two findings share their words, and the introduction shows one.
    assert begun == ended == len(ANALYSIS.diagnostics) - 1 + 1


def test_findings_that_end_together_share_one_link_that_says_both() -> None:
    signs = PAGE.all("a", class_="sign")
    assert len(signs) == len(ANALYSIS.diagnostics) - 1
    assert "(warning AT101, note AT601)†*" in [to_words(item.text) for item in signs]
    for item in signs:
        assert PAGE.by_id(item.attributes["href"][1:])


def test_a_finding_on_the_title_stands_at_the_headline() -> None:
    (heading,) = (item for item in PAGE.all("h3") if "Mill blaze" in item.text)
    assert to_words(heading.text) == "Mill blaze injures 15 (error AT701)‡"
    (note,) = (item for item in PAGE.all("details", class_="check") if "AT701" in item.text)
    assert "header" in note.parents


def test_the_text_of_the_article_is_whole_and_in_order() -> None:
    for item in ANALYSIS.articles:
        shown = to_words(PAGE.by_id(f"article-{item.id}").text)
        bare = re.sub(r" \([^()]*\b(?:AT\d+|claim \d+[^()]*)\)[‡†*]*", "", shown)
        for line in item.text.split("\n\n"):
            assert to_words(line) in bare


def test_checks_are_listed_gravest_first_and_counted_at_the_head() -> None:
    box = PAGE.by_id(f"checks-{article('courier').id}")
    words = to_words(box.text)
    assert words.startswith("Checks 1 warning and 3 notes †Warning AT101")
    assert "5 findings of the draft checks: 1 error, 1 warning and 3 notes" in to_words(
        PAGE.all("main")[0].text
    )
    assert "Checks" in to_words(PAGE.all("table", class_="index")[0].text)


def summary_links(page: Page) -> list[tuple[str, str]]:
    """Where the links of the first screen to findings lead, with their words."""
    return [
        (link.attributes["href"], to_words(link.text))
        for link in page.all("a")
        if link.attributes["href"].startswith("#check") and "article" not in link.parents
        and "table" not in link.parents
    ]  # fmt: skip


def test_the_first_screen_leads_to_the_list_of_the_findings_of_each_article() -> None:
    courier, post = article("courier"), article("lake-post")
    assert summary_links(PAGE) == [
        (f"#checks-{courier.id}", "Brenna Courier"),
        (f"#checks-{post.id}", "The Lake Post"),
    ]
    assert "The Lake Post 1 error" in to_words(PAGE.all("section", class_="summary")[0].text)


def test_where_one_article_alone_has_findings_the_first_screen_leads_to_their_list() -> None:
    post = article("lake-post")
    alone = [found for found in ANALYSIS.diagnostics if found.article == post.id]
    page = read_page(render(replace(ANALYSIS, diagnostics=tuple(alone)), "html"))
    assert summary_links(page) == [
        (f"#checks-{post.id}", "1 finding of the draft checks: 1 error.")
    ]


def test_without_findings_nothing_speaks_of_checks() -> None:
    page = read_page(render(make_analysis(), "html"))
    assert "draft checks" not in page.all("main")[0].text
    assert not page.all("details", class_="check")
    assert not page.all("span", class_="flagged")


def test_findings_alike_have_an_id_each() -> None:
    courier = article("courier")
    twice = make_finding(courier, "AT101", "info", "Halden Paper denied")
    again = replace(twice, span=twice.span)
    page = read_page(render(replace(ANALYSIS, diagnostics=(twice, again)), "html"))
    ids = [item.attributes["id"] for item in page.all("details", class_="check")]
    assert ids == [
        f"check-{courier.id}-{twice.fingerprint}",
        f"check-{courier.id}-{twice.fingerprint}-2",
    ]


def test_a_finding_without_words_or_without_text_has_its_note_all_the_same() -> None:
    empty = replace(article("wire"), id="empty", text="", path="mill/empty.txt")
    bare = make_finding(article("courier"), "AT601", "info", "")
    lost = make_finding(empty, "AT601", "info", "")
    analysis = replace(
        ANALYSIS, articles=(*ANALYSIS.articles, empty), diagnostics=(bare, lost), segmentations=()
    )
    page = read_page(render(analysis, "html"))
    assert len(page.all("details", class_="check")) == 2
    assert not page.all("a", class_="sign")
    targets = {
        item.attributes["href"][1:]
        for item in page.all("a")
        if "#check-" in item.attributes["href"]
    }
    assert len(targets) == 2
    assert all(page.by_id(target) for target in targets)


def test_a_finding_of_an_article_that_is_not_there_is_left_out() -> None:
    stray = replace(ANALYSIS.diagnostics[0], article="gone")
    page = read_page(render(replace(ANALYSIS, diagnostics=(stray,)), "html"))
    assert not page.all("details", class_="check")


def test_a_check_without_its_reason_is_shown_without_one() -> None:
    page = read_page(render(replace(ANALYSIS, checks=()), "html"))
    assert all("What to do" not in note for note in notes(page))
    assert len(notes(page)) == len(ANALYSIS.diagnostics)


def test_hostile_findings_are_words() -> None:
    reasons = tuple(replace(item, why=EVIL, fix_hint=EVIL) for item in ANALYSIS.checks)
    found = tuple(replace(item, message=EVIL, words=EVIL) for item in ANALYSIS.diagnostics)
    html = render(replace(ANALYSIS, diagnostics=found, checks=reasons), "html")
    assert EVIL not in html
    page = read_page(html)
    assert page.faults == []
    assert to_words(EVIL) in notes(page)[0]


def test_text_and_markdown_list_code_place_and_message() -> None:
    text = render(ANALYSIS, "text")
    assert "5 findings of the draft checks: 1 error, 1 warning and 3 notes." in text
    assert '   error AT701, headline: "blaze injures 15" wants a look\n' in text
    assert '   warning AT101, 7:1: "Inspectors accuse Halden Paper" wants a look\n' in text
    markdown = render(ANALYSIS, "md")
    assert "## Findings of the draft checks\n\n- **Brenna Courier: Fire at Orsa mill" in markdown
    assert '  - error AT701, headline: "blaze injures 15" wants a look\n' in markdown
    for bare in (render(make_analysis(), "text"), render(make_analysis(), "md")):
        assert "draft checks" not in bare
