"""Amounts in a few words of text: figures with their limits, and words such as "some" and "all"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.check.words import Vocabulary, has_content, stem
from attrib.records import Span
from attrib.rulebook import Rulebook
from attrib.tokens import Token

# How many words behind an amount the thing counted may stand ("40 skilled jobs").
_REACH = 3


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
        if value is None or tokens[first].lower == "one":
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
        if token.lower in degrees and (things := _things(tokens, place + 1, vocabulary))
    ]


def _value(token: Token, numbers: Mapping[str, float]) -> float | None:
    if token.lower in numbers:
        return numbers[token.lower]
    digits = token.text.lstrip("$£€¥").rstrip("%").replace(",", "")
    try:
        return float(digits)
    except ValueError:
        return None


def _things(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> frozenset[str]:
    found: set[str] = set()
    for token in tokens[place : place + _REACH + 1]:
        if not token.text[0].isalpha() and token.text != "%":
            break
        if token.text == "%" or has_content(token, vocabulary):
            found.add("percent" if token.text == "%" else stem(token.text, vocabulary))
    return frozenset(found)
