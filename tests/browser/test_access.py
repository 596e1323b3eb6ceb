"""Everybody can use the page: by eye, by keyboard, with a screen reader, on a small screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.conftest import Opened
from browser.looking import measure, open_all
from browser.stories import EVENTS, INVENTED, STORIES, page_of

SCREENS = [(width, dark) for width in (380, 1280) for dark in (False, True)]
# An event's page takes axe a minute: each is looked at once light and once dark.
LOOKS = [
    *((story, *screen) for story in INVENTED for screen in SCREENS),
    *((story, *screen) for story in EVENTS for screen in (SCREENS[0], SCREENS[3])),
]
TEXT, LARGE_TEXT, SHAPE = 4.5, 3.0, 3.0
"""Least contrasts of WCAG 2.2 (1.4.3 and 1.4.11)."""


@pytest.mark.parametrize(("story", "width", "dark"), LOOKS)
def test_axe_finds_no_violation_with_everything_open(
    opened: Opened, story: str, width: int, dark: bool
) -> None:
    page = opened(page_of(story), width=width, dark=dark)
    open_all(page)
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if story in EVENTS:
        # Its slowest rule by far; every text of these pages is measured below.
        options["rules"] = {"color-contrast": {"enabled": False}}
    found = Axe().run(page, options=options)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("story", STORIES)
def test_every_text_has_contrast_enough(opened: Opened, story: str, dark: bool) -> None:
    page = opened(page_of(story), dark=dark)
    open_all(page)
    texts = measure(page, "contrast")
    assert len(texts) > 5
    assert [t for t in texts if t["ratio"] < (LARGE_TEXT if t["large"] else TEXT)] == []


def test_weak_contrast_would_be_measured(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.evaluate("document.documentElement.style.setProperty('--soft', '#8a857a')")
    weakest = measure(page, "contrast")[0]
    assert 2.5 < weakest["ratio"] < TEXT


@pytest.mark.parametrize("width", [320, 380, 1280])
@pytest.mark.parametrize("story", STORIES)
def test_every_target_is_large_enough_to_hit(opened: Opened, story: str, width: int) -> None:
    page = opened(page_of(story), width=width)
    open_all(page)
    assert measure(page, "targets") == []


def test_a_small_target_would_be_measured(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.evaluate(
        "document.querySelector('.acts a').style.cssText = 'padding: 0; max-height: 20px'"
    )
    page.evaluate("document.querySelector('.acts a').style.minHeight = 0")
    (found,) = measure(page, "targets")
    assert "In the article" in found


# 640 is a screen of 1280 at 200 %, 320 the same at 400 %.
@pytest.mark.parametrize("width", [320, 380, 640])
@pytest.mark.parametrize("story", STORIES)
def test_nobody_has_to_scroll_sideways(opened: Opened, story: str, width: int) -> None:
    page = opened(page_of(story), width=width)
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert measure(page, "overhang") == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
def test_focus_is_always_seen(opened: Opened, width: int, dark: bool) -> None:
    """Walks the whole page by Tab, everything open."""
    page = opened(page_of("mill"), width=width, height=600, dark=dark)
    open_all(page)
    least = page.locator("main :is(a, summary):visible").count()
    page.locator(".skip").focus()
    kinds, steps = set(), 0
    while page.evaluate("document.activeElement !== document.body"):
        seen = measure(page, "focus")
        assert seen["outline"] == "3px solid", seen
        assert seen["contrast"] >= SHAPE, seen
        assert not seen["hidden"], seen
        kinds.add(seen["kind"])
        steps += 1
        page.keyboard.press("Tab")
    assert steps > least > 50
    assert {"a", "a.ref", "a.skip", "button", "summary"} <= kinds
