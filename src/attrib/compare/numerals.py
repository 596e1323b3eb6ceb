"""Numbers in running text, in digits and in words, with the currency before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from attrib.compare.fractions import find_fraction_of_a
from attrib.compare.lexicon import Lexicon
from attrib.compare.numeral import Numeral
from attrib.compare.tens import find_tens
from attrib.tokens import Token

_DIGITS = re.compile(r"(?P<currency>[$£€¥₹])?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<rest>[a-z%]*)\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_GROUP = re.compile(r"(?P<digits>\d{3})(?P<rest>[a-z%]*)\Z")
_COUPLE = "couple"
_LONGEST_CODE, _RUPEES, _MONEY = 3, "rs", "money"


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
        if other is not None and other.low > number.low and _may_share(number, other):
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


def _may_share(number: Numeral, other: Numeral) -> bool:
    """Whether both may be in one currency: "$3m to 5m", but not "$3m or £5m"."""
    return not other.currency or number.currency in ("", other.currency)


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
        return _digits(tokens, place, match, match["currency"] or "", lexicon)
    coded = _by_code(tokens, place, lexicon)
    if coded is not None:
        return coded
    if token.lower in lexicon.vague:
        return _vague(tokens, place, lexicon)
    return (
        _several(tokens, place, lexicon)
        or find_tens(tokens, place, lexicon)
        or _spelled(tokens, place, lexicon)
    )


def _by_code(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """A number behind its currency: EUR 3 million, Rs. 500, A$20."""
    code, amount = tokens[place].text, place + 1
    if not code[0].isupper() or len(code) > _LONGEST_CODE:
        return None
    if amount < len(tokens) and tokens[amount].text == "." and code.lower() == _RUPEES:
        amount += 1
    match = _DIGITS.match(tokens[amount].lower) if amount < len(tokens) else None
    if match is None:
        return None
    joined = tokens[amount].start == tokens[place].end
    if match["currency"]:
        written = f"{code}{match['currency']}" if joined else ""
    else:
        written = f"{code} " if code.isupper() or code.lower() == _RUPEES else ""
    unit = lexicon.find_unit(written)
    if unit is None or not unit.dimension.startswith(_MONEY):
        return None
    number = _digits(tokens, amount, match, written, lexicon)
    return replace(number, first=place) if number else None


def _digits(
    tokens: Sequence[Token], place: int, match: re.Match[str], currency: str, lexicon: Lexicon
) -> Numeral | None:
    digits, rest, last = match["digits"], match["rest"], place + 1
    while not rest and (group := _group_at(tokens, last)):
        digits, rest, last = f"{digits},{group['digits']}", group["rest"], last + 2
    if "," in digits and not _GROUPED.match(digits):
        return None
    value, unit = float(digits.replace(",", "")), ""
    if rest in lexicon.scales and (currency or len(rest) > 1):
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
    return Numeral(place, last, value, value, hedge, currency, unit)


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
    return unit is not None and unit.dimension.startswith(_MONEY)


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
    scaled, _, measure = measure.partition("-")
    if number in lexicon.numbers and scaled in lexicon.scales:
        # "A three-million-dollar bridge", "a three-million-strong crowd"
        whole = lexicon.numbers[number] * lexicon.scales[scaled]
        unit = measure if _is_currency(measure, lexicon) else ""
        return Numeral(place, place + 1, whole, whole, unit=unit)
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
