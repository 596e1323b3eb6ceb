"""Windows of which nobody said what is at fault in them, for the teacher of the reader of drafts
to say it: written drafts changed by chance, and printed articles as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from attrib.check.fault_windows import Unit, cut_windows, lay_window
from batches import Pieces
from faults import CODES, Marked
from train_faults import Laid

_LEFT_OUT = 0.25
"""Share of the sentences that a draft loses."""
_AROUND = 8
"""Printed sentences before and after a draft that is set among them."""
_FEWEST, _FIRST, _LAST = 12, 3, 20
"""Sentences of such an article, and where in it the draft may stand."""
_FAR = 10_000
"""Added to a draft's paragraphs, lest one go on with a printed one."""


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
