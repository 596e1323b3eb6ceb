"""Dates of publication: what they say, and which of two is surely later."""

from __future__ import annotations

import pytest

from attrib.report.when import DAY, is_later, order, read_when


@pytest.mark.parametrize(
    ("published", "said", "drawn"),
    [
        ("2031-05-06", "6 May 2031", "6 May 2031"),
        ("2031-09-06T09:30:00Z", "6 September 2031, 09:30 UTC", "6 Sep 2031, 09:30 UTC"),
        ("2031-05-06 09:30", "6 May 2031, 09:30", "6 May 2031, 09:30"),
        ("2031-05-06T09:30+0200", "6 May 2031, 09:30 UTC+2", "6 May 2031, 09:30 UTC+2"),
        ("2031-05-06T09:30-03:30", "6 May 2031, 09:30 UTC−3:30", "6 May 2031, 09:30 UTC−3:30"),
        # How a feed writes that it knows the day alone.
        ("2031-05-06T00:00:00Z", "6 May 2031", "6 May 2031"),
        ("2031-05-06T00:00:07Z", "6 May 2031, 00:00 UTC", "6 May 2031, 00:00 UTC"),
        ("2031-05-06T25:99", "6 May 2031", "6 May 2031"),
    ],
)
def test_a_date_is_read_with_its_time_and_zone(published: str, said: str, drawn: str) -> None:
    when = read_when(published)
    assert when is not None
    assert (when.said, when.drawn) == (said, drawn)


@pytest.mark.parametrize(
    "published",
    [None, "", "yesterday", "2031-02-30", "2031-13-01", "0001-01-01", "9999-12-31T23:59-14:00",
     "2031-05-061", "6 May 2031"],
)  # fmt: skip
def test_what_is_no_date_of_the_calendar_is_none(published: str | None) -> None:
    assert read_when(published) is None


def read(published: str) -> tuple[int, int]:
    when = read_when(published)
    assert when is not None
    return when.start, when.end


def test_a_zone_moves_the_instant_and_a_date_alone_is_its_whole_day() -> None:
    assert read("2031-05-06T09:30+02:00") == read("2031-05-06T07:30Z")
    assert read("2031-05-06T22:30-05:00") == read("2031-05-07T03:30Z")
    start, end = read("2031-05-06")
    assert end - start == DAY
    assert start == read("2031-05-06T00:00:01Z")[0]


@pytest.mark.parametrize(
    ("later", "earlier", "surely"),
    [
        ("2031-05-07", "2031-05-06", True),
        # Two dates alone of one day are in no order, nor is a date alone and a time of its day.
        ("2031-05-06", "2031-05-06", False),
        ("2031-05-06T23:00Z", "2031-05-06", False),
        ("2031-05-06", "2031-05-06T01:00Z", False),
        ("2031-05-06T09:30Z", "2031-05-06T09:00Z", True),
        # The clocks say otherwise than the instants.
        ("2031-05-06T08:00-05:00", "2031-05-06T09:00+02:00", True),
        ("2031-05-06T09:00+02:00", "2031-05-06T08:00-05:00", False),
        # Next day by the calendar there, yet before.
        ("2031-05-07T01:00+09:00", "2031-05-06T20:00Z", False),
        # Without a zone a time is compared by its day alone with one that has it.
        ("2031-05-06T12:00", "2031-05-06T09:00Z", False),
    ],
)
def test_only_what_is_surely_later_is_later(later: str, earlier: str, surely: bool) -> None:
    one, other = read_when(later), read_when(earlier)
    assert one is not None
    assert other is not None
    assert is_later(one, other) is surely
    assert not (is_later(one, other) and is_later(other, one))


def test_order_is_by_instant_and_a_date_alone_comes_before_the_times_of_its_day() -> None:
    written = [
        "2031-05-06", "2031-05-06T01:00+00:30", "2031-05-06T09:00+02:00", "2031-05-06T08:00Z",
        "2031-05-07", "2031-05-06T23:00-05:00",
    ]  # fmt: skip
    whens = [when for when in map(read_when, reversed(written)) if when is not None]
    assert sorted(whens, key=order) == whens[::-1]
