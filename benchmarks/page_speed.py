"""How large a report is and how fast it opens: `python benchmarks/page_speed.py --help`.

Prints a table and asserts nothing. The articles are real events if ATTRIB_DATA has them, else
the invented example; above what there is, they are repeated in other words (`grown.py`).
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrib
from attrib.records import Analysis
from gate import find_data
from grown import grow

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BASE = 1000
"""Claims of the analysis that is repeated; a smaller one would be nothing but copies."""
LETTERS_A_CLAIM = 150
WATCH = """
  window.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries()))
    .observe({ type: "longtask", buffered: true });
  window.twoFrames = () =>
    new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
"""
OPENED = """() => new Promise((settle) => {
  const end = (task) => task.startTime + task.duration;
  const watch = setInterval(() => {
    const loaded = performance.getEntriesByType("navigation")[0].loadEventEnd;
    const ready = Math.max(loaded, ...longTasks.map(end));
    if (!loaded || performance.now() - ready < 500) return;
    clearInterval(watch);
    const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    const after = longTasks.filter((task) => end(task) > paint).map((task) => task.duration);
    settle({ paint, ready, freeze: Math.max(0, ...after) });
  }, 50);
})"""
TO_THE_END = """async () => {
  const began = performance.now();
  for (let last = -1; last !== scrollY; ) {
    last = scrollY;
    scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    await twoFrames();
  }
  return performance.now() - began;
}"""
OPEN_ALL = """async () => {
  const began = performance.now();
  document.querySelector("[data-do=open]").click();
  await twoFrames();
  let ended = performance.now();
  // What opening sets off comes later, note by note.
  while (performance.now() - ended < 300) {
    await new Promise((settle) => setTimeout(settle, 50));
    ended = Math.max(ended, ...longTasks.map((task) => task.startTime + task.duration));
  }
  return ended - began;
}"""


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _parse(arguments)
    base = read_base()
    for line in measure(base, [int(size) for size in chosen.sizes.split(",")], chosen.runs):
        print(line, flush=True)
    return 0


def read_base() -> Analysis:
    """Real events with about `BASE` claims, or the invented example."""
    events = find_data("events", "news_cluster")
    if events is None:
        print(f"{EXAMPLES.name}/ instead")
        return attrib.analyze(attrib.read([EXAMPLES]))
    taken: list[Path] = []
    letters = 0
    for path in sorted(events.glob("*.jsonl")):
        if letters < LETTERS_A_CLAIM * BASE:
            taken.append(path)
            letters += path.stat().st_size
    return attrib.analyze(attrib.read(list(taken)))


def measure(base: Analysis, sizes: Sequence[int], runs: int) -> Iterator[str]:
    yield f"medians of {runs} openings; the other figures are of one run"
    yield (
        f"{'claims':>8}{'articles':>10}{'contests':>10}{'rendered':>10}{'size':>10}{'a claim':>9}"
        f"{'painted':>9}{'ready':>9}{'freeze':>9}{'to end':>9}{'open all':>10}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            analysis = grow(base, size)
            began = time.perf_counter()
            html = attrib.render(analysis)
            took = time.perf_counter() - began
            page = Path(folder) / "report.html"
            page.write_text(html, encoding="utf-8")
            n_bytes = page.stat().st_size
            yield (
                f"{len(analysis.claims):>8,}{len(analysis.articles):>10}"
                f"{len(analysis.contests):>10}{took:>8.1f} s{n_bytes / 1e6:>7.2f} MB"
                f"{n_bytes / len(analysis.claims):>7,.0f} B{say_opened(page, runs)}"
            )


def say_opened(page: Path, runs: int) -> str:
    """Milliseconds to first paint, to ready, of the longest task after the first paint, of a jump
    to the end, and of opening all reasons."""
    opened = open_page(page, runs)
    if not opened:
        return "  no chromium"
    names = ("paint", "ready", "freeze", "end", "open")
    return "".join(
        f"{statistics.median(run[name] for run in opened):>6.0f} ms".rjust(
            10 if name == "open" else 9
        )
        for name in names
    )


def open_page(page: Path, runs: int) -> list[dict[str, float]]:
    """Each run in a window of its own; [] without playwright or chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
    if chromium is None:
        return []
    found: list[dict[str, float]] = []
    with sync_playwright() as playwright:
        for _ in range(runs):
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            window = browser.new_page(viewport={"width": 1280, "height": 900})
            window.add_init_script(WATCH)
            window.goto(page.as_uri(), wait_until="load", timeout=300_000)
            times: dict[str, Any] = window.evaluate(OPENED)
            times["end"] = window.evaluate(TO_THE_END)
            times["open"] = window.evaluate(OPEN_ALL)
            found.append(times)
            browser.close()
    return found


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000,5000,20000", help="numbers of claims")
    parser.add_argument("--runs", type=int, default=5, help="openings a page")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
