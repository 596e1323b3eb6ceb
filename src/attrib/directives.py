"""Comments in a draft that speak to attrib: which there are, and where they end.

    <!-- attrib-disable-next AT101: the desk knows who it is -->
    <!-- attrib-disable AT301, AT302: a play, printed whole --> ... <!-- attrib-enable -->

The first holds for the rest of its paragraph or, where nothing follows in that, for the next
one; the second up to the next attrib-enable for the same checks, or to the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from attrib.records import Span

_COMMENT = re.compile(
    r"<!--\s*attrib-(?P<verb>disable-next|disable|enable)(?![\w-])"
    r"(?P<codes>[^:<>]*?)(?::(?P<reason>(?:(?!-->)[^<>])*?))?\s*-->"
)
_PARAGRAPH_END = re.compile(r"\r?\n[ \t]*\r?\n|\r[ \t]*\r|\Z")
_SEPARATOR = re.compile(r"[\s,]+")

Verb = Literal["disable-next", "disable", "enable"]


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment: `codes` are those of checks, their names or beginnings, as written."""

    span: Span
    verb: Verb
    codes: tuple[str, ...]
    reason: str


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


def find_silences(text: str) -> tuple[Silence, ...]:
    """What the directives in `text` ask for, in order of the directives."""
    directives = find_directives(text)
    return tuple(_silences(directives, text))


def _silences(directives: tuple[Directive, ...], text: str) -> Iterator[Silence]:
    for number, directive in enumerate(directives):
        start = directive.span.end
        if directive.verb == "disable-next":
            yield Silence(directive, Span(start, _end_of_next(text, start)))
        elif directive.verb == "disable":
            end = next(
                (
                    later.span.start
                    for later in directives[number + 1 :]
                    if later.verb == "enable" and _ends(later, directive)
                ),
                len(text),
            )
            yield Silence(directive, Span(start, end))


def _ends(enable: Directive, disable: Directive) -> bool:
    return not enable.codes or bool(set(enable.codes) & set(disable.codes))


def _end_of_next(text: str, start: int) -> int:
    """The end of the paragraph that the first word behind `start` stands in."""
    end = _PARAGRAPH_END.search(text, start)
    while end and end.start() < len(text) and not _words_in(text, start, end.start()):
        end = _PARAGRAPH_END.search(text, end.end())
    return end.start() if end else len(text)


def _words_in(text: str, start: int, end: int) -> bool:
    return bool(_COMMENT.sub("", text[start:end]).strip())


def _read(match: re.Match[str]) -> Directive:
    codes = tuple(code for code in _SEPARATOR.split(match["codes"].strip()) if code)
    verb: Verb = match["verb"]  # type: ignore[assignment]
    return Directive(Span(*match.span()), verb, codes, " ".join((match["reason"] or "").split()))
