"""Numbers in running text: how many of what, how exactly, and what is said of them.

"At least seven people were killed" gives one quantity: 7 and upwards, noun people, matter
killed. Dates, clock times, scores and numbers in names (Flight 12) give none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.compare.lexicon import Lexicon, Unit
from attrib.compare.stems import stem
from attrib.compare.words import content_stems, find_names, is_name
from attrib.tokens import Token, tokenise

_DIGITS = re.compile(r"(?P<currency>[$£€¥])?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<rest>[a-z%]*)\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d\Z")
_HALF_DAY = re.compile(r"\d{2}[ap]m\Z")
_LONG_ZERO = re.compile(r"0\d")
_STOPS = frozenset(';:()[]—–“”"!?')
_REACH = 40
"""Tokens looked at on either side of a number, so that a text without marks stays linear."""
_SHORT_CLAUSE = 4
"""A clause with fewer content words than this is read together with the one before it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, as an interval, with what it counts; places are those of the text it is in.

    `low` and `high` are in the unit's base (metres, seconds, ...). `hedge` is "", "about",
    "almost", "at least", "at most", "range" or "vague". `part` says that the number counts
    a part or a rest ("another 18", "five of the 20") and not the whole.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    noun: str
    matter: str
    hedge: str
    part: bool
    shown: str
    clause: str
    stems: frozenset[str]
    near: frozenset[str]
    """Stems of the content words next to the number, which say what it measures."""
    names: frozenset[str]
    noun_shown: str
    hypothetical: bool


@dataclass(frozen=True, slots=True)
class _Number:
    """A bare number in tokens `[first, last)`."""

    first: int
    last: int
    low: float
    high: float
    hedge: str = ""
    currency: str = ""
    unit: str = ""


def find_quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities in `text`, in reading order; linear in its length."""
    tokens = tokenise(text)
    found: list[Quantity] = []
    place = 0
    while place < len(tokens):
        number = _number_at(tokens, place, lexicon)
        if number is None:
            place += 1
            continue
        if not _counts_nothing(tokens, number, lexicon):
            earlier = frozenset(quantity.matter for quantity in found)
            quantity = _quantity(text, tokens, number, earlier, lexicon)
            if quantity is not None:
                found.append(quantity)
        place = number.last
    return tuple(found)


def find_years(text: str) -> frozenset[int]:
    """The calendar years named in `text`."""
    return frozenset(
        int(token.text)
        for token in tokenise(text)
        if len(token.text) == 4 and token.text.isdigit() and 1800 <= int(token.text) <= 2100
    )


def _number_at(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> _Number | None:
    number = _simple_number(tokens, place, lexicon)
    if number is None:
        return None
    last = number.last
    if last + 1 >= len(tokens):
        return number
    joint = tokens[last].lower
    between = place > 0 and tokens[place - 1].lower == "between"
    if joint in ("to", "-", "–", "or") or (between and joint == "and"):
        other = _simple_number(tokens, last + 1, lexicon)
        if other is not None and other.low > number.low:
            scale = _shared_scale(number, other)
            return _Number(
                place, other.last, number.low * scale, other.high, "range",
                number.currency or other.currency, other.unit,
            )  # fmt: skip
    return number


def _shared_scale(number: _Number, other: _Number) -> float:
    """What "3 to 5 million" multiplies its first number by."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if other.low >= scale > number.low and (other.low / scale) > number.low:
            return scale
    return 1.0


