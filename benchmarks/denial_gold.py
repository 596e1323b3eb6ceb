"""Denials that a reader linked to what they answer, and the scenes of their articles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import attrib
from attrib.records import Article, Claim

GOLD = Path(__file__).resolve().parent / "gold" / "denials.jsonl"
WRITTEN = GOLD.with_name("answers.jsonl")
"""Invented articles, each with what answers what in it, as exact words."""
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """A denial and what it answers, as (article, start, end); None where nothing says it.

    `also` are further passages that say it. `grade`: 3 where the two cannot both hold, 2 where
    the one disputes the other's judgement or charge, 1 for a retort; golds without grades have 3.
    """

    denial: Place
    accusation: Place | None
    also: tuple[Place, ...] = ()
    grade: int = 3


def read_links(half: str | None = None, gold: Path = GOLD) -> tuple[Linked, ...]:
    """The gold; `half` "dev" has every other line from the first on, "held" the rest."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    if half:
        rows = rows[half == "held" :: 2]
    return tuple(
        Linked(
            _place(row["denial"]),
            _place(row["accusation"]) if "accusation" in row else None,
            tuple(map(_place, row.get("also", ()))),
            int(row.get("grade", 3)),
        )
        for row in rows
    )


def read_written(file: Path = WRITTEN) -> tuple[tuple[Article, tuple[Linked, ...]], ...]:
    """The invented articles, and of each what answers what, or only seems to answer."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        article = attrib.article(row["text"], id=f"{file.stem}:{number}", title=row["title"])

        def place(words: str, article: Article = article) -> Place:
            start = article.text.index(words)
            return article.id, start, start + len(words)

        links = []
        for one in row["links"]:
            first, *rest = map(place, one["t"])
            links.append(Linked(place(one["a"]), first, tuple(rest), one["grade"]))
        links += [Linked(place(words), None) for words in row["near"]]
        found.append((article, tuple(links)))
    return tuple(found)


def _place(given: Sequence[object]) -> Place:
    article, start, end = given
    return str(article), int(str(start)), int(str(end))


def find_articles(data: Path, name: str) -> tuple[Article, ...]:
    """The article of PolNeAR's training part of that file name, or the event that holds it."""
    path = data / "polnear" / "train" / "text" / name
    if path.is_file():
        return (attrib.article(path.read_bytes().decode("utf-8"), id=name),)
    event = name.rsplit(":", 1)[0]
    return tuple(attrib.read([data / "events" / "news_cluster" / f"{event}.jsonl"]))


def touches(claim: Claim, place: Place) -> bool:
    """Whether the claim's words overlap the place."""
    return claim.article == place[0] and any(
        part.start < place[2] and place[1] < part.end for part in claim.content
    )
