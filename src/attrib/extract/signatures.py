"""Quotes with a name under them: nothing that begins outside such a quote reaches into it."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.extract.patterns import MARKS
from attrib.records import Attribution, Quote, Span


def is_signed(item: Attribution) -> bool:
    """ "Bridge is closed: ministry", "“...” – Ida Moss": forms of headlines and press releases."""
    cue, source = item.cue, item.source
    return bool(cue and source and cue.rule == MARKS and cue.span.end <= source.span.start)


def part_at_signed(
    learned: Sequence[Attribution], ruled: Sequence[Attribution], quotes: Sequence[Quote]
) -> tuple[list[Attribution], list[Attribution]]:
    """What the tagger found outside of signed quotes, and what it found inside one.

    A column of letters or of readers' voices has one such quote after the other; the tagger,
    which has seen hardly any, gives several to one name. Whatever crosses the marks is dropped.
    """
    signed = [item for item in ruled if item.voice == "direct" and is_signed(item)]
    if not signed:
        return list(learned), []
    blocks = [
        quote.span
        for quote in quotes
        if any(quote.span.overlaps(item.content[-1]) for item in signed)
    ]
    marks = [item.cue.span for item in signed if item.cue]
    outside, inside = [], []
    for item in learned:
        parts = [*item.content, *([item.cue.span] if item.cue else [])]
        if not _overlap(parts, [*blocks, *marks]):
            outside.append(item)
        elif any(all(map(block.covers, parts)) for block in blocks):
            inside.append(item)
    return outside, inside


def _overlap(parts: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(part.overlaps(other) for part in parts for other in others)
