"""A browser, and pages opened in it that must neither complain nor ask anything of the network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, sync_playwright


class Opened(Protocol):
    """`opened(html)` writes the page to a file and opens it as a reader would."""

    def __call__(
        self,
        html: str,
        *,
        anchor: str = "",
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        script: bool = True,
    ) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, the one that `.ci/run` installs; no browser is ever downloaded."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        # Its sandbox needs privileges that a container rarely gives; the pages are our own.
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def complaints() -> list[str]:
    """What opened pages said on their console or wanted beyond their own file."""
    return []


@pytest.fixture
def opened(browser: Browser, tmp_path: Path, complaints: list[str]) -> Iterator[Opened]:
    """Opens pages, and fails in the end if there were `complaints`.

    A test that provokes some looks at them and clears the list.
    """
    contexts: list[BrowserContext] = []

    def open_page(
        html: str,
        *,
        anchor: str = "",
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        script: bool = True,
    ) -> Page:
        file = tmp_path / "report.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        _listen(page, file.as_uri(), complaints)
        page.goto(file.as_uri() + anchor)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _listen(page: Page, address: str, complaints: list[str]) -> None:
    def hear_request(asked: Request) -> None:
        if asked.url.partition("#")[0] != address:
            complaints.append(f"request: {asked.url}")

    def hear_dialog(shown: Dialog) -> None:
        complaints.append(f"dialog: {shown.message}")
        shown.dismiss()

    page.on("console", lambda said: complaints.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("dialog", hear_dialog)
    page.on("request", hear_request)
    page.on("popup", lambda other: complaints.append(f"window: {other.url}"))
