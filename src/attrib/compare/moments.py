"""Times of day, days of the week, dates and years in running text, as intervals.

"At 6.10am" and "shortly after six" can be held against each other like two counts: the words
before a time widen it, and times of two zones are two things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.compare.lexicon import Lexicon
from attrib.tokens import Token

CLOCK, WEEKDAY, DATE, MONTH, YEAR = "clock", "weekday", "date", "month", "year"
MOMENTS = frozenset({CLOCK, WEEKDAY, DATE, MONTH, YEAR})
_DAY = 24 * 60
_NUMBER = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?(?P<half>[ap]m)?\Z")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
_YEAR = re.compile(r"(1[89]|20)\d\d\Z")
_DECADE = re.compile(r"(?:(early|mid|late)-)?((?:1[89]|20)\d0)s\Z")
_SOON = 40
"""Minutes that "shortly after six" leaves."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in tokens `[first, last)`; `low` and `high` in minutes, days or years.

    `zone` is the time zone of a clock time as the text names it, "" where it does not;
    of a date its year, so that dates of two years are two things.
    """

    first: int
    last: int
    unit: str
    low: float
    high: float
    hedge: str = ""
    zone: str = ""


def find_moment(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """The moment that starts at token `place`, widened by the words before it."""
    moment = (
        _clock(tokens, place, lexicon)
        or _date(tokens, place, lexicon)
        or _weekday(tokens, place, lexicon)
        or _year(tokens, place)
        or _decade(tokens, place)
    )
    return _widened(moment, tokens, lexicon) if moment else None


def _clock(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    token = tokens[place]
    named = lexicon.clock_names.get(token.lower)
    if named is not None:
        return Moment(place, place + 1, CLOCK, named, named)
    for offset, phrases in lexicon.clock_offsets:
        if length := phrases.length_at(tokens, place):
            return _clock_in_words(tokens, place, place + length, offset, lexicon)
    hour, minute, half, last = _digits_of(tokens, place, lexicon)
    if hour is None:
        return None
    half, last = _half_of(tokens, last, half)
    following = tokens[last].lower if last < len(tokens) else ""
    is_hour = following == "o'clock"
    last += is_hour
    if half is None and not is_hour and not _has_time_around(tokens, place, last, minute, lexicon):
        return None
    if hour > 24 or (half and not 1 <= hour <= 12):
        return None
    value = float(hour % 12 * 60 if half else hour % 24 * 60) + (minute or 0)
    if half == "pm" or (half is None and _is_evening(tokens, last) and hour < 12):
        value += 12 * 60
    zone = ""
    if last < len(tokens) and tokens[last].lower in lexicon.zones:
        zone, last = tokens[last].lower, last + 1
    return Moment(place, last, CLOCK, value, value, zone=zone)


def _clock_in_words(
    tokens: Sequence[Token], first: int, place: int, offset: float, lexicon: Lexicon
) -> Moment | None:
    """Half past six, a quarter to seven in the evening: `offset` minutes and the hour behind."""
    before = tokens[first - 1].lower if first else ""
    if before == "a":
        first -= 1
        before = tokens[first - 1].lower if first else ""
    elif before not in lexicon.before_clock:
        return None
    if place >= len(tokens):
        return None
    hour, minute, half, last = _digits_of(tokens, place, lexicon)
    if hour is None or minute is not None or not 1 <= hour <= 12:
        return None
    half, last = _half_of(tokens, last, half)
    # "About ten to twelve people" is a range, and "a quarter to six of them" a share.
    told = before == "at" or half or _is_evening(tokens, last, or_morning=True)
    if offset < 0 and not told:
        return None
    value = (hour % 12) * 60 + offset
    if half == "pm" or (half is None and _is_evening(tokens, last)):
        value += 12 * 60
    value %= _DAY
    return Moment(first, last, CLOCK, value, value)


def _digits_of(
    tokens: Sequence[Token], place: int, lexicon: Lexicon
) -> tuple[int | None, int | None, str | None, int]:
    """Hour, minute, am or pm where it is joined on, and the token behind them."""
    token = tokens[place]
    match = _NUMBER.match(token.lower)
    if not match:
        hour = lexicon.numbers.get(token.lower)
        return (hour if hour and hour <= 12 else None), None, None, place + 1
    minute = match["minute"]
    last, half = place + 1, match["half"]
    # The tokeniser cuts 6.10am into 6 . 10am.
    if minute is None and half is None and last + 1 < len(tokens) and tokens[last].text in ".:":
        rest = re.match(r"([0-5]\d)([ap]m)\Z", tokens[last + 1].lower)
        if rest and tokens[last].end == tokens[last + 1].start:
            return int(match["hour"]), int(rest[1]), rest[2], last + 2
    return int(match["hour"]), int(minute) if minute else None, half, last


def _half_of(tokens: Sequence[Token], last: int, half: str | None) -> tuple[str | None, int]:
    """am or pm, also as a.m., and the token behind it."""
    following = [token.lower for token in tokens[last : last + 4]] + [""] * 4
    if half is None and following[0] in ("am", "pm"):
        return following[0], last + 1
    if half is None and following[0] in ("a", "p") and following[1:3] == [".", "m"]:
        return following[0] + "m", last + 3 + (following[3] == ".")
    if half is None and following[0] in ("a.m", "p.m"):
        return following[0].replace(".", ""), last + 1
    return half, last


def _has_time_around(
    tokens: Sequence[Token], place: int, last: int, minute: int | None, lexicon: Lexicon
) -> bool:
    """Whether a number without am or pm is a time: behind "at", with minutes or a zone."""
    if last < len(tokens) and tokens[last].lower in lexicon.zones:
        return True
    before = tokens[place - 1].lower if place else ""
    if minute is not None:
        return before in lexicon.before_clock
    return before == "at" and _is_evening(tokens, last, or_morning=True)


def _is_evening(tokens: Sequence[Token], last: int, *, or_morning: bool = False) -> bool:
    words = [token.lower for token in tokens[last : last + 3]]
    later = bool({"evening", "night", "afternoon"} & set(words))
    return later or (or_morning and "morning" in words)


def _date(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """12 November, November 12, Nov. 12, each with or without the year; or a month alone."""
    lower = tokens[place].lower
    for value, names in lexicon.day_names:
        if tokens[place].is_capitalised and (length := names.length_at(tokens, place)):
            return Moment(place, place + length, DATE, value, value)
    if lower in lexicon.month_numbers and tokens[place].is_capitalised:
        month, last = lexicon.month_numbers[lower], place + 1
        if last < len(tokens) and tokens[last].text == "." and len(lower) < 5:
            last += 1
        day = _ORDINAL.match(tokens[last].lower) if last < len(tokens) else None
        if not day or not 1 <= int(day[1]) <= 31:
            return _month(tokens, place, last, month)
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


def _month(tokens: Sequence[Token], place: int, last: int, month: int) -> Moment | None:
    """A month by itself, where it is one: behind "in", "since" and the like, or with its year."""
    year, end = _year_behind(tokens, last)
    before = tokens[place - 1].lower if place else ""
    if not year and before not in ("in", "since", "until", "last", "early", "late", "by"):
        return None
    return Moment(place, end, MONTH, month, month, zone=year)


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


def clock_gap(low: float, high: float) -> float:
    """Minutes from `high` to `low`, the shorter way round the clock."""
    gap = abs(low - high)
    return max(min(gap, _DAY - gap), 0.0)
