"""The pages of a folder in the browser: they lead to one another, and none breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from mill import make_analysis
from playwright.sync_api import Browser, Page

from attrib.report import render_folder
from grown import grow


@pytest.fixture
def index(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    for name, text in render_folder(grow(make_analysis(), 40)).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((tmp_path / "index.html").as_uri())
    yield page
    context.close()
    assert said == []


def test_links_lead_to_the_story_and_back(index: Page) -> None:
    heading = index.locator(".story h3 a").nth(1)
    title = heading.text_content()
    heading.click()
    assert index.locator("h1").text_content() == title
    index.get_by_role("link", name="All stories").click()
    assert index.url.endswith("index.html")


def test_a_matter_leads_to_its_place(index: Page) -> None:
    matter = index.locator(".matters > li > a").first
    label = matter.text_content() or ""
    matter.click()
    contest = index.locator(".contest:target")
    assert label in (contest.text_content() or "")
    box = contest.bounding_box()
    assert box is not None
    assert -50 <= box["y"] < 400


def test_theme_is_chosen_in_the_index(index: Page) -> None:
    button = index.get_by_role("button", name="Theme")
    button.click()
    button.click()
    assert index.evaluate("() => document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1600])
def test_index_has_no_barrier(index: Page, scheme: str, width: int) -> None:
    index.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    index.set_viewport_size({"width": width, "height": 900})
    found = Axe().run(index)
    assert found.violations_count == 0, found.generate_report()
    assert index.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    for link in index.locator(".story a, .bar a, button").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 24
