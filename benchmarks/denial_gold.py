"""Denials that a reader linked to what they answer, and the scenes of their articles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import attrib
from attrib.records import Article, Claim

GOLD = Path(__file__).resolve().parent / "gold" / "denials.jsonl"
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """A denial and what it answers, as (article, start, end); None where nothing says it.

    `also` are further passages that say it.
    """

    denial: Place
    accusation: Place | None
    also: tuple[Place, ...] = ()


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
        )
        for row in rows
    )


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
