"""Figures in running text: how many of what, how exactly, and what is said of them.

"At least seven people were killed" gives one quantity: 7 and upwards, noun people, matter
killed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrib.compare.ages import find_age_owner
from attrib.compare.aspects import find_aspect, find_course, find_sense
from attrib.compare.clauses import (
    find_clause,
    find_matter,
    find_near,
    find_noun,
    is_part,
    is_rest,
    skip_conversion,
    widen_clause,
)
from attrib.compare.clocks import CLOCK, Moment
from attrib.compare.degrees import find_degrees
from attrib.compare.lexicon import Lexicon, Unit
from attrib.compare.measures import find_hedge, find_lesser, find_unit, show_measure, span_values
from attrib.compare.moments import find_moment
from attrib.compare.no_counts import is_no_count
from attrib.compare.numeral import Numeral
from attrib.compare.numerals import find_numeral
from attrib.compare.quantity import Quantity
from attrib.compare.ranks import find_rank, find_score
from attrib.compare.shares import find_none, find_part_of_unit, find_share, find_single
from attrib.compare.stems import stem
from attrib.compare.words import content_stems, find_names
from attrib.tokens import Token, tokenise

_THING_REACH = 4
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_NUMBERED = frozenset({"numbered", "number", "numbers", "totalled", "totaled", "totals"})
_PARENTS = frozenset({"mother", "father", "parents", "mum", "mom", "dad"})
_FUTURE = frozenset({"will", "shall", "'ll", "would"})
_IS = frozenset({"is", "are", "was", "were"})
_INJURED = frozenset({"taken to hospital", "badly hurt"})
"""Counts of some of the injured: the others beside them are not all of them."""


def find_quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities in `text`, in reading order; linear in its length."""
    tokens = tokenise(text)
    found: list[Quantity] = []
    place = 0
    while place < len(tokens):
        moment = (
            find_score(tokens, place, lexicon)
            or find_moment(tokens, place, lexicon)
            or find_rank(tokens, place, lexicon)
        )
        if moment is not None:
            found.append(_moment(text, tokens, moment, lexicon))
            place = skip_conversion(tokens, moment.last)
            continue
        part = find_part_of_unit(tokens, place, lexicon) or find_degrees(tokens, place)
        number = (
            part[0]
            if part
            else find_share(tokens, place, lexicon)
            or find_none(tokens, place, lexicon)
            or find_single(tokens, place, lexicon)
            or find_numeral(tokens, place, lexicon)
        )
        if number is None:
            place += 1
            continue
        place = number.last
        if not part and is_no_count(tokens, number, lexicon):
            continue
        earlier = frozenset(quantity.matter for quantity in found)
        quantity, place = _quantity(
            text, tokens, number, earlier, lexicon, part[1] if part else None
        )
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def find_years(text: str) -> frozenset[int]:
    """The calendar years named in `text`."""
    return frozenset(
        int(token.text)
        for token in tokenise(text)
        if len(token.text) == 4 and token.text.isdigit() and 1800 <= int(token.text) <= 2100
    )


def _quantity(
    text: str,
    tokens: Sequence[Token],
    number: Numeral,
    earlier: frozenset[str],
    lexicon: Lexicon,
    given: Unit | None,
) -> tuple[Quantity | None, int]:
    """The quantity of a number, and the token from which to read on; `given` is its unit."""
    if given is None and _is_pronoun(tokens, number, lexicon):
        return None, number.last
    unit, unit_end = (given, number.last) if given else find_unit(tokens, number, lexicon)
    added, unit_end = find_lesser(tokens, unit_end, unit, lexicon) if unit else (0.0, unit_end)
    hedge, first, last = find_hedge(tokens, number, unit_end, lexicon)
    last = skip_conversion(tokens, last)
    if last < len(tokens) and tokens[last].text == "," and tokens[last - 2].text in ("-", "–"):
        # "the 25-ton, unmarked truck"
        last += 1
    left, right = find_clause(tokens, first, last, lexicon)
    wide = widen_clause(tokens, left, first, lexicon)
    noun, narrowed = find_noun(tokens, unit_end, right, lexicon)
    dimension = unit.dimension if unit else ""
    if dimension == "money.other":
        dimension = f"money.{stem(tokens[unit_end - 1].lower)}"
    noun = noun or _subject_of_number(tokens, first, lexicon) or _children_of(tokens, first)
    owner = None if dimension else find_age_owner(tokens, number, lexicon)
    if owner is not None:
        dimension, noun = "age", owner
    hedge = hedge or number.hedge
    low, high = span_values(number, hedge)
    size = unit.size if unit else 1.0
    matter = find_matter(tokens, left, first, last, right, lexicon)
    if number.unit == "unhurt":
        matter, noun = "injured", ""
    thing = _find_thing(tokens, number, unit_end, dimension, lexicon) if dimension else frozenset()
    rest = is_rest(tokens, first, unit_end, lexicon) and not _is_beside(matter, earlier)
    alone = any(token.lower == "alone" for token in tokens[wide:right])
    return Quantity(
        start=tokens[first].start,
        end=tokens[last - 1].end,
        low=low * size + added,
        high=high * size + added,
        unit=dimension,
        noun=stem(noun),
        noun_shown=noun,
        matter=matter,
        hedge=hedge,
        part=not thing and (rest or is_part(tokens, left, first, unit_end, lexicon) or alone),
        hypothetical=any(token.lower in lexicon.hypothetical for token in tokens[wide:right]),
        shown=text[tokens[number.first].start : tokens[last - 1].end]
        if given
        else show_measure(text, tokens, number, hedge, unit_end),
        clause=_without(text, tokens, wide, first, last, right),
        stems=content_stems([*tokens[left:first], *tokens[last:right]], lexicon),
        near=find_near(tokens, left, first, last, right, lexicon),
        narrowed=narrowed,
        names=find_names(tokens[wide:right], lexicon),
        noun_is_matter=noun in lexicon.matters,
        thing=thing,
        aspect=find_aspect(tokens, left, first, last, right, dimension, lexicon),
        sense=find_sense(tokens, left, right, dimension, lexicon),
        foreseen=_is_foreseen(tokens[wide:right]),
    ), last


