"""Is what a reader found contested in ten events on the page? `python benchmarks/contested.py`.

Gold: what readers who had seen neither code nor output listed after reading each event in full,
as article ids and offsets. A matter counts as found if one contest, or one source's change of
account, holds claims that overlap two of its sides, in two of its own.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrib
from attrib.records import Analysis
from gate import find_data
from intervals import show_share

GOLD = Path(__file__).resolve().parent / "gold" / "contested.jsonl"
Place = tuple[str, int, int]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", nargs="*", help="files by name; all of the gold's if none")
    parser.add_argument("--missed", action="store_true", help="list what was not found")
    chosen = parser.parse_args(arguments)
    folder = find_data("events", "news_cluster")
    if folder is None:
        return 0
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    by_event: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        if not chosen.events or any(name in row["event"] for name in chosen.events):
            by_event[row["event"]].append(row)
    found: Counter[object] = Counter()
    asked: Counter[object] = Counter()
    for event, matters in sorted(by_event.items()):
        analysis = attrib.analyze(attrib.read([folder / f"{event}.jsonl"]))
        hits = 0
        for matter in matters:
            if matter["kind"] == "none":
                continue
            hit = is_found(matter, analysis)
            hits += hit
            for key in (matter["kind"], matter["important"], "all"):
                asked[key] += 1
                found[key] += hit
            if chosen.missed and not hit:
                print(f"  missed [{matter['important']}] {matter['kind']}: {matter['label']}")
        print(f"{event}: {hits} of {len(matters)}; {len(analysis.contests)} contests shown")
    for key in sorted(asked, key=str):
        print(f"{key!s:10} {found[key]:3} of {asked[key]:3}  {show_share(found[key], asked[key])}")
    return 0


def is_found(matter: Mapping[str, object], analysis: Analysis) -> bool:
    """Whether some contest or change of account sets two sides of `matter` against each other."""
    spans = {
        claim.id: [(claim.article, part.start, part.end) for part in claim.content]
        for claim in analysis.claims
    }
    gold = [[tuple(place) for place in side] for side in matter["sides"]]  # type: ignore[attr-defined]
    shown = [[side.claims for side in contest.sides] for contest in analysis.contests]
    shown += [[(claim,) for claim in reversal.claims] for reversal in analysis.reversals]
    for sides in shown:
        touched = []
        for claims in sides:
            parts = [span for claim in claims for span in spans.get(claim, ())]
            touched.append(
                {n for n, places in enumerate(gold) if any(_overlap(p, parts) for p in places)}
            )
        if any(
            (one - other and other - one) or (one and other and len(one | other) > 1)
            for n, one in enumerate(touched)
            for other in touched[n + 1 :]
        ):
            return True
    return False


def _overlap(place: Place, parts: Sequence[Place]) -> bool:
    return any(place[0] == part[0] and place[1] < part[2] and part[1] < place[2] for part in parts)


if __name__ == "__main__":
    raise SystemExit(main())
