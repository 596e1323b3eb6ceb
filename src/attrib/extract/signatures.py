"""Quotes with a name under them: nothing that begins outside such a quote reaches into it."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.extract.merging import is_inside, overlapping
from attrib.extract.patterns import MARKS
from attrib.records import Attribution, Quote


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
    ends = sorted(item.content[-1] for item in signed)
    blocks = [quote.span for quote in quotes if overlapping(quote.span, ends)]
    taken = sorted([*blocks, *(item.cue.span for item in signed if item.cue)])
    outside, inside = [], []
    for item in learned:
        parts = [*item.content, *([item.cue.span] if item.cue else [])]
        if not any(overlapping(part, taken) for part in parts):
            outside.append(item)
        elif is_inside(item, blocks):
            inside.append(item)
    return outside, inside
