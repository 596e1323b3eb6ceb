"""Decisions on the page, without script: who decided what and why, and nothing hidden for it."""

from __future__ import annotations

import json

import pytest
from decided_mill import make_decided
from hostile import EVIL
from mill import make_analysis
from page import Page, read_page, to_words

from attrib.report import render


@pytest.fixture
def page() -> Page:
    return read_page(render(make_decided(), "html"))


def test_a_decision_stands_where_it_was_made_with_name_and_reason(page: Page) -> None:
    (contest,) = page.all("article", class_="contest")
    words = to_words(contest.text)
    assert "Settled, by Mira Holt: The brigade has corrected it. 1 claim has joined since." in words
    assert "1 of 1: settled; Figures differ" in words
    (note,) = (note for note in page.all("details", class_="note") if "I asked." in note.text)
    assert "Speaker: Ida Mork, by Mira Holt: I asked." in to_words(note.text)
    words_at = page.by_id(note.attributes["id"].replace("note-", "claim-"))
    assert words_at.text == "that drills had been skipped"


def test_what_was_set_aside_is_shown_whole_under_decisions(page: Page) -> None:
    words = to_words(page.by_id("decisions").text)
    assert "Set aside: not one matter Were the mill's alarms switched off?" in words
    for speaker in ("inspectors", "Ida Mork", "Halden Paper"):
        assert speaker in words
    assert "Were the mill's alarms switched off?" not in page.by_id("contested").text


def test_what_is_no_claim_stays_in_the_article_with_who_said_so(page: Page) -> None:
    (span,) = page.all("span", class_="aside")
    assert span.text == "The mill has burned three times since 2019."
    (passage,) = page.all("div", class_="passage")
    assert "Not a claim, by Mira Holt: A caption." in to_words(passage.text)
    assert page.all("a", href=f"#{passage.attributes['id']}")


def test_what_matches_nothing_is_listed_as_such(page: Page) -> None:
    words = to_words(page.by_id("decisions").text)
    assert "Without effect" in words
    assert "Not a claim, by Mira Holt: Gone. An old lead It matches no passage any more." in words


def test_the_page_carries_all_that_its_script_needs(page: Page) -> None:
    desk = page.by_id("decisions")
    given = json.loads(desk.attributes["data-given"])
    assert [item["kind"] for item in given] == [
        "settled", "other-matter", "speaker", "no-claim", "no-claim",
    ]  # fmt: skip
    assert given[2]["speaker"] == "Ida Mork"
    assert len(desk.attributes["data-report"]) == 16
    numbers = {part.attributes.get("data-decision") for part in page.elements} - {None}
    assert numbers == {"0", "1", "2", "3", "4"}


def test_the_hash_is_that_of_the_articles_alone(page: Page) -> None:
    before = read_page(render(make_analysis(), "html")).by_id("decisions")
    assert before.attributes["data-report"] == page.by_id("decisions").attributes["data-report"]


def test_tags_fit_ids_are_unique_and_links_lead_somewhere(page: Page) -> None:
    assert page.faults == []
    ids = [item.attributes["id"] for item in page.elements if "id" in item.attributes]
    assert len(ids) == len(set(ids))
    inner = {a.attributes["href"][1:] for a in page.all("a") if a.attributes["href"][0] == "#"}
    assert inner - set(ids) == set()


def test_hostile_names_and_reasons_are_shown_as_words() -> None:
    html = render(make_decided(EVIL, EVIL), "html")
    assert EVIL not in html
    page = read_page(html)
    assert to_words(EVIL) in to_words(page.by_id("decisions").text)
    assert json.loads(page.by_id("decisions").attributes["data-given"])[0]["by"] == EVIL


@pytest.mark.parametrize("format", ["text", "md"])
def test_text_and_markdown_tell_the_same_shorter(format: str) -> None:
    told = to_words(render(make_decided(), format))
    assert "Settled, by Mira Holt: The brigade has corrected it." in told
    assert "Decisions (5)" in told or "DECISIONS (5)" in told
    assert "Not one matter, by Mira Holt: Two alarms. Were the mill's alarms switched off?" in told
    assert "An old lead. It matches no passage any more." in told


def test_without_decisions_nothing_is_said_of_them() -> None:
    assert "DECISIONS" not in render(make_analysis(), "text")
    page = read_page(render(make_analysis(), "html"))
    assert "No decisions were known when this report was made." in page.by_id("decisions").text
