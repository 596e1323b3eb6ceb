"""A browser that follows a link to a claim's words finds them."""

from __future__ import annotations

import html
from dataclasses import replace
from pathlib import Path

import pytest
from building import make_article
from playwright.sync_api import Browser

from attrib.records import Span
from attrib.report.links import find_fragment_link

LINES = (
    "The alarms were off, the inspectors said on Monday.",
    "Nobody was hurt. The firm said the alarms worked, and that nobody was hurt.",
    "A well-known fault, A&B, was seen. He slept, then “woke” at 3.30pm in the U.S. on a $1 bed.",
    f"“It goes on,” he said, {'and on and on with many words, ' * 6}until it was over.",
    "“Quite so.” He left.",
)
TEXT = "\n".join(LINES)
FILLER = "".join(f"<p>Line {number} of something else.</p>" for number in range(150))


@pytest.mark.parametrize(
    "words",
    [
        "the alarms worked",
        "nobody was hurt",
        "Nobody was hurt",
        "A well-known fault, A&B",
        "slept",
        "U.S.",
        "$1",
        "“woke” at 3.30pm",
        "Monday.\nNobody was",
        "Quite so.",
        LINES[3],
    ],
)
def test_the_browser_scrolls_to_the_words(browser: Browser, tmp_path: Path, words: str) -> None:
    shown = "".join(f"<p>{html.escape(line)}</p>" for line in LINES)
    file = tmp_path / "published.html"
    file.write_text(f"<!doctype html><meta charset=utf-8>{FILLER}{shown}{FILLER}")
    start = TEXT.index(words)
    article = replace(make_article("published", TEXT), url="https://published.example/a")
    link = find_fragment_link(article, Span(start, start + len(words)))
    assert link is not None
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.goto(f"{file.as_uri()}#{link.partition('#')[2]}")
    page.wait_for_function("scrollY > 1000", timeout=5000)
    page.close()
