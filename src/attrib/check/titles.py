"""What a headline asserts, apart from the name of the outlet and the words it leaves to others."""

from __future__ import annotations

import re

from attrib.check.draft import Headline
from attrib.records import Span

# An outlet's name after the headline: "Firm dumped waste | The Daily Example".
_OUTLET = re.compile(r"\s+[|–—-]\s+(?:[A-Z][\w.'’]*\s*){1,5}$")
# A colon names a speaker, a question asserts nothing, quoted words are someone's.
_MARKS = re.compile(r"""["“”«»?:‘]|(?<!\w)'""")
# The most words of a label or a speaker before a colon.
_LABEL = 3

_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]|(?<!\w)[‘'](?:[^’']|(?<=\w)['’](?=\w))*['’](?!\w)")


def find_assertion(headline: Headline) -> Span:
    """The headline without white space around it and without the outlet's name after it."""
    words = headline.span.of(headline.text)
    suffix = _OUTLET.search(words)
    words = words[: suffix.start()] if suffix else words.rstrip()
    start = headline.span.start + len(words) - len(words.lstrip())
    return Span(start, max(headline.span.start + len(words), start))


def find_statement(headline: Headline, span: Span) -> Span:
    """The part of `span` before a colon, or behind it where only a label stands before.

    Empty where a speaker may stand behind it.
    """
    colon = headline.text.find(":", span.start, span.end)
    if colon < 0:
        return span
    before, after = (
        headline.text[start:end].split() for start, end in ((span.start, colon), (colon, span.end))
    )
    # "Firm dumped waste: inspector".
    if len(after) - 1 <= _LABEL:
        return Span(colon, colon)
    if len(before) > _LABEL:
        return Span(span.start, colon)
    return Span(min(colon + 2, span.end), span.end)


def has_marks(headline: Headline, span: Span) -> bool:
    """Whether marks show that the words are somebody's, or a question."""
    return _MARKS.search(headline.text, span.start, span.end) is not None


def find_quoted(text: str) -> tuple[Span, ...]:
    """What stands in quotation marks, double or single, marks included."""
    return tuple(Span(*found.span()) for found in _QUOTED.finditer(text))
