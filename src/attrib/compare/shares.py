"""Numbers that stand in the text as words of another kind: none, a quarter of, one in 20."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon, Unit
from attrib.compare.numerals import Numeral, find_numeral
from attrib.tokens import Token

_UNHURT = frozenset({"unhurt", "unharmed", "uninjured", "unscathed"})
_REACH = 4
"""Words behind "no" or "nobody" in which it must be told what happened to nobody."""


def find_share(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """A share in percent: "a quarter of the homes", "one person in 20", "doubled"."""
    for value, phrases in lexicon.shares:
        length = phrases.length_at(tokens, place)
        if length:
            return Numeral(place, place + length, value, value, unit="%")
    more = _find_growth(tokens, place, lexicon)
    if more is not None:
        return more
    if tokens[place].lower not in ("one", "1"):
        return None
    last = place + 1
    if last < len(tokens) and tokens[last].lower in lexicon.persons:
        last += 1
    if last + 1 >= len(tokens) or tokens[last].lower != "in":
        return None
    whole = find_numeral(tokens, last + 1, lexicon)
    if whole is None or whole.low < 2 or whole.unit or whole.currency:
        return None
    # "One in 2015" is no share.
    if len(tokens[last + 1].text) == 4 and whole.low > 1800:
        return None
    return Numeral(place, whole.last, 100 / whole.low, 100 / whole.low, unit="%")


def _find_growth(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """A quarter larger, a third more: the share by which one thing is more than another."""
    for value, phrases in lexicon.fractions:
        last = place + phrases.length_at(tokens, place)
        if place < last < len(tokens) and tokens[last].lower in lexicon.comparatives:
            return Numeral(place, last, value, value, unit="%")
    return None


def find_part_of_unit(
    tokens: Sequence[Token], place: int, lexicon: Lexicon
) -> tuple[Numeral, Unit] | None:
    """Half an hour, a quarter of a century, an hour and a half: a number with its unit."""
    words = [token.lower for token in tokens[place : place + 5]]
    if (
        words[:1] in (["a"], ["an"])
        and words[2:4] == ["and", "a"]
        and words[4:]
        and words[4] in lexicon.half
    ):
        whole = lexicon.units.get((words[1],))
        return (Numeral(place, place + 5, 1.5, 1.5), whole) if whole else None
    last, value = place, 0.0
    if tokens[place].lower in lexicon.half:
        last, value = place + 1, 0.5
    else:
        for percent, phrases in lexicon.shares:
            if length := phrases.length_at(tokens, place):
                last, value = place + length, percent / 100
                break
    if not value or last + 1 >= len(tokens) or tokens[last].lower not in ("a", "an"):
        return None
    unit = lexicon.units.get((tokens[last + 1].lower,))
    return (Numeral(place, last + 2, value, value), unit) if unit else None


def find_single(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """ "A single rocket", "just one boat" in other words: one of what it stands before."""
    if tokens[place].lower != "single" or not place or place + 1 >= len(tokens):
        return None
    following = tokens[place + 1]
    counts = tokens[place - 1].lower in ("a", "one") and following.is_word
    if not counts or following.lower in lexicon.function_words | lexicon.no_single:
        return None
    return Numeral(place, place + 1, 1, 1)


def find_none(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """Nobody was hurt, no arrests, all unhurt: zero of what happened to nobody."""
    length = lexicon.none.length_at(tokens, place)
    if not length:
        return None
    if tokens[place].lower in _UNHURT:
        return Numeral(place, place + 1, 0, 0, unit="unhurt")
    after = tokens[place + length : place + length + _REACH]
    told = any(token.lower in lexicon.matters for token in after)
    return Numeral(place, place + length, 0, 0) if told else None
