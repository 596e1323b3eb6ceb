"""When two figures answer one question, and when they then clash."""

from __future__ import annotations

from attrib.compare.aspects import LIMIT
from attrib.compare.clocks import CLOCK, clock_gap
from attrib.compare.lexicon import Lexicon
from attrib.compare.moments import MOMENTS, is_other_zone
from attrib.compare.quantity import Quantity
from attrib.compare.ranks import EXACT

_MEASURES = frozenset(
    {"length", "mass", "speed", "duration", "area", "temperature", "volume", "gallons", "power"}
)
_MEASURE_TOLERANCE = 0.08
"""Unit conversion and rounding in print: 12 feet is also given as 4 metres."""
_DEGREES_TOLERANCE = 1.0
_SLIPS, _LEAST_SLIP = (1e3, 1e6), 1000
_SHIFTS, _LEAST_SHIFT = (10, 100), 100
"""The same where a digit is dropped: 1,700 and 17,000; one digit alone is often the same."""
"""Five people and 5,000 people are two crowds; 1.3 million and 1.3 billion one sum."""
_ROUNDING_TOLERANCE = 0.05
_COUNTED_OUT = 100
"""Tolls below are given one by one, unless the text says "about"."""
_PERCENT_TOLERANCE = 0.6
"""62.4 percent is also printed as 62 ..."""
_TENTHS_TOLERANCE = 0.15
"""... and 62.45 as 62.5; a third is no 33.2."""


def slot_key(quantity: Quantity, lexicon: Lexicon) -> tuple[str, str, str]:
    """What two quantities must have in common to be worth setting side by side."""
    if quantity.unit:
        return quantity.unit, "", quantity.noun if quantity.unit == "percent" else ""
    if quantity.matter and _counts_persons(quantity, lexicon):
        return "", quantity.matter, ""
    return "", quantity.matter, quantity.noun


def is_same_slot(one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """Whether both count the same thing, as far as their own words tell.

    Only a gate: "seven people were killed" in two different accidents passes it.
    """
    if is_other_aspect(one, other):
        return False
    if one.unit in MOMENTS:
        return one.unit == other.unit and not is_other_zone(one.noun, other.noun)
    if one.unit != other.unit or one.part or other.part or one.matter != other.matter:
        return False
    if one.thing and other.thing and not one.thing & other.thing:
        return False
    if one.unit in _MEASURES or one.unit == "percent" or one.unit.startswith("money"):
        return True
    if one.unit == "age":
        return (bool(one.noun) and one.noun == other.noun) or bool(one.thing & other.thing)
    if is_part_of_people(one, other, lexicon) or is_part_of_people(other, one, lexicon):
        return False
    if one.matter:
        return one.noun == other.noun or (
            _counts_persons(one, lexicon) and _counts_persons(other, lexicon)
        )
    return bool(one.noun) and one.noun == other.noun


def is_other_aspect(one: Quantity, other: Quantity) -> bool:
    """Whether the two tell, for all that is known, two things of one: its width and its depth."""
    if one.sense != other.sense:
        return True
    if one.aspect == other.aspect:
        return False
    return bool(one.aspect and other.aspect) or LIMIT in (one.aspect, other.aspect)


def is_slip(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other a thousand or a million times over: a slip of the pen."""
    if one.unit != other.unit or one.hedge or other.hedge or not (one.low and other.low):
        return False
    if one.low != one.high or other.low != other.high:
        return False
    least = min(one.low, other.low)
    if least < _LEAST_SHIFT:
        return False
    ratio = max(one.low, other.low) / least
    shifted = len(f"{least:g}".partition("e")[0].strip("0.")) > 1
    slips = (*(_SLIPS if least >= _LEAST_SLIP else ()), *(_SHIFTS if shifted else ()))
    return any(abs(ratio / slip - 1) < 1e-6 for slip in slips)


def is_part_of_people(part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether the one counts some kind of people, and fewer than the other counts of all."""
    if part.unit or whole.unit or part.noun not in lexicon.person_groups:
        return False
    return whole.noun in lexicon.person_stems and part.high <= whole.low


def _counts_persons(quantity: Quantity, lexicon: Lexicon) -> bool:
    return (
        not quantity.noun
        or quantity.noun in lexicon.person_stems
        or quantity.noun in lexicon.matter_stems
    )


def clash(one: Quantity, other: Quantity) -> bool:
    """Whether no number satisfies both; rounding and unit conversion are allowed for."""
    if one.unit in MOMENTS and one.hedge == other.hedge == "since":
        return one.low != other.low
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low <= high:
        return False
    if one.unit == CLOCK:
        return clock_gap(low, high) > 0
    if one.unit in MOMENTS | EXACT:
        return True
    gap = low - high
    size = max(abs(low), abs(high))
    if one.unit == "temperature":
        return gap > _DEGREES_TOLERANCE
    if one.unit in _MEASURES:
        return gap > _MEASURE_TOLERANCE * size
    if one.unit == "percent":
        in_tenths = not (one.hedge or other.hedge) and all(
            value % 1 for value in (one.low, other.low)
        )
        return gap > (_TENTHS_TOLERANCE if in_tenths else _PERCENT_TOLERANCE)
    if one.unit == "age" or _are_counted_out(one, other):
        return True
    return not (_is_round(low) or _is_round(high)) or gap > _ROUNDING_TOLERANCE * size


def _are_counted_out(one: Quantity, other: Quantity) -> bool:
    """Whether both are tolls so small, and so plainly put, that nobody rounds them: 77 and 80."""
    plain = not one.hedge and not other.hedge
    return one.is_toll and other.is_toll and plain and max(one.high, other.high) < _COUNTED_OUT


def _is_round(value: float) -> bool:
    """Whether the number looks rounded: 50, 300, 1.2 million."""
    if value < 20 or value != int(value):
        return False
    digits = f"{int(value)}"
    return len(digits.rstrip("0")) <= max(1, len(digits) - 2) or (
        len(digits) == 2 and digits.endswith("0")
    )


def is_higher(one: Quantity, other: Quantity) -> bool:
    """Whether every number that fits `one` is above every number that fits `other`."""
    return one.low > other.high or (one.low > other.low and one.high > other.high)
