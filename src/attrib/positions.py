"""Lines and columns of the places that diagnostics point at."""

from __future__ import annotations

import re

from attrib.plain import put_back
from attrib.records import Article, RawMap, Span, WayBack

_LINE_END = re.compile(r"\r\n?|\n")


def find_line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which the lines of `text` begin; the first is 0."""
    return (0, *(end.end() for end in _LINE_END.finditer(text)))


def map_lines(article: Article) -> RawMap:
    """The article's map to its raw file; answers as `line_and_column` does, for many offsets.

    Building it reads the text once; after that each place takes logarithmic time.
    """
    if article.raw is not None:
        return article.raw
    if article.way_back is not None:
        return _map_markup(article.way_back)
    return RawMap((0,), (0,), find_line_starts(article.text))


def _map_markup(way: WayBack) -> RawMap:
    runs = [(0, 0)]
    for part, end in zip(way.written.markup, way.ends, strict=True):
        runs += [(end - 1, part.span.start)] if part.read_as else []
        runs.append((end, part.span.end))
    starts = find_line_starts(way.written.text)
    return RawMap(tuple(at for at, _ in runs), tuple(at for _, at in runs), starts)


def line_and_column(article: Article, offset: int) -> tuple[int, int]:
    """Line and column, 1-based and in code points, of a text offset in the article's file.

    Where the text was taken out of markup or JSON the article's map leads to the raw file;
    else the text is the file. A line ends with a line feed, a carriage return or both, and
    with nothing else: U+2028 and the form feed are characters of the line, as in editors.
    """
    if article.raw is not None:
        return article.raw.line_and_column(offset)
    if article.way_back is not None:
        offset = put_back(article, Span(offset, offset)).start
        return line_and_column(article.way_back.written, offset)
    text = article.text
    # A carriage return just before the offset has not ended its line if a line feed follows.
    end = offset - 1 if text[max(offset - 1, 0) : offset + 1] == "\r\n" else offset
    line = 1 + text.count("\n", 0, end) + text.count("\r", 0, end) - text.count("\r\n", 0, end)
    start = 1 + max(text.rfind("\n", 0, end), text.rfind("\r", 0, end))
    return line, offset - start + 1
