"""`attrib verify` on 320 quotes of real articles, as they are or altered.

    python benchmarks/verify.py

The cases in verify_cases.jsonl were made by somebody who had seen neither the code nor its output:
each is a draft whose quote was copied from an article of PolNeAR's development part, or copied and
then trimmed, altered, given to another speaker or invented. Only places in the articles and the
words put in are kept here. Says "skipped: no data" without ATTRIB_DATA.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib.checking import verify_articles
from attrib.ingest import make_article
from attrib.records import QuoteCheck
from attrib.rulebook import load_rulebook
from gate import find_data

CASES = Path(__file__).parent / "verify_cases.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """A draft with one quote, the article it was taken from, and what should be said of it."""

    draft: str
    article: str
    verdict: str
    operation: str


def read_cases(folder: Path) -> Iterator[Case]:
    """The cases, with the articles' words put back in from `folder`."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (folder / row["file"]).read_text(encoding="utf-8")
        words = (part if isinstance(part, str) else text[slice(*part)] for part in row["quote"])
        draft = f"{row['before']}{''.join(words)}{row['after']}"
        yield Case(draft, text, row["verdict"], row["operation"])


def judge(case: Case) -> tuple[QuoteCheck, ...]:
    """What is said of the draft's quotes."""
    return verify_articles(
        [make_article(case.draft, id="draft")],
        [make_article(case.article, id="article")],
        load_rulebook(),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what came out otherwise")
    chosen = parser.parse_args(arguments)
    data = find_data("polnear")
    if data is None:
        return 0
    right, every, passed = Counter[str](), Counter[str](), 0
    for case in read_cases(data / "dev" / "text"):
        found = judge(case)
        as_wanted = [item.verdict for item in found] == [case.verdict]
        every[case.operation] += 1
        right[case.operation] += as_wanted
        passed += case.verdict in ("altered", "not-found") and any(
            item.verdict in ("exact", "folded", "trimmed") for item in found
        )
        if chosen.show and not as_wanted:
            told = "; ".join(f"{item.verdict}: {item.reason}" for item in found)
            print(f"[{case.operation}: {case.verdict}] {case.draft}\n    {told}")
    for operation, count in every.items():
        print(f"{operation:24} {right[operation]:4} of {count}")
    total, good = sum(every.values()), sum(right.values())
    print(f"{'all':24} {good:4} of {total}, {100 * good / total:.1f} %")
    print(f"altered or invented quotes that passed as good: {passed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
