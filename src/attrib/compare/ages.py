"""Numbers that tell how old somebody is, and of whom: "Ana Ruiz, 54, said", "a girl of three"."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.compare.numeral import Numeral
from attrib.tokens import Token

_OLDEST = 120
_REACH = 12
"""Words before "is 41" in which it must not say that this is a toll, or a price."""
_WHO = frozenset({"who", "he", "she"})
_IS = frozenset({"is", "was", "turned"})
_ENDS = frozenset({",", ".", ";", ")"})


def find_age_owner(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> str | None:
    """The word for who is that old, "" where it is not sure; None where the number is no age."""
    first, last = number.first, number.last
    if not 0 < number.low < _OLDEST or number.high > _OLDEST:
        return None
    following = tokens[last].lower if last < len(tokens) else "."
    before = [token.lower for token in tokens[max(first - 2, 0) : first]]
    if before[-1:] in (["aged"], ["age"]):
        return tokens[first - 2].text if first > 1 else ""
    if len(before) < 2:
        return None
    if before[1] in _IS and before[0] in _WHO and number.low > 3 and following in {*_ENDS, "and"}:
        return _antecedent(tokens, first - 2) if before[0] == "who" else tokens[first - 2].text
    if before[1] == "of" and before[0] in lexicon.aged_nouns and not number.unit:
        # "A man of 10 faces": what follows is counted.
        return None if _is_counted(tokens, last, lexicon) else tokens[first - 2].text
    if before[1] in _IS and number.low > 3 and following in _ENDS and not number.unit:
        named = tokens[first - 2].text == "," or tokens[first - 2].is_capitalised
        counted = {token.lower for token in tokens[max(first - _REACH, 0) : first]}
        return "" if named and not counted & lexicon.total_words else None
    owner = tokens[first - 2]
    if last < len(tokens) and before[1] == "," and following in _ENDS:
        return owner.text if owner.is_word and owner.lower not in lexicon.function_words else None
    return None


def _antecedent(tokens: Sequence[Token], place: int) -> str:
    """The word that a "who" at `place` stands for: the one before it, or before its comma."""
    before = place - 1 - (place > 0 and tokens[place - 1].text == ",")
    return tokens[before].text if before >= 0 and tokens[before].is_word else ""


def _is_counted(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a plural stands there."""
    word = tokens[place].lower if place < len(tokens) else ""
    return word.endswith("s") and word not in lexicon.function_words | lexicon.auxiliaries
