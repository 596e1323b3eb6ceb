"""Articles written to make the report act, or to be unreadable: they are words, and stay so."""

from __future__ import annotations

import re

import pytest
from hostile import EVIL, HEBREW, make_hostile, make_turned, make_worded

from attrib.report import render
from browser.conftest import Opened
from browser.looking import measure, open_all


def test_markup_of_an_article_makes_no_element_and_runs_nothing(opened: Opened) -> None:
    """The page would be failed by a dialog, a request or a word on the console."""
    page = opened(render(make_hostile(), "html"))
    open_all(page)
    assert page.locator("main :is(script, style, img, iframe, form, object, base)").count() == 0
    assert page.locator("script").count() == page.locator("style").count() == 1
    # In chromium a handler is an attribute that begins with "on".
    attributes = page.evaluate(
        "Array.from(document.querySelectorAll('main *'), (part) => part.getAttributeNames()).flat()"
    )
    assert [name for name in attributes if name.startswith("on") or name == "style"] == []
    hrefs = page.evaluate("Array.from(document.links, (link) => link.href)")
    assert [href for href in hrefs if not re.match("file:.*#|https?://", href)] == []
    assert EVIL in (page.locator("h1").text_content() or "")


@pytest.mark.parametrize("width", [380, 1280])
def test_attacked_page_keeps_its_shape(opened: Opened, width: int) -> None:
    page = opened(render(make_hostile(), "html"), width=width)
    open_all(page)
    assert measure(page, "overhang") == []


def test_control_characters_are_seen(opened: Opened) -> None:
    text = opened(render(make_hostile(), "html")).locator("main").text_content() or ""
    assert "said nothing.\ufffd[31m\ufffd" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", text)


def test_no_override_turns_what_stands_around_it(opened: Opened) -> None:
    page = opened(render(make_turned(), "html"))
    open_all(page)
    assert not re.search("[\u202a-\u202e\u2066\u2067]", page.content())
    order = measure(page, "order", [HEBREW[:5], ", 6 May 2031"])
    assert len(order) >= 4
    assert [said for said, kept in order if not kept] == []


def test_turned_order_would_be_measured(opened: Opened) -> None:
    page = opened(f"<main><p>{HEBREW}, 6 May 2031</p><p>\u202e{HEBREW} 6 May 2031</p></main>")
    assert [kept for _, kept in measure(page, "order", [HEBREW[:5], ", 6"])] == [False]
    assert [kept for _, kept in measure(page, "order", [HEBREW[:5], "May 2031"])] == [True, False]


def test_a_heap_of_accents_covers_no_neighbour(opened: Opened) -> None:
    page = opened(render(make_worded("a" + "\u0301" * 200_000 + " b"), "html"))
    text = page.locator("main").text_content() or ""
    assert not re.search("\u0301{9}", text)
    assert "a" + "\u0301" * 8 + "\ufffd" in text


@pytest.mark.parametrize("words", ["x" * 10_000_000, "word " * 2_000_000], ids=["one word", "many"])
def test_a_line_of_ten_megabytes_leaves_the_page_its_shape(opened: Opened, words: str) -> None:
    page = opened(render(make_worded(words), "html"), width=1280)
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    assert page.locator("h1").is_visible()
    assert page.locator("#glossary-heading").count() == 1


def test_words_of_another_script_are_told_to_a_screen_reader(opened: Opened) -> None:
    text = "The sign said «закрыто до утра» and שלום לכולם on Monday."
    page = opened(render(make_worded(text), "html"))
    assert page.locator(".block [lang=und-Cyrl]").text_content() == "закрыто до утра"
    hebrew = page.locator(".block bdi[lang=und-Hebr]")
    assert hebrew.text_content() == "שלום לכולם"
    assert hebrew.evaluate("(part) => getComputedStyle(part).direction") == "rtl"
