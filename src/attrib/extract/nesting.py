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
    return tuple(
        replace(inner, within=_holder(inner, index, ordered)) for index, inner in enumerate(ordered)
    )


def _place(attribution: Attribution) -> tuple[int, int, int, str]:
    start = min(span.start for span in attribution.content)
    end = max(span.end for span in attribution.content)
    cue = attribution.cue.span.start if attribution.cue else -1
    return start, -end, cue, attribution.source.text if attribution.source else ""


def _holder(inner: Attribution, index: int, ordered: Sequence[Attribution]) -> int | None:
    parts = list(inner.content)
    if inner.cue is not None:
        parts.append(inner.cue.span)
    size = sum(len(span) for span in inner.content)
    best: tuple[int, int] | None = None
    for place, outer in enumerate(ordered):
        if place == index:
            continue
        outer_size = sum(len(span) for span in outer.content)
        holds = all(any(span.covers(part) for span in outer.content) for part in parts)
        if holds and outer_size > size and (best is None or outer_size < best[0]):
            best = (outer_size, place)
    return best[1] if best else None
