"""Lines of a set width on a terminal, where not every character is one column wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_TWO_COLUMNS = frozenset("WF")
_NO_COLUMN = frozenset({"Mn", "Me", "Cf"})


def measure(text: str) -> int:
    """Columns that `text` takes: none for combining marks, two for most of Chinese, Japanese
    and Korean and for emoji."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """`text` in lines of `width` columns at most, broken at spaces, the first begun with `first`
    and the others with `rest`; a word that no line can hold is broken where it must. Runs of
    spaces count as one; no text, no line."""
    lines: list[str] = []
    line, room = "", width - measure(first)
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if measure(joined) <= room:
            line = joined
            continue
        *full, last = _cut(word, width - measure(rest))
        for piece in (line, *full):
            if piece:
                lines.append((rest if lines else first) + piece)
        line, room = last, width - measure(rest)
    if line:
        lines.append((rest if lines else first) + line)
    return lines


def _cut(word: str, room: int) -> Iterator[str]:
    piece, columns = "", 0
    for letter in word:
        if piece and columns + _columns(letter) > room:
            yield piece
            piece, columns = "", 0
        piece, columns = piece + letter, columns + _columns(letter)
    yield piece


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_COLUMN:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _TWO_COLUMNS else 1
