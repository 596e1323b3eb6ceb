"""Lines and columns of the places that diagnostics point at."""

from __future__ import annotations

import re

from attrib.records import Article, RawMap

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
    return RawMap((0,), (0,), find_line_starts(article.text))


def line_and_column(article: Article, offset: int) -> tuple[int, int]:
    """Line and column, 1-based and in code points, of a text offset in the article's file.

    Where the text was taken out of markup or JSON the article's map leads to the raw file;
    else the text is the file. A line ends with a line feed, a carriage return or both, and
    with nothing else: U+2028 and the form feed are characters of the line, as in editors.
    """
    if article.raw is not None:
        return article.raw.line_and_column(offset)
    text = article.text
    # A carriage return just before the offset has not ended its line if a line feed follows.
    end = offset - 1 if text[max(offset - 1, 0) : offset + 1] == "\r\n" else offset
    line = 1 + text.count("\n", 0, end) + text.count("\r", 0, end) - text.count("\r\n", 0, end)
    start = 1 + max(text.rfind("\n", 0, end), text.rfind("\r", 0, end))
    return line, offset - start + 1
