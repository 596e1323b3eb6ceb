"""Drafts with marked faults, as the model that reads for faults learns from them.

`training/faults/*.jsonl` holds drafts that writers made for it, on invented matters. A line is a
draft: "faults" are the checks and the words at fault, and what is not marked is clean. Articles
that nobody marked stand beside them: nearly all that is in those is clean.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from attrib.check.fault_windows import Unit, make_units
from attrib.ingest import make_article
from attrib.pipeline import extract_article
from attrib.records import Article, Span
from attrib.rulebook import load_rulebook

FAULTS = Path(__file__).resolve().parent / "faults"
ALWAYS = (
    "AT108", "AT110", "AT202", "AT205", "AT301", "AT302", "AT313",
    "AT407", "AT504", "AT803", "AT804", "AT805", "AT806",
)  # fmt: skip
SOMETIMES = ("AT102", "AT106", "AT601", "AT602", "AT604", "AT701", "AT703")
"""Marked in some files only; in those that mark none of them they may stand unmarked."""
CODES = (*ALWAYS, *SOMETIMES)
HELD_OUT = 12
"""Every 12th draft of a file is measured on, never trained on."""
AMONG_PRINT = 5
"""Every 5th draft of a file is read once more in the midst of a printed article."""
NEAR_WEIGHT = 3.0
"""What a sentence counts that looks at fault, and is not."""
RULEBOOK = load_rulebook()


@dataclass(frozen=True, slots=True)
class Marked:
    """A draft in units.

    `faults` are codes of CODES and the words at fault, by the place of the unit; `near` the
    places of units that look so. `known` says of which of CODES what is unmarked is clean.
    Nothing is learned from the units at the places `foreign`, which stand around.
    """

    units: tuple[Unit, ...]
    faults: tuple[tuple[int, str, Span], ...] = ()
    near: tuple[tuple[int, str], ...] = ()
    known: tuple[str, ...] = CODES
    foreign: frozenset[int] = frozenset()
    asked: frozenset[tuple[int, str]] | None = None
    """If not None, all that something is learned from: places of units, and codes."""


def read_drafts(
    paths: Sequence[Path],
    tokenizer: Tokenizer,
    around: Sequence[Article] = (),
    *,
    held_out: bool = False,
) -> Iterator[Marked]:
    """The drafts for training, or those `held_out` from it, in order of file and line.

    While there are articles in `around`, every 5th draft comes again in the midst of one.
    """
    left = iter(around)
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        told = {mark["check"] for row in rows for mark in (*row["faults"], *row["near"])}
        known = CODES if told.intersection(SOMETIMES) else ALWAYS
        for number, row in enumerate(rows):
            if (number % HELD_OUT == 0) is not held_out:
                continue
            yield replace(mark_draft(row, tokenizer), known=known)
            for article in islice(left, number % AMONG_PRINT == 1):
                yield replace(mark_draft(row, tokenizer, article), known=known)


def mark_draft(row: dict[str, Any], tokenizer: Tokenizer, around: Article | None = None) -> Marked:
    """A draft as it stands in a file; marked words that are not in it are passed over.

    With `around` it stands between the halves of that article, from which nothing is learned: so
    the model sees printed news without being told that there is no fault in them.
    """
    before, after = _halves(around.text) if around else ("", "")
    article = make_article(before + row["text"] + after, title=row["title"])
    units = read_units(article, tokenizer)
    own = Span(len(before), len(before) + len(row["text"]))
    foreign = frozenset(
        place
        for place, unit in enumerate(units)
        if around and (unit.field == "title" or not own.overlaps(unit.span))
    )
    faults = [
        (place, item["check"], span)
        for item in row["faults"]
        if item["check"] in CODES
        for place, span in _places_of(item, article, units, own.start)
    ]
    near = [
        (place, item["check"])
        for item in row.get("near", ())
        for place, _ in _places_of(item, article, units, own.start)
    ]
    return Marked(units, tuple(faults), tuple(near), foreign=foreign)


def _halves(text: str) -> tuple[str, str]:
    """The text before and after the line that ends in its middle, with a blank line to each."""
    middle = text.find("\n", len(text) // 2)
    middle = len(text) if middle < 0 else middle
    return text[:middle].rstrip() + "\n\n", "\n\n" + text[middle:].lstrip()


def _places_of(
    item: dict[str, str], article: Article, units: Sequence[Unit], begin: int
) -> list[tuple[int, Span]]:
    """The units in which the marked words stand."""
    for field, whole in (("text", article.text), ("title", article.title or "")):
        start = whole.find(item["words"], begin if field == "text" else 0)
        if start >= 0:
            span = Span(start, start + len(item["words"]))
            places = [
                place
                for place, unit in enumerate(units)
                if unit.field == field and unit.span.overlaps(span)
            ]
            # Of a quote whose tag comes late, some writers marked all and some its end.
            late = item["check"] == "AT302"
            return [(place, span) for place in places[-1 if late else 0 :]]
    return []


def read_units(article: Article, tokenizer: Tokenizer) -> tuple[Unit, ...]:
    """The units of an article, with what attrib finds of its attributions."""
    return make_units(extract_article(article, RULEBOOK), tokenizer)
