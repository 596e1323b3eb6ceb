"""Quotation marks of one paragraph, told from apostrophes, primes and inch marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from attrib.records import Span

Family = Literal["double", "single", "angle"]

_MARK = re.compile("``|''|‘‘|’’|[\"“”„‟″«»'‘’‚‛`]")
_FEET = re.compile("[\\d½¼¾]['’′](?:\\d{1,2}(?!\\d)|\\s\\d{1,2}(?=[\"”″]|''))(?:[\"”″]|'')?")
_LETTERS = re.compile(r"[^\W\d_]+")
_DECADE = re.compile(r"\d\ds\b")
_FAMILIES: dict[str, Family] = {"«": "angle", "»": "angle"}
_FAMILIES |= dict.fromkeys("'‘’‚‛`", "single")
_BRACKETS = "([{<"
_DASHES = "-–—―/"
_SIGNS = "$£€¥#@&*+"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that may open or close a quote, as what stands beside it allows."""

    start: int
    end: int
    text: str
    family: Family
    can_open: bool
    """Nothing, space, a bracket or a dash before it, and the beginning of words after it."""
    can_close: bool
    """Something before it, and space, punctuation or nothing after it."""
    is_strong: bool
    """A closing mark right after a stop or comma: no apostrophe stands there."""
    after_digit: bool
    before_space: bool


def find_marks(text: str, span: Span, elisions: frozenset[str]) -> Iterator[Mark]:
    """The marks of one paragraph, in order; apostrophes and feet and inches left out.

    `elisions` are words that begin with an apostrophe ('til), without it.
    """
    feet = [match.span() for match in _FEET.finditer(text, span.start, span.end)]
    feet.reverse()
    for match in _MARK.finditer(text, span.start, span.end):
        while feet and feet[-1][1] <= match.start():
            feet.pop()
        if feet and feet[-1][0] < match.start():
            continue
        before = text[match.start() - 1] if match.start() > span.start else ""
        after = text[match.end() : min(match.end() + 2, span.end)]
        mark = _read_mark(match, before, after)
        if mark.family == "single" and _is_apostrophe(text, mark, before, after, elisions):
            continue
        yield mark


def _read_mark(match: re.Match[str], before: str, after: str) -> Mark:
    glyph = match.group()
    outside = not before or before.isspace() or before in _BRACKETS
    family = _FAMILIES.get(glyph, "double")
    begins = _begins_words(after) or (not before and family != "single")
    return Mark(
        start=match.start(),
        end=match.end(),
        text=glyph,
        family=family,
        can_open=begins and (outside or before in _DASHES or bool(_MARK.match(before))),
        can_close=not outside and not (after[:1].isalnum() or after[:1] in tuple(_SIGNS)),
        is_strong=before in tuple(".,!?…;"),
        after_digit=before.isdigit(),
        before_space=not after or after[0].isspace(),
    )


def _begins_words(after: str) -> bool:
    if not after or after[0].isspace():
        return False
    opens = after[0].isalnum() or after[0] in _SIGNS + _BRACKETS + "…¿¡" or after == ".."
    return opens or bool(_MARK.match(after))


def _is_apostrophe(
    text: str, mark: Mark, before: str, after: str, elisions: frozenset[str]
) -> bool:
    """Whether a single mark belongs to a word: don't, '90s, 'til, rock 'n' roll."""
    if before.isalnum() and after[:1].isalnum():
        return True
    if not mark.can_open:
        # The second mark of 'n' closes nothing.
        return "n" in elisions and text[max(mark.start - 3, 0) : mark.start] in (
            " 'n",
            " ‘n",
            " ’n",
        )
    word = _LETTERS.match(text, mark.end)
    return bool(_DECADE.match(text, mark.end)) or (word is not None and word.group() in elisions)