def _subject_of_number(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> str:
    """What "the crew numbered 26" counts; "" where no such verb stands before the number."""
    if first < 2 or tokens[first - 1].lower not in _NUMBERED:
        return ""
    noun = tokens[first - 2]
    return noun.lower if noun.is_word and noun.lower not in lexicon.function_words else ""


def _children_of(tokens: Sequence[Token], first: int) -> str:
    """What "a mother of two" counts."""
    words = [token.lower for token in tokens[max(first - 2, 0) : first]]
    return "children" if words[-1:] == ["of"] and words[0] in _PARENTS else ""


def _find_thing(
    tokens: Sequence[Token], number: Numeral, unit_end: int, dimension: str, lexicon: Lexicon
) -> frozenset[str]:
    """What "25-ton" or "four-year-old" is said of; empty where the measure is no adjective."""
    joined = number.last < len(tokens) and tokens[number.last].text in ("-", "–")
    if not joined and "-" not in tokens[unit_end - 1].text:
        return frozenset()
    found: list[str] = []
    for token in tokens[unit_end : unit_end + _THING_REACH]:
        if token.lower in lexicon.function_words or not (token.is_word or token.text == ","):
            # "A 25-ton truck hit the wall": a word before an article is a verb.
            if token.lower in _ARTICLES and found:
                found.pop()
            break
        if token.is_word:
            found.append(stem(token.lower))
    # "A 4-year-old boy fell" and "a 6-year-old girl fell" share no thing.
    return frozenset(found[:1] if dimension == "age" else found)


def _moment(text: str, tokens: Sequence[Token], moment: Moment, lexicon: Lexicon) -> Quantity:
    """A time of day, a day or a date, with the words around it."""
    first, last = moment.first, moment.last
    left, right = find_clause(tokens, first, last, lexicon)
    wide = widen_clause(tokens, left, first, lexicon)
    return Quantity(
        start=tokens[first].start,
        end=tokens[last - 1].end,
        low=moment.low,
        high=moment.high,
        unit=moment.unit,
        noun=moment.zone,
        noun_shown="",
        matter="",
        hedge=moment.hedge,
        part=False,
        # "In May" supposes nothing.
        hypothetical=any(
            token.lower in lexicon.hypothetical
            for token in (*tokens[wide:first], *tokens[last:right])
        ),
        shown=text[tokens[first].start : tokens[last - 1].end],
        clause=_without(text, tokens, wide, first, last, right),
        stems=content_stems([*tokens[left:first], *tokens[last:right]], lexicon),
        near=find_near(tokens, left, first, last, right, lexicon),
        narrowed=frozenset(),
        names=find_names(tokens[wide:right], lexicon),
        noun_is_matter=False,
        aspect=find_course(tokens, wide, right, lexicon) if moment.unit == CLOCK else "",
        foreseen=_is_foreseen(tokens[wide:right]),
    )


def _is_foreseen(clause: Sequence[Token]) -> bool:
    """Whether it says what will be: "the road will stay shut", "the road is to stay shut"."""
    words = [token.lower for token in clause]
    return bool(_FUTURE & set(words)) or any(
        word == "to" and before in _IS for before, word in pairwise(words)
    )


def _is_pronoun(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> bool:
    """Whether "one" stands for a thing ("one of them", "no one") instead of counting it."""
    if (
        number.unit
        or number.low != 1
        or number.high != 1
        or tokens[number.first].lower in ("1", "single")
    ):
        return False
    following = tokens[number.last].lower if number.last < len(tokens) else ""
    return (
        following not in lexicon.persons
        and following not in lexicon.matters
        and (following,) not in lexicon.units
    )


def _is_beside(matter: str, earlier: frozenset[str]) -> bool:
    """Whether the rest is all of its matter: "Two were killed. Another 31 were injured." """
    if not matter or matter in earlier or (matter == "injured" and earlier & _INJURED):
        return False
    return matter != "killed" or bool(earlier - {""})


def _without(
    text: str, tokens: Sequence[Token], left: int, first: int, last: int, right: int
) -> str:
    """The words of the clause, without the number."""
    before = text[tokens[left].start : tokens[first].start] if left < first else ""
    after = text[tokens[last - 1].end : tokens[right - 1].end] if last < right else ""
    return " ".join(f"{before} {after}".split())
