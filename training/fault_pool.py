"""Windows of which nobody said what is at fault in them, for the teacher of the reader of drafts
to say it: written drafts changed by chance, and printed articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from attrib.check.fault_windows import Unit, cut_windows, lay_window
from batches import Pieces
from faults import CODES, Marked
from train_faults import SHAPES, Laid, lay
from word_changes import Changes

_LEFT_OUT = 0.25
"""Share of the sentences that a draft loses."""
_AROUND = 8
"""Printed sentences before and after a draft that is set among them."""
_FEWEST, _FIRST, _LAST = 12, 3, 20
"""Sentences of such an article, and where in it the draft may stand."""
_FAR = 10_000
"""Added to a draft's paragraphs, lest one go on with a printed one."""
_FEWEST_UNITS = 4
"""Sentences of a draft that is worth changing."""
_AS_MARKED, _AS_PRINTED = 0.2, 0.12
"""Shares of windows that are marked ones, unchanged, and of printed articles."""
_VISITED, _MOST_VISITORS = 0.4, 4
"""Share of drafts that get sentences of other drafts, and how many at most."""
_WORDS = (0.0, 0.15, 0.4)
"""Shares of a draft's sentences whose words are changed: one is drawn for each draft. Of its
marked sentences it is twice as many."""
_WORDS_OF_PRINT = (0.0, 0.3)
_REARRANGED = 0.75
Drawn = tuple[Laid, NDArray[np.bool_]]
"""A window, and which of its sentences [s] are judged."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What windows are drawn from: drafts as they were marked, and printed articles."""

    marked: Sequence[Laid]
    drafts: Sequence[Marked]
    visitors: Sequence[Unit]
    """The marked sentences, at fault or near it, of all drafts."""
    printed: Sequence[Marked]


def take_stock(drafts: Sequence[Marked], printed: Sequence[Marked], pieces: Pieces) -> Stock:
    """Those of `drafts` are changed that were written, whole, and not set among print."""
    whole = [
        draft
        for draft in drafts
        if draft.asked is None and not draft.foreign and len(draft.units) >= _FEWEST_UNITS
    ]
    visitors = [
        draft.units[place]
        for draft in whole
        for place in sorted(_marked_places(draft))
        if draft.units[place].field != "title"
    ]
    marked = [laid for draft in drafts for laid in lay(draft, pieces)]
    return Stock(marked, whole, visitors, printed)


def draw(
    stock: Stock, pieces: Pieces, changes: Changes, random: Random
) -> Iterator[tuple[int, list[Drawn]]]:
    """Without end, windows of one size of SHAPES, as many as it says, and that size."""
    pools: dict[int, list[Drawn]] = {size: [] for size, _ in SHAPES}
    while True:
        drawn = _draw_one(stock, pieces, changes, random)
        size, n_batch = next(shape for shape in SHAPES if len(drawn[0].pieces) <= shape[0])
        pools[size].append(drawn)
        if len(pools[size]) == n_batch:
            yield size, pools[size]
            pools[size] = []


def _draw_one(stock: Stock, pieces: Pieces, changes: Changes, random: Random) -> Drawn:
    kind = random.random()
    if kind < _AS_MARKED:
        laid = random.choice(stock.marked)
        return laid, np.ones(len(laid.weights), bool)
    if kind < 1 - _AS_PRINTED or not stock.printed:
        draft = _change(random.choice(stock.drafts), stock, changes, random)
    else:
        draft = random.choice(stock.printed)
        share = random.choice(_WORDS_OF_PRINT)
        draft = Marked(
            tuple(
                changes.change(unit, random) if random.random() < share else unit
                for unit in draft.units
            )
        )
    return random.choice(list(lay_plain(draft, pieces)))


def _change(draft: Marked, stock: Stock, changes: Changes, random: Random) -> Marked:
    """The draft with other words, visitors and another order, each by chance."""
    share = random.choice(_WORDS)
    marked = _marked_places(draft)
    units = [
        changes.change(unit, random)
        if random.random() < share * (2 if place in marked else 1)
        else unit
        for place, unit in enumerate(draft.units)
    ]
    title, body = _split(units)
    if body and stock.visitors and random.random() < _VISITED:
        for _ in range(random.randint(1, _MOST_VISITORS)):
            at = random.randrange(len(body) + 1)
            paragraph = body[min(at, len(body) - 1)].paragraph
            body.insert(at, replace(random.choice(stock.visitors), paragraph=paragraph))
    changed = Marked((*title, *body))
    if random.random() < _REARRANGED:
        changed = random.choice([*vary([changed], stock.printed, random)] or [changed])
    return changed


def _marked_places(draft: Marked) -> set[int]:
    return {place for place, _, _ in draft.faults} | {place for place, _ in draft.near}


def vary(drafts: Sequence[Marked], printed: Sequence[Marked], random: Random) -> Iterator[Marked]:
    """Each draft three times more: with sentences left out, its paragraphs in another order, and
    in the midst of a printed article."""
    for draft in drafts:
        title, body = _split(draft.units)
        fewer = [unit for unit in body if random.random() > _LEFT_OUT]
        if len(title) + len(fewer) > 2:
            yield Marked((*title, *fewer))
        paragraphs = list(dict.fromkeys(unit.paragraph for unit in body))
        if len(paragraphs) > 2:
            others = random.sample(paragraphs[1:], len(paragraphs) - 1)
            order = {paragraph: place for place, paragraph in enumerate((paragraphs[0], *others))}
            yield Marked((*title, *sorted(body, key=lambda unit: order[unit.paragraph])))
        if printed:
            yield from _set_among(title, body, random.choice(printed).units, random)


def _set_among(
    title: Sequence[Unit], body: Sequence[Unit], printed: Sequence[Unit], random: Random
) -> Iterator[Marked]:
    others_title, others = _split(printed)
    if len(others) <= _FEWEST:
        return
    at = random.randrange(_FIRST, min(len(others) - _FIRST, _LAST))
    own = [replace(unit, paragraph=unit.paragraph + _FAR) for unit in body]
    if random.random() < 0.5:
        own = [unit for unit in own if random.random() > _LEFT_OUT]
    head = title if random.random() < 0.5 else others_title
    yield Marked((*head, *others[max(0, at - _AROUND) : at], *own, *others[at : at + _AROUND]))


def _split(units: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    title = [unit for unit in units if unit.field == "title"]
    return title, [unit for unit in units if unit.field != "title"]


def lay_plain(draft: Marked, pieces: Pieces) -> Iterator[tuple[Laid, np.ndarray]]:
    """All windows of a draft, with no targets, and which of their sentences [s] are judged."""
    for window in cut_windows(draft.units):
        ids, features, owners = lay_window(draft.units, window, (pieces.start, pieces.end))
        blank = np.zeros((len(window.units), len(CODES)), np.float32)
        judged = np.zeros(len(window.units), bool)
        judged[window.core : window.core_end] = True
        marked = np.zeros((len(ids), len(CODES)), np.float32)
        yield Laid(ids, features, owners, blank, blank, marked), judged
