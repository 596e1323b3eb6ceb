"""Put attributions in order and tie each to the one whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attrib.records import Attribution


def nest(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """In order of place; `within` is the innermost attribution whose content holds all of it.

    Only a proper part nests: where two contents are the same words, the tag that stands
    outside the other's sentence part is kept as it is, unnested.
    """
    ordered = sorted(set(found), key=_place)
    nested: list[Attribution] = []
    near: list[int] = []
    for index, inner in enumerate(ordered):
        start = inner.content[0].start
        # Attributions are met by their start: one that has ended holds nothing that follows.
        near = [place for place in near if ordered[place].content[-1].end > start]
        following = _starting_near(ordered, index)
        nested.append(replace(inner, within=_holder(inner, ordered, [*near, *following])))
        near.append(index)
    return tuple(_without_shared_origins(item, nested) for item in nested)


def _without_shared_origins(item: Attribution, nested: Sequence[Attribution]) -> Attribution:
    """`item` without those it relays that the one around it relays already.

    "Divers found a gash, the agency reported, quoting an official": the official tells of it.
    """
    if item.within is None or not item.origins:
        return item
    outer = nested[item.within].origins
    return replace(item, origins=tuple(origin for origin in item.origins if origin not in outer))


def _starting_near(ordered: Sequence[Attribution], index: int) -> list[int]:
    """Later attributions whose content may yet hold this one's: those that start at its start."""
    start = ordered[index].content[0].start
    last = index + 1
    while last < len(ordered) and ordered[last].content[0].start == start:
        last += 1
    return list(range(index + 1, last))


def _place(attribution: Attribution) -> tuple[int, int, int, str]:
    start, end = attribution.content[0].start, attribution.content[-1].end
    cue = attribution.cue.span.start if attribution.cue else -1
    return start, -end, cue, attribution.source.text if attribution.source else ""


def _holder(
    inner: Attribution, ordered: Sequence[Attribution], places: Sequence[int]
) -> int | None:
    parts = list(inner.content)
    if inner.cue is not None:
        parts.append(inner.cue.span)
    size = sum(len(span) for span in inner.content)
    best: tuple[int, int] | None = None
    for place in places:
        outer = ordered[place]
        outer_size = sum(len(span) for span in outer.content)
        holds = all(any(span.covers(part) for span in outer.content) for part in parts)
        if holds and outer_size > size and (best is None or outer_size < best[0]):
            best = (outer_size, place)
    return best[1] if best else None
