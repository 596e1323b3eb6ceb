"""Inline code of Markdown: a run of backticks opens it, the next run as long closes it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_RUN = re.compile(r"`+")


def pair_backticks(raw: str, start: int, end: int) -> Mapping[int, int]:
    """Where each run of backticks in `[start, end)` begins that may open code, and where that code
    ends; what stands inside other code opens none, which is the reader's to mind."""
    runs = [match.span() for match in _RUN.finditer(raw, start, end)]
    following: dict[int, int] = {}
    pairs: dict[int, int] = {}
    for first, last in reversed(runs):
        if last - first in following:
            pairs[first] = following[last - first]
        following[last - first] = last
    return pairs
