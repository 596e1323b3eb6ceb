"""Lay an article out for the model that reads for faults: its sentences, window by window.

A window holds the headline, sentences to be judged and, before and after them, what stands
around them: whether a sentence is at fault depends on what else the text says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from attrib.records import Extraction, Field, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

FEATURE_SIZES = (4, 4)
"""No word, or one of the headline, of the text, of a quotation; no part of an attribution, or
part of its source, its cue or its content."""
LIMIT = 384
"""Word pieces in a window."""
BEFORE, AFTER = 96, 64
"""Of these, those kept for what stands before and after the sentences that are judged."""
LONGEST = 120
"""Word pieces of a sentence; of a longer one the end is not read."""
FEWEST = 60
"""Word pieces of an article; of a shorter one too little is told to judge a sentence by."""
_HEADLINE, _TEXT, _QUOTED = 1, 2, 3
_SOURCE, _CUE, _CONTENT = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or the headline, in word pieces.

    `span` is in the text, or in the title where `field` says so. `starts` and `ends` are the
    offsets there of each piece, `features` [n, 2] those of FEATURE_SIZES.
    """

    span: Span
    field: Field
    paragraph: int
    pieces: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    features: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FaultWindow:
    """Units by their place, in order; of these the ones from `core` to `core_end` are judged."""

    units: tuple[int, ...]
    core: int
    core_end: int


def make_units(extraction: Extraction, tokenizer: Tokenizer) -> tuple[Unit, ...]:
    """The title, if there is one, and every sentence, in reading order."""
    article, segmentation = extraction.article, extraction.segmentation
    place, role = _mark(extraction)
    units = []
    title = article.title or ""
    if title.strip():
        pieces = tokenizer.encode(title, add_special_tokens=False)
        units.append(
            Unit(
                Span(0, len(title)),
                "title",
                -1,
                tuple(pieces.ids[:LONGEST]),
                *_offsets(pieces.offsets[:LONGEST], 0),
                tuple((_HEADLINE, 0) for _ in pieces.ids[:LONGEST]),
            )
        )
    spans = [sentence.span for sentence in segmentation.sentences]
    encoded = tokenizer.encode_batch(
        [span.of(article.text) for span in spans], add_special_tokens=False
    )
    for sentence, found in zip(segmentation.sentences, encoded, strict=True):
        starts, ends = _offsets(found.offsets[:LONGEST], sentence.span.start)
        units.append(
            Unit(
                sentence.span,
                "text",
                sentence.paragraph,
                tuple(found.ids[:LONGEST]),
                starts,
                ends,
                tuple((int(place[at]), int(role[at])) for at in starts),
            )
        )
    return tuple(unit for unit in units if unit.pieces)


def cut_windows(units: Sequence[Unit]) -> tuple[FaultWindow, ...]:
    """Windows of at most LIMIT pieces; each unit is judged in exactly one of them.

    A piece more is counted for the start of the window and for the end of each unit. The title
    stands at the head of every window, and is judged in the first.
    """
    sizes = [len(unit.pieces) + 1 for unit in units]
    head = 1 if units and units[0].field == "title" else 0
    room = LIMIT - 1 - sum(sizes[:head])
    windows: list[FaultWindow] = []
    core = head
    while core < len(units) or not windows:
        if not units:
            break
        first, used = core, 0
        while first > head and used + sizes[first - 1] <= BEFORE:
            first -= 1
            used += sizes[first]
        end = core
        whole = used + sum(sizes[core:])
        left = room if whole <= room else room - AFTER
        while end < len(units) and (end == core or used + sizes[end] <= left):
            used += sizes[end]
            end += 1
        last = end
        while last < len(units) and used + sizes[last] <= room:
            used += sizes[last]
            last += 1
        chosen = (*range(head), *range(first, last))
        begins = head + core - first if windows else 0
        windows.append(FaultWindow(chosen, begins, head + end - first))
        core = max(end, core + 1)
    return tuple(windows)


def lay_window(
    units: Sequence[Unit], window: FaultWindow, marks: tuple[int, int]
) -> tuple[list[int], list[tuple[int, int]], list[int]]:
    """Piece ids of a window, the features of each piece, and the place in `window.units` of the
    unit that it belongs to, -1 for none.

    `marks` are the pieces for the start of a window and the end of a unit.
    """
    pieces, features, owners = [marks[0]], [(0, 0)], [-1]
    for place, index in enumerate(window.units):
        unit = units[index]
        pieces += unit.pieces
        features += unit.features
        owners += [place] * len(unit.pieces)
        following = window.units[place + 1 : place + 2]
        # The end of a paragraph has a mark; that of a sentence inside one has none.
        if not following or units[following[0]].paragraph != unit.paragraph:
            pieces.append(marks[1])
            features.append((0, 0))
            owners.append(-1)
    return pieces, features, owners


def _mark(extraction: Extraction) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
    """The two features of every character of the text, and of one behind it."""
    n_characters = len(extraction.article.text) + 1
    place = np.full(n_characters, _TEXT, np.int8)
    role = np.zeros(n_characters, np.int8)
    segmentation = extraction.segmentation
    for paragraph in segmentation.paragraphs:
        if paragraph.kind == "headline":
            place[paragraph.span.start : paragraph.span.end] = _HEADLINE
    for quote in segmentation.quotes:
        place[quote.span.start : quote.span.end] = _QUOTED
    for attribution in extraction.attributions:
        for span in attribution.content:
            role[span.start : span.end] = _CONTENT
    for attribution in extraction.attributions:
        if attribution.cue is not None:
            span = attribution.cue.span
            role[span.start : span.end] = _CUE
        if attribution.source is not None:
            span = attribution.source.span
            role[span.start : span.end] = _SOURCE
    return place, role


def _offsets(
    offsets: Sequence[tuple[int, int]], at: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (
        tuple(at + start for start, _ in offsets),
        tuple(at + end for _, end in offsets),
    )
