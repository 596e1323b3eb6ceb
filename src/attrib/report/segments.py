"""Cutting a text at every edge of its claims, so that overlapping spans can be shown.

Markup nests, spans do not: a claim may hold another, share its source, or run over a
paragraph's end. So the text is cut into pieces that never overlap, and each piece knows
everything that covers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from attrib.records import Claim, Span

Role = Literal["content", "source", "cue", "differs", "finding", "set-aside"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A part of a claim: its role and span, and whether the claim begins or ends there.

    A finding of the draft checks is marked likewise; `claim` is then its own id.
    """

    span: Span
    role: Role
    claim: str
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text whose every character is covered by the same marks.

    `claims` have it in their content, outermost first; `opens` are those whose first
    character stands at its start, `closes` those whose last stands at its end. `differs` says
    that no other side of a contest has these words, `set_aside` that somebody decided they are
    no claim. `findings` are those of the draft checks on it, `begins` and `ends` those whose
    first and last character stand at its edges.
    """

    text: str
    claims: tuple[str, ...] = ()
    is_source: bool = False
    is_cue: bool = False
    differs: bool = False
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    set_aside: bool = False


def find_marks(claims: Iterable[Claim]) -> tuple[Mark, ...]:
    """The marks of `claims` in order of (start, end); claims of one attribution share some."""
    marks: list[Mark] = []
    for claim in claims:
        marks.extend(
            Mark(span, "content", claim.id, span.start == claim.start, span.end == claim.end)
            for span in claim.content
        )
        if claim.source and claim.voice != "own":
            marks.append(Mark(claim.source.span, "source", claim.id))
        if claim.cue:
            marks.append(Mark(claim.cue.span, "cue", claim.id))
    return tuple(sorted(mark for mark in marks if len(mark.span)))


def split_text(text: str, room: Span, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """The part `room` of `text`, cut at the edges of `marks`; the pieces join up to it.

    `marks` are in order of start, as `find_marks` gives them.
    """
    inside = [mark for mark in marks if mark.span.overlaps(room)]
    edges = {edge for mark in inside for edge in (mark.span.start, mark.span.end)}
    cuts = sorted({room.start, room.end, *(edge for edge in edges if room.start < edge < room.end)})
    segments: list[Segment] = []
    covering: list[Mark] = []
    reached = 0
    for start, end in pairwise(cuts):
        while reached < len(inside) and inside[reached].span.start <= start:
            covering.append(inside[reached])
            reached += 1
        covering = [mark for mark in covering if mark.span.end > start]
        segments.append(_segment(text, Span(start, end), covering))
    return tuple(segments)


def _segment(text: str, span: Span, covering: list[Mark]) -> Segment:
    content = sorted(
        (mark for mark in covering if mark.role == "content"),
        key=lambda mark: (mark.span.start, -mark.span.end, mark.claim),
    )
    begun = (mark.claim for mark in content if mark.opens and mark.span.start == span.start)
    ended = (mark.claim for mark in content if mark.closes and mark.span.end == span.end)
    findings = [mark for mark in covering if mark.role == "finding"]
    return Segment(
        span.of(text),
        tuple(dict.fromkeys(mark.claim for mark in content)),
        any(mark.role == "source" for mark in covering),
        any(mark.role == "cue" for mark in covering),
        any(mark.role == "differs" for mark in covering),
        tuple(dict.fromkeys(begun)),
        tuple(dict.fromkeys(ended)),
        tuple(mark.claim for mark in findings),
        tuple(mark.claim for mark in findings if mark.span.start == span.start),
        tuple(mark.claim for mark in findings if mark.span.end == span.end),
        any(mark.role == "set-aside" for mark in covering),
    )
