"""On paper: light, opened up, every fact, every address, a new sheet for a new matter."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from browser.conftest import Opened
from browser.looking import measure
from browser.stories import STORIES, page_of


def print_sheets(page: Page) -> list[str]:
    """The text of each sheet, as `_bare` makes it."""
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    return [_bare(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(printed)).pages]


def _bare(text: str) -> str:
    """Letters alone: small, no white space, ligatures of a font taken apart."""
    return re.sub(r"[\s\u2066-\u2069\x00]+", "", unicodedata.normalize("NFKC", text)).lower()


def find_missing(facts: Iterable[str], sheets: list[str]) -> list[str]:
    """Those facts that stand on no sheet, nor begin on one and end on the next."""
    whole = "".join(sheets)
    return [fact for fact in facts if fact not in whole and not _in_pieces(fact, whole)]


def _in_pieces(fact: str, whole: str) -> bool:
    return any(fact[:at] in whole and fact[at:] in whole for at in range(3, len(fact) - 2))


# Without script nothing but the style opens what is closed: that is the harder case.
PRINTED = [("mill", True), *((story, False) for story in STORIES if story != "hostile")]


@pytest.mark.parametrize(("story", "script"), PRINTED)
def test_every_fact_is_printed(opened: Opened, story: str, script: bool) -> None:
    page = opened(page_of(story), script=script)
    facts = [_bare(fact) for fact in measure(page, "facts")]
    assert len(facts) > 200
    assert find_missing(facts, print_sheets(page)) == []


@pytest.mark.parametrize("lower", [9, 18, 27, 32])
def test_wherever_a_sheet_ends_no_fact_is_lost(opened: Opened, lower: int) -> None:
    moved = f"<style>@media print {{ .article {{ padding-top: {lower}mm !important }} }}</style>"
    # Without its policy the page takes a style that it did not come with.
    free = page_of("examples").replace("Content-Security-Policy", "x-none")
    page = opened(free.replace("</head>", f"{moved}</head>"), script=False)
    facts = [_bare(fact) for fact in measure(page, "facts")]
    assert find_missing(facts, print_sheets(page)) == []


def test_a_fact_left_out_would_be_missed(opened: Opened) -> None:
    page = opened(
        "<p>Said here, <b>not shown</b> <i>gone</i></p><style>i { display: none }</style>"
    )
    assert find_missing(map(_bare, measure(page, "facts")), print_sheets(page)) == ["gone"]


def test_addresses_are_printed_behind_their_links(opened: Opened) -> None:
    page = opened(page_of("mill"))
    whole = "".join(print_sheets(page))
    address = "https://courier.example/mill-fire?a=1&b=2"
    # A link to the very words goes on behind the page's own address.
    assert f"publishedpage({address}" in whole
    # Where the link is the address, it stands once.
    assert f"{address}({address})" not in whole


def test_each_matter_and_each_article_begins_a_sheet(opened: Opened) -> None:
    page = opened(page_of("mill"))
    sheets = print_sheets(page)
    for part in ("article.contest", "article.article"):
        begins = [
            _bare(f"{kicker}{heading}")
            for kicker, heading in zip(
                page.locator(f"{part} .kicker").all_text_contents(),
                page.locator(f"{part} h3").all_text_contents(),
                strict=True,
            )
        ]
        on = [next(at for at, sheet in enumerate(sheets) if words in sheet) for words in begins]
        assert len(set(on)) == len(on) > 1, part


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_paper_is_light_whatever_the_screen_is(opened: Opened, theme: str) -> None:
    page = opened(page_of("mill"), dark=True)
    while theme not in page.locator("[data-do=theme]").inner_text():
        page.locator("[data-do=theme]").click()
    page.emulate_media(media="print")
    ground, ink = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert ground == "rgb(255, 255, 255)"
    assert ink == "rgb(29, 28, 26)"


def test_print_leaves_the_screen_as_it_was(opened: Opened) -> None:
    page = opened(page_of("mill"))
    page.locator(".row details summary").first.click()
    before = page.locator("details[open]").count()
    page.pdf()
    assert page.locator("details[open]").count() == before == 1
