"""How many drafts a second `attrib check` reads: `python benchmarks/check_speed.py --drafts 1000`.

Cold without a cache, in one process and in one a core; warm with all drafts unchanged; the share of
the time that the tagger's network takes; and, where PROSELINT names the command of proselint, the
same files with that. Prints a table and asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from gate import find_data


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3, help="of each that takes seconds")
    chosen = parser.parse_args(arguments)
    data = find_data("polnear")
    if data is None:
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = write_drafts(data, folder / "drafts", chosen.drafts)
        print(f"{chosen.drafts} drafts, {words:,} words, {os.cpu_count()} cores", flush=True)
        for line in time_all(folder, chosen.drafts, chosen.runs):
            print(line, flush=True)
    return 0


def write_drafts(data: Path, folder: Path, count: int) -> int:
    """Articles as drafts, each its own text however many are asked for; returns their words."""
    folder.mkdir()
    texts = [path.read_text("utf-8") for path in sorted((data / "train" / "text").glob("*.txt"))]
    words = 0
    for number in range(count):
        text = f"{texts[number % len(texts)]}\n\nDraft {number}.\n"
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def time_all(folder: Path, count: int, runs: int) -> list[str]:
    attrib = [sys.executable, "-m", "attrib", "check", "drafts", "--format", "concise"]
    rows = []
    for label, command, times in (
        ("attrib, cold, one process", [*attrib, "--no-cache"], 1),
        ("attrib, cold, -j 0", [*attrib, "--no-cache", "-j", "0"], 1),
    ):
        rows.append(
            _row(label, statistics.median(_time(command, folder) for _ in range(times)), count)
        )
    _time([*attrib, "-j", "0"], folder)
    warm = statistics.median(_time(attrib, folder) for _ in range(runs))
    rows.append(_row("attrib, warm, all unchanged", warm, count))
    rows.append(f"share of the network: {100 * measure_share(folder):.0f} % of a cold run")
    proselint = os.environ.get("PROSELINT") or shutil.which("proselint")
    if proselint:
        took = _time([proselint, "check", "drafts"], folder)
        rows.append(_row("proselint, same files", took, count))
    return rows


def measure_share(folder: Path) -> float:
    """The share of one process' time on 100 of the drafts that is spent in the tagger's network."""
    code = """
import sys, time
from pathlib import Path
from attrib import read
from attrib.checking import check_corpus
from attrib.rulebook import load_rulebook
spent = 0.0
import onnxruntime
old = onnxruntime.InferenceSession.run
def timed(self, *a, **k):
    global spent
    start = time.perf_counter()
    try:
        return old(self, *a, **k)
    finally:
        spent += time.perf_counter() - start
onnxruntime.InferenceSession.run = timed
paths = sorted(Path("drafts").glob("*.txt"))[:100]
corpus = read(paths)
start = time.perf_counter()
check_corpus(corpus, load_rulebook())
print(spent / (time.perf_counter() - start))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _row(label: str, seconds: float, count: int) -> str:
    return f"{label:30} {seconds:8.2f} s {count / seconds:8.1f} drafts a second"


def _time(command: Sequence[str], folder: Path) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
