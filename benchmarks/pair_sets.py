"""How two bare texts relate, on five sets: `python benchmarks/pair_sets.py`.

`attrib.relate` against Emergent (every fifth claim, which the pair model did not see), invented
headlines (gold/headlines.jsonl), MNLI (matched development part, not seen), ContraDoc
(validation) and NAnCo (validation), each beside a rule of a line.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import attrib
from attrib.compare.statements import state
from attrib.compare.word_lists import read_lexicon
from attrib.records import Relation
from attrib.rulebook import load_rulebook
from gate import find_data

HEADLINES = Path(__file__).parent / "gold" / "headlines.jsonl"
_FIFTH = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and whether they are what the set asks for."""

    one: str
    other: str
    gold: bool


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="of MNLI every so manyth pair")
    chosen = parser.parse_args(arguments)
    data = find_data()
    if data is None:
        return 0
    doubts = _one_doubts()
    emergent = list(read_emergent(data))
    mnli = list(read_mnli(data))[:: chosen.every]
    sets = (
        ("Emergent, a fifth of the claims", emergent),
        ("Invented headlines", list(read_headlines())),
        ("MNLI matched dev", mnli),
    )
    for name, pairs in sets:
        found = [relation.kind == "contradiction" for relation in relate(pairs)]
        rule = [doubts(pair) for pair in pairs]
        golds = [pair.gold for pair in pairs]
        print(
            f"{name}: {len(pairs)} pairs, {sum(golds)} contradictions; contradiction F1 "
            f"{f1(golds, found):.3f}; one of the two denies or negates: {f1(golds, rule):.3f}"
        )
    pairs = list(read_contradoc(data))
    scores = [relation.contradiction for relation in relate(pairs)]
    print(
        f"ContraDoc validation: {len(pairs)} pairs; average precision "
        f"{average_precision([pair.gold for pair in pairs], scores):.3f}"
    )
    pairs = list(read_nanco(data))
    same = [relation.kind == "same" for relation in relate(pairs)]
    print(
        f"NAnCo validation: {len(pairs)} pairs; balanced accuracy of same "
        f"{balanced_accuracy([pair.gold for pair in pairs], same):.3f}"
    )
    return 0


def relate(pairs: Sequence[Pair]) -> tuple[Relation, ...]:
    """The relation of each pair, in order."""
    return attrib.relate([(pair.one, pair.other) for pair in pairs])


def read_emergent(data: Path) -> Iterator[Pair]:
    """A claim's *for* with its *against* headlines (gold), and those of one side."""
    claims: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(data / "emergent" / "train.jsonl"):
        claims[str(row["claim"])][str(row["stance"])].append(str(row["headline"]))
    for number, claim in enumerate(sorted(claims)):
        if number % _FIFTH == 0:
            yield from _pair_sides(claims[claim]["for"], claims[claim]["against"])


def read_headlines(path: Path = HEADLINES) -> Iterator[Pair]:
    """The same of invented rumours, by a writer who had seen neither code nor data, and who put
    the two sides in words as unlike as could be."""
    for row in _rows(path):
        yield from _pair_sides(row["for"], row["against"])


def _pair_sides(told: Sequence[str], doubted: Sequence[str]) -> Iterator[Pair]:
    yield from (Pair(one, other, True) for one in told for other in doubted)
    for side in (told, doubted):
        yield from (Pair(one, other, False) for one, other in combinations(side, 2))


def read_mnli(data: Path) -> Iterator[Pair]:
    with gzip.open(data / "nli" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["set"] == "mnli-matched-dev":
                yield Pair(row["premise"], row["hypothesis"], row["label"] == "contradiction")


def read_contradoc(data: Path) -> Iterator[Pair]:
    for row in _rows(data / "contradoc" / "val.jsonl"):
        yield Pair(str(row["premise"]), str(row["hypothesis"]), row["label"] == "1")


def read_nanco(data: Path) -> Iterator[Pair]:
    """Answers of two outlets to one question; gold where people grouped them together."""
    for line in (data / "nanco" / "validation.jsonl").read_text(encoding="utf-8").splitlines():
        for one, other in combinations(json.loads(line)["answers"], 2):
            yield Pair(one["answer"], other["answer"], one["cluster"] == other["cluster"])


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _one_doubts() -> Callable[[Pair], bool]:
    lexicon = read_lexicon(load_rulebook())

    def doubts(text: str) -> bool:
        statement = state(text, lexicon)
        return statement.refutes or bool(statement.negated)

    return lambda pair: doubts(pair.one) != doubts(pair.other)


def f1(gold: Sequence[bool], found: Sequence[bool]) -> float:
    both = sum(g and f for g, f in zip(gold, found, strict=True))
    return 2 * both / (sum(gold) + sum(found)) if sum(gold) + sum(found) else 0.0


def balanced_accuracy(gold: Sequence[bool], found: Sequence[bool]) -> float:
    """The mean of recall among what is gold and among what is not."""
    yes = [f for g, f in zip(gold, found, strict=True) if g]
    no = [f for g, f in zip(gold, found, strict=True) if not g]
    return (sum(yes) / len(yes) + 1 - sum(no) / len(no)) / 2


def average_precision(gold: Sequence[bool], scores: Sequence[float]) -> float:
    """The mean precision at each gold pair, pairs in order of score (as in scikit-learn)."""
    ordered = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    hits, total = 0, 0.0
    for rank, place in enumerate(ordered, 1):
        if gold[place]:
            hits += 1
            total += hits / rank
    return total / max(hits, 1)


if __name__ == "__main__":
    raise SystemExit(main())
