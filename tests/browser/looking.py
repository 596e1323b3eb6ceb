"""Looking at an opened page as a reader might: all of it, printed, measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_MEASURES = Path(__file__).parent / "measures"


def measure(page: Page, name: str, asked: object = None) -> Any:
    """What `measures/NAME.js` finds in the page; each says there what it takes and returns."""
    return page.evaluate((_MEASURES / f"{name}.js").read_text(encoding="utf-8"), asked)


def open_all(page: Page) -> None:
    """Opens whatever can be opened, with the button that readers have."""
    # By keyboard, so that a browser goes on to show where the focus is.
    page.locator("[data-do=open]").press("Enter")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("scrollTo(0, 0)")
