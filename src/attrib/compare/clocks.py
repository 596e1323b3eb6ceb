"""Times of day in running text: 6.10am, half past six, five minutes past midnight, noon GMT."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.compare.lexicon import Lexicon
from attrib.tokens import Token

CLOCK = "clock"
_DAY = 24 * 60
_NUMBER = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?(?P<half>[ap]m)?\Z")
_AFTER = frozenset({"past", "after"})
_BEFORE = frozenset({"to", "before"})
_TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_SPAN = 6
"""Words before the end of a span in which its "from" or "between" stands."""


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


def find_clock(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """The time of day that starts at token `place`, as it is given."""
    token = tokens[place]
    named = lexicon.clock_names.get(token.lower)
    if named is not None:
        return Moment(place, place + 1, CLOCK, named, named)
    counted = _minutes_from(tokens, place, lexicon)
    if counted is not None:
        return counted
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
    ends_span = before in ("to", "and") and _is_span(tokens, place, before)
    if minute is not None:
        return before in lexicon.before_clock or ends_span
    if before == "at" and _is_evening(tokens, last, or_morning=True):
        return True
    told = [token.lower for token in tokens[last : last + 3]]
    of_day = told[:2] == ["in", "the"] and told[-1] in _TIMES_OF_DAY
    return of_day and (before in lexicon.before_clock or ends_span)


def _is_span(tokens: Sequence[Token], place: int, before: str) -> bool:
    """Whether "from midnight to" or "between six and" stands before the number."""
    opening = "from" if before == "to" else "between"
    return any(token.lower == opening for token in tokens[max(place - _SPAN, 0) : place])


def _is_evening(tokens: Sequence[Token], last: int, *, or_morning: bool = False) -> bool:
    words = [token.lower for token in tokens[last : last + 3]]
    later = bool({"evening", "night", "afternoon"} & set(words))
    return later or (or_morning and "morning" in words)


def _minutes_from(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """Five minutes past midnight, 20 minutes before 6am."""
    words = [token.lower for token in tokens[place : place + 3]]
    if len(words) < 3 or words[1] not in ("minute", "minutes") or place + 3 >= len(tokens):
        return None
    count = float(words[0]) if words[0].isdecimal() else lexicon.numbers.get(words[0])
    base = find_clock(tokens, place + 3, lexicon)
    if base is None or count is None or not 0 < count < 60:
        return None
    if words[2] in _AFTER:
        value = base.low + count
    elif words[2] in _BEFORE:
        value = base.low - count
    else:
        return None
    return Moment(place, base.last, CLOCK, value % _DAY, value % _DAY, zone=base.zone)


def clock_gap(low: float, high: float) -> float:
    """Minutes from `high` to `low`, the shorter way round the clock."""
    gap = abs(low - high)
    return max(min(gap, _DAY - gap), 0.0)
