"""Times of day, days of the week, dates and years in running text, as intervals.

"At 6.10am" and "shortly after six" can be held against each other like two counts: the words
before a time widen it, and times of two zones are two things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.compare.clocks import CLOCK, Moment, find_clock
from attrib.compare.lexicon import Lexicon
from attrib.tokens import Token

WEEKDAY, DATE, YEAR = "weekday", "date", "year"
MOMENTS = frozenset({CLOCK, WEEKDAY, DATE, YEAR})
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
_YEAR = re.compile(r"(1[89]|20)\d\d\Z")
_DECADE = re.compile(r"(?:(early|mid|late)-)?((?:1[89]|20)\d0)s\Z")
_PARTS_OF_MONTH = {"early": (1, 12), "mid": (9, 22), "late": (18, 31)}
_BEFORE_MONTH = frozenset({"in", "since", "until", "last", "by"})
_SOON = 40
"""Minutes that "shortly after six" leaves."""


def find_moment(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """The moment that starts at token `place`, widened by the words before it."""
    moment = (
        find_clock(tokens, place, lexicon)
        or _date(tokens, place, lexicon)
        or _weekday(tokens, place, lexicon)
        or _year(tokens, place)
        or _decade(tokens, place)
    )
    return _widened(moment, tokens, lexicon) if moment else None


def _date(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """12 November, November 12, Nov. 12, each with or without the year; or a month alone."""
    lower = tokens[place].lower
    for value, names in lexicon.day_names:
        if tokens[place].is_capitalised and (length := names.length_at(tokens, place)):
            return Moment(place, place + length, DATE, value, value)
    part, _, rest = lower.partition("-")
    if part in _PARTS_OF_MONTH and rest in lexicon.month_numbers:
        return _month(tokens, place, place + 1, lexicon.month_numbers[rest], part)
    if lower in lexicon.month_numbers and tokens[place].is_capitalised:
        month, last = lexicon.month_numbers[lower], place + 1
        if last < len(tokens) and tokens[last].text == "." and len(lower) < 5:
            last += 1
        day = _ORDINAL.match(tokens[last].lower) if last < len(tokens) else None
        if not day or not 1 <= int(day[1]) <= 31:
            return _month(tokens, place, last, month, "")
        last += 1
    else:
        day = _ORDINAL.match(lower)
        last = place + 1
        if last < len(tokens) and tokens[last].lower == "of":
            last += 1
        if not day or last >= len(tokens) or tokens[last].lower not in lexicon.month_numbers:
            return None
        month, last = lexicon.month_numbers[tokens[last].lower], last + 1
    year, last = _year_behind(tokens, last)
    value = float(month * 31 + int(day[1]))
    return Moment(place, last, DATE, value, value, zone=year)


def _month(tokens: Sequence[Token], place: int, last: int, month: int, part: str) -> Moment | None:
    """A month by itself, or a part of one ("late May"), as the days that it has.

    Only where it is a month: behind "in", "since" and the like, or with its year.
    """
    year, end = _year_behind(tokens, last)
    before = tokens[place - 1].lower if place else ""
    if not part and before in _PARTS_OF_MONTH:
        part, place = before, place - 1
    if not (year or part or before in _BEFORE_MONTH):
        return None
    first, final = _PARTS_OF_MONTH.get(part, (1, 31))
    return Moment(place, end, DATE, month * 31 + first, month * 31 + final, zone=year)


def _year_behind(tokens: Sequence[Token], last: int) -> tuple[str, int]:
    end = last + (last < len(tokens) and tokens[last].text == ",")
    if end < len(tokens) and _YEAR.match(tokens[end].text):
        return tokens[end].text, end + 1
    return "", last


def _weekday(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    lower = tokens[place].lower
    if lower not in lexicon.weekday_numbers or not tokens[place].is_capitalised:
        return None
    number = float(lexicon.weekday_numbers[lower])
    around = {token.lower for token in tokens[max(place - 2, 0) : place + 3]}
    # Around midnight, and from one side of the earth to the other, two days are one.
    loose = bool(around & lexicon.near_midnight)
    return Moment(place, place + 1, WEEKDAY, number - loose, number + loose)


def _year(tokens: Sequence[Token], place: int) -> Moment | None:
    before = tokens[place - 1].lower if place else ""
    if not _YEAR.match(tokens[place].text):
        return None
    named = before in ("a", "an", "the") and place + 1 < len(tokens) and tokens[place + 1].is_word
    if not named and before not in ("in", "since", "until", "of", "by"):
        return None
    value = float(tokens[place].text)
    return Moment(place, place + 1, YEAR, value, value)


def _decade(tokens: Sequence[Token], place: int) -> Moment | None:
    """The 1990s, the early 1990s: ten years, or the part of them that is named."""
    match = _DECADE.match(tokens[place].lower)
    if not match:
        return None
    low, before = float(match[2]), match[1] or (tokens[place - 1].lower if place else "")
    first, last = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}.get(before, (0, 9))
    return Moment(place, place + 1, YEAR, low + first, low + last, "range")


def _widened(moment: Moment, tokens: Sequence[Token], lexicon: Lexicon) -> Moment:
    """The moment with the words before it: about six, shortly after six, by Friday."""
    first = moment.first
    low, high, hedge = moment.low, moment.high, ""
    if first and tokens[first - 1].lower in ("the", "on", "at", "of"):
        first -= 1
    word = tokens[first - 1].lower if first else ""
    two_before = tokens[first - 2].lower if first > 1 else ""
    soon = two_before in lexicon.soon
    span = _SOON if moment.unit == CLOCK else 1.0
    if word in lexicon.about_clock:
        near = _reach_of_about(low) if moment.unit == CLOCK else 1.0
        low, high, hedge, first = low - near, high + near, "about", first - 1
    elif word in ("after", "past", "since", "from"):
        high, hedge = (high + span if soon else float("inf")), word
        first -= 2 if soon else 1
    elif word in ("before", "until", "till", "by"):
        low, hedge = (low - span if soon else float("-inf")), word
        first -= 2 if soon else 1
    else:
        return moment
    return Moment(max(first, 0), moment.last, moment.unit, low, high, hedge, moment.zone)


def _reach_of_about(minutes: float) -> float:
    """What "about" leaves on either side: the rounder the time, the more."""
    return 15.0 if minutes % 60 == 0 else 10.0 if minutes % 30 == 0 else 5.0


def is_other_zone(one: str, other: str) -> bool:
    """Whether both name a zone (or a year) and not the same one."""
    return bool(one and other) and one != other
