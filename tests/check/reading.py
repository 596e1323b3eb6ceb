"""Drafts as a newsroom hands them in, read through the whole pipeline by one check."""

from __future__ import annotations

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.records import Diagnostic
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

_RULEBOOK = load_rulebook()


def found_by(code: str, text: str, title: str | None = None) -> tuple[Diagnostic, ...]:
    """What the check finds in the text."""
    settings = Settings(select=(code,))
    return check_article(make_article(text, title=title), _RULEBOOK, settings=settings).diagnostics


def words_of(code: str, text: str, title: str | None = None) -> list[str]:
    """The words that the check points at."""
    return [found.words for found in found_by(code, text, title)]
