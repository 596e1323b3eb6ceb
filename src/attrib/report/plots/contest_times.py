"""When each answer to one contested matter was given: a line of time for every side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attrib.report.claims import ClaimView
from attrib.report.index import Index
from attrib.report.phrasing import cut
from attrib.report.plots.axis import Axis, lay_axis
from attrib.report.when import When, order, read_when

_LEFT, _RIGHT = 12, 328
_WIDTH = 340
_TOP, _ROW = 20, 44
_FOOT = 12
"""Room below the last line, for the words at the ends of the axis."""
_MARK = 18
"""Marks nearer than this would overlap: they become one, with their number in it."""
_SIDES = 8
_LONGEST = 44


@dataclass(frozen=True, slots=True)
class Moment:
    """Who gave which answer when, and in which outlet; `date` in words, "" where there is none."""

    date: str
    speaker: str
    value: str
    outlet: str
    claim: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One or `number` answers at `x`; a line from `start` to `end` shows a date without a time."""

    x: int
    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class SideLine:
    """A side: its value, cut to what fits, and its marks from left to right."""

    value: str
    label: str
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every moment, in order of time and the undated last, and the drawing of those with a date.

    `hidden` sides beyond the first eight are in the table alone.
    """

    moments: tuple[Moment, ...]
    lines: tuple[SideLine, ...]
    axis: Axis
    hidden: int
    width: int
    height: int


def lay_in_time(sides: Iterable[tuple[str, Sequence[ClaimView]]], index: Index) -> Timeline | None:
    """The answers by side and time; None where those with a date are not apart in time."""
    given = [(value, view) for value, views in sides for view in views]
    dated = [
        (when, value, view)
        for value, view in given
        if (when := read_when(index.articles[view.claim.article].published)) is not None
    ]
    axis = lay_axis([when for when, _, _ in dated], _LEFT, _RIGHT)
    if axis is None:
        return None
    dated.sort(key=lambda item: (order(item[0]), item[1], item[2].speaker, item[2].outlet))
    known = {view.id for _, _, view in dated}
    moments = [_moment(when.said, value, view) for when, value, view in dated] + [
        _moment(view.date, value, view) for value, view in given if view.id not in known
    ]
    values = list(dict.fromkeys(value for value, _ in given))
    lines = tuple(
        SideLine(
            value,
            cut(value, _LONGEST),
            _TOP + _ROW * place,
            _marks([when for when, mine, _ in dated if mine == value], axis),
        )
        for place, value in enumerate(values[:_SIDES])
    )
    return Timeline(
        _once(moments),
        lines,
        axis,
        max(len(values) - _SIDES, 0),
        _WIDTH,
        _TOP + _ROW * len(lines) + _FOOT,
    )


def _moment(date: str, value: str, view: ClaimView) -> Moment:
    return Moment(date, view.speaker, value, view.outlet, view.id)


def _once(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Without what somebody says a second time in the same article."""
    found: dict[tuple[str, str, str, str], Moment] = {}
    for moment in moments:
        key = (moment.date, moment.speaker, moment.value, moment.outlet)
        found.setdefault(key, moment)
    return tuple(found.values())


def _marks(whens: Sequence[When], axis: Axis) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for when in sorted(whens, key=lambda item: item.middle):
        mark = Mark(axis.place(when.middle), axis.place(when.start), axis.place(when.end), 1)
        if marks and mark.x - marks[-1].x < _MARK:
            last = marks.pop()
            start, end = min(last.start, mark.start), max(last.end, mark.end)
            mark = Mark(last.x, start, end, last.number + 1)
        marks.append(mark)
    return tuple(marks)
