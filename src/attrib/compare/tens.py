"""Ten numbers by their first: "in his forties", "the low 40s Celsius"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.compare.numeral import Numeral
from attrib.tokens import Token

_DIGITS = re.compile(r"([2-9]0)s\Z")
_PARTS = {
    "low": (0, 3), "lower": (0, 3), "early": (0, 3), "mid": (3, 7), "middle": (3, 7),
    "high": (6, 9), "upper": (6, 9), "late": (6, 9),
}  # fmt: skip
_OWNED = frozenset({"his", "her", "their"})
_WARM = frozenset({"temperature", "temperatures", "thermometers", "mercury", "highs", "lows"})
_REACH = 8


def find_tens(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """The ten numbers, or the part of them that is named; None where they may be years.

    "The late 80s" are years unless they are somebody's, or degrees.
    """
    first, last, tens = _tens_at(tokens, place, lexicon)
    if not tens:
        return None
    before = [token.lower for token in tokens[max(place - _REACH, 0) : place]]
    following = tokens[last].lower if last < len(tokens) else ""
    low, high = _PARTS[first] if first else (0, 9)
    if before[-1:] and before[-1] in _OWNED:
        return Numeral(place, last, tens + low, tens + high, "range", unit="year-old")
    unit = lexicon.units.get((following,))
    if unit is not None and unit.dimension == "temperature":
        return Numeral(place, last + 1, tens + low, tens + high, "range", unit="degrees")
    if _WARM & set(before):
        return Numeral(place, last, tens + low, tens + high, "range", unit="degrees")
    return None


def _tens_at(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[str, int, int]:
    """The part that is named, the token behind, and the first of the ten; 0 where none are."""
    part, joined, rest = tokens[place].lower.partition("-")
    if joined and part in _PARTS:
        return part, place + 1, _first_of(rest, lexicon)
    if part in _PARTS and place + 1 < len(tokens):
        return part, place + 2, _first_of(tokens[place + 1].lower, lexicon)
    return "", place + 1, _first_of(tokens[place].lower, lexicon)


def _first_of(word: str, lexicon: Lexicon) -> int:
    digits = _DIGITS.match(word)
    if digits:
        return int(digits[1])
    value = lexicon.numbers.get(word.removesuffix("ies") + "y", 0) if word.endswith("ies") else 0
    return value if value >= 20 else 0
