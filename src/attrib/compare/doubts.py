"""Whether one of two texts doubts what the other tells: it refutes, negates, or says it is off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from attrib.compare.statements import Statement

DoubtKind = Literal["story", "aside", "none"]


@dataclass(frozen=True, slots=True)
class Doubts:
    """How many of two texts doubt something, what one alone doubts, and whether both are headlines.

    `kind` is "story" where it refutes, negates what the other states, or tells the end of what
    the other plans; "aside" where it negates something else ("had no idea").
    """

    count: int
    kind: DoubtKind
    headlines: bool


def weigh_doubts(one: Statement, other: Statement) -> Doubts:
    """The doubts of two texts; the order of the two makes no difference."""
    headlines = _is_headline(one) and _is_headline(other)
    kinds = (_find_kind(one, other, headlines), _find_kind(other, one, headlines))
    count = sum(kind != "none" for kind in kinds)
    kind: DoubtKind = "none"
    if count == 1:
        kind = "story" if "story" in kinds else "aside"
    return Doubts(count, kind, headlines)


def _find_kind(one: Statement, other: Statement, headlines: bool) -> DoubtKind:
    if one.refutes or one.heads & (other.stems - other.negated):
        return "story"
    # Below a headline "to" and "will" stand in any sentence, and plan nothing of this story.
    if headlines and one.withdraws and (other.plans or other.refutes or other.negated):
        return "story"
    return "aside" if one.negated else "none"


def _is_headline(statement: Statement) -> bool:
    """Whether the text has no full stop, and more than a phrase's worth of words."""
    return len(statement.words) > 3 and statement.text.rstrip()[-1:] not in ".!"
