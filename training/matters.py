"""Matters written for training: sides that cannot both hold, and sentences beside them.

`training/matters/*.jsonl` holds one matter a line: "sides" are lists of sentences, each list one
position in several wordings; "beside" are sentences on the same event that clash with none of
them and confirm none. All of it is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

from minimal_pairs import APART, CLASH, Pair

FOLDER = Path(__file__).resolve().parent / "matters"
HELD_OUT = 12
"""Every 12th matter of a file is measured on, never trained on."""
_MOST = 9
"""Pairs of each kind that one matter gives to an epoch."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Positions on one matter, each in several wordings, and what stands beside them."""

    sides: tuple[tuple[str, ...], ...]
    beside: tuple[str, ...]


def read_matters(folder: Path = FOLDER, *, held_out: bool = False) -> tuple[Matter, ...]:
    """The matters for training, or those that are `held_out` from it, in order of file and line."""
    matters = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if (number % HELD_OUT == 0) is held_out:
                row = json.loads(line)
                sides = tuple(tuple(side) for side in row["sides"])
                matters.append(Matter(sides, tuple(row["beside"])))
    return tuple(matters)


def all_pairs(matter: Matter) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Pairs of two sides, of one side, and of a side and what stands beside it."""
    stated = [sentence for side in matter.sides for sentence in side]
    return (
        [(a, b, CLASH) for s, t in combinations(matter.sides, 2) for a in s for b in t],
        [(a, b, APART) for side in matter.sides for a, b in combinations(side, 2)],
        [(a, b, APART) for a in matter.beside for b in stated],
    )


def of_matters(matters: Sequence[Matter], random: Random) -> Iterator[Pair]:
    """An epoch's pairs of each matter, and one of sentences of two matters."""
    for matter in matters:
        for pairs in all_pairs(matter):
            yield from random.sample(pairs, min(len(pairs), _MOST))
        other = random.choice(matters)
        if other is not matter:
            yield random.choice(matter.sides[0]), random.choice(other.sides[0]), APART
