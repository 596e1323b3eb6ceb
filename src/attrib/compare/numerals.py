"""Numbers in running text, in digits and in words, and those that count nothing.

Dates, clock times, scores, telephone numbers and numbers in names (Flight 12) are numbers
but no figures; `is_no_count` tells them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from attrib.compare.fractions import find_fraction_of_a
from attrib.compare.lexicon import Lexicon
from attrib.compare.numeral import Numeral
from attrib.compare.tens import find_tens
from attrib.compare.words import is_name
from attrib.tokens import Token

_DIGITS = re.compile(r"(?P<currency>[$£€¥])?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<rest>[a-z%]*)\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_GROUP = re.compile(r"(?P<digits>\d{3})(?P<rest>[a-z%]*)\Z")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d\Z")
_HALF_DAY = re.compile(r"\d{2}[ap]m\Z")
_COUPLE = "couple"
_LONG_ZERO = re.compile(r"0\d")


def find_numeral(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """The number, or range of numbers, that starts at token `place`."""
    number = _simple_number(tokens, place, lexicon)
    if number is None:
        return None
    number = _and_a_half(tokens, number, lexicon)
    last = number.last
    if last + 1 >= len(tokens):
        return number
    joint = tokens[last].lower
    between = place > 0 and tokens[place - 1].lower == "between"
    if joint in ("to", "-", "–", "or") or (between and joint == "and"):
        other = _simple_number(tokens, last + 1, lexicon)
        if other is not None and other.low > number.low:
            scale = _shared_scale(number, other)
            return Numeral(
                place, other.last, number.low * scale, other.high, "range",
                number.currency or other.currency, other.unit,
            )  # fmt: skip
    return number


def _and_a_half(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> Numeral:
    """Nine and a half."""
    behind = [token.lower for token in tokens[number.last : number.last + 3]]
    if number.hedge or len(behind) < 3 or behind[:2] != ["and", "a"]:
        return number
    if behind[2] not in lexicon.half:
        return number
    return replace(number, last=number.last + 3, low=number.low + 0.5, high=number.high + 0.5)


def _shared_scale(number: Numeral, other: Numeral) -> float:
    """What "3 to 5 million" multiplies its first number by."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if other.low >= scale > number.low and (other.low / scale) > number.low:
            return scale
    return 1.0


