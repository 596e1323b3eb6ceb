"""The page in a real browser: nothing refused by its own policy, nothing lost without script."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hostile import make_hostile
from mill import make_analysis
from page import read_page, to_words

from attrib.report import render

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-logging=stderr", "--virtual-time-budget=2000",
)  # fmt: skip


def open_page(html: str, folder: Path, *flags: str, anchor: str = "") -> tuple[str, str]:
    """The document as it stands once loaded, and what the console said."""
    page = folder / "report.html"
    page.write_text(html, encoding="utf-8")
    assert CHROMIUM is not None
    done = subprocess.run(
        [
            CHROMIUM,
            *_FLAGS,
            f"--user-data-dir={folder / 'profile'}",
            *flags,
            "--dump-dom",
            page.as_uri() + anchor,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    console = [line for line in done.stderr.splitlines() if ":CONSOLE" in line]
    return done.stdout, "\n".join(console)


@pytest.mark.parametrize("hostile", [False, True], ids=["whole", "hostile"])
def test_page_loads_without_a_word_on_the_console(tmp_path: Path, hostile: bool) -> None:
    html = render(make_hostile() if hostile else make_analysis(), "html")
    document, console = open_page(html, tmp_path)
    assert console == ""
    page = read_page(document)
    assert "hidden" not in page.all("div", class_="tools")[0].attributes
    assert "Were the mill's alarms switched off?" in page.by_id("contested").text


def test_console_would_tell_of_a_broken_policy(tmp_path: Path) -> None:
    html = render(make_analysis(), "html").replace("<main", '<main style="color:red"', 1)
    assert "Content Security Policy" in open_page(html, tmp_path)[1]


def test_everything_is_there_without_script(tmp_path: Path) -> None:
    html = render(make_analysis(), "html")
    # --dump-dom itself needs script, so it is the policy that switches ours off.
    silent = re.sub("script-src &#39;sha256-[^&]+&#39;", "script-src 'none'", html)
    document, console = open_page(silent, tmp_path)
    assert "script-src" in console
    assert "hidden" in read_page(document).all("div", class_="tools")[0].attributes
    before, after = (to_words(read_page(text).all("main")[0].text) for text in (html, document))
    assert after == before


def test_an_address_with_a_claim_opens_its_note(tmp_path: Path) -> None:
    analysis = make_analysis()
    claim = next(claim for claim in analysis.claims if claim.source)
    document, _ = open_page(render(analysis, "html"), tmp_path, anchor=f"#claim-{claim.id}")
    page = read_page(document)
    assert "open" in page.by_id(f"note-{claim.id}").attributes
    assert all(
        "here" in mark.attributes["class"] for mark in page.all("mark", **{"data-claims": claim.id})
    )
    others = [item for item in page.all("details", class_="note") if "open" in item.attributes]
    assert len(others) == 1
