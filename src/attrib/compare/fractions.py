"""Fractions in words: half, a third, two-thirds, three quarters, nine tenths."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.tokens import Token

_ONE = frozenset({"a", "an", "one"})
_LEAST, _MOST = 3, 20
"""Parts that ordinals name; halves and quarters have words of their own."""


def find_fraction(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[float, int]:
    """The fraction, in (0, 1), that begins at token `place`, and how many tokens it takes.

    (0, 0) where there is none. "A third" is one also where it ranks ("a third man"): what
    follows tells.
    """
    word = tokens[place].lower
    if word in lexicon.half:
        return 0.5, 1
    above, joined, below = word.partition("-")
    length = 1
    if not joined:
        below = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        length = 2
    parts = _count_parts(below, lexicon)
    count = 1 if above in _ONE else lexicon.numbers.get(above, 0)
    plural = below.endswith("s") or below == "halves"
    if not parts or not 0 < count < parts or plural != (count > 1):
        return 0.0, 0
    return count / parts, length


def find_fraction_of_a(
    tokens: Sequence[Token], place: int, lexicon: Lexicon
) -> tuple[float, int] | None:
    """The fraction before one of something, and where that stands: "half a million", "a quarter
    of an hour"; None where there is none."""
    fraction, length = find_fraction(tokens, place, lexicon)
    last = place + length
    if length and last < len(tokens) and tokens[last].lower == "of":
        last += 1
    if not length or last + 1 >= len(tokens) or tokens[last].lower not in ("a", "an"):
        return None
    return fraction, last + 1


def _count_parts(word: str, lexicon: Lexicon) -> int:
    """Into how many parts "third" or "quarters" divides; 0 where the word divides nothing."""
    if word in lexicon.half:
        return 2
    named = lexicon.divisors.get(word)
    if named is not None:
        return int(named)
    ordinal = lexicon.ordinals.get(word, 0) or lexicon.ordinals.get(word.removesuffix("s"), 0)
    return ordinal if _LEAST <= ordinal <= _MOST else 0
