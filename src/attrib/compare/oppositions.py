"""Signs that two texts alike in most words cannot both hold: negation, opposite words, slots.

A sentence encoder puts a claim and its negation side by side (cosine .89), so nothing here
looks at the vectors for the clash itself; they only say that the two are about one thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from attrib.compare.lexicon import Lexicon
from attrib.compare.slots import find_slot_clash
from attrib.compare.statements import Statement

Sign = Literal["negation", "poles", "slot"]
STATED, NEGATED = "stated", "negated"


@dataclass(frozen=True, slots=True)
class Opposition:
    """What opposes two texts: the sign, the value of each, the reason, how sure in [0, 1].

    `filler` are the words of the first text that the second has other words for.
    """

    sign: Sign
    one: str
    other: str
    reason: str
    score: float
    filler: str = ""


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
        NEGATED if ours else STATED,
        STATED if ours else NEGATED,
        f"one negates what the other states (“{word}”)",
        round(cover * cosine, 3),
    )


def _poles(one: Statement, other: Statement, cosine: float, cover: float) -> Opposition | None:
    """The two stand at opposite ends of one axis (rose / fell), and neither at both."""
    if one.heads or other.heads or cover < 0.5:
        return None
    ours = {pole.axis: pole for pole in one.poles}
    theirs = {pole.axis: pole for pole in other.poles}
    if len(ours) < len(one.poles) or len(theirs) < len(other.poles):
        return None
    opposed = sorted(a for a in ours.keys() & theirs.keys() if ours[a].end != theirs[a].end)
    if len(opposed) != 1:
        return None
    left, right = ours[opposed[0]].word, theirs[opposed[0]].word
    reason = f"opposite words: {' / '.join(sorted((left, right)))}"
    return Opposition("poles", left, right, reason, round(cover * cosine, 3), left)


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
        f"same matter, different answers: {' / '.join(sorted((clash.one, clash.other)))}",
        round((clash.agreement + cosine) / 2, 3),
        clash.whole_one,
    )
