"""A contested matter, copied: what a reader sees, and nothing that acts where it is pasted."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from browser.conftest import Opened
from browser.stories import page_of


def copy_first(page: Page, name: str, number: int = 0) -> str:
    """What one of the buttons hands to the clipboard."""
    page.evaluate(
        "() => { navigator.clipboard.writeText = async (text) => { window.kept = text; }; }"
    )
    page.get_by_role("button", name=name).nth(number).click()
    expect(page.locator(".copied")).to_contain_text("copied")
    kept: str = page.evaluate("window.kept")
    return kept


def test_a_link_leads_to_the_matter(opened: Opened) -> None:
    page = opened(page_of("mill"), anchor="#?grade=B,C")
    link = copy_first(page, "Copy link")
    assert link == page.url.partition("#")[0] + "#" + str(
        page.locator(".contest").first.get_attribute("id")
    )
    page.goto(link)
    expect(page.locator(".contest").first).to_be_in_viewport()


def test_text_says_who_says_what_where(opened: Opened) -> None:
    text = copy_first(opened(page_of("examples")), "Copy as text")
    assert text.startswith("How many people were injured?\n")
    assert "\n31: 1 voice in 2 outlets, best grade C. 2 outlets, 1 source\n" in text
    assert (
        "  [C] Skerra Health Board → statement, “said”; Ellary Courier, 14 October 2025\n" in text
    )
    assert "      Another 31 people were injured in the crash, the board said" in text
    assert "Not in: " in text
    assert "grade C, " not in text


def test_markdown_links_to_the_words(opened: Opened) -> None:
    text = copy_first(opened(page_of("examples")), "Copy as Markdown")
    assert text.startswith("### How many people were injured?\n")
    assert "](<https://" in text
    assert "#:~:text=" in text


def test_articles_cannot_act_where_they_are_pasted(opened: Opened) -> None:
    page = opened(page_of("hostile"))
    for number in range(page.locator(".contest").count()):
        text = copy_first(page, "Copy as Markdown", number)
        assert "<script" not in text.replace("\\<script", "")


def test_a_browser_that_refuses_gets_the_text_selected(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    page.get_by_role("button", name="Copy as text").first.click()
    field = page.get_by_role("textbox", name="Text to copy")
    expect(field).to_be_focused()
    selected = field.evaluate("part => part.value.slice(part.selectionStart, part.selectionEnd)")
    assert selected == field.input_value() != ""
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.copy") == "text"
