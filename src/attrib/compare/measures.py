"""What goes with a number: its unit, the hedge that widens it, its short form for people."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon, Unit
from attrib.compare.numeral import Numeral
from attrib.compare.numerals import find_numeral
from attrib.tokens import Token

_POUNDS = frozenset({"pound", "pounds"})
_COMPOUND = frozenset({"duration", "length", "mass"})
"""Dimensions whose measures are given in two units: six feet two inches."""
_HANDED = frozenset({"hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning"})
"""Verbs that take "over" with them."""
_PUT_FIRST = "magnitude"
_MONEY_REACH = 8
"""Words on either side of a number of pounds that tell money from weight."""


def find_unit(
    tokens: Sequence[Token], number: Numeral, lexicon: Lexicon
) -> tuple[Unit | None, int]:
    """The unit of the number, and the token after it."""
    if number.unit == "unhurt":
        return None, number.last
    if number.unit:
        return lexicon.units.get((number.unit,)), number.last
    if number.currency:
        return lexicon.find_unit(number.currency), number.last
    place = number.last
    if place < len(tokens) and tokens[place].text in "-–":
        place += 1
        # "A 40-metre-deep well"
        first = tokens[place].lower.partition("-")[0] if place < len(tokens) else ""
        if (first,) in lexicon.units and (tokens[place].lower,) not in lexicon.units:
            return lexicon.units[first,], place + 1
    starts = [place]
    if place + 1 < len(tokens) and tokens[place].is_word and tokens[place].is_capitalised:
        # "1 million Egyptian pounds"
        starts.append(place + 1)
    for start in starts:
        for length in (3, 2, 1):
            words = tuple(token.lower for token in tokens[start : start + length])
            if len(words) == length and words in lexicon.units:
                unit = lexicon.units[words]
                if words[-1] in _POUNDS and _is_money(tokens, number, lexicon):
                    unit = lexicon.units[("£",)]
                return unit, start + length
    return _unit_before(tokens, number, lexicon), number.last


def _unit_before(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> Unit | None:
    """ "Magnitude 6.2", "a magnitude of 6.2": the one unit that is also put first."""
    before = [token.lower for token in tokens[max(number.first - 2, 0) : number.first]]
    if before[-1:] == ["of"]:
        before.pop()
    unit = lexicon.units.get(tuple(before[-1:]))
    return unit if unit and unit.dimension == _PUT_FIRST else None


def _is_money(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> bool:
    """Whether what stands around a number of pounds is about paying, and not of what they are."""
    behind = tokens[number.last + 1].lower if number.last + 1 < len(tokens) else ""
    if behind == "of":
        return False
    around = tokens[max(number.first - _MONEY_REACH, 0) : number.last + _MONEY_REACH]
    return any(token.lower in lexicon.money_words for token in around)


def find_lesser(
    tokens: Sequence[Token], place: int, unit: Unit, lexicon: Lexicon
) -> tuple[float, int]:
    """What a smaller unit adds to a measure that ends at token `place`, in the base unit, and the
    token after it: "two hours and 54 minutes"; (0, place) where nothing does."""
    first = place + (place < len(tokens) and tokens[place].lower == "and")
    lesser = find_numeral(tokens, first, lexicon) if first < len(tokens) else None
    if lesser is None or lesser.low != lesser.high or lesser.currency:
        return 0.0, place
    smaller, last = find_unit(tokens, lesser, lexicon)
    if smaller is None or smaller.dimension != unit.dimension or unit.dimension not in _COMPOUND:
        return 0.0, place
    added = lesser.low * smaller.size
    return (added, last) if 0 < added < unit.size else (0.0, place)


def find_hedge(
    tokens: Sequence[Token], number: Numeral, unit_end: int, lexicon: Lexicon
) -> tuple[str, int, int]:
    """The hedge, the first token with it, and the token after it if it follows the number."""
    first = number.first
    if first and tokens[first - 1].lower in ("the", "a", "an", "between", "from"):
        first -= 1
    # "Just under 200" is nearly 200, though "under" alone is a bound.
    length, name = max(
        ((phrases.length_before(tokens, first), name) for name, phrases in lexicon.hedges),
        key=lambda found: found[0],
    )
    if length and not _is_no_bound(tokens, first - length, lexicon):
        return name.replace("-", " "), first - length, unit_end
    for place in (unit_end, unit_end + 1):
        for name, phrases in lexicon.hedges:
            length = phrases.length_at(tokens, place)
            if length > 1:
                return name.replace("-", " "), number.first, place + length
    return "", number.first, unit_end


def _is_no_bound(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether the hedge at `place` belongs to the verb: "handed over 1,700 papers", "has gone up
    to 58"."""
    if not place:
        return False
    return tokens[place - 1].lower in _HANDED or bool(lexicon.update.length_at(tokens, place - 1))


def span_values(number: Numeral, hedge: str) -> tuple[float, float]:
    """The values that the words allow: 12 and up for "at least 12", 90 to 110 for "about 100"."""
    if hedge == "at least":
        return number.low, math.inf
    if hedge == "at most":
        return 0.0, number.high
    if hedge == "almost":
        return number.low * 0.85, number.high
    if hedge == "about":
        return number.low * 0.9, number.high * 1.1
    return number.low, number.high


def show_measure(
    text: str, tokens: Sequence[Token], number: Numeral, hedge: str, unit_end: int
) -> str:
    """A short form for people: hedge, number in digits, unit as written."""
    if number.high == 0 and number.unit in ("", "unhurt"):
        return "none"
    in_words = bool(number.unit) and not text[tokens[number.first].start].isdigit()
    if number.hedge in ("vague", "range") or in_words:
        plain = text[tokens[number.first].start : tokens[max(number.last, unit_end) - 1].end]
    else:
        unit = (
            text[tokens[number.last].start : tokens[unit_end - 1].end]
            if unit_end > number.last
            else ""
        )
        plain = number.currency + _in_digits(number.low) + number.unit + (
            unit if unit[:1] in "%-–" else f" {unit}" if unit else ""
        )  # fmt: skip
    return f"{hedge} {plain}" if hedge not in ("", "vague", "range") else plain


def _in_digits(value: float) -> str:
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{round(value / size, 3):g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:g}"
