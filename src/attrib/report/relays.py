"""Who passes on whose words, laid out as a drawing of two columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.report.index import Index
from attrib.report.phrasing import cut, name_article

_MOST = 14
"""How many ties are drawn, the strongest; the table below the drawing has all."""
_ROW = 28
"""Height of a row, in user units of the drawing."""
_TOP = 20
_LONGEST = 32
"""How many characters of a name are drawn."""
_THICKEST = 6
_SHOWN = 5
"""How many claims of a tie are linked."""


@dataclass(frozen=True, slots=True)
class Tie:
    """That `by` passes on what `of` says, in `claims` claims; `shown` are ids of the first."""

    by: str
    of: str
    of_id: str
    claims: int
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A name in a column: cut to what fits, in full, and the height of its middle."""

    text: str
    full: str
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A tie drawn from one height to another; `width` in user units, 1 to 6."""

    start: int
    end: int
    width: int


@dataclass(frozen=True, slots=True)
class RelayView:
    """All ties, most claims first, and the `drawn` strongest of them as a drawing of `height`."""

    ties: tuple[Tie, ...]
    left: tuple[Label, ...]
    right: tuple[Label, ...]
    lines: tuple[Line, ...]
    drawn: int
    height: int


def view_relays(index: Index) -> RelayView:
    """Every hop between two members of a chain, the article's outlet standing for itself.

    Chains with somebody in them who could not be identified are left out: "he" ties nobody.
    """
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for claim in index.claims.values():
        hops = [index.sources.get(link.id) for link in claim.chain]
        if any(source is not None and not source.resolved for source in hops):
            continue
        for by, of in pairwise(claim.chain):
            found[by.name, of.name, of.id].append(claim.id)
        if len(claim.chain) > 1:
            first = claim.chain[0]
            outlet = name_article(index.articles[claim.article])
            found[outlet, first.name, first.id].append(claim.id)
    ties = [
        Tie(by, of, key, len(claims), tuple(claims[:_SHOWN]))
        for (by, of, key), claims in found.items()
        if by != of
    ]
    ties.sort(key=lambda tie: (-tie.claims, tie.by.casefold(), tie.of.casefold(), tie.of_id))
    return _draw(tuple(ties))


def _draw(ties: tuple[Tie, ...]) -> RelayView:
    drawn = ties[:_MOST]
    left, right = _order(drawn)
    names = {tie.of_id: tie.of for tie in drawn}
    return RelayView(
        ties,
        tuple(_label(name, place) for name, place in left.items()),
        tuple(_label(names[key], place) for key, place in right.items()),
        tuple(
            Line(_height(left[tie.by]), _height(right[tie.of_id]), min(tie.claims, _THICKEST))
            for tie in drawn
        ),
        len(drawn),
        _TOP + _ROW * max(len(left), len(right)),
    )


def _order(ties: Sequence[Tie]) -> tuple[dict[str, int], dict[str, int]]:
    """The place of each name on the left, the most passed on first, and of each on the right.

    On the right a name stands at the middle of those it is tied to, so that few lines cross.
    """
    left = {name: place for place, name in enumerate(dict.fromkeys(tie.by for tie in ties))}
    tied: defaultdict[str, list[int]] = defaultdict(list)
    for tie in ties:
        tied[tie.of_id].append(left[tie.by])
    middles = {key: sum(places) / len(places) for key, places in tied.items()}
    # Equal middles stay in order of strength: dicts and sorting keep it.
    return left, {key: place for place, key in enumerate(sorted(middles, key=middles.__getitem__))}


def _label(name: str, place: int) -> Label:
    return Label(cut(name, _LONGEST), name, _height(place))


def _height(place: int) -> int:
    return _TOP + _ROW * place
