"""A stretch of time laid on a line of a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attrib.report.when import DAY, When, draw_day

_HOUR = 60
_DAY_STEPS = (1, 2, 7, 14, 28, 91, 182, 365, 1826, 3652)
_HOUR_STEPS = (1, 2, 3, 6, 12)
_MOST_TICKS = 14
_SHORT = 36 * _HOUR
"""Up to how many minutes times alone are laid out by the hour."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Minutes `first` to `last` on the units `left` to `right` of a drawing.

    `ticks` are positions of days or hours; `begins` and `ends` say the two ends in words.
    """

    first: int
    last: int
    left: int
    right: int
    ticks: tuple[int, ...]
    begins: str
    ends: str

    def place(self, minute: int) -> int:
        """Where a minute lies; what is outside lies at the nearer end."""
        return _place(minute, (self.first, self.last), self.left, self.right)


def lay_axis(whens: Sequence[When], left: int, right: int) -> Axis | None:
    """An axis on which all of `whens` lie; None where they are not apart in time.

    What was published on one day is laid out by its times, if there are two of them.
    """
    timed = [when for when in whens if when.has_time]
    by_hour = len({when.day for when in whens}) == 1 or (
        len(timed) == len(whens) and _spread(timed) <= _SHORT
    )
    drawn = timed if by_hour else whens
    if len({when.start for when in drawn}) < 2:
        return None
    unit = _HOUR if by_hour else DAY
    first = min(when.start for when in drawn) // unit * unit
    # The end of a date alone is the first minute of the next day.
    last = -(-max(max(when.end, when.start + 1) for when in drawn) // unit) * unit
    steps = _HOUR_STEPS if by_hour else _DAY_STEPS
    ticks = tuple(
        _place(minute, (first, last), left, right) for minute in _ticks(first, last, unit, steps)
    )
    if by_hour:
        zone = " UTC" if any(when.zone for when in drawn) else ""
        begins, ends = (f"{minute % DAY // 60:02}:00{zone}" for minute in (first, last))
    else:
        begins, ends = draw_day(first // DAY), draw_day((last - 1) // DAY)
    return Axis(first, last, left, right, ticks, begins, ends)


def _spread(whens: Sequence[When]) -> int:
    starts = [when.start for when in whens]
    return max(starts) - min(starts) if starts else 0


def _ticks(first: int, last: int, unit: int, steps: Sequence[int]) -> Iterable[int]:
    units = (last - first) // unit
    step = next((step for step in steps if units // step <= _MOST_TICKS), units)
    return (first + number * unit for number in range(0, units + 1, step))


def _place(minute: int, span: tuple[int, int], left: int, right: int) -> int:
    first, last = span
    return left + round((right - left) * (min(max(minute, first), last) - first) / (last - first))
