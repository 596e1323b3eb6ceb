"""Temperatures of a named scale, in degrees Celsius: "14C", "57 °F", "22 degrees Celsius"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.compare.lexicon import Unit
from attrib.compare.numeral import Numeral
from attrib.tokens import Token

_JOINED = re.compile(r"(\d{1,3}(?:\.\d+)?)([cf])\Z")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?\Z")
_SCALES = {"c": "c", "celsius": "c", "centigrade": "c", "f": "f", "fahrenheit": "f"}
_DEGREES = Unit("temperature", 1.0)
_BELOW = ("minus", "-", "−")


def find_degrees(tokens: Sequence[Token], place: int) -> tuple[Numeral, Unit] | None:
    """The temperature that begins at token `place`; None without a scale: "22 degrees"."""
    joined = _JOINED.match(tokens[place].lower)
    if joined:
        return _degrees(tokens, place, place + 1, float(joined[1]), joined[2])
    if not _NUMBER.match(tokens[place].text):
        return None
    scale = place + 1
    if scale < len(tokens) and tokens[scale].lower in ("°", "degree", "degrees"):
        scale += 1
    below = [token.lower for token in tokens[scale : scale + 2]] == ["below", "zero"]
    scale += 2 * below
    if scale >= len(tokens) or tokens[scale].lower not in _SCALES:
        return None
    # "22 C" is one, "plan 9 f" is none: a letter alone has its capital.
    if len(tokens[scale].text) == 1 and not tokens[scale].text.isupper():
        return None
    value = float(tokens[place].text) * (-1 if below else 1)
    return _degrees(tokens, place, scale + 1, value, _SCALES[tokens[scale].lower])


def _degrees(
    tokens: Sequence[Token], first: int, last: int, value: float, scale: str
) -> tuple[Numeral, Unit]:
    if first and tokens[first - 1].lower in _BELOW:
        value = -value
    celsius = value if scale == "c" else round((value - 32) * 5 / 9, 1)
    return Numeral(first, last, celsius, celsius), _DEGREES
