"""Time and memory of the comparison: `python benchmarks/compare_speed.py [--articles 10 100 1000]`.

Distinct articles of the events and then of PolNeAR, each number in a process of its own; what is
timed is everything behind reading: events, vectors, neighbours, the pair model, contests.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import attrib
from attrib.compare import compare, lazy_reader, load_embedder
from attrib.pipeline import read_claims
from attrib.records import Article
from attrib.rulebook import load_rulebook
from gate import find_data


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=(10, 100, 1000))
    parser.add_argument("--here", action="store_true", help="measure in this process")
    chosen = parser.parse_args(arguments)
    data = find_data()
    if data is None:
        return 0
    for count in chosen.articles:
        if chosen.here:
            measure(data, count)
        else:
            command = [sys.executable, __file__, "--here", "--articles", str(count)]
            subprocess.run(command, check=True)
    return 0


def measure(data: Path, count: int) -> None:
    """Print one line: seconds an article, and the peak of memory before and after."""
    articles = tuple(read_articles(data)[:count])
    rulebook, embed = load_rulebook(), load_embedder()
    reading = read_claims(articles, rulebook)
    before = _peak()
    began = time.perf_counter()
    found = compare(
        articles, reading.claims, reading.resolution.sources, rulebook, embed, lazy_reader()
    )
    took = time.perf_counter() - began
    print(
        f"{len(articles):5} articles, {len(reading.claims):6} claims, {len(found.events):4} "
        f"events, {len(found.contests):4} contests: "
        f"{1000 * took / len(articles):6.0f} ms an article; "
        f"peak memory {before} MB before, {_peak()} MB after",
        flush=True,
    )


def read_articles(data: Path) -> list[Article]:
    """The articles of all events, then those of PolNeAR's training and development parts."""
    found = list(attrib.read([data / "events" / "news_cluster"]))
    for part in ("train", "dev"):
        for path in sorted((data / "polnear" / part / "text").glob("*.txt")):
            found.append(attrib.article(path.read_bytes().decode("utf-8"), id=path.stem))
    return found


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    raise SystemExit(main())
