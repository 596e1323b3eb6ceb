"""A long page: what is out of sight is not laid out, and is there all the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mill import make_analysis
from playwright.sync_api import Browser, Page

from attrib.report import render
from browser.conftest import Opened
from grown import grow

LARGE = grow(make_analysis(), 400)


@pytest.fixture(scope="module")
def html() -> str:
    return render(LARGE, "html")


def last_note(page: Page) -> str:
    """The id of the claim whose note comes last."""
    id_ = page.locator("details.note").last.get_attribute("id")
    assert id_ is not None
    return id_.removeprefix("note-")


def test_what_is_far_away_is_not_laid_out(opened: Opened, html: str) -> None:
    page = opened(html)
    skipped = "(part) => !part.checkVisibility({ contentVisibilityAuto: true })"
    far = page.locator(".article").last.locator(".block > p").last
    assert far.evaluate(skipped)
    assert not page.locator("h1").evaluate(skipped)
    far.scroll_into_view_if_needed()
    # What comes into view is laid out with the next frames.
    page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 300))")
    assert not far.evaluate(skipped)


def test_an_address_leads_to_words_far_away(opened: Opened, html: str) -> None:
    claim = last_note(opened(html))
    page = opened(html, anchor=f"#claim-{claim}")
    mark = page.locator(f"mark#claim-{claim}").first
    assert mark.bounding_box() is not None
    page.wait_for_function(
        """(id) => {
          const box = document.getElementById("claim-" + id).getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight;
        }""",
        arg=claim,
    )
    assert page.locator(f"#note-{claim}").evaluate("(note) => note.open")


def test_a_link_leads_to_its_target_across_what_is_not_laid_out(opened: Opened, html: str) -> None:
    page = opened(html)
    for link in ('.bar nav a[href="#sources"]', '.bar nav a[href="#decisions"]', ".rests a"):
        page.evaluate("scrollTo(0, 0)")
        target = page.locator(link).first.get_attribute("href")
        page.locator(link).first.click()
        # Long enough for what is laid out on the way to come to rest.
        page.wait_for_timeout(700)
        assert page.evaluate(
            """(target) => {
              const top = document.querySelector(target).getBoundingClientRect().top;
              return top >= 0 && top < innerHeight * 0.7;
            }""",
            target,
        ), target


def test_words_far_away_are_found_in_the_page(opened: Opened, html: str) -> None:
    articles, sources, rest = html.partition('<section class="part" id="sources"')
    before, end, after = articles.rpartition("</article>")
    page = opened(f"{before}<p>Quillfeather</p>{end}{after}{sources}{rest}")
    assert page.evaluate("() => find('Quillfeather')")
    page.wait_for_function("""() => {
      const box = getSelection().getRangeAt(0).getBoundingClientRect();
      return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
    }""")


def test_screen_readers_reach_what_is_far_away(browser: Browser, html: str, tmp_path: Path) -> None:
    """With a screen reader the browser keeps all in its tree; without one, what is laid out."""
    file = tmp_path / "report.html"
    file.write_text(html, encoding="utf-8")
    listening = browser.browser_type.launch(
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
        args=["--no-sandbox", "--force-renderer-accessibility"],
    )
    page = listening.new_page()
    page.goto(file.as_uri())
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    headings = [node for node in nodes if node.get("role", {}).get("value") == "heading"]
    read = {node["name"]["value"] for node in headings}
    written = {text.strip() for text in page.locator(".article h3").all_text_contents()}
    listening.close()
    assert len(written) > 40
    assert written <= read


def test_paper_gets_everything(opened: Opened, html: str) -> None:
    page = opened(html)
    page.emulate_media(media="print")
    shown = page.locator(".article").last.evaluate(
        "(part) => getComputedStyle(part).contentVisibility"
    )
    assert shown == "visible"
    assert len(page.pdf()) > 2 * len(opened(render(make_analysis(), "html")).pdf())


def test_opening_all_points_at_nothing(opened: Opened, html: str) -> None:
    page = opened(html)
    page.get_by_role("button", name="Open all").click()
    page.wait_for_timeout(300)
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".here").count() == 0
    page.get_by_role("button", name="Close all").click()
    page.locator("details.note").first.locator("summary").click()
    assert page.locator("mark.here").count() > 0


def test_focus_at_the_edge_of_what_is_contained_is_seen_whole(opened: Opened, html: str) -> None:
    """Without room to draw in, the frame around a link at the left edge would be cut off."""
    page = opened(html)
    link = page.locator(".article .quoted a").first
    link.focus()
    edge = link.evaluate(
        """(link) => {
          const own = link.closest(".article");
          const frame = parseFloat(getComputedStyle(link).outlineWidth)
            + parseFloat(getComputedStyle(link).outlineOffset);
          const left = (part) => part.getBoundingClientRect().left;
          const room = parseFloat(getComputedStyle(own).overflowClipMargin);
          return left(own) - (left(link) - frame) <= room;
        }"""
    )
    assert edge
