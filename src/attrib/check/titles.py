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

# Between two statements of one headline.
_JOINT = re.compile(
    r",\s(?:and|but|then|while|as|after|before|now)?\s?(?:then\s)?|;\s|\s(?:as|while|after|before)\s"
)
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


def find_clauses(headline: Headline, span: Span) -> tuple[Span, ...]:
    """All of `span`, and what of it stands before or behind a comma or "as", if more than a label.

    "Speaker rigged vote, then went on holiday" is half a charge and half a plain fact.
    """
    found = [span]
    joint = _JOINT.search(headline.text, span.start, span.end)
    if joint is not None:
        parts = (Span(span.start, joint.start()), Span(joint.end(), span.end))
        found += [part for part in parts if len(part.of(headline.text).split()) > _LABEL]
    return tuple(found)


def find_tag(headline: Headline, span: Span) -> int | None:
    """Where a source behind the statement begins: "Firm will scrap routes, managers warn"."""
    comma = headline.text.rfind(", ", span.start, span.end)
    words = headline.text[comma : span.end].split()[1:] if comma >= 0 else []
    return comma if 1 < len(words) <= _LABEL + 1 else None


def has_marks(headline: Headline, span: Span) -> bool:
    """Whether marks show that the words are somebody's, or a question."""
    return _MARKS.search(headline.text, span.start, span.end) is not None


def find_quoted(text: str) -> tuple[Span, ...]:
    """What stands in quotation marks, double or single, marks included."""
    return tuple(Span(*found.span()) for found in _QUOTED.finditer(text))
