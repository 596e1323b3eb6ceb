"""Cut up what the model that reads for faults learns from.

`python training/fault_material.py DATA --out FILE`: written drafts (faults/), many of them once
more in the midst of a printed article. Of the printed sentences themselves nothing is learned: a
model that is told that there is no fault in them learns to know print, and finds no fault there.
FILE gets the drafts as a pickle for train_faults.py, those kept to measure on as another beside
it, and the printed articles as a third for distil_faults.py: reading them takes longer than an
epoch.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random

from attrib.ingest import read_paths
from attrib.records import Article
from attrib.settings import Settings
from fault_sets import read_examples, read_judged
from faults import CODES, FAULTS, Marked, read_drafts, read_units
from train import load_tokenizer

_POLNEAR, _FIRST = 600, 5
_LONGEST = 6_000


def printed_articles(data: Path) -> list[Article]:
    """Articles of PolNeAR's training part, and of each event file those after its fifth."""
    settings = Settings()
    articles = list(read_paths(data / "polnear" / "train" / "text", settings).articles)
    Random(5).shuffle(articles)
    chosen = articles[:_POLNEAR]
    for path in sorted((data / "events").rglob("*.jsonl")):
        chosen += list(read_paths(path, settings).articles)[_FIRST:]
    return [article for article in chosen if len(article.text) < _LONGEST]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="holds polnear/ and events/")
    parser.add_argument("--out", type=Path, required=True, help="such as faults.pkl")
    chosen = parser.parse_args()
    tokenizer = load_tokenizer()
    paths = sorted(FAULTS.glob("*.jsonl"))
    printed = printed_articles(chosen.data)
    drafts = list(read_drafts(paths, tokenizer, printed))
    kept = list(read_drafts(paths, tokenizer, held_out=True))
    judged = list(read_judged(chosen.data, tokenizer))
    examples = list(read_examples(tokenizer))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_bytes(pickle.dumps([*drafts, *judged, *examples]))
    chosen.out.with_suffix(".kept.pkl").write_bytes(pickle.dumps(kept))
    plain = [Marked(read_units(article, tokenizer)) for article in printed]
    chosen.out.with_suffix(".print.pkl").write_bytes(pickle.dumps(plain))
    print(
        len(drafts),
        "drafts,",
        len(kept),
        "kept,",
        len(judged),
        "articles,",
        len(examples),
        "examples",
    )
    print(_count(drafts))


def _count(drafts: Iterable[Marked]) -> str:
    counts = Counter(code for draft in drafts for _, code, _ in draft.faults)
    return ", ".join(f"{code} {counts[code]}" for code in CODES)


if __name__ == "__main__":
    main()
