"""Character references (&amp; &#8217; &rsquo) decoded with the length each has in the file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

# The lengths are bounded, so that a reference of a million digits is text and no number.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,10};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_SHORTEST_NAME = 2


def find_references(raw: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and decoded characters of each character reference in `raw[start:end]`."""
    for match in _REFERENCE.finditer(raw, start, end):
        found = match.group()
        if found[1] == "#":
            yield match.start(), match.end(), html.unescape(found)
        elif name := _longest_name(found[1:]):
            yield match.start(), match.start() + 1 + len(name), html5[name]


def unescape(text: str) -> str:
    """`text` with its character references decoded."""
    pieces: list[str] = []
    at = 0
    for start, end, decoded in find_references(text, 0, len(text)):
        pieces += (text[at:start], decoded)
        at = end
    return "".join((*pieces, text[at:]))


def _longest_name(name: str) -> str | None:
    """The longest name that opens `name`: without its semicolon "&notit" is "¬it"."""
    for length in range(len(name), _SHORTEST_NAME - 1, -1):
        if name[:length] in html5:
            return name[:length]
    return None
