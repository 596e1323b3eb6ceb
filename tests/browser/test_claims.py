"""An article in the browser: who says the marked words, from claim to claim, and its checks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from flagged import make_flagged
from playwright.sync_api import Locator, Page, expect

from attrib.report import render
from browser.conftest import Opened

HTML = render(make_flagged(), "html")


def peek(page: Page) -> Locator:
    return page.locator("#peek")


def said_by(page: Page, speaker: str) -> Locator:
    """The reference behind the first claim of `speaker`."""
    note = page.locator(".note", has=page.locator(".gist bdi", has_text=speaker)).first
    return page.locator(f".ref[href='#{note.get_attribute('id')}']")


def test_hovered_words_say_who_how_and_how_well(opened: Opened) -> None:
    page = opened(HTML)
    words = page.locator("#articles mark", has_text="The system was off").first
    words.hover()
    expect(peek(page)).to_be_visible()
    shown = peek(page).inner_text()
    assert all(word in shown for word in ("Ida Mork", "named official", "statement", "quoted"))
    assert "74 of 100 points" in shown


def test_what_is_shown_stays_under_the_pointer_and_goes_with_it(opened: Opened) -> None:
    page = opened(HTML)
    page.locator("#articles mark", has_text="The system was off").first.hover()
    expect(peek(page)).to_be_visible()
    peek(page).hover()
    page.wait_for_timeout(600)
    assert peek(page).is_visible()
    page.mouse.move(5, 5)
    expect(peek(page)).to_be_hidden()


def test_escape_puts_it_away_and_leaves_focus_and_pointer(opened: Opened) -> None:
    page = opened(HTML)
    reference = said_by(page, "Ida Mork")
    page.keyboard.press("Tab")
    reference.focus()
    expect(peek(page)).to_be_visible()
    assert reference.get_attribute("aria-describedby") == "peek"
    page.keyboard.press("Escape")
    expect(peek(page)).to_be_hidden()
    expect(reference).to_be_focused()
    assert reference.get_attribute("aria-describedby") is None


def test_what_is_shown_is_no_stop_for_the_keyboard_and_doubles_no_id(opened: Opened) -> None:
    page = opened(HTML)
    page.keyboard.press("Tab")
    said_by(page, "Ida Mork").focus()
    assert peek(page).locator("[id]").count() == 0
    assert peek(page).locator("a:not([tabindex='-1'])").count() == 0
    page.keyboard.press("Tab")
    expect(peek(page).locator(":focus")).to_have_count(0)


def test_a_sign_says_what_was_found(opened: Opened) -> None:
    page = opened(HTML)
    page.locator("#articles .sign.error [aria-hidden]").hover()
    expect(peek(page)).to_contain_text("AT701")
    expect(peek(page)).to_contain_text("Many read the headline alone.")


def test_words_of_the_outlet_itself_have_nothing_to_show(opened: Opened) -> None:
    page = opened(HTML)
    page.locator("#articles mark.own").last.hover()
    page.wait_for_timeout(500)
    assert peek(page).is_hidden()


def test_a_click_leads_to_the_note_and_puts_it_away(opened: Opened) -> None:
    page = opened(HTML)
    reference = said_by(page, "Ida Mork")
    reference.locator("b").hover()
    reference.locator("b").click()
    note = page.locator(reference.get_attribute("href") or "")
    assert note.get_attribute("open") is not None
    expect(peek(page)).to_be_hidden()


def test_a_link_to_a_finding_shows_it(opened: Opened) -> None:
    page = opened(HTML)
    page.locator(".checks summary").first.click()
    link = page.locator(".checks a").first
    link.click()
    expect(page.locator(link.get_attribute("href") or "")).to_be_in_viewport()


def test_claims_are_walked_one_by_one_and_end(opened: Opened) -> None:
    page = opened(HTML)
    article = page.locator(".article").first
    article.scroll_into_view_if_needed()
    article.evaluate("part => part.scrollIntoView()")
    references = article.locator(".ref[href^='#note-']")
    count = references.count()
    assert count > 2
    for number in range(count):
        assert page.evaluate("walkClaims(1) !== null")
        expect(references.nth(number)).to_be_focused()
        expect(references.nth(number)).to_be_in_viewport()
        expect(peek(page)).to_be_visible()
    assert page.evaluate("walkClaims(1)") is None
    expect(references.nth(count - 1)).to_be_focused()
    assert page.evaluate("walkClaims(-1) !== null")
    expect(references.nth(count - 2)).to_be_focused()


def test_walking_back_from_the_first_claim_stays_there(opened: Opened) -> None:
    page = opened(HTML)
    page.locator(".article .ref[href^='#note-']").first.focus()
    assert page.evaluate("walkClaims(-1)") is None


def test_claims_that_a_filter_put_away_are_not_walked(opened: Opened) -> None:
    page = opened(HTML)
    page.locator(".article").first.evaluate("part => part.scrollIntoView()")
    page.locator(".article .note").first.evaluate("part => part.classList.add('out')")
    page.evaluate("walkClaims(1)")
    expect(page.locator(".article").first.locator(".ref[href^='#note-']").nth(1)).to_be_focused()


@pytest.mark.parametrize("width", [380, 1024, 1600])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_articles_checks_and_sources_have_no_barrier(
    opened: Opened, width: int, dark: bool
) -> None:
    page = opened(HTML, width=width, dark=dark)
    page.evaluate("openTogether(all('details'), true)")
    page.keyboard.press("Tab")
    page.locator("#articles .sign").first.focus()
    expect(peek(page)).to_be_visible()
    found = Axe().run(page)
    assert [item["id"] for item in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_every_reason_of_a_check_is_there(opened: Opened) -> None:
    page = opened(HTML, script=False)
    checks = page.locator("details.check")
    assert checks.count() == 5
    checks.first.locator("summary").click()
    expect(checks.first).to_contain_text("What to do:")
    assert page.locator("#peek").count() == 0


def tops(page: Page) -> list[float]:
    """Where each paragraph of the first article begins on the page."""
    found: list[float] = page.evaluate(
        """() => Array.from(
          document.querySelector(".article").querySelectorAll(".block > p"),
          (p) => p.getBoundingClientRect().top + scrollY,
        )"""
    )
    return found


def test_an_opened_note_leaves_the_text_as_it_was_read(opened: Opened) -> None:
    page = opened(HTML, width=1280)
    before = tops(page)
    notes = page.locator(".article").first.locator(".note")
    for number in (0, 1):
        # The second lies under the first, but its number stands in the text.
        page.locator(f".ref[href='#{notes.nth(number).get_attribute('id')}'] > b").click()
        expect(notes.nth(number)).to_have_class("note over here")
        assert tops(page) == before
    # One at a time: the first would lie over the second.
    assert notes.nth(0).get_attribute("open") is None
    assert page.locator(".note[open]").count() == 1
    page.locator(".article h3").first.click()
    expect(page.locator(".note[open]")).to_have_count(0)


def test_an_opened_note_is_seen_whole_and_on_top(opened: Opened) -> None:
    page = opened(HTML, width=1280)
    note = page.locator(".note").last
    note.locator("summary").click()
    last = note.locator(".factors li").last
    last.scroll_into_view_if_needed()
    on_top = """part => {
      const box = part.getBoundingClientRect();
      return part.contains(document.elementFromPoint(box.left + 3, box.bottom - 3));
    }"""
    assert last.evaluate(on_top)
    note.locator("summary").click()
    expect(note).not_to_have_attribute("open", "")
    # The page hears of it a moment later.
    expect(page.locator(".over, .holds-over")).to_have_count(0)


def test_what_an_opened_note_lies_over_is_seen_when_it_gets_the_focus(opened: Opened) -> None:
    page = opened(HTML, width=1280)
    notes = page.locator(".article").first.locator(".note")
    notes.nth(0).locator("summary").click()
    expect(notes.nth(0)).to_have_class("note over here")
    notes.nth(1).locator("summary").focus()
    expect(page.locator(".over")).to_have_count(0)
    assert notes.nth(0).get_attribute("open") is None


@pytest.mark.parametrize("narrow", [False, True])
def test_opened_all_together_or_below_the_text_each_has_its_place(
    opened: Opened, narrow: bool
) -> None:
    page = opened(HTML, width=700 if narrow else 1280)
    notes = page.locator(".note")
    notes.first.locator("summary").click()
    if narrow:
        notes.nth(1).locator("summary").click()
        assert page.locator(".note[open]").count() == 2
    else:
        page.locator("[data-do=open]").click()
        assert page.locator(".note[open]").count() == notes.count()
    page.wait_for_timeout(200)
    boxes = [box for box in (note.bounding_box() for note in notes.all()) if box]
    for upper, lower in pairwise(boxes):
        assert upper["y"] + upper["height"] <= lower["y"] + 1
