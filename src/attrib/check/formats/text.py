"""Findings as text for people: the place and the message, the line, and a caret under it.

drafts/dam.txt:3:1: error AT101 "a source" tells the reader nothing about who speaks
  A source said the deal is dead.
  ^^^^^^^^
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from attrib.records import Article, Diagnostic

_COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "info": "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_WIDEST = 100
"""Columns of a source line that are shown; a paragraph is often one long line."""
_LEAD = 30
"""Columns shown before the finding where a line is cut."""
_LINE_ENDS = "\r\n"


def render_text(
    diagnostics: Sequence[Diagnostic], articles: Iterable[Article], *, colour: bool = False
) -> str:
    """One block a diagnostic, each line ended; empty when there is nothing to say."""
    by_id = {article.id: article for article in articles}
    return "".join(
        _render(diagnostic, by_id.get(diagnostic.article), colour) for diagnostic in diagnostics
    )


def render_concise(diagnostics: Sequence[Diagnostic]) -> str:
    """One line a diagnostic: path:line:column: severity code message."""
    return "".join(f"{_address(diagnostic, colour=False)}\n" for diagnostic in diagnostics)


def _render(diagnostic: Diagnostic, article: Article | None, colour: bool) -> str:
    lines = [_address(diagnostic, colour=colour)]
    text = None if article is None else article.text
    if article is not None and diagnostic.field == "title":
        text = article.title
    if text is not None:
        shown, marks = _quote(text, diagnostic)
        paint = _COLOURS[diagnostic.severity] if colour else ""
        lines += [f"  {shown}", f"  {paint}{marks}{_PLAIN if colour else ''}"]
    lines += [
        f"  {_clean(place.path)}:{place.line}:{place.column}: {_clean(place.message)}"
        for place in diagnostic.related
    ]
    return "\n".join(lines) + "\n"


def _address(diagnostic: Diagnostic, *, colour: bool) -> str:
    where = f"{_clean(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}:"
    severity: str = diagnostic.severity
    if colour:
        where = f"{_BOLD}{where}{_PLAIN}"
        severity = f"{_COLOURS[severity]}{severity}{_PLAIN}"
    title = " (in the title)" if diagnostic.field == "title" else ""
    return f"{where} {severity} {diagnostic.code} {_clean(diagnostic.message)}{title}"


def _quote(text: str, diagnostic: Diagnostic) -> tuple[str, str]:
    """The line the finding begins on, cut to a window, and carets under the finding."""
    start = min(diagnostic.span.start, len(text))
    first, last = _line_around(text, start)
    head, tail = "", ""
    if last - first > _WIDEST:
        if start - first > _LEAD:
            first, head = start - _LEAD, "... "
        if last - first > _WIDEST:
            last, tail = first + _WIDEST, " ..."
    end = min(max(diagnostic.span.end, start + 1), max(last, start))
    before, inside = _clean(text[first:start]), _clean(text[start:end])
    shown = head + before + inside + _clean(text[end:last]) + tail
    return shown, " " * _width(head + before) + "^" * max(_width(inside), 1)


def _line_around(text: str, start: int) -> tuple[int, int]:
    """Where the line ends on both sides, looking no farther than could be shown."""
    left, right = max(start - 2 * _WIDEST, 0), min(start + 2 * _WIDEST, len(text))
    first, last = left, right
    for mark in _LINE_ENDS:
        first = max(first, text.rfind(mark, left, start) + 1)
        end = text.find(mark, start, right)
        last = min(last, end) if end >= 0 else last
    return first, last


def _clean(text: str) -> str:
    """Without characters that would move the cursor: tabs become a space, others vanish."""
    return "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs")
    )


def _width(text: str) -> int:
    """Columns of a terminal: wide characters take two, combining marks none."""
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
