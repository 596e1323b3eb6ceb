"""What two texts are compared by: stems, names, figures, negation and poles of one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.compare.lexicon import Lexicon
from attrib.compare.quantities import find_quantities, find_years
from attrib.compare.quantity import Quantity
from attrib.compare.refuting import find_refuting, is_till_then
from attrib.compare.stems import stem
from attrib.compare.words import content_stems, find_names
from attrib.tokens import Token, tokenise

_CLAUSE_ENDS = frozenset(".,;:!?()—–")
_REACH = 30
"""Tokens looked at behind a negator, so that a text without marks stays linear."""
_SCOPE = 3
"""Content words behind a negator that it is taken to negate ..."""
_NARROW, _NARROW_SCOPE = frozenset({"without"}), 1
"""... and behind one that negates a noun alone: "landed without incident and was freed"."""
_BUT = "but"
"""Right behind a negator it limits it ("nothing but"); behind what is negated it ends the scope."""
_WHICH = frozenset({"last", "this", "next"})
_CLITICS = ("'d", "'ll", "'re", "'ve", "'m")
"""Auxiliaries at the end of a word: "he'd"."""
_ONLY = frozenset({"just", "only", "merely", "simply"})
_TIMES = frozenset({"hour", "day", "week", "month", "year", "decade"})
_COUNTED = 5
"""Tokens of "been more than 90 days"."""
_PERIODS = frozenset({"week", "month", "year", "season", "decade", "century"})


@dataclass(frozen=True, slots=True, order=True)
class Pole:
    """A word that stands at one end of an axis: alive, at end "a" of life."""

    axis: str
    end: str
    word: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One text, laid out for comparison.

    `negated` are the stems in the scope of a negator, `heads` the first of each scope that says
    something of its own: "attack" in "did not appear to attack".
    `distances` says that it only names what others claim ("the alleged swap").
    `refuting` are the stems of words that refute. `poles` are its words that have an opposite.
    `is_proposition` is false of a bare noun phrase, as in "rejected the plan". `beside` says that
    it is about a place beside that of others, `parts` of which part of a land (north, ...) it is,
    `as_yet` that what it counts is that of its day, `overall` that it is about all of a country,
    or of the world.
    """

    text: str
    words: tuple[str, ...]
    word_stems: tuple[str, ...]
    stems: frozenset[str]
    names: frozenset[str]
    quantities: tuple[Quantity, ...]
    years: frozenset[int]
    weekdays: frozenset[str]
    periods: frozenset[tuple[str, str]]
    beside: bool
    parts: frozenset[str]
    negated: frozenset[str]
    heads: frozenset[str]
    poles: tuple[Pole, ...]
    refutes: bool
    refuting: frozenset[str]
    updates: bool
    as_yet: bool
    overall: bool
    asks: bool
    hypothetical: bool
    supposes: bool
    distances: bool
    is_proposition: bool


def state(text: str, lexicon: Lexicon) -> Statement:
    """Lay `text` out for comparison; linear in its length."""
    tokens = tokenise(text)
    scopes = _negated(tokens, lexicon)
    refuting = find_refuting(tokens, lexicon)
    words = tuple(token.text for token in tokens if token.text[0].isalnum())
    return Statement(
        text=text,
        words=words,
        word_stems=tuple(map(stem, words)),
        stems=content_stems(tokens, lexicon),
        names=find_names(tokens, lexicon),
        quantities=find_quantities(text, lexicon),
        years=find_years(text),
        weekdays=frozenset(token.lower for token in tokens if token.lower in lexicon.weekdays),
        periods=_find_periods(tokens),
        # "In neighbouring Larne"; a neighbouring country's army speaks of the same thing.
        beside=any(
            word.lower in lexicon.beside and name.is_capitalised for word, name in pairwise(tokens)
        ),
        parts=frozenset(
            lexicon.compass[token.lower] for token in tokens if token.lower in lexicon.compass
        ),
        negated=frozenset(word for scope in scopes for word in scope),
        heads=frozenset(_head(scope, lexicon) for scope in scopes),
        poles=tuple(
            sorted(
                {
                    Pole(axis, end, token.lower)
                    for token in tokens
                    for axis, end in lexicon.poles.get(token.lower, ())
                }
            )
        ),
        refutes=bool(refuting),
        refuting=frozenset(
            stem(token.lower) for first, last in refuting for token in tokens[first:last]
        ),
        updates=any(lexicon.update.length_at(tokens, place) for place in range(len(tokens))),
        as_yet=any(_is_as_yet(tokens, place, lexicon) for place in range(len(tokens))),
        overall=any(token.lower in lexicon.overall for token in tokens),
        is_proposition=any(_is_verbal(token, lexicon) for token in tokens),
        hypothetical=any(token.lower in lexicon.hypothetical for token in tokens),
        supposes=any(token.lower in lexicon.suppositions for token in tokens),
        distances=any(token.lower in lexicon.distancing for token in tokens),
        asks=text.rstrip().endswith("?"),
    )


