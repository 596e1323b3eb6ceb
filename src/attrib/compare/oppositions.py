"""Signs that two texts alike in most words cannot both hold: negation, opposite words, slots.

A sentence encoder puts a claim and its negation side by side (cosine .89), so nothing here
looks at the vectors for the clash itself; they only say that the two are about one thing.
"""

from __future__ import annotations

from dataclasses import dataclass

from attrib.compare.lexicon import Lexicon
from attrib.compare.slots import find_slot_clash
from attrib.compare.statements import Statement


@dataclass(frozen=True, slots=True)
class Opposition:
    """What opposes two texts: the sign, the two values, the reason, how sure in [0, 1]."""

    sign: str
    one: str
    other: str
    reason: str
    score: float


def find_opposition(
    one: Statement, other: Statement, cosine: float, lexicon: Lexicon
) -> Opposition | None:
    """The surest sign that the two texts cannot both hold, or None."""
    if one.asks or other.asks:
        return None
    shared = one.stems & other.stems
    cover = len(shared) / max(min(len(one.stems), len(other.stems)), 1)
    if len(shared) < 2 or cosine < 0.5:
        return None
    return (
        _negation(one, other, cosine, cover)
        or _poles(one, other, cosine, cover)
        or _slots(one, other, cosine, lexicon)
    )


def _negation(one: Statement, other: Statement, cosine: float, cover: float) -> Opposition | None:
    """One negates words that the other asserts."""
    ours = one.heads & (other.stems - other.negated)
    theirs = other.heads & (one.stems - one.negated)
    if bool(one.heads) == bool(other.heads) or not (ours or theirs) or cover < 0.5:
        return None
    word = min(ours or theirs)
    return Opposition(
        "negation",
        "negated" if ours else "affirmed",
        "affirmed" if ours else "negated",
        f"one negates what the other states (“{word}”)",
        round(cover * cosine, 3),
    )


def _poles(one: Statement, other: Statement, cosine: float, cover: float) -> Opposition | None:
    """The two stand at opposite ends of one axis (rose / fell), and neither at both."""
    ours, theirs = dict(one.poles), dict(other.poles)
    if len(ours) < len(one.poles) or len(theirs) < len(other.poles):
        return None
    opposed = sorted(axis for axis in ours.keys() & theirs.keys() if ours[axis] != theirs[axis])
    if len(opposed) != 1 or cover < 0.5 or one.heads or other.heads:
        return None
    return Opposition(
        "poles", ours[opposed[0]], theirs[opposed[0]], "opposite words", round(cover * cosine, 3)
    )


def _slots(one: Statement, other: Statement, cosine: float, lexicon: Lexicon) -> Opposition | None:
    if one.heads or other.heads:
        return None
    clash = find_slot_clash(one, other, lexicon)
    if clash is None:
        return None
    return Opposition(
        "slot",
        clash.one,
        clash.other,
        f"same matter, different answers: {clash.one} / {clash.other}",
        round((clash.agreement + cosine) / 2, 3),
    )
