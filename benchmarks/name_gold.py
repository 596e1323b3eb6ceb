"""Whom each source stands for, as read by a person: offsets and names, no text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from attrib.ingest import make_article
from attrib.records import Article, Span

FILE = Path(__file__).parent / "gold" / "names.jsonl"

Kind = Literal["named", "pronoun", "description", "absent"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Half = Literal["dev", "held"]


@dataclass(frozen=True, slots=True)
class Expected:
    """One attribution: where its source and contents stand, and whom the source means.

    `kind` says what the source's words are; `names` holds every acceptable form of the name,
    the fullest first, "A + B" for several together; it is empty where an editor would put no
    name. `source` is None where no words stand for the source.
    """

    article: str
    source: Span | None
    content: tuple[Span, ...]
    kind: Kind
    names: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article of the gold: its file below ATTRIB_DATA, its id in it, what was read in it."""

    file: str
    article: str
    half: Half
    expected: tuple[Expected, ...]


def read_sheets(path: Path = FILE) -> tuple[Sheet, ...]:
    """Every article of a gold file, a line each, in its order."""
    return tuple(_sheet(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


def _sheet(row: dict[str, object]) -> Sheet:
    file, article = str(row["file"]), str(row["article"])
    half: Half = "held" if row["half"] == "held" else "dev"
    items = row["attributions"]
    assert isinstance(items, list)
    return Sheet(file, article, half, tuple(_expected(article, item) for item in items))


def _expected(article: str, item: dict[str, object]) -> Expected:
    source, content, names = item["source"], item["content"], item["names"]
    assert isinstance(content, list)
    assert isinstance(names, list)
    kind = next(kind for kind in KINDS if kind == item["kind"])
    return Expected(
        article,
        Span(*source) if isinstance(source, list) else None,
        tuple(Span(*pair) for pair in content),
        kind,
        tuple(names),
        bool(item["sure"]),
    )


def open_articles(sheets: tuple[Sheet, ...], data: Path) -> Iterator[tuple[Sheet, Article]]:
    """Each sheet with its article, read from the data folder."""
    for sheet in sheets:
        yield sheet, open_article(data / sheet.file, sheet.article)


def open_article(path: Path, article: str) -> Article:
    """The article `article` of a file of JSON lines, or a whole text file under that id."""
    if path.suffix != ".jsonl":
        return make_article(path.read_bytes().decode("utf-8"), id=article)
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    row = next(row for row in rows if row["id"] == article)
    return make_article(row["text"], title=row["title"], outlet=row["outlet"], id=article)
