"""Comments in a draft that speak to attrib: which there are, and where they end.

    <!-- attrib-disable-next AT101: the desk knows who it is -->
    <!-- attrib-disable AT301, AT302: a play, printed whole --> ... <!-- attrib-enable -->

The first holds for the rest of its paragraph or, where nothing follows in that, for the next
one; the second up to the next attrib-enable for the same checks, or to the end. A comment with
another word behind "attrib-" is found too, and asks for nothing: whoever wrote it thinks it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.records import Directive, Span

# Neither codes nor reason hold an angle bracket, so that no comment is looked at twice.
_COMMENT = re.compile(r"<!--\s*attrib-(\w+(?:-\w+)*)([^<>]*)-->")
_BLANK = re.compile(r"\r?\n[ \t]*\r?\n|\r[ \t]*\r")
_WORD = re.compile(r"\S")
_SEPARATOR = re.compile(r"[\s,]+")


VERBS = ("disable-next", "disable", "enable")
"""What may stand behind "attrib-"."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What a directive asks for: no findings of `codes` (none named: of any) in `span`."""

    directive: Directive
    span: Span


def find_directives(text: str) -> tuple[Directive, ...]:
    """All comments that speak to attrib, in order."""
    if "<!--" not in text:
        return ()
    return tuple(_read(match) for match in _COMMENT.finditer(text))


def find_silences(text: str, directives: Sequence[Directive]) -> tuple[Silence, ...]:
    """What the directives, in order, ask for in `text`."""
    silences = []
    # From the last to the first, so that no stretch of the text is searched twice over.
    following = end_of_own = end_of_next = all_enabled = len(text)
    enabled: dict[str, int] = {}
    for directive in reversed(directives):
        start = directive.span.end
        blank = _BLANK.search(text, start, following)
        word = _WORD.search(text, start, following)
        if word:
            after = _BLANK.search(text, word.start(), following)
            end_of_next = after.start() if after else end_of_own
        end_of_own = blank.start() if blank else end_of_own
        if directive.verb == "disable-next":
            silences.append(Silence(directive, Span(start, end_of_next)))
        elif directive.verb == "disable":
            ends = (enabled.get(code, len(text)) for code in directive.codes)
            silences.append(Silence(directive, Span(start, min(all_enabled, *ends, len(text)))))
        elif directive.verb != "enable":
            pass
        elif directive.codes:
            enabled.update(dict.fromkeys(directive.codes, directive.span.start))
        else:
            all_enabled = directive.span.start
        following = directive.span.start
    return tuple(reversed(silences))


def _read(match: re.Match[str]) -> Directive:
    codes, _, reason = match[2].partition(":")
    named = tuple(code for code in _SEPARATOR.split(codes) if code)
    return Directive(Span(*match.span()), match[1], named, " ".join(reason.split()))
