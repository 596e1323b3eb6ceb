"""Spans written as inline markup: `[source Anna Rao] [cue said] [content it was late]`.

`marked` returns the plain text and, for each label in order of appearance, its spans.
Brackets do not nest; a label may be given any number of times.
"""

from __future__ import annotations

import re

from attrib.records import Span

_MARK = re.compile(r"\[(\w+) ([^\[\]]*)\]")


def marked(markup: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    """The text without markup, and the spans of each label."""
    text, last = "", 0
    spans: dict[str, tuple[Span, ...]] = {}
    for match in _MARK.finditer(markup):
        text += markup[last : match.start()]
        start = len(text)
        text += match.group(2)
        spans[match.group(1)] = (*spans.get(match.group(1), ()), Span(start, len(text)))
        last = match.end()
    return text + markup[last:], spans
