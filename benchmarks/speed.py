"""How fast attrib is, and how much memory it takes: `python benchmarks/speed.py --help`.

Prints tables and asserts nothing. Every figure comes from a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from gate import find_data

ROOT = Path(__file__).resolve().parent.parent
DRAFT = ROOT / "examples" / "draft" / "ferry-one-week-on.md"
STAGES = ("read", "whole")
_EVENT_AT_LEAST = 10


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _parse(arguments)
    if chosen.measure:
        print(json.dumps(_measure(chosen.measure, [Path(path) for path in chosen.paths])))
        return 0
    if chosen.runs:
        print(time_start(chosen.runs), flush=True)
    if chosen.sizes and find_data("polnear") and find_data("events"):
        for line in time_articles([int(size) for size in chosen.sizes.split(",")]):
            print(line, flush=True)
    return 0


def time_start(runs: int) -> str:
    """Cold start of `attrib check` on one draft beside that of importing onnxruntime."""
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder) / "short.md"
        short.write_text("The ferry will sail, Ida Moss, the mayor, said.\n", encoding="utf-8")
        return _time_start(runs, short)


def _time_start(runs: int, short: Path) -> str:
    commands = {
        f"attrib check ({len(DRAFT.read_text(encoding='utf-8').split())} words)": [
            "-m", "attrib", "check", str(DRAFT), "--no-cache"
        ],
        "attrib check, draft unchanged": ["-m", "attrib", "check", str(DRAFT)],
        "attrib check, one sentence": ["-m", "attrib", "check", str(short), "--no-cache"],
        'python -c "import onnxruntime"': ["-c", "import onnxruntime"],
        'python -c "pass"': ["-c", "pass"],
    }  # fmt: skip
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    # The first round fills the caches of the disk and of byte code. Runs alternate, so that a
    # machine that gets slower or faster does so for all.
    for number in range(runs + 1):
        for name, command in commands.items():
            took = _time_process(command)
            if number:
                seconds[name].append(took)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    lines = [f"cold start, median of {runs} runs, alternating"]
    lines += [f"  {name:34}{1000 * took:8.0f} ms" for name, took in medians.items()]
    *ours, theirs, _ = medians.values()
    ratios = ", ".join(f"{took / theirs:.2f}" for took in ours)
    return "\n".join([*lines, f"  the first three as multiples of importing onnxruntime: {ratios}"])


def _time_process(command: list[str]) -> float:
    environment = {key: value for key, value in os.environ.items() if "BYTECODE" not in key}
    began = time.perf_counter()
    done = subprocess.run([sys.executable, *command], capture_output=True, env=environment)
    took = time.perf_counter() - began
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stderr.decode()}")
    return took


def time_articles(sizes: Sequence[int]) -> Iterator[str]:
    """Seconds an article and peak memory, for each number of articles and each half of the flow."""
    yield "time per article, time to load the model once, peak memory of reading / of the whole"
    yield f"{'articles':>10}{'claims':>9}{'reading':>12}{'whole':>12}{'model':>12}{'memory':>16}"
    for size in sizes:
        paths = find_articles(size)
        read, whole = (_measure_apart(stage, size, paths) for stage in STAGES)
        yield (
            f"{whole['articles']:>10.0f}{whole['claims']:>9.0f}"
            f"{1000 * read['seconds'] / read['articles']:>9.0f} ms"
            f"{1000 * whole['seconds'] / whole['articles']:>9.0f} ms"
            f"{whole['model']:>10.1f} s{read['memory']:>7.0f} /{whole['memory']:>5.0f} MB"
        )


def find_articles(size: int) -> list[Path]:
    """Files with `size` articles or more: one event for a few, else PolNeAR and then the events."""
    polnear, events = find_data("polnear"), find_data("events")
    assert polnear is not None
    assert events is not None
    by_event = sorted(events.rglob("*.jsonl"))
    counted = [(path.read_bytes().count(b"\n"), path) for path in by_event]
    if size <= _EVENT_AT_LEAST:
        return [next(path for count, path in counted if count >= size)]
    texts = [
        path for split in ("train", "dev") for path in (polnear / split / "text").glob("*.txt")
    ]
    return [*sorted(texts), *by_event]


def _measure_apart(stage: str, size: int, paths: list[Path]) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", f"{stage}:{size}", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _measure(what: str, paths: list[Path]) -> dict[str, float]:
    """Seconds and memory (MB) of one stage over the first articles of `paths`, in this process."""
    import attrib
    from attrib.api import load_rules
    from attrib.pipeline import read_claims

    stage, _, size = what.partition(":")
    articles = sorted(attrib.read(paths), key=lambda article: article.path or "")[: int(size)]
    rulebook = load_rules(None)
    began = time.perf_counter()
    loaded = began
    if stage == "read":
        claims = read_claims(articles, rulebook).claims
    else:
        from attrib.compare import load_embedder

        load_embedder()
        loaded = time.perf_counter()
        claims = attrib.analyze(articles, rules=rulebook).claims
    ended = time.perf_counter()
    return {
        "articles": len(articles),
        "claims": len(claims),
        "seconds": ended - loaded,
        "model": loaded - began,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10,100,1000", help="numbers of articles; empty: none")
    parser.add_argument("--runs", type=int, default=11, help="runs of the cold start; 0: none")
    parser.add_argument("--measure", metavar="STAGE:N", help=argparse.SUPPRESS)
    parser.add_argument("paths", nargs="*", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
