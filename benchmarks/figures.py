"""Do two sentences give the same figure? `python benchmarks/figures.py [--half dev|held]`.

200 pairs of sentences on invented events, written after the constructions of real ones by a
writer who had seen neither code nor output. `--bare` asks `attrib.relate` of the two sentences
alone, which knows no days. Needs no data.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

import attrib
from attrib.compare.embedders import load_embedder
from attrib.compare.figure_pairs import pair_figures, worst_pair
from attrib.compare.quantity import Quantity
from attrib.compare.statements import state
from attrib.compare.word_lists import read_lexicon
from attrib.rulebook import load_rulebook
from intervals import show_share

Vector = npt.NDArray[np.float32]
GOLD = Path(__file__).resolve().parent / "gold" / "figures.jsonl"
KINDS = ("same", "approximate", "update", "differ", "unrelated-quantity")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--half", choices=("dev", "held"), help="even lines, or odd ones")
    parser.add_argument("--bare", action="store_true", help="by attrib.relate, without days")
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    chosen = parser.parse_args(arguments)
    rows = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines()]
    if chosen.half:
        rows = rows[chosen.half == "held" :: 2]
    golds = [row["label"] for row in rows]
    if chosen.bare:
        _relate_bare(rows, golds)
        return 0
    found = classify(rows)
    shown = [
        (gold == "differ") == (kind == "differ") for gold, kind in zip(golds, found, strict=True)
    ]
    exact = [gold == kind for gold, kind in zip(golds, found, strict=True)]
    print(f"shown as at odds, or not, rightly: {show_share(sum(shown), len(shown))}")
    print(f"the very kind: {show_share(sum(exact), len(exact))}")
    table = Counter(zip(golds, found, strict=True))
    print(f"{'':20}" + "".join(f"{kind:>20}" for kind in KINDS))
    for gold in KINDS:
        print(f"{gold:20}" + "".join(f"{table[gold, kind]:20}" for kind in KINDS))
    if chosen.errors:
        for row, kind in zip(rows, found, strict=True):
            if row["label"] != kind:
                print(f"\n{row['label']} taken for {kind}\n  {row['one']}\n  {row['other']}")
    return 0


def _relate_bare(rows: Sequence[dict[str, str]], golds: Sequence[str]) -> None:
    relations = attrib.relate([(row["one"], row["other"]) for row in rows])
    odd = [relation.kind == "contradiction" for relation in relations]
    right = [(gold == "differ") == found for gold, found in zip(golds, odd, strict=True)]
    print(f"called a contradiction, or not, rightly: {show_share(sum(right), len(right))}")
    for gold in KINDS:
        called = [found for kind, found in zip(golds, odd, strict=True) if kind == gold]
        print(f"{gold:20}{sum(called):5} of {len(called)}")


def classify(rows: Sequence[dict[str, str]]) -> list[str]:
    """The kind of each pair, one of KINDS."""
    lexicon, embed = read_lexicon(load_rulebook()), load_embedder()
    kinds: list[str] = []
    for row in rows:
        one, other = state(row["one"], lexicon), state(row["other"], lexicon)
        clauses = [quantity.clause for quantity in (*one.quantities, *other.quantities)]
        vectors = dict(zip(clauses, embed(clauses), strict=True)) if clauses else {}

        def likeness(p: Quantity, q: Quantity, known: dict[str, Vector] = vectors) -> float:
            return round(float(known[p.clause] @ known[q.clause]), 3)

        days = [row["one_published"], row["other_published"]]
        later = (
            (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days if all(days) else None
        )
        texts = embed([row["one"], row["other"]])
        whole = round(float(texts[0] @ texts[1]), 3)
        worst = worst_pair(pair_figures(one, other, likeness, lexicon, later, whole))
        kinds.append(worst.kind if worst else "unrelated-quantity")
    return kinds


if __name__ == "__main__":
    raise SystemExit(main())
