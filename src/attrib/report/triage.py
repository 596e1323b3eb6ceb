"""Why a contested matter is worth a check, in a few words: how far it spreads, what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.records import LACKING, Claim, ContestKind, Grade
from attrib.report.phrasing import in_quotes, say_count
from attrib.report.unnamed import is_several, rests_on_unnamed

_MOST = 2
"""Remarks on sides beside how far it spreads; more would be a second report."""
_BRIEF = 40
"""Characters of a value that a remark can hold."""
_OWN = "stands in the outlet's own voice only"
_ONE_UNNAMED = "rests on one unnamed source"
_BOTH = {
    _OWN: "each side stands in outlets' own voice only",
    _ONE_UNNAMED: "each side rests on one unnamed source",
}
"""A remark on every side, said once."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What one side rests on: its claims, its voices, the outlets that carry it."""

    value: str
    voices: int
    best: Grade | None
    claims: tuple[Claim, ...]
    outlets: frozenset[str]


def say_why(kind: str, sides: Sequence[Basis], outlets: int, of: int) -> str:
    """ "Denial, in 3 of 4 outlets; the side that denies it rests on one unnamed source".

    `outlets` carry the matter, `of` report on its story. Where a side is weak that is said, else
    where it looks stronger than it is, else how many voices stand on each side.
    """
    spread = f"in {outlets} of {of} outlets" if of > 1 else "within one outlet"
    remarks = _say_weak(sides) or [
        f"{side.value} {reuse}, from one source" for side in sides if (reuse := _say_reuse(side))
    ]
    remarks = remarks[:_MOST] or [_say_balance(sides)]
    return "; ".join(filter(None, (f"{kind}, {spread}", *remarks)))


def _say_weak(sides: Sequence[Basis]) -> list[str]:
    found = [_say_weakness(side) for side in sides]
    if len(found) > 1 and len(set(found)) == 1 and found[0] in _BOTH:
        return [_BOTH[found[0]]]
    return [
        f"{side.value} {' but '.join(filter(None, (_say_reuse(side), weakness)))}"
        for side, weakness in zip(sides, found, strict=True)
        if weakness
    ]


def name_side(value: str, kind: ContestKind) -> str:
    """How a side is called within a sentence: "“47”", "the side that denies it"."""
    known = {
        "affirmed": "the side that affirms it",
        "denied": "the side that denies it",
        "stated": "the side that states it",
        "negated": "the side that states the opposite",
    }
    if kind in ("denial", "contradiction") and value in known:
        return known[value]
    if kind == "quote" and value == LACKING:
        return "the quote without them"
    return in_quotes(value if len(value) <= _BRIEF else f"{value[:_BRIEF].rsplit(' ', 1)[0]} …")


def _say_weakness(side: Basis) -> str:
    attributed = [claim for claim in side.claims if claim.voice != "own"]
    if not attributed:
        return _OWN if side.claims else ""
    if len(attributed) == len(side.claims) and all(map(rests_on_unnamed, attributed)):
        last = [claim.chain[-1] for claim in attributed if claim.chain]
        if not last:
            return "names no source"
        many = side.voices > 1 or any(is_several(link.name, link.source_class) for link in last)
        return "rests on unnamed sources" if many else _ONE_UNNAMED
    return f"is shown no better than {side.best}" if side.best in ("D", "E") else ""


def _say_reuse(side: Basis) -> str:
    """That more outlets carry the side than voices stand behind it."""
    reused = side.voices == 1 and len(side.outlets) > 1
    return f"is in {len(side.outlets)} outlets" if reused else ""


def _say_balance(sides: Sequence[Basis]) -> str:
    voices = [side.voices for side in sides]
    if len(voices) != 2 or not all(voices):
        return ""
    if voices == [1, 1]:
        return "one voice against one"
    return f"{say_count(max(voices), 'voice')} against {min(voices)}"
