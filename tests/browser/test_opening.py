"""The page opens in silence, says everything without script, and its addresses lead somewhere."""

from __future__ import annotations

import pytest
from mill import make_analysis
from playwright.sync_api import Page

from attrib.report import render
from browser.conftest import Opened
from browser.stories import STORIES, page_of


@pytest.mark.parametrize("story", STORIES)
def test_page_opens_without_a_word_and_asks_nothing_of_the_network(
    opened: Opened, story: str
) -> None:
    page = opened(page_of(story))
    assert page.locator("main h1").is_visible()
    assert page.locator(".tools").is_visible()


def test_a_broken_policy_would_be_heard(opened: Opened, complaints: list[str]) -> None:
    opened(page_of("mill").replace("<main", '<main style="color:red"', 1))
    assert [line for line in complaints if "Content Security Policy" in line]
    complaints.clear()


def test_a_request_and_a_dialog_would_be_heard(opened: Opened, complaints: list[str]) -> None:
    page = opened("<p>Nothing</p>")
    page.evaluate("() => { alert(1); fetch('http://news.invalid/x').catch(() => {}); }")
    page.wait_for_timeout(200)
    assert {"dialog: 1", "request: http://news.invalid/x"} <= set(complaints)
    complaints.clear()


@pytest.mark.parametrize("story", STORIES)
def test_everything_is_there_without_script(opened: Opened, story: str) -> None:
    without = opened(page_of(story), script=False)
    assert not without.locator(".tools").is_visible()
    bare = words_of(without)
    assert len(bare) > 2000
    assert words_of(opened(page_of(story))) == bare


def test_an_address_with_a_claim_opens_its_note_and_no_other(opened: Opened) -> None:
    analysis = make_analysis()
    claim = next(claim for claim in analysis.claims if claim.source)
    page = opened(render(analysis, "html"), anchor=f"#claim-{claim.id}")
    assert page.locator("details.note[open]").count() == 1
    assert page.locator(f"#note-{claim.id}[open]").is_visible()
    marks = page.locator(f'mark:is(#claim-{claim.id}, [data-claims~="{claim.id}"])')
    assert marks.count() == page.locator("mark.here").count() > 0


def test_an_address_that_leads_nowhere_opens_nothing(opened: Opened) -> None:
    for anchor in ("#claim-", "#claim-none", "#%", "#claim-%00", "#<script>"):
        page = opened(page_of("mill"), anchor=anchor)
        assert page.locator("details[open]").count() == 0


def test_reasons_open_and_close_by_keyboard(opened: Opened) -> None:
    page = opened(page_of("mill"))
    reasons = page.locator(".row details").first
    reasons.locator("summary").focus()
    page.keyboard.press("Enter")
    assert reasons.locator(".factors").is_visible()
    page.keyboard.press("Space")
    assert not reasons.locator(".factors").is_visible()


def test_the_skip_link_is_first_and_leads_to_the_report(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.keyboard.press("Tab")
    assert page.locator(".skip:focus").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def words_of(page: Page) -> str:
    """What stands in the page, hidden or not, without what only the script adds."""
    text = page.evaluate("""() => {
      const main = document.querySelector("main").cloneNode(true);
      for (const part of main.querySelectorAll("button, .sideways")) part.remove();
      return main.textContent;
    }""")
    return " ".join(text.split())
