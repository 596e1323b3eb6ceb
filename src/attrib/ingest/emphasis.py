"""Marks of emphasis in Markdown, told from asterisks and underscores that are text.

As CommonMark has it, but for one thing: a mark with a letter or digit on both sides is text
("2*3", "snake_case"), since news drafts hold more of those than of words with one part in italics.
"""

from __future__ import annotations

import unicodedata

from attrib.records import Markup, Span


class EmphasisReader:
    """Reads the runs of marks of one block, in order; `found` are the marks that nobody sees."""

    def __init__(self, raw: str, start: int, end: int) -> None:
        self.found: list[Markup] = []
        self._raw = raw
        self._bounds = start, end
        self._open: dict[str, list[list[int]]] = {}
        """For each mark the runs that may still be closed: start and end of what is left."""

    def read(self, start: int, end: int) -> None:
        """Read the run of one mark at `[start, end)`."""
        mark, first, last = self._raw[start], *self._bounds
        before = self._raw[start - 1] if start > first else " "
        after = self._raw[end] if end < last else " "
        opened = self._open.setdefault(mark, [])
        if _stands_at(after, before):
            start = self._close(opened, start, end)
        if start < end and _stands_at(before, after):
            opened.append([start, end])

    def _close(self, opened: list[list[int]], start: int, end: int) -> int:
        """Where the run at `[start, end)` still has marks to give."""
        while start < end and opened:
            first, last = opened[-1]
            length = min(end - start, last - first)
            self.found.append(Markup(Span(last - length, last)))
            self.found.append(Markup(Span(start, start + length)))
            opened[-1][1] = last - length
            start += length
            # What was opened inside and not closed is text.
            for others in self._open.values():
                while others and others[-1][0] > first:
                    others.pop()
            if first == opened[-1][1]:
                opened.pop()
        return start


def _stands_at(outside: str, inside: str) -> bool:
    """Whether a mark with these characters on its sides opens, or read backwards closes."""
    if outside.isalnum() or inside.isspace():
        return False
    return not _is_mark(inside) or outside.isspace() or _is_mark(outside)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
