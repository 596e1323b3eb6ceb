"""When an article was published, as far as its date says so, and which of two came later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from attrib.report.phrasing import say_date

DAY = 24 * 60
"""Minutes of a day."""
_WRITTEN = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?(?!\d)"
)
_EPOCH = date(1970, 1, 1).toordinal()
_YEARS = range(1600, 3000)
"""Years in which a newspaper may have come out; 0001 and 9999 stand for no date."""


@dataclass(frozen=True, slots=True)
class When:
    """A date of publication, with its time of day where that is given.

    `day` is the day as printed, in days since 1970. `start` and `end` are minutes since then:
    of a time the same instant, in UTC where `zone` says how far it lies off; of a date alone
    the whole of its day, for it has no time.
    """

    day: int
    start: int
    end: int
    clock: str = ""
    """The time as printed, "09:30"; "" for a date alone."""
    zone: str = ""
    """"UTC", "UTC+2", "UTC−4:30"; "" where none is given."""

    @property
    def has_time(self) -> bool:
        return bool(self.clock)

    @property
    def middle(self) -> int:
        return (self.start + self.end) // 2

    @property
    def said(self) -> str:
        """ "6 May 2031", "6 May 2031, 09:30 UTC+2"."""
        return ", ".join(filter(None, (say_day(self.day), f"{self.clock} {self.zone}".strip())))

    @property
    def drawn(self) -> str:
        """ "6 May 2031, 09:30 UTC+2", with three letters of the month: for a drawing."""
        clock = f"{self.clock} {self.zone}".strip()
        return ", ".join(filter(None, (draw_day(self.day), clock)))


def read_when(published: str | None) -> When | None:
    """What `published` says; None where it is no ISO date of the calendar."""
    found = _WRITTEN.match(published or "")
    if not found:
        return None
    try:
        printed = date.fromisoformat(found["date"])
    except ValueError:
        return None
    if printed.year not in _YEARS:
        return None
    day = printed.toordinal() - _EPOCH
    alone = When(day, day * DAY, (day + 1) * DAY)
    if found["hour"] is None:
        return alone
    minutes, offset = int(found["hour"]) * 60 + int(found["minute"]), _offset(found["zone"])
    # Midnight to the second is how a feed writes that it knows the day alone.
    if minutes == 0 and found["second"] in (None, "00") and not offset:
        return alone
    start = day * DAY + minutes - (offset or 0)
    return When(day, start, start, f"{found['hour']}:{found['minute']}", _say_zone(offset))


def order(when: When) -> tuple[int, bool, int]:
    """Sort key: by instant, a date alone before the times of its day."""
    return when.start, when.has_time, when.day


def is_later(one: When, other: When) -> bool:
    """Whether `one` is surely after `other`: by the clock where both have one, else by the day."""
    if one.has_time and other.has_time and bool(one.zone) == bool(other.zone):
        return one.start > other.start
    return one.day > other.day


def say_day(day: int) -> str:
    """ "6 May 2031" for days since 1970."""
    return say_date(date.fromordinal(day + _EPOCH).isoformat())


def draw_day(day: int) -> str:
    """ "6 Sep 2031" for days since 1970."""
    number, month, year = say_day(day).split()
    return f"{number} {month[:3]} {year}"


def _offset(zone: str | None) -> int | None:
    """Minutes by which local time is ahead of UTC; None where no zone is given."""
    if zone is None:
        return None
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return -minutes if zone[0] == "-" else minutes


def _say_zone(offset: int | None) -> str:
    if not offset:
        return "" if offset is None else "UTC"
    hours, minutes = divmod(abs(offset), 60)
    sign = "+" if offset > 0 else "−"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
