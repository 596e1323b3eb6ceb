"""Whether one of two texts doubts what the other tells: it refutes, negates, or says it is off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from attrib.compare.lexicon import Lexicon
from attrib.compare.statements import Statement
from attrib.tokens import Token, tokenise

DoubtKind = Literal["story", "aside", "both", "none"]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What one of two texts doubts, and whether both are headlines.

    `kind` is "story" where one alone refutes, negates what the other states, or tells the end of
    what the other plans; "aside" where one alone negates something else ("had no idea"); "both"
    where each does one of these.
    """

    kind: DoubtKind
    headlines: bool


def weigh_doubts(one: Statement, other: Statement, lexicon: Lexicon) -> Doubts:
    """The doubts of two texts; the order of the two makes no difference."""
    headlines = _is_headline(one) and _is_headline(other)
    left, right = _find_kind(one, other), _find_kind(other, one)
    if headlines:
        # Below a headline "to" and "will" stand in any sentence, and plan nothing of this story.
        left = "story" if _gives_up(one, other, lexicon) else left
        right = "story" if _gives_up(other, one, lexicon) else right
    if left != "none" and right != "none":
        return Doubts("both", headlines)
    return Doubts(right if left == "none" else left, headlines)


def _find_kind(one: Statement, other: Statement) -> DoubtKind:
    if one.refutes or one.heads & (other.stems - other.negated):
        return "story"
    return "aside" if one.negated else "none"


def _gives_up(one: Statement, other: Statement, lexicon: Lexicon) -> bool:
    """Whether `one` tells of leaving or giving up ("pulls out"), and `other` of a plan or that it
    is doubted."""
    tokens = tokenise(one.text)
    if not any(lexicon.withdrawals.length_at(tokens, place) for place in range(len(tokens))):
        return False
    return other.refutes or bool(other.negated) or _plans(tokenise(other.text), lexicon)


def _plans(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether "will" stands there, or a headline's "to" before what is to be done."""
    following = (*tokens[1:], None)
    return any(
        token.lower in lexicon.futures
        or (
            token.lower == "to"
            and behind is not None
            and behind.is_word
            and behind.lower not in lexicon.function_words
        )
        for token, behind in zip(tokens, following, strict=True)
    )


def _is_headline(statement: Statement) -> bool:
    """Whether the text has no full stop, and more than a phrase's worth of words."""
    return len(statement.words) > 3 and statement.text.rstrip()[-1:] not in ".!"
