"""Who passes on whose words, laid out as a drawing of two columns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from attrib.report.index import Index
from attrib.report.phrasing import name_article

_MOST = 14
"""How many ties are drawn, the strongest; the list below the drawing has all."""
_ROW = 30
"""Height of a row, in user units of the drawing."""
_TOP = 24
_LONGEST = 30
"""How many characters of a name are drawn."""


@dataclass(frozen=True, slots=True)
class Tie:
    """That `by` passes on what `of` says, in `claims` claims."""

    by: str
    of: str
    of_id: str
    claims: int


@dataclass(frozen=True, slots=True)
class Label:
    """A name in a column: its text, and the height of its middle."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A tie drawn from one height to another; `width` in user units, 1 to 6."""

    start: int
    end: int
    width: int


@dataclass(frozen=True, slots=True)
class RelayView:
    """All ties, most claims first, and the strongest of them as a drawing of `height`."""

    ties: tuple[Tie, ...]
    left: tuple[Label, ...]
    right: tuple[Label, ...]
    lines: tuple[Line, ...]
    height: int


def view_relays(index: Index) -> RelayView:
    """Every hop between two members of a chain, the article's outlet standing for itself.

    Chains with somebody in them who could not be identified are left out: "he" ties nobody.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for claim in index.claims.values():
        hops = [index.sources.get(link.id) for link in claim.chain]
        if any(source is not None and not source.resolved for source in hops):
            continue
        for by, of in zip(claim.chain, claim.chain[1:], strict=False):
            counts[by.name, of.name, of.id] += 1
        if len(claim.chain) > 1:
            first = claim.chain[0]
            counts[name_article(index.articles[claim.article]), first.name, first.id] += 1
    ties = [Tie(by, of, key, number) for (by, of, key), number in counts.items() if by != of]
    ties.sort(key=lambda tie: (-tie.claims, tie.by.casefold(), tie.of.casefold(), tie.of_id))
    return _draw(tuple(ties))


def _draw(ties: tuple[Tie, ...]) -> RelayView:
    drawn = ties[:_MOST]
    left = {name: place for place, name in enumerate(dict.fromkeys(tie.by for tie in drawn))}
    right = {key: place for place, key in enumerate(dict.fromkeys(tie.of_id for tie in drawn))}
    names = {tie.of_id: tie.of for tie in drawn}
    return RelayView(
        ties,
        tuple(Label(_short(name), _height(place)) for name, place in left.items()),
        tuple(Label(_short(names[key]), _height(place)) for key, place in right.items()),
        tuple(
            Line(_height(left[tie.by]), _height(right[tie.of_id]), min(tie.claims, 6))
            for tie in drawn
        ),
        _TOP + _ROW * max(len(left), len(right)),
    )


def _height(place: int) -> int:
    return _TOP + _ROW * place


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
