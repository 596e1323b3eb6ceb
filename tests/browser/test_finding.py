"""Filters and single keys: what is left is counted, the address holds it, and paper has it all."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Opened
from browser.stories import page_of

CLAIMS = ".note:visible"


def count_shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:not(.out)").count()


def hash_of(page: Page) -> str:
    return unquote(page.url.partition("#")[2])


def status_of(page: Page) -> str:
    return page.locator(".count").inner_text()


def test_without_script_there_are_no_filters(opened: Opened) -> None:
    page = opened(page_of("mill"), script=False)
    assert not page.locator(".filters").is_visible()
    assert not page.locator(".copy").first.is_visible()


def test_filters_narrow_every_list_and_say_so(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.get_by_role("button", name="Find and filter").click()
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("sirens")
    expect(page.locator(".count")).to_have_text(
        "1 of 12 claims, 0 of 2 contested matters, 1 of 3 articles, 1 of 11 sources shown"
    )
    assert count_shown(page, ".contest") == 0
    assert count_shown(page, ".first > li") == 0
    assert count_shown(page, ".article") == 1
    assert page.locator("#contested .filtered").inner_text() == (
        "0 of 2 contested matters shown, 2 filtered out."
    )
    assert hash_of(page) == "?q=sirens"
    page.get_by_role("button", name="Clear").click()
    assert status_of(page) == ""
    assert count_shown(page, ".contest") == 2
    assert hash_of(page) == ""
    assert not page.locator(".filtered").filter(visible=True).count()


@pytest.mark.parametrize(
    ("anchor", "shown"),
    [
        ("#?grade=D,E", "6 of 12 claims"),
        ("#?grade=none", "1 of 12 claims"),
        ("#?stance=denies", "1 of 12 claims"),
        ("#?outlet=The+Lake+Post", "5 of 12 claims"),
        ("#?source=hospital", "2 of 12 claims"),
        ("#?kind=denial", "4 of 12 claims, 1 of 2 contested"),
        ("#?kind=any&grade=D", "3 of 12 claims"),
        ("#?q=ALARMS+off&stance=denies", "1 of 12 claims"),
        ("#?q=nothing+of+this+sort", "0 of 12 claims, 0 of 2 contested matters, 0 of 3 articles"),
    ],
)
def test_an_address_holds_the_filters(opened: Opened, anchor: str, shown: str) -> None:
    page = opened(page_of("mill"), anchor=anchor)
    assert page.locator(".filters").is_visible()
    assert status_of(page).startswith(shown)
    page.reload()
    assert status_of(page).startswith(shown)


def test_a_place_in_the_ranking_stays_what_it_is(opened: Opened) -> None:
    page = opened(page_of("mill"), anchor="#?kind=denial")
    left = page.locator(".first > li:not(.out)")
    assert left.count() == 1
    assert left.evaluate("part => part.value") == 2


def test_a_contest_is_shown_whole_or_not_at_all(opened: Opened) -> None:
    page = opened(page_of("mill"), anchor="#?kind=denial&grade=B")
    contest = page.locator(".contest:not(.out)")
    assert contest.count() == 1
    assert contest.locator(".row").count() == contest.locator(".row:visible").count() == 4


@pytest.mark.parametrize(
    "anchor", ["#?", "#?q=", "#?grade=Z", "#?who=knows", "#?q=%", "#?outlet=x"]
)
def test_an_address_that_filters_nothing_hides_nothing(opened: Opened, anchor: str) -> None:
    page = opened(page_of("mill"), anchor=anchor)
    shown = count_shown(page, ".note")
    assert shown == (0 if anchor == "#?q=%" else 12)


def test_back_and_forward_lead_through_the_filters(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.keyboard.press("/")
    page.keyboard.type("alarms")
    expect(page.locator(".count")).to_contain_text("claims")
    page.locator(".tick:has([value=D])").click()
    expect(page.locator(".count")).to_contain_text("2 of 12")
    assert hash_of(page) == "?q=alarms&grade=D"
    page.locator(".contest:not(.out) .acts a").first.click()
    assert hash_of(page).startswith("claim-")
    assert status_of(page).startswith("2 of 12")
    page.go_back()
    page.go_back()
    assert hash_of(page) == "?q=alarms"
    assert not page.locator("[name=grade][value=D]").is_checked()
    # All the letters were one step.
    page.go_back()
    assert (hash_of(page), status_of(page)) == ("", "")
    page.go_forward()
    assert page.locator("[name=q]").input_value() == "alarms"


def test_a_link_to_what_is_filtered_out_lets_it_through(opened: Opened) -> None:
    page = opened(page_of("mill"), anchor="#?q=sirens")
    page.evaluate("location.hash = document.querySelector('.contest').id")
    expect(page.locator(".contest").first).to_be_visible()
    assert count_shown(page, ".contest") == 1
    assert status_of(page).startswith("1 of 12")


def test_hostile_words_in_an_address_stay_words(opened: Opened) -> None:
    page = opened(page_of("hostile"), anchor="#?q=<img+src=x+onerror=alert(1)>&source=<script>")
    assert page.locator("[name=q]").input_value() == "<img src=x onerror=alert(1)>"
    page.locator("[name=source]").focus()
    assert page.locator("#source-names option").count() > 5


def test_paper_has_what_the_screen_has_not(opened: Opened) -> None:
    page = opened(page_of("mill"), anchor="#?q=sirens")
    page.emulate_media(media="print")
    assert page.locator(".contest:visible").count() == 2
    assert page.locator(".note:visible").count() == 12
    assert not page.locator(".filters").is_visible()


def test_keys_walk_from_contest_to_contest(opened: Opened) -> None:
    page = opened(page_of("mill"))
    heads = page.locator(".contest h3").all_inner_texts()
    focused = "document.activeElement.innerText"
    for expected in heads:
        page.keyboard.press("j")
        assert page.evaluate(focused) == expected
    page.keyboard.press("k")
    assert page.evaluate(focused) == heads[0]
    page.keyboard.press("k")
    assert page.evaluate(focused) == heads[0]


def test_keys_pass_over_what_is_filtered_out(opened: Opened) -> None:
    page = opened(page_of("mill"), anchor="#?kind=figure")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.contest').dataset.kind") == "figure"


def test_o_opens_and_closes_the_reasons_of_a_contest(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.keyboard.press("j")
    page.keyboard.press("o")
    contest = page.locator(".contest").first
    assert contest.locator("details:not([open])").count() == 0
    page.keyboard.press("o")
    assert contest.locator("details[open]").count() == 0


def test_what_is_focused_is_not_under_the_bar(opened: Opened) -> None:
    page = opened(page_of("mill"), anchor="#?grade=B,C,D,E")
    page.keyboard.press("j")
    page.wait_for_timeout(100)
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert top >= page.evaluate("document.querySelector('.bar').getBoundingClientRect().bottom")


def test_escape_leaves_the_search_for_where_one_was(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.keyboard.press("j")
    page.keyboard.press("/")
    page.keyboard.type("j/o?")
    assert page.locator("[name=q]").input_value() == "j/o?"
    expect(page.locator(".count")).to_contain_text("0 of 12")
    # Where one was is filtered out by now.
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.do") == "find"
    page.get_by_role("button", name="Clear").click()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('.contest') !== null")


def test_the_question_mark_shows_the_keys_and_escape_hides_them(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("j")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()


def test_keys_can_be_switched_off_and_stay_so(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single keys act").uncheck()
    page.keyboard.press("Escape")
    for key in "j/?o":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.closest('.contest')") is None
    assert not page.locator(".filters").is_visible()
    assert not page.locator("#keys").is_visible()
    page.reload()
    page.keyboard.press("?")
    assert not page.locator("#keys").is_visible()


@pytest.mark.parametrize("chord", ["Control+/", "Alt+j", "Control+o", "Meta+k"])
def test_keys_leave_the_browser_its_own(opened: Opened, chord: str) -> None:
    page = opened(page_of("mill"))
    page.evaluate(
        "addEventListener('keydown', (event) => { window.taken = event.defaultPrevented; })"
    )
    page.keyboard.press(chord)
    assert page.evaluate("window.taken") is False


FOCUSED = "document.activeElement.closest('.contest, .article, .source')?.className || ''"


@pytest.mark.parametrize(
    ("words", "part"),
    [("alarms", "contest"), ("sirens", "article"), ("mill workers' union", "article")],
)
def test_enter_leads_to_the_first_that_is_found(opened: Opened, words: str, part: str) -> None:
    page = opened(page_of("mill"))
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED).startswith(part)
    assert page.evaluate("!document.activeElement.closest('.out')")
    expect(page.locator(":focus")).to_be_in_viewport()
    assert hash_of(page).startswith("?q=")


def test_a_button_offers_the_way_to_the_first_and_the_count_is_announced(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.get_by_role("button", name="Find and filter").click()
    offer = page.get_by_role("button", name="Go to the first")
    assert not offer.is_visible()
    page.locator("[name=outlet]").select_option("The Lake Post")
    expect(page.locator(".filters").get_by_role("status")).to_contain_text("5 of 12 claims")
    offer.click()
    assert page.evaluate(FOCUSED).startswith("contest")
    expect(page.locator(":focus")).to_be_in_viewport()


def test_where_nothing_is_found_nothing_is_offered_and_enter_stays(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("nothing of this sort")
    page.keyboard.press("Enter")
    expect(page.locator(".count")).to_contain_text("0 of 12 claims")
    assert page.evaluate("document.activeElement.name") == "q"
    assert not page.get_by_role("button", name="Go to the first").is_visible()
