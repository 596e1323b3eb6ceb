"""What a headline asserts, apart from the name of the outlet and the words it leaves to others."""

from __future__ import annotations

import re

from attrib.check.draft import Headline
from attrib.records import Span

# An outlet's name after the headline: "Firm dumped waste | The Daily Example".
_OUTLET = re.compile(r"\s+[|–—-]\s+(?:[A-Z][\w.'’]*\s*){1,5}$")
# A colon names a speaker, a question asserts nothing, quoted words are someone's.
_MARKS = re.compile(r"""["“”«»?:‘]|(?<!\w)'""")

_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]|(?<!\w)[‘'](?:[^’']|(?<=\w)['’](?=\w))*['’](?!\w)")


def find_assertion(headline: Headline) -> Span:
    """The headline without white space around it and without the outlet's name after it."""
    words = headline.span.of(headline.text)
    suffix = _OUTLET.search(words)
    words = words[: suffix.start()] if suffix else words.rstrip()
    start = headline.span.start + len(words) - len(words.lstrip())
    return Span(start, max(headline.span.start + len(words), start))


def has_marks(headline: Headline, span: Span) -> bool:
    """Whether marks show that the words are somebody's, or a question."""
    return _MARKS.search(headline.text, span.start, span.end) is not None


def find_quoted(text: str) -> tuple[Span, ...]:
    """What stands in quotation marks, double or single, marks included."""
    return tuple(Span(*found.span()) for found in _QUOTED.finditer(text))
