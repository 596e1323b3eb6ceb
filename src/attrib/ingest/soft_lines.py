"""Markdown block by block: marks inside its lines, and lines that only look like new ones."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrib.ingest.inline import Inline, in_order, read_inline
from attrib.records import Markup, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]*)+")
_ITEM = re.compile(r"[ \t>]*(?:[-*+•]|\d{1,9}[.)])[ \t]")
_HEADING = re.compile(r"[ \t>]*#{1,6}[ \t]")
_STOPS = ".!?…:"
_CLOSERS = "\"'”’»“)]"
_SHORT = 20
"""A line shorter than this is taken for a caption or a label where nothing says otherwise."""

_Lines = list[tuple[int, int]]


def read_blocks(
    raw: str,
    start: int,
    furniture: Sequence[Span],
    block_quotes: Sequence[Span],
    labels: frozenset[str],
) -> tuple[tuple[Markup, ...], tuple[Span, ...]]:
    """The markup of the text from `start`, in order, and its inline code; none is in `furniture`.

    A mark that opens in one block and closes in another is text.
    """
    markup: list[Markup] = []
    code: list[Span] = []
    for lines in _find_blocks(raw, start, furniture):
        found = read_inline(raw, lines[0][0], lines[-1][1], labels)
        code += found.code
        markup += found.markup
        markup += _find_soft_ends(raw, lines, found, block_quotes)
    return in_order(markup), tuple(code)


def show(raw: str, span: Span, markup: Sequence[Markup]) -> str:
    """What a reader sees at the span; `markup` is in order."""
    first = bisect_left(markup, span.start, key=lambda part: part.span.start)
    last = bisect_left(markup, span.end, key=lambda part: part.span.start)
    pieces, at = [], span.start
    for part in markup[first:last]:
        pieces += [raw[at : part.span.start], part.read_as]
        at = part.span.end
    return "".join((*pieces, raw[at : span.end]))


def _find_blocks(raw: str, start: int, furniture: Sequence[Span]) -> Iterator[_Lines]:
    """The lines of each paragraph, item and heading outside of furniture."""
    edges = [start, *(edge for span in furniture for edge in (span.start, span.end)), len(raw)]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        lines: _Lines = []
        at = first
        while at < last:
            match = _LINE.match(raw, at, last)
            assert match is not None
            line = match.group()
            heading = _HEADING.match(line)
            if lines and (heading or _ITEM.match(line) or not line.strip(" \t\r\n>")):
                yield lines
                lines = []
            if line.strip(" \t\r\n>"):
                lines.append((at, at + len(line)))
            if heading:
                yield lines
                lines = []
            at += len(line)
        if lines:
            yield lines


def _find_soft_ends(
    raw: str, lines: _Lines, found: Inline, block_quotes: Sequence[Span]
) -> Iterator[Markup]:
    """Marks of a block quote before its further lines, and ends of lines too short to look broken.

    Where lines were broken to fit a width, the segmenter sees it by their form.
    """
    markup = in_order(found.markup)
    for (start, end), (following, last) in pairwise(lines):
        place = bisect_right(block_quotes, following, key=lambda span: span.start) - 1
        quoted = place >= 0 and following < block_quotes[place].end
        prefix = _PREFIX.match(raw, following, last) if quoted else None
        words = prefix.end() if prefix else following
        here, there = show(raw, Span(start, end), markup), show(raw, Span(words, last), markup)
        if _runs_on(here.strip(), there.strip()):
            edge = start + len(raw[start:end].rstrip())
            words += len(raw[words:last]) - len(raw[words:last].lstrip(" \t"))
            yield Markup(Span(edge, words), " ")
        elif prefix:
            yield Markup(Span(following, words))


def _runs_on(line: str, following: str) -> bool:
    """Whether the sentence of a short line plainly goes on in the next."""
    if not 0 < len(line) < _SHORT or "|" in line or "|" in following:
        return False
    return line.rstrip(_CLOSERS)[-1:] not in tuple(_STOPS) and following[:1].islower()
