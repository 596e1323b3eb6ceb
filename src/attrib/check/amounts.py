"""Amounts in a few words of text: figures with their limits, and words such as "some" and "all"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.check.words import Vocabulary, has_content, stem
from attrib.records import Span
from attrib.rulebook import Rulebook
from attrib.tokens import Token

# How many words behind an amount the thing counted may stand ("40 skilled jobs").
_REACH = 3

# Limits from weak to firm: at most so many, so many, at least so many.
_FIRMNESS = ("most", "", "least")
_MOST_DEGREES = 10
_DEFINITE = ("the", "a", "an", "those", "these", "this", "that", "its", "their", "his", "her")

_PLAIN_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,15})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of something: `things` are stems of the words after it, the thing among them.

    `limit` is "most" behind "up to", "least" behind "more than", else "".
    """

    span: Span
    value: float
    limit: str
    things: frozenset[str]


def read_numbers(rulebook: Rulebook) -> dict[str, float]:
    """Number words with their value; scales ("million") are left to `find_figures`."""
    found: dict[str, float] = {}
    for rule in rulebook.terms:
        if rule.list == "number-ones":
            found.update((word, float(place)) for place, word in enumerate(rule.terms))
        elif rule.list == "number-tens":
            found.update((word, 10.0 * place) for place, word in enumerate(rule.terms, start=1))
    return found


def read_scales(rulebook: Rulebook) -> dict[str, float]:
    """What a word multiplies the number before it by ("million")."""
    return {
        word: rule.value
        for rule in rulebook.terms
        if rule.list == "number-scale" and rule.value is not None
        for word in rule.terms
    }


def find_figures(
    tokens: Sequence[Token],
    numbers: Mapping[str, float],
    scales: Mapping[str, float],
    limits: tuple[frozenset[str], frozenset[str]],
    vocabulary: Vocabulary,
) -> list[Amount]:
    """The figures among `tokens`; `limits` are the words for the most and for the least."""
    found: list[Amount] = []
    place = 0
    while place < len(tokens):
        first, value = place, _value(tokens[place], numbers)
        place += 1
        # A year or a lone "one" counts nothing.
        share = place < len(tokens) and scales.get(tokens[place].lower, 1) < 1
        if value is None and tokens[first].lower in scales and scales[tokens[first].lower] == 0.5:
            value = scales[tokens[first].lower]
        elif value is None and tokens[first].lower == "a" and share:
            value = 1
        if value is None or (tokens[first].lower == "one" and not share):
            continue
        # "Future45" is a name.
        if first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].is_word:
            continue
        while place < len(tokens) and tokens[place].lower in scales:
            value *= scales[tokens[place].lower]
            place += 1
        things = _things(tokens, place, vocabulary)
        if value == int(value) and 1900 <= value <= 2100 and tokens[first].text.isdigit():
            continue
        if not things:
            continue
        before = " ".join(token.lower for token in tokens[max(first - 4, 0) : first])
        limit = next(
            (
                name
                for name, words in zip(("most", "least"), limits, strict=True)
                if any(before == word or before.endswith(f" {word}") for word in words)
            ),
            "",
        )
        found.append(Amount(Span(tokens[first].start, tokens[place - 1].end), value, limit, things))
    return found


def find_degrees(
    tokens: Sequence[Token], degrees: Mapping[str, int], vocabulary: Vocabulary
) -> list[Amount]:
    """Words that stand on a scale ("some", "most"), each with what it is said of."""
    return [
        Amount(token.span, degrees[token.lower], "", things)
        for place, token in enumerate(tokens)
        if token.lower in degrees
        # "The most vulnerable people": of degree, not of number.
        and not (place > 0 and tokens[place - 1].lower in _DEFINITE)
        and (things := _things(tokens, place + 1, vocabulary))
    ]


def find_raised_figure(
    ours: Sequence[Amount], theirs: Sequence[Amount]
) -> tuple[Amount, Amount] | None:
    """A figure of ours above theirs for the same thing, or the same without its limit.

    Where several figures count the thing, none can be held against another.
    """
    for one in ours:
        same = [other for other in theirs if _count_one_thing(one, other)]
        if len(same) != 1 or sum(_count_one_thing(mine, same[0]) for mine in ours) != 1:
            continue
        other = same[0]
        higher = one.value > other.value and other.limit != "least"
        firmer = _FIRMNESS.index(one.limit) > _FIRMNESS.index(other.limit)
        if higher or (one.value == other.value and firmer):
            return one, other
    return None


def find_raised_degree(
    ours: Sequence[Amount], theirs: Sequence[Amount]
) -> tuple[Amount, Amount] | None:
    """A word of amount of ours that stands higher on the scale than theirs, for the same thing."""
    for one in ours:
        for other in theirs[:_MOST_DEGREES]:
            if one.value > other.value and one.things & other.things:
                return one, other
    return None


def _count_one_thing(one: Amount, other: Amount) -> bool:
    # Shares of different things have only "percent" in common.
    return bool((one.things & other.things) - {"percent"})


def _value(token: Token, numbers: Mapping[str, float]) -> float | None:
    if token.lower in numbers:
        return numbers[token.lower]
    digits = token.text.lstrip("$£€¥").rstrip("%").replace(",", "")
    # "Infinity" and "1e400" are numbers to Python, and to nobody who writes news.
    return float(digits) if _PLAIN_NUMBER.fullmatch(digits) else None


def _things(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> frozenset[str]:
    found: set[str] = set()
    for token in tokens[place : place + _REACH + 1]:
        if not token.text[0].isalpha() and token.text != "%":
            break
        if token.text == "%" or has_content(token, vocabulary):
            found.add("percent" if token.text == "%" else stem(token.text, vocabulary))
    return frozenset(found)