def _simple_number(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    token = tokens[place]
    match = _DIGITS.match(token.lower)
    if match:
        return _digits(tokens, place, match, lexicon)
    if token.lower in lexicon.vague:
        return _vague(tokens, place, lexicon)
    return (
        _several(tokens, place, lexicon)
        or find_tens(tokens, place, lexicon)
        or _spelled(tokens, place, lexicon)
    )


def _digits(
    tokens: Sequence[Token], place: int, match: re.Match[str], lexicon: Lexicon
) -> Numeral | None:
    digits, rest, last = match["digits"], match["rest"], place + 1
    while not rest and (group := _group_at(tokens, last)):
        digits, rest, last = f"{digits},{group['digits']}", group["rest"], last + 2
    if "," in digits and not _GROUPED.match(digits):
        return None
    value, unit = float(digits.replace(",", "")), ""
    if rest in lexicon.scales and (match["currency"] or len(rest) > 1):
        value *= lexicon.scales[rest]
    elif rest in lexicon.scales and _is_money(tokens, last, lexicon):
        # "90m dollars"
        value *= lexicon.scales[rest]
    elif rest == "%" or (rest,) in lexicon.units:
        unit = rest
    elif rest:
        return None
    while last < len(tokens) and tokens[last].lower in lexicon.scales:
        value *= lexicon.scales[tokens[last].lower]
        last += 1
    if not unit and last + 1 < len(tokens) and tokens[last].text == "-":
        # "$1.5-billion", "a 5-million-dollar project", "a 3-million-strong crowd"
        scale, _, measure = tokens[last + 1].lower.partition("-")
        if len(scale) > 2 and scale in lexicon.scales:
            value, last = value * lexicon.scales[scale], last + 2
            unit = measure if _is_currency(measure, lexicon) else ""
    hedge = ""
    if not unit and _is_plus(tokens, last):
        hedge, last = "at least", last + 1
    return Numeral(place, last, value, value, hedge, match["currency"] or "", unit)


def _is_plus(tokens: Sequence[Token], place: int) -> bool:
    """ "70+ dead", but not "2+2"."""
    if place >= len(tokens) or tokens[place].text != "+":
        return False
    behind = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return tokens[place - 1].end == tokens[place].start and not behind[:1].isdigit()


def _is_money(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    return place < len(tokens) and _is_currency(tokens[place].lower, lexicon)


def _is_currency(word: str, lexicon: Lexicon) -> bool:
    unit = lexicon.units.get((word,))
    return unit is not None and unit.dimension.startswith("money")


def _group_at(tokens: Sequence[Token], place: int) -> re.Match[str] | None:
    """Three more digits behind a comma: the tokeniser cuts 2,735km into 2 , 735km."""
    if place + 1 >= len(tokens) or tokens[place].text != ",":
        return None
    comma, group = tokens[place], tokens[place + 1]
    if tokens[place - 1].end != comma.start or comma.end != group.start:
        return None
    return _GROUP.match(group.lower)


def _vague(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral:
    value, last = lexicon.vague[tokens[place].lower], place + 1
    while last + 1 < len(tokens) and tokens[last].lower == "of":
        following = tokens[last + 1].lower
        if following not in lexicon.vague:
            break
        value *= lexicon.vague[following]
        last += 2
    return Numeral(place, last, value, value * 20, "vague")


def _several(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """Several hundred, a few dozen, a couple of thousand: three times as many at the most."""
    least = lexicon.several.get(tokens[place].lower)
    last = place + 1
    if least and last < len(tokens) and tokens[last].lower == "of":
        last += 1
    scale = lexicon.scales.get(tokens[last].lower, 0.0) if least and last < len(tokens) else 0.0
    if not least or not scale or len(tokens[last].text) < 3:
        return None
    if tokens[place].lower == _COUPLE:
        return Numeral(place, last + 1, least * scale, least * scale, "about")
    return Numeral(place, last + 1, least * scale, least * scale * 3, "vague")


def _spelled(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    total, current, last, digits = 0.0, 0.0, place, False
    word = tokens[place].lower
    number, _, measure = word.partition("-")
    if (measure,) in lexicon.units and number in lexicon.numbers:
        value = lexicon.numbers[number]
        return Numeral(place, place + 1, value, value, unit=measure)
    part = _part_of_scale(tokens, place, lexicon)
    if part is not None:
        return part
    if word in ("a", "an") and place + 1 < len(tokens):
        scale = lexicon.scales.get(tokens[place + 1].lower)
        if scale is None or len(tokens[place + 1].text) < 3:
            return None
        current, last, digits = scale, place + 2, True
    while last < len(tokens):
        word = tokens[last].lower
        parts = word.split("-")
        if all(part in lexicon.numbers for part in parts) and len(parts) <= 2:
            value = sum(lexicon.numbers[part] for part in parts)
            if digits and current % 100 and not (current % 100 >= 20 and value < 10):
                break
            current, digits = current + value, True
        elif word in lexicon.scales and digits and len(word) > 1:
            scale = lexicon.scales[word]
            if scale <= 100:
                current *= scale
            else:
                total, current = total + current * scale, 0.0
        elif word == "and" and digits and (total or current >= 100) and last + 1 < len(tokens):
            if tokens[last + 1].lower.split("-")[0] not in lexicon.numbers or current % 100:
                break
        else:
            break
        last += 1
    return Numeral(place, last, total + current, total + current) if digits else None


def _part_of_scale(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """Half a million, a quarter of a million."""
    found = find_fraction_of_a(tokens, place, lexicon)
    if found is None:
        return None
    fraction, one = found
    scale = lexicon.scales.get(tokens[one].lower, 0.0)
    if not scale or len(tokens[one].text) < 3:
        return None
    return Numeral(place, one + 1, fraction * scale, fraction * scale)


def is_no_count(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number is part of a date, a time, a score, a name or an ordinal."""
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.last] if number.last < len(tokens) else None
    next_word = after.lower if after else ""
    if _is_clock(tokens, number, lexicon) or next_word in lexicon.months:
        return True
    # Several numbers in a row, or a leading zero, are a telephone number.
    if _LONG_ZERO.match(tokens[number.first].text) or next_word.isdigit():
        return True
    if before is not None:
        if before.text.isdigit():
            return True
        two_before = tokens[number.first - 2].lower if number.first > 1 else ""
        if before.lower in lexicon.months or (before.text == "." and two_before in lexicon.months):
            return True
        if before.lower in lexicon.numbered or before.text in "#/№" or before.lower == "'":
            return True
        measured = number.currency or number.unit or (next_word,) in lexicon.units
        if is_name(tokens, number.first - 1, lexicon) and not measured:
            return True
        # A hyphen or slash joins scores (3-1), models (F-16) and dates (9/11).
        if (
            before.text in "-–:"
            and number.first > 1
            and tokens[number.first - 2].end == before.start
            and before.end == tokens[number.first].start
        ):
            return True
    joined = after is not None and after.start == tokens[number.last - 1].end
    if joined and after is not None and after.text in "/:":
        return True
    if joined and after is not None and after.text in "-–" and number.last + 1 < len(tokens):
        following = tokens[number.last + 1]
        if following.text[0].isdigit():
            return True
    value = number.low
    bare = not number.currency and not number.hedge and not number.unit
    text = tokens[number.first].text
    return (
        bare
        and len(text) == 4
        and text.isdigit()
        and 1800 <= value <= 2100
        and (next_word not in lexicon.persons and (next_word,) not in lexicon.units)
    )


def _is_clock(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number is a time of day: 6 am, 6 p.m., 6.10am, "at 6.10"."""
    following = [token.lower for token in tokens[number.last : number.last + 3]] + ["", "", ""]
    if following[0] in lexicon.clock_words:
        return True
    if following[0] in ("a", "p") and following[1] == "." and following[2] == "m":
        return True
    if following[0] in (".", ":") and _HALF_DAY.match(following[1]):
        return True
    before = tokens[number.first - 1].lower if number.first else ""
    return bool(_CLOCK.match(tokens[number.first].text)) and before in (
        "at", "around", "about", "by", "from", "until", "till", "since", "before", "after",
    )  # fmt: skip
