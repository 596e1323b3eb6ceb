"""Numbers that stand in the text as words of another kind: none, a quarter of, one in 20."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.fractions import find_fraction, find_fraction_of_a
from attrib.compare.lexicon import Lexicon, Unit
from attrib.compare.measures import find_lesser
from attrib.compare.numeral import Numeral
from attrib.compare.numerals import find_numeral
from attrib.tokens import Token

_UNHURT = frozenset({"unhurt", "unharmed", "uninjured", "unscathed"})
_OVER_HALF = 50.5
"""Percent from which on a part is a majority; what is printed is rounded."""
_LASTING = frozenset(
    {
        "for",
        "last",
        "lasts",
        "lasted",
        "lasting",
        "take",
        "takes",
        "took",
        "taken",
        "within",
        "exactly",
    }
)
_RUNS = frozenset(
    {"games", "matches", "races", "starts", "attempts", "elections", "polls", "attacks"}
)
_ONLY = frozenset({"only", "just", "some"})
_REACH = 4
"""Words behind "no" or "nobody" in which it must be told what happened to nobody."""


def find_share(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """A share in percent: "a quarter of the homes", "one person in 20", "doubled"."""
    for value, phrases in lexicon.shares:
        length = phrases.length_at(tokens, place)
        if length:
            return Numeral(place, place + length, value, value, unit="%")
    return (
        _find_majority(tokens, place)
        or _find_fraction_of(tokens, place, lexicon)
        or _find_ratio(tokens, place, lexicon)
    )


def _find_majority(tokens: Sequence[Token], place: int) -> Numeral | None:
    """ "A majority of": more than half."""
    words = [token.lower for token in tokens[place : place + 3]]
    if len(words) < 3 or words[0] not in ("a", "the") or words[1:] != ["majority", "of"]:
        return None
    return Numeral(place, place + 3, _OVER_HALF, 100, "range", unit="%")


def _find_fraction_of(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """ "A third of the homes", "half the homes", and by how much: "a third larger"."""
    fraction, length = find_fraction(tokens, place, lexicon)
    last = place + length
    if not length:
        return None
    value, following = round(100 * fraction, 1), _lower_at(tokens, last)
    behind = [token.lower for token in tokens[last + 1 : last + 3]]
    if following == "of" and behind[:1] in (["a"], ["an"]) and behind[-1] in lexicon.scales:
        return None
    if following == "of" or (fraction == 0.5 and following in ("the", "its", "their", "all")):
        return Numeral(place, last + (following == "of"), value, value, unit="%")
    if following in lexicon.comparatives or _is_by_how_much(tokens, place, following, lexicon):
        return Numeral(place, last, value, value, unit="%")
    return None


def _is_by_how_much(tokens: Sequence[Token], place: int, following: str, lexicon: Lexicon) -> bool:
    """ "Deaths fell by only a fifth, ...": a change, with nothing behind it that is ranked."""
    first = place - max(phrases.length_before(tokens, place) for _, phrases in lexicon.hedges)
    if first and tokens[first - 1].lower in _ONLY:
        first -= 1
    by = first > 0 and tokens[first - 1].lower == "by"
    return by and (not following[0].isalpha() or following in lexicon.function_words)


def _lower_at(tokens: Sequence[Token], place: int) -> str:
    """The word there; a stop where the text is over."""
    return tokens[place].lower if place < len(tokens) else "."


def _find_ratio(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """ "One person in 20", "nine out of ten", "two of every five"."""
    count = _count_at(tokens, place, lexicon)
    if not count:
        return None
    last = place + 1
    if count == 1 and last < len(tokens) and tokens[last].lower in lexicon.persons:
        last += 1
    length = next((n for n in (2, 1) if _joins(tokens[last : last + n])), 0)
    last += length
    if not length or last >= len(tokens):
        return None
    if length == 1 and tokens[last].lower == "every":
        last, length = last + 1, 2
    whole = find_numeral(tokens, last, lexicon) if last < len(tokens) else None
    if whole is None or whole.low <= count or whole.unit or whole.currency or whole.hedge:
        return None
    # "One in 2015" is no share, nor are "five in six days" and "12 of the 20".
    if len(tokens[last].text) == 4 and whole.low > 1800:
        return None
    if count > 1 and (whole.low > 10 or (length == 1 and _is_measured(tokens, whole, lexicon))):
        return None
    value = round(100 * count / whole.low, 1)
    return Numeral(place, whole.last, value, value, unit="%")


def _count_at(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """The number below ten that is token `place`, else 0."""
    word = tokens[place].lower
    count = int(word) if word.isdecimal() and len(word) == 1 else lexicon.numbers.get(word, 0)
    return count if count < 10 else 0


def _joins(run: Sequence[Token]) -> bool:
    """Whether the words set a part against a whole: "in", "out of", "of every"."""
    words = tuple(token.lower for token in run)
    return words in (("in",), ("out", "of"), ("of", "every"), ("in", "every"))


def _is_measured(tokens: Sequence[Token], whole: Numeral, lexicon: Lexicon) -> bool:
    """Whether what follows is a run of times: "three in five days", "two in six games"."""
    following = tokens[whole.last].lower if whole.last < len(tokens) else ""
    return (following,) in lexicon.units or following in _RUNS


def find_part_of_unit(
    tokens: Sequence[Token], place: int, lexicon: Lexicon
) -> tuple[Numeral, Unit] | None:
    """Half an hour, a quarter of a century, an hour and a half, for a week: a number and unit."""
    words = [token.lower for token in tokens[place : place + 5]]
    if words[:1] in (["a"], ["an"]):
        whole = lexicon.units.get(tuple(words[1:2]))
        if whole and words[2:4] == ["and", "a"] and words[4:] and words[4] in lexicon.half:
            return Numeral(place, place + 5, 1.5, 1.5), whole
        if whole and find_lesser(tokens, place + 2, whole, lexicon)[0]:
            return Numeral(place, place + 2, 1, 1), whole
        if whole and _lasts(tokens, place, lexicon):
            return Numeral(place, place + 2, 1, 1), whole
    found = find_fraction_of_a(tokens, place, lexicon)
    if found is None:
        return None
    value, one = found
    for reach in (2, 1):
        name = tuple(token.lower for token in tokens[one : one + reach])
        unit = lexicon.units.get(name)
        if unit is not None:
            return Numeral(place, one + len(name), value, value), unit
    return None


def _lasts(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether "a week" at `place` is how long something takes: "for a week", "lasted a week"."""
    unit = lexicon.units[tokens[place + 1].lower,]
    # "For a second time" tells no time.
    if unit.dimension != "duration" or tokens[place + 1].lower == "second" or not place:
        return False
    if tokens[place - 1].lower in _LASTING:
        return True
    return any(phrases.length_before(tokens, place) for _, phrases in lexicon.hedges)


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


def find_single(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """ "A single rocket", "just one boat" in other words: one of what it stands before."""
    if tokens[place].lower != "single" or not place or place + 1 >= len(tokens):
        return None
    following = tokens[place + 1]
    counts = tokens[place - 1].lower in ("a", "one") and following.is_word
    if not counts or following.lower in lexicon.function_words | lexicon.no_single:
        return None
    return Numeral(place, place + 1, 1, 1)
