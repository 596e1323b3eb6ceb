"""The drawings in a real browser: legible, inside their frames, and each told by a table too."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from crowd import make_graded, make_matters, make_story
from hostile import make_hostile
from mill import make_analysis
from playwright.sync_api import Page, expect

from attrib.records import Analysis
from attrib.report import render
from browser.conftest import Opened

LONG = "The Association of Harbour Pilots and River Engineers of the Northern Counties"
STORIES: dict[str, Analysis] = {
    "mill": make_analysis(),
    "hostile": make_hostile(),
    "sixty": make_story(
        *(
            (f"{LONG} {number}", f"2031-{number // 28 + 1:02}-{number % 28 + 1:02}T22:{number:02}"
             "-03:30", "", f"value {number % 9}")
            for number in range(60)
        )
    ),
    "graded": make_graded(("Post", "B" * 108 + "C" * 109), ("Courier", ".")),
    "matters": make_matters(12, 16),
}  # fmt: skip
PAGES = {name: render(analysis, "html") for name, analysis in STORIES.items()}

_STRAY = """() => [...document.querySelectorAll('svg.plot')].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text, circle, rect')].filter(part => {
    const box = part.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  }).map(part => svg.querySelector('title').textContent + ': ' + part.textContent);
})"""
_OVERLAPS = """() => [...document.querySelectorAll('svg.plot')].flatMap(svg => {
  const parts = [...svg.querySelectorAll('text')].map(part => [part, part.getBoundingClientRect()]);
  const found = [];
  parts.forEach(([one, a], place) => parts.slice(place + 1).forEach(([other, b]) => {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3
        && b.top < a.bottom - 3)
      found.push(one.textContent + ' | ' + other.textContent);
  }));
  return found;
})"""


def open_all(page: Page) -> Page:
    page.evaluate("() => document.querySelectorAll('details').forEach(part => part.open = true)")
    return page


@pytest.mark.parametrize("width", [380, 1280])
@pytest.mark.parametrize("name", STORIES)
def test_words_in_drawings_are_inside_apart_and_large_enough(
    opened: Opened, name: str, width: int
) -> None:
    page = open_all(opened(PAGES[name], width=width))
    assert page.locator("svg.plot").count() > 0
    assert page.evaluate(_STRAY) == []
    assert page.evaluate(_OVERLAPS) == []
    sizes = page.evaluate(
        "() => [...document.querySelectorAll('svg.plot text')].map(part =>"
        " parseFloat(getComputedStyle(part).fontSize) * part.getScreenCTM().a)"
    )
    assert min(sizes) >= 12


@pytest.mark.parametrize("name", STORIES)
def test_the_page_itself_never_scrolls_sideways(opened: Opened, name: str) -> None:
    page = open_all(opened(PAGES[name], width=380))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 380


def test_wide_drawings_scroll_by_keyboard_in_a_region_with_a_name(opened: Opened) -> None:
    page = opened(PAGES["mill"], width=380)
    region = page.locator("#glance .scroll", has=page.locator("#story-title"))
    assert region.get_attribute("aria-labelledby") == "story"
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("part => part.scrollLeft > 0", arg=region.element_handle())


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
def test_axe_finds_nothing_in_the_drawings(opened: Opened, dark: bool, width: int) -> None:
    page = open_all(opened(PAGES["mill"], width=width, dark=dark))
    for part in ("#glance", "#contested", "#sources"):
        found = Axe().run(page, context=part)
        assert found.response["violations"] == [], found.generate_report()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_words_and_marks_stand_out_from_the_paper(opened: Opened, dark: bool) -> None:
    """axe does not measure words in drawings."""
    page = open_all(opened(PAGES["mill"], dark=dark))
    ratios = page.evaluate(
        """() => {
        const canvas = document.createElement('canvas').getContext(
            '2d', {willReadFrequently: true});
        const light = colour => {
          canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
          const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255)
            .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
          return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
        };
        const paper = light(getComputedStyle(document.body).backgroundColor);
        const ratio = colour => {
          const [low, high] = [paper, light(colour)].sort((a, b) => a - b);
          return (high + .05) / (low + .05);
        };
        return {
          text: Math.min(...[...document.querySelectorAll('.plot text:not(.in)')]
            .map(part => ratio(getComputedStyle(part).fill))),
          mark: Math.min(...[...document.querySelectorAll('.plot circle')]
            .map(part => ratio(getComputedStyle(part).fill))),
          bar: Math.min(...[...document.querySelectorAll('.plot rect')]
            .map(part => ratio(getComputedStyle(part).stroke))),
        };
        }"""
    )
    assert ratios["text"] >= 4.5
    assert ratios["mark"] >= 3
    assert ratios["bar"] >= 3


def test_paper_and_a_page_without_script_have_every_table(opened: Opened) -> None:
    page = opened(PAGES["mill"], script=False)
    for summary in page.locator("#glance details > summary").all():
        summary.click()
    assert page.locator("#glance table").count() == 3
    assert all(table.is_visible() for table in page.locator("#glance table").all())
    page.emulate_media(media="print")
    assert page.locator("#glance svg").first.is_visible()


def test_what_is_cut_off_at_the_side_says_so(opened: Opened) -> None:
    page = opened(PAGES["matters"], width=380)
    matrix = page.locator(".scroll:has(.matrix)")
    matrix.scroll_into_view_if_needed()
    hint = page.locator(".sideways:has(+ .scroll .matrix)")
    expect(hint).to_be_visible()
    assert "scroll it sideways" in hint.inner_text()
    # A region with a name that the keyboard reaches and the arrows move.
    assert matrix.get_attribute("aria-labelledby") == "matrix"
    matrix.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.scroll:has(.matrix)').scrollLeft > 0")


def test_without_script_a_shadow_says_that_there_is_more(opened: Opened) -> None:
    page = opened(PAGES["matters"], width=380, script=False)
    ground = page.locator(".scroll:has(.matrix)").evaluate(
        """part => {
          const { backgroundAttachment, backgroundImage } = getComputedStyle(part);
          return [backgroundAttachment, backgroundImage];
        }"""
    )
    assert ground[0] == "local, local, scroll, scroll"
    assert ground[1].count("linear-gradient") == 4


def test_what_fits_says_nothing(opened: Opened) -> None:
    page = opened(PAGES["mill"], width=1280)
    page.evaluate("openTogether(all('details'), true)")
    page.wait_for_timeout(300)
    wide = page.evaluate(
        "all('.scroll').filter(part => part.scrollWidth > part.clientWidth).length"
    )
    assert page.locator(".sideways").count() == wide == 0
    # What is made narrow afterwards says so, and no longer when it is wide again.
    page.set_viewport_size({"width": 380, "height": 800})
    expect(page.locator(".sideways").first).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".sideways")).to_have_count(0)