def _is_as_yet(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether "still", "remain" and the like stand there; "still less than" is none."""
    length = lexicon.as_yet.length_at(tokens, place)
    following = tokens[place + length].lower if place + length < len(tokens) else ""
    return bool(length) and following not in lexicon.comparatives


def _find_periods(tokens: Sequence[Token]) -> frozenset[tuple[str, str]]:
    """Times told by where they lie from now: ("last", "year")."""
    words = [token.lower.removesuffix("'s").removesuffix("’s") for token in tokens]
    return frozenset(
        (which, unit) for which, unit in pairwise(words) if which in _WHICH and unit in _PERIODS
    )


def _is_verbal(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word looks like a verb: an auxiliary, or a form in -ing or -ed."""
    return (
        token.lower in lexicon.auxiliaries
        or token.lower.endswith(_CLITICS)
        or (len(token.lower) > 4 and token.text.islower() and token.lower.endswith(("ing", "ed")))
    )


def _negated(tokens: Sequence[Token], lexicon: Lexicon) -> list[list[str]]:
    """For each negator, the stems of the next content words of its clause."""
    scopes: list[list[str]] = []
    place = 0
    while place < len(tokens):
        length = lexicon.not_negating.length_at(tokens, place) or _is_not_only(tokens, place)
        if length:
            place += length
            continue
        length = lexicon.near_negators.length_at(tokens, place)
        lower = tokens[place].lower
        if length or lower in lexicon.negators or lower.endswith("n't"):
            limit = _NARROW_SCOPE if lower in _NARROW else _SCOPE
            scope = (
                []
                if is_till_then(tokens, place)
                else _scope(tokens, place + max(length, 1), limit, lexicon)
            )
            if scope:
                scopes.append(scope)
        elif lower == "since" and _counts_time(tokens, place):
            scopes.append(_scope(tokens, place + 1, _SCOPE, lexicon))
        place += max(length, 1)
    return scopes


def _is_not_only(tokens: Sequence[Token], place: int) -> int:
    """ "You aren't just a loser" says that he is one: the number of such words, or 0."""
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return 2 if tokens[place].lower.endswith("n't") and following in _ONLY else 0


def _counts_time(tokens: Sequence[Token], place: int) -> bool:
    """ "It has been 90 days since the mayor met us": he has not met them."""
    before = [token.lower for token in tokens[max(place - _COUNTED, 0) : place]]
    return "been" in before and before[-1].removesuffix("s") in _TIMES


def _head(scope: Sequence[str], lexicon: Lexicon) -> str:
    return next((word for word in scope if word not in lexicon.light_stems), scope[0])


def _scope(tokens: Sequence[Token], start: int, limit: int, lexicon: Lexicon) -> list[str]:
    """Stems of the next content words; none where the negation is limited ("none since")."""
    scope: list[str] = []
    for token in tokens[start : start + _REACH]:
        if token.text in _CLAUSE_ENDS or (scope and token.lower == _BUT):
            break
        if token.lower in lexicon.negation_limits:
            return []
        if len(scope) < limit and token.is_word and token.lower not in lexicon.function_words:
            scope.append(stem(token.lower))
    return scope
