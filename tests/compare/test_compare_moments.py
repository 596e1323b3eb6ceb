"""Times of day, days, dates and years: read as intervals, and held against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import LEXICON

from attrib.compare.clocks import clock_gap
from attrib.compare.figures import clash, is_same_slot
from attrib.compare.moments import MOMENTS
from attrib.compare.quantities import find_quantities
from attrib.compare.quantity import Quantity


def moments(text: str) -> list[Quantity]:
    return [q for q in find_quantities(text, LEXICON) if q.unit in MOMENTS]


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("The ferry sailed at 6.10am", "clock", 370, 370),
        ("The ferry sailed at 6:10 p.m. sharp", "clock", 1090, 1090),
        ("The ferry sailed at 18:10", "clock", 1090, 1090),
        ("The ferry sailed at 7 o'clock in the evening", "clock", 1140, 1140),
        ("The ferry sailed at six in the morning", "clock", 360, 360),
        ("The ferry sailed at noon", "clock", 720, 720),
        ("The ferry sailed at around 6am", "clock", 345, 375),
        ("The ferry sailed shortly after 6am", "clock", 360, 400),
        ("The ferry sailed at a quarter past six in the morning", "clock", 375, 375),
        ("The ferry sailed around half past 11pm", "clock", 1400, 1420),
        ("The ferry sailed at ten to seven in the evening", "clock", 1130, 1130),
        ("The ferry sailed five minutes past midnight", "clock", 5, 5),
        ("The ferry sailed 20 minutes before 6am", "clock", 340, 340),
        ("The ferry sailed 10 minutes before midnight", "clock", 1430, 1430),
        ("The ferry sailed on Tuesday", "weekday", 1, 1),
        ("The ferry sailed on 12 November", "date", 353, 353),
        ("The ferry sailed on Nov. 12, 2017", "date", 353, 353),
        ("The ferry sailed on Boxing Day", "date", 398, 398),
        ("The ferry was built in 1987", "year", 1987, 1987),
        ("The ferry was built in the early 1990s", "year", 1990, 1994),
        ("The ferry was built in May 1987", "date", 156, 186),
        ("It closed in mid-May", "date", 164, 177),
        ("It will open in late March", "date", 111, 124),
        ("It closes between 00:00 and dawn", "clock", 0, 0),
        ("It ran from dawn to five in the morning", "clock", 300, 300),
    ],
)
def test_moment_is_read(text: str, unit: str, low: float, high: float) -> None:
    (found,) = moments(text)
    assert (found.unit, found.low, found.high) == (unit, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The index fell 6.10 points",
        "They won 3:10",
        "Ten to twelve people came",
        "About ten to twelve people came",
        "She left a quarter to six of them",
        "A quarter to be paid would do",
        "Mrs May spoke to the crowd",
        "It may sink",
        "The march of the unions",
        "It cost 1987 crowns",
        "six ferries sailed",
    ],
)
def test_what_is_no_moment(text: str) -> None:
    assert moments(text) == []


@pytest.mark.parametrize(
    ("one", "other", "clashes"),
    [
        ("It sailed at 6.04am", "It sailed at 6.10am", True),
        ("It sailed at about 6am", "It sailed at 6.10am", False),
        ("It sailed shortly after 6am", "It sailed at 6.08am", False),
        ("It sailed at midnight", "It sailed at 12 am", False),
        ("It sailed on Monday", "It sailed on Tuesday", True),
        ("It sailed late on Monday", "It sailed early on Tuesday", False),
        ("It sailed in 2014", "It sailed in 2015", True),
    ],
)
def test_two_moments_clash_or_not(one: str, other: str, clashes: bool) -> None:
    (left,), (right,) = moments(one), moments(other)
    assert clash(left, right) is clashes
    assert clash(right, left) is clashes


def test_times_of_two_zones_are_not_held_against_each_other() -> None:
    (one,), (other,) = moments("It fell at 6 am GMT"), moments("It fell at 3 pm JST")
    assert not is_same_slot(one, other, LEXICON)


@given(st.floats(0, 1440), st.floats(0, 1440))
def test_the_gap_is_the_shorter_way_round_the_clock(one: float, other: float) -> None:
    assert 0 <= clock_gap(one, other) <= 720
    assert clock_gap(one, other) == clock_gap(other, one)


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for quantity in find_quantities(f"It sailed at {text} am on {text}", LEXICON):
        assert 0 <= quantity.start < quantity.end


@pytest.mark.parametrize("text", ["It took five minutes past the quay", "90 minutes after noon"])
def test_minutes_that_lead_from_no_time_are_no_time(text: str) -> None:
    assert {moment.low for moment in moments(text)} <= {720}


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("The ferry left the quay at 8am", "start"),
        ("The ferry docked at 8am", "end"),
        ("The ferry touched down at 8am", "end"),
        ("The ferry left and docked at 8am", ""),
        ("The ferry sank at 8am", ""),
    ],
)
def test_time_is_of_the_start_or_the_end_of_a_course(text: str, aspect: str) -> None:
    (moment,) = moments(text)
    assert moment.aspect == aspect
