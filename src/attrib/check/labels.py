"""Speakers by the labels of a transcript that an article quotes: "MOSS: We want it back."

Every paragraph of such a passage begins with a quotation mark; to the earlier stages all of it
is one quote, of whoever printed it.
"""

from __future__ import annotations

import re

from attrib.records import Source, Span

_LABEL = re.compile(
    r"[“\"„«‘']\s?(?P<name>[^\W\d_a-z][^\W\d_a-z.'’-]+(?: [^\W\d_a-z][^\W\d_a-z.'’-]+){0,2}):\s"
)
_OPENS = re.compile(r"[“\"„«‘']")
_MOST = 12
"""Paragraphs back in which the label is looked for."""


def find_labelled(text: str, span: Span) -> Source | None:
    """Whose turn the words at `span` are, by the last label in capitals before them."""
    end = span.start
    for _ in range(_MOST):
        start = text.rfind("\n", 0, end) + 1
        label = _LABEL.match(text, start)
        if label and label.end() <= span.start:
            name = label["name"].title()
            return Source(f"label:{name}", name, "NIN", True, "named")
        if not _OPENS.match(text, start) or not start:
            return None
        end = start
        while end and text[end - 1].isspace():
            end -= 1
    return None