def _simple_number(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> _Number | None:
    token = tokens[place]
    match = _DIGITS.match(token.lower)
    if match:
        return _digits(tokens, place, match, lexicon)
    if token.lower in lexicon.vague:
        return _vague(tokens, place, lexicon)
    return _spelled(tokens, place, lexicon)


def _digits(
    tokens: Sequence[Token], place: int, match: re.Match[str], lexicon: Lexicon
) -> _Number | None:
    digits, rest = match["digits"], match["rest"]
    if "," in digits and not _GROUPED.match(digits):
        return None
    value = float(digits.replace(",", ""))
    unit, last = "", place + 1
    if rest in lexicon.scales and (match["currency"] or len(rest) > 1):
        value *= lexicon.scales[rest]
    elif rest == "%" or (rest,) in lexicon.units:
        unit = rest
    elif rest:
        return None
    while last < len(tokens) and tokens[last].lower in lexicon.scales:
        value *= lexicon.scales[tokens[last].lower]
        last += 1
    return _Number(place, last, value, value, currency=match["currency"] or "", unit=unit)


def _vague(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> _Number:
    value, last = lexicon.vague[tokens[place].lower], place + 1
    while last + 1 < len(tokens) and tokens[last].lower == "of":
        following = tokens[last + 1].lower
        if following not in lexicon.vague:
            break
        value *= lexicon.vague[following]
        last += 2
    return _Number(place, last, value, value * 20, "vague")


def _spelled(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> _Number | None:
    total, current, last, digits = 0.0, 0.0, place, False
    word = tokens[place].lower
    if word in lexicon.half and place + 2 < len(tokens) and tokens[place + 1].lower in ("a", "an"):
        scale = lexicon.scales.get(tokens[place + 2].lower)
        return _Number(place, place + 3, scale / 2, scale / 2) if scale else None
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
            if digits and current % 100 and not (20 <= current % 100 and value < 10):
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
    return _Number(place, last, total + current, total + current) if digits else None


def _counts_nothing(tokens: Sequence[Token], number: _Number, lexicon: Lexicon) -> bool:
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
        if is_name(tokens, number.first - 1, lexicon) and not number.currency:
            return True
        # A hyphen or slash joins scores (3-1), models (F-16) and dates (9/11).
        if (
            before.text in "-–:"
            and number.first > 1
            and before.start == tokens[number.first - 2].end
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


def _is_clock(tokens: Sequence[Token], number: _Number, lexicon: Lexicon) -> bool:
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


def _quantity(
    text: str,
    tokens: Sequence[Token],
    number: _Number,
    earlier: frozenset[str],
    lexicon: Lexicon,
) -> Quantity | None:
    unit, unit_end = _unit(tokens, number, lexicon)
    hedge, first, last = _hedge(tokens, number, unit_end, lexicon)
    if number.low == 1 and number.high == 1 and not unit and _is_pronoun(tokens, number, lexicon):
        return None
    left, right = _clause(tokens, first, max(last, unit_end), lexicon)
    inner = [*tokens[left:first], *tokens[max(last, unit_end) : right]]
    noun_shown = _noun(tokens, unit_end, right, lexicon)
    noun = stem(noun_shown)
    dimension = unit.dimension if unit else ""
    if dimension == "money.other" and unit_end > 0:
        dimension = f"money.{stem(tokens[unit_end - 1].lower)}"
    if dimension == "" and _is_age(tokens, number, lexicon):
        dimension, noun_shown = "age", tokens[number.first - 2].text
        noun = stem(noun_shown)
    low, high = _interval(number, hedge or number.hedge)
    size = unit.size if unit else 1.0
    matter = _matter(tokens, left, first, max(last, unit_end), right, lexicon)
    wide = _widen(tokens, left, first, lexicon)
    return Quantity(
        start=tokens[first].start,
        end=tokens[max(last, unit_end) - 1].end,
        low=low * size,
        high=high * size,
        unit=dimension,
        noun=noun,
        matter=matter,
        hedge=hedge or number.hedge,
        part=_is_part(tokens, left, first, unit_end, lexicon)
        or (_is_rest(tokens, first, unit_end, lexicon) and not _is_beside(matter, earlier)),
        shown=_shown(text, tokens, number, hedge, unit_end),
        clause=_clause_text(text, tokens, wide, first, max(last, unit_end), right),
        stems=content_stems(inner, lexicon),
        near=_near(tokens, left, first, max(last, unit_end), right, lexicon),
        names=find_names(tokens[wide:right], lexicon),
        noun_shown=noun_shown,
        hypothetical=any(token.lower in lexicon.hypothetical for token in tokens[wide:right]),
    )


def _unit(tokens: Sequence[Token], number: _Number, lexicon: Lexicon) -> tuple[Unit | None, int]:
    """The unit of the number, and the token after it."""
    if number.unit or number.currency:
        return lexicon.units.get((number.unit or number.currency,)), number.last
    place = number.last
    if place < len(tokens) and tokens[place].text in "-–":
        place += 1
    for length in (3, 2, 1):
        words = tuple(token.lower for token in tokens[place : place + length])
        if len(words) == length and words in lexicon.units:
            # "5-year" plans and terms are durations, "5 year-old" is an age.
            return lexicon.units[words], place + length
    return None, number.last


def _hedge(
    tokens: Sequence[Token], number: _Number, unit_end: int, lexicon: Lexicon
) -> tuple[str, int, int]:
    """The hedge, the first token with it, and the token after it if it follows the number."""
    first = number.first
    if first and tokens[first - 1].lower in ("the", "a", "an", "between", "from"):
        first -= 1
    for name, phrases in lexicon.hedges:
        length = phrases.length_before(tokens, first)
        if length:
            return name.replace("-", " "), first - length, unit_end
    for place in (unit_end, unit_end + 1):
        for name, phrases in lexicon.hedges:
            length = phrases.length_at(tokens, place)
            if length > 1:
                return name.replace("-", " "), number.first, place + length
    return "", number.first, unit_end


def _interval(number: _Number, hedge: str) -> tuple[float, float]:
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


def _is_pronoun(tokens: Sequence[Token], number: _Number, lexicon: Lexicon) -> bool:
    """Whether "one" stands for a thing ("one of them", "no one") instead of counting it."""
    if tokens[number.first].text == "1":
        return False
    following = tokens[number.last].lower if number.last < len(tokens) else ""
    return following not in lexicon.persons and following not in lexicon.matters


def _is_age(tokens: Sequence[Token], number: _Number, lexicon: Lexicon) -> bool:
    """Whether the number stands between commas behind its owner: "Ana Ruiz, 54, said"."""
    first, last = number.first, number.last
    if not (2 <= first and last < len(tokens) and 0 < number.low < 120):
        return False
    owner = tokens[first - 2]
    return (
        tokens[first - 1].text == ","
        and tokens[last].text in (",", ".", ";", ")")
        and owner.is_word
        and owner.lower not in lexicon.function_words
    )


def _clause(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Tokens `[left, right)` around the number up to the next comma, stop or conjunction."""
    left, right = first, last
    while left > max(0, first - _REACH) and not _is_break(tokens, left - 1, lexicon):
        left -= 1
    while right < min(len(tokens), last + _REACH) and not _is_break(tokens, right, lexicon):
        right += 1
    return left, right


def _is_break(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    token = tokens[place]
    if token.text in _STOPS or token.lower in lexicon.breaks or token.text == "--":
        return True
    if token.text == ",":
        return True
    # A full stop ends the clause, except behind an initial or an abbreviation in a name.
    return token.text == "." and (
        place + 1 >= len(tokens) or place == 0 or len(tokens[place - 1].text) > 2
    )


def _widen(tokens: Sequence[Token], left: int, first: int, lexicon: Lexicon) -> int:
    """A start further left, where the clause is too short to say what it is about."""
    least = max(0, first - _REACH)
    while left > least and len(content_stems(tokens[left:first], lexicon)) < _SHORT_CLAUSE:
        left -= 1
        if tokens[left].text == "." and tokens[left - 1].text not in ("Mr", "Mrs", "Dr", "St"):
            return left + 1
    return left


def _noun(tokens: Sequence[Token], place: int, right: int, lexicon: Lexicon) -> str:
    """What is counted: the first plural of the next words, else the first of them."""
    words: list[str] = []
    for token in tokens[place : min(right, place + 6)]:
        if not token.is_word:
            if token.text in "-–":
                continue
            break
        if token.lower in lexicon.function_words:
            if token.lower in ("of", "the", "more", "other", "others", "such") and not words:
                continue
            break
        words.append(token.lower)
    plural = [
        word
        for word in words
        if word in lexicon.persons or (word.endswith("s") and not word.endswith("ss"))
        or word in ("children", "men", "women", "police", "troops")
    ]  # fmt: skip
    return (plural or words)[0] if words else ""


def _near(
    tokens: Sequence[Token], left: int, first: int, last: int, right: int, lexicon: Lexicon
) -> frozenset[str]:
    """Stems of the last two content words before the number and the first two behind it."""
    before = [t for t in tokens[left:first] if t.is_word and t.lower not in lexicon.function_words]
    after = [t for t in tokens[last:right] if t.is_word and t.lower not in lexicon.function_words]
    return frozenset(stem(token.lower) for token in [*before[-2:], *after[:2]])


def _matter(
    tokens: Sequence[Token], left: int, first: int, last: int, right: int, lexicon: Lexicon
) -> str:
    """The matter named nearest to the number in its clause, behind it first."""
    after = [lexicon.matters[t.lower] for t in tokens[last:right] if t.lower in lexicon.matters]
    before = [lexicon.matters[t.lower] for t in tokens[left:first] if t.lower in lexicon.matters]
    if after and before and before[-1] != after[0]:
        # "killing 12 people in an attack on a hospital": the word that governs the number
        # stands right before it.
        near = [t.lower for t in tokens[max(left, first - 2) : first] if t.lower in lexicon.matters]
        return lexicon.matters[near[-1]] if near else after[0]
    return after[0] if after else (before[-1] if before else "")


def _is_part(tokens: Sequence[Token], left: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the number counts a part or a rate: "including two", "five of the 20"."""
    return bool(
        lexicon.part.length_before(tokens, first)
        or lexicon.part.length_at(tokens, last)
        or (left < first and lexicon.part.length_at(tokens, left))
    )


def _is_rest(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the number counts what is left beside another: "another 18", "nine others"."""
    return bool(
        lexicon.rest.length_before(tokens, first)
        or lexicon.rest.length_at(tokens, last)
        or (last + 1 < len(tokens) and lexicon.rest.length_at(tokens, last + 1))
    )


def _is_beside(matter: str, earlier: frozenset[str]) -> bool:
    """Whether the text has counted another matter before: "killing two and hurting nine others"."""
    return bool(matter) and matter not in earlier and bool(earlier - {""})


def _shown(text: str, tokens: Sequence[Token], number: _Number, hedge: str, unit_end: int) -> str:
    """A short form for people: hedge, number in digits, unit as written."""
    if number.hedge in ("vague", "range"):
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
    return f"{hedge} {plain}" if hedge else plain


def _in_digits(value: float) -> str:
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{round(value / size, 3):g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:g}"


def _clause_text(
    text: str, tokens: Sequence[Token], left: int, first: int, last: int, right: int
) -> str:
    """The words around the number, without it."""
    before = text[tokens[left].start : tokens[first].start] if left < first else ""
    after = text[tokens[last - 1].end : tokens[right - 1].end] if last < right else ""
    return " ".join(f"{before} {after}".split())
