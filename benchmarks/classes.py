"""How often attrib tells the class of a source as a person does: `python benchmarks/classes.py`.

The sources were drawn in equal parts from each class that attrib gave, and labelled by a reader
who did not see which that was; "half" tells those that were read while rules were written.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from attrib.pipeline import read_claims
from attrib.records import Span
from attrib.rulebook import load_rulebook
from gate import find_data
from intervals import show_share
from name_gold import open_article
from names import find_claim

FILE = Path(__file__).parent / "gold" / "classes.jsonl"
UNNAMED = frozenset({"USP", "UDK", "UOR", "URL", "SOC", "COL"})


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "held", "both"), default="both")
    parser.add_argument("--errors", action="store_true", help="list what differs")
    chosen = parser.parse_args(arguments)
    data = find_data()
    if data is None:
        return 0
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if chosen.half in (row["half"], "both")]
    by_article = defaultdict(list)
    for row in rows:
        by_article[row["file"], row["article"]].append(row)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    confused: Counter[tuple[str, str]] = Counter()
    for (file, article), items in sorted(by_article.items()):
        reading = read_claims([open_article(data / file, article)], load_rulebook())
        classes = {source.id: source.source_class for source in reading.resolution.sources}
        for row in items:
            span = Span(row["start"], row["end"])
            claim = find_claim(article, span, (), reading.claims)
            if claim is None or claim.source is None:
                total["not found"] += 1
                continue
            found = classes[claim.source.id] or "unresolved"
            same = found == row["class"] or found in row["also"]
            names = [row["class"], "all"]
            if row["class"] in UNNAMED:
                total["unnamed, told as unnamed"] += 1
                right["unnamed, told as unnamed"] += found in UNNAMED
            for name in names:
                total[name] += 1
                right[name] += same
            if not same:
                confused[row["class"], found] += 1
                if chosen.errors:
                    print(f"{row['class']} given {found}: {file} {article} {row['start']}")
    for name in sorted(total, key=lambda name: (name == "all", len(name) > 3, name)):
        print(f"{name:26}{show_share(right[name], total[name])} of {total[name]}")
    pairs = ", ".join(f"{a} as {b} {count}" for (a, b), count in confused.most_common(12))
    print(f"most often confused: {pairs}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
