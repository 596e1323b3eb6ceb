"""Pairs written for training, in contrast: one passage, and others that differ in what decides.

`training/figures/*.jsonl` asks whether two sentences give figures that are at odds, and
`training/disputes/*.jsonl` whether one passage disputes the other. A line is a pair; "base" is
the same for all pairs of one base passage of a file. All of it is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from minimal_pairs import APART, CLASH, Pair

FIGURES = Path(__file__).resolve().parent / "figures"
DISPUTES = Path(__file__).resolve().parent / "disputes"
FIGURE_KINDS = ("differ", "same", "approximate", "update", "unrelated-quantity")
FIRST_KIND = CLASH + 1
"""The label of a pair of figures is this and the place of its kind in FIGURE_KINDS."""
HELD_OUT = 12
"""The pairs of every 12th base passage of a file are measured on, never trained on."""
_DISPUTES = {"denial": CLASH, "contrary": CLASH, "same": APART, "none": APART}


def read_figures(folder: Path = FIGURES, *, held_out: bool = False) -> tuple[Pair, ...]:
    """The pairs for training, or those `held_out` from it, in order of file and line."""
    kinds = {kind: FIRST_KIND + place for place, kind in enumerate(FIGURE_KINDS)}
    return tuple(_read(folder, kinds, held_out=held_out))


def read_disputes(folder: Path = DISPUTES, *, held_out: bool = False) -> tuple[Pair, ...]:
    """The same of disputes; whether a denial or a contrary account makes no difference here."""
    return tuple(_read(folder, _DISPUTES, held_out=held_out))


def _read(folder: Path, labels: dict[str, int], *, held_out: bool) -> Iterator[Pair]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if (row["base"] % HELD_OUT == 0) is held_out:
                yield row["one"], row["other"], labels[row["label"]]
