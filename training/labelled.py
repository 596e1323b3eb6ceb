"""Pairs of real claims that a reader labelled, kept as places in the data and not as words.

`training/labelled.jsonl` holds one pair a line: the file below the data folder, "one" and
"other" as an article's name and the spans that make up each claim, and the label.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import attrib
from minimal_pairs import APART, CLASH, Pair

FILE = Path(__file__).resolve().parent / "labelled.jsonl"
_LABELS = {"contradiction": CLASH, "same": APART, "neither": APART}


def read_labelled(data: Path, file: Path = FILE) -> tuple[Pair, ...]:
    """The pairs in order of line; none where `file` is missing."""
    if not file.is_file():
        return ()
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]

    @cache
    def texts(name: str) -> dict[str, str]:
        return {article.id: article.text for article in attrib.read([data / name])}

    def cut(name: str, article: str, spans: list[list[int]]) -> str:
        text = texts(name)[article]
        return " ".join(" ".join(text[start:end].split()) for start, end in spans)

    return tuple(
        (cut(row["file"], *row["one"]), cut(row["file"], *row["other"]), _LABELS[row["label"]])
        for row in rows
    )
