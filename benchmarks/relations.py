"""Attributions as PolNeAR marks them: from its brat files, and from what attrib prints."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from attrib.records import Span

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")
_BETWEEN = " ,;\n"
"""What may stand between two pieces of one content."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: the spans of its three roles, each possibly none or several."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def spans(self, role: Role) -> tuple[Span, ...]:
        found: tuple[Span, ...] = getattr(self, role)
        return found


def find_gold(folder: Path) -> dict[str, Path]:
    """File name of each annotated text, and its annotation: the first, where it has several."""
    found: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        found.setdefault(path.stem.rsplit("_", 1)[0] + ".txt", path)
    return found


def read_gold(path: Path) -> tuple[Relation, ...]:
    """The attributions of a brat file, in its order. T lines are spans, E lines join them."""
    spans: dict[str, tuple[Role, list[Span]]] = {}
    relations: list[Relation] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            kind, _, offsets = rest.partition("\t")[0].partition(" ")
            role = next((role for role in ROLES if role == kind.lower()), None)
            if role is not None:
                pieces = (piece.split() for piece in offsets.split(";"))
                spans[name] = (role, [Span(int(start), int(end)) for start, end in pieces])
        elif name.startswith("E"):
            targets = [argument.partition(":")[2] for argument in rest.split("\t")[0].split()]
            parts = [spans[target] for target in targets if target in spans]
            relation = Relation(
                *(
                    tuple(s for kind, found in parts if kind == role for s in found)
                    for role in ROLES
                )
            )
            if relation.cue or relation.content:
                relations.append(relation)
    return tuple(relations)


def read_claims_file(path: Path) -> dict[str, list[Relation]]:
    """The claims that `attrib extract --format jsonl` printed, by file name of their article.

    PolNeAR marks the outermost attribution only, and nothing in the writer's own voice, so
    inner claims and own ones are left out.
    """
    found: dict[str, list[Relation]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line.strip():
            continue
        claim = json.loads(line)
        if claim["voice"] == "own" or claim["within"]:
            continue
        relation = Relation(
            _spans_of([claim["source"]]), _spans_of([claim["cue"]]), _spans_of(claim["content"])
        )
        found.setdefault(Path(claim["article_path"]).name, []).append(relation)
    return found


def _spans_of(places: Iterable[dict[str, int] | None]) -> tuple[Span, ...]:
    return tuple(Span(place["start"], place["end"]) for place in places if place)


def merge_split(relations: Iterable[Relation], text: str) -> tuple[Relation, ...]:
    """`relations` as they were before one attribution was split into several claims.

    Claims split from one attribution share source and cue; pieces of content with nothing but
    a comma or white space between them are one.
    """
    groups: dict[tuple[tuple[Span, ...], ...], list[Span]] = {}
    for relation in relations:
        own = () if relation.cue else relation.content
        key = (relation.source, relation.cue, own)
        groups.setdefault(key, []).extend(relation.content)
    return tuple(
        Relation(source, cue, _join(sorted(set(content)), text))
        for (source, cue, _), content in groups.items()
    )


def _join(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip(_BETWEEN):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
