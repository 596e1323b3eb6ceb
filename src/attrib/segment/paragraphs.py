"""Lines joined to blocks: one paragraph a line, blank-line blocks, or hard-wrapped text.

News text has mostly one paragraph a line, with or without blank lines between. Only where
lines were broken to fit a width are they joined, and the text shows that by its form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from attrib.records import Article, Span

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_MARKER = re.compile(r"(?:#{1,6}|>+|[-*•▪◦‣])(?=[^\S\r\n])")
_NEW_ITEM = re.compile(r"(?:#{1,6}|>+|[-*•▪◦‣]|\d{1,3}[.)])\s")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\S+")
_CLOSERS = "\"'”’»“)]"
_MAX_WIDTH = 120
_MIN_BROKEN = 20


def find_blocks(article: Article) -> tuple[Span, ...]:
    """Spans of the paragraphs, in order, trimmed; every character but space is in one.

    A block never crosses an edge of furniture given by the article. A quote that the article
    sets off is parted by blank lines alone. A marker that opens a
    line ("#", ">", "*") is a block of its own, so that no sentence begins with it.
    """
    text = article.text
    given = find_given(article)
    edges = [0, *(edge for span in given for edge in (span.start, span.end)), len(text)]
    regions = [
        [*_find_lines(text, start, end)] for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    width = _find_width(text, [line for region in regions for line in (*region, None)])
    quoted = article.block_quotes
    found = [part for region in regions for part in _join_lines(text, region, width, quoted)]
    return tuple(sorted([*found, *(block for span in given if (block := trim(text, span)))]))


def find_given(article: Article) -> tuple[Span, ...]:
    """The article's own furniture, merged and in order.

    A span in the midst of a line (the address of a link) is left out: to cut there would
    tear the sentence around it in two.
    """
    text = article.text
    merged: list[Span] = []
    for span in sorted(article.furniture):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(span for span in merged if not _is_inside_line(text, span))


def _is_inside_line(text: str, span: Span) -> bool:
    before = re.compile(r"\S[^\S\r\n]*\Z").search(text, max(span.start - 200, 0), span.start)
    after = re.compile(r"[^\S\r\n]*\S").match(text, span.end)
    return bool(before and after) and not has_line_end(text, span.start, span.end)


def has_line_end(text: str, start: int, end: int) -> bool:
    """Whether a line ends in `[start, end)`."""
    return _LINE_END.search(text, start, end) is not None


def trim(text: str, span: Span) -> Span | None:
    """`span` without white space at its ends; None when nothing else is in it."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _find_lines(text: str, start: int, end: int) -> Iterator[Span | None]:
    """The lines of `[start, end)`, trimmed; None stands for a blank one."""
    for match in _LINE_END.finditer(text, start, end):
        yield trim(text, Span(start, match.start()))
        start = match.end()
    yield trim(text, Span(start, end))


def _find_width(text: str, lines: list[Span | None]) -> int:
    """The width the text was wrapped at, or 0 where lines are paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    broken = [a for a, b in pairs if _MIN_BROKEN <= len(a) <= _MAX_WIDTH and _flows(text, a, b)]
    # In running English about two of three lines broken at a width go on in lower case.
    if len(broken) < 2 or len(broken) * 4 < len(pairs):
        return 0
    return max(len(line) for line in broken)


def _flows(text: str, line: Span, following: Span) -> bool:
    """Whether the sentence of `line` plainly goes on in the next line."""
    last = line.of(text)[-8:].rstrip(_CLOSERS)[-1:]
    return last not in tuple(".!?…:") and text[following.start].islower()


def _join_lines(
    text: str, lines: list[Span | None], width: int, quoted: tuple[Span, ...]
) -> Iterator[Span]:
    block: Span | None = None
    last: Span | None = None
    for line in (*lines, None):
        if (
            block
            and last
            and line
            and (_in_one(quoted, last, line) or _continues(text, block, last, line, width))
        ):
            block = Span(block.start, line.end)
        else:
            if block:
                yield from _split_marker(text, block)
            block = line
        last = line


def _in_one(quoted: tuple[Span, ...], line: Span, following: Span) -> bool:
    """Whether both lines are of one quote that the format sets off: blank lines part it, only."""
    place = bisect_right(quoted, line.end, key=lambda span: span.start) - 1
    return place >= 0 and quoted[place].end >= following.end


def _continues(text: str, block: Span, line: Span, following: Span, width: int) -> bool:
    if _NEW_ITEM.match(text, following.start):
        return False
    if len(block) >= _MIN_BROKEN and _flows(text, line, following):
        return True
    if not width or not width * 0.5 < len(line) <= width + 8:
        return False
    # A wrapped line is full: the first word of the next one would not have fitted on it.
    word = _WORD.match(text, following.start)
    return word is not None and len(line) + 1 + len(word.group()) > width * 0.9


def _split_marker(text: str, block: Span) -> Iterator[Span]:
    marker = _MARKER.match(text, block.start, block.end)
    rest = trim(text, Span(marker.end(), block.end)) if marker else None
    if marker and rest and _LETTER.search(text, rest.start, rest.end):
        yield Span(marker.start(), marker.end())
        yield rest
    else:
        yield block
