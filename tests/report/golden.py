"""The golden reports: `python tests/report/golden.py` writes them anew, for a reviewer to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mill import make_analysis
from page import outline

from attrib.records import Analysis
from attrib.report import render

FOLDER = Path(__file__).parent.parent / "golden"
GOLDEN: dict[str, Callable[[Analysis], str]] = {
    "report.text.txt": lambda analysis: render(analysis, "text"),
    "report.md.txt": lambda analysis: render(analysis, "md"),
    "report.csv.txt": lambda analysis: render(analysis, "csv"),
    "report.html.txt": lambda analysis: outline(render(analysis, "html")),
}

if __name__ == "__main__":
    for name, write in GOLDEN.items():
        (FOLDER / name).write_text(write(make_analysis()), encoding="utf-8", newline="\n")
