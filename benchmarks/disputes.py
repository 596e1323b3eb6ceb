"""Does one passage dispute the other? `python benchmarks/disputes.py`.

380 pairs on invented events (gold/disputes.jsonl), by a writer of whom the pair model has learned
nothing, under the brief of those of whom it has: mostly two outlets or witnesses who tell of one
event in their own voice, without a word of denial. A pair is found if `attrib.relate` calls it a
contradiction. Needs no data.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import attrib
from intervals import show_share

GOLD = Path(__file__).resolve().parent / "gold" / "disputes.jsonl"
_DISPUTED = ("denial", "contrary")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    chosen = parser.parse_args(arguments)
    rows = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines()]
    relations = attrib.relate([(row["one"], row["other"]) for row in rows])
    right: dict[str, list[bool]] = defaultdict(list)
    for row, relation in zip(rows, relations, strict=True):
        found = relation.kind == "contradiction"
        right[row["label"]].append(found == (row["label"] in _DISPUTED))
    for label, hits in (
        ("all", [hit for found in right.values() for hit in found]),
        *right.items(),
    ):
        print(f"{label:10} {show_share(sum(hits), len(hits))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
