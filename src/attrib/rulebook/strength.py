"""The strength scale as `rules/strength.yaml` spells it: points, grades, caps and words.

All numbers and all sentences of the scale stand in that file; `attrib.assess.strength`
holds the mechanism. The kinds below are what a text can show under each factor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from attrib.errors import RuleError
from attrib.records import Grade, Stance
from attrib.rulebook.entries import Origin
from attrib.yamlfile import read_yaml

Identity = Literal[
    "OBS", "NOF", "NPA", "NEX", "NIN", "NSP", "ORG", "DOC", "DAT", "USP", "UDK", "UOR", "URL",
    "SOC", "MED", "bare", "collective", "untitled", "unsettled", "agentless",
]  # fmt: skip
"""Source classes, with COL told apart (bare "sources", "critics", nobody), a document that
nobody could look up, and a source that resolution could not settle."""
Group = Literal[
    "observer", "person", "spokesperson", "organisation", "record", "office", "unnamed", "nobody"
]
Nearness = Literal[
    "own-act", "witness", "direct", "former", "unstated", "bare", "agentless", "hearsay"
]
Document = Literal["linked", "titled", "recording", "seen", "study", "none"]
Directness = Literal["full", "partial", "indirect", "mental", "scare"]
OnRecord = Literal["named", "issued", "reason", "stock", "none"]
Detail = Literal["when-said", "where", "number", "entity", "when"]
CapKind = Literal[
    "nobody", "one-unnamed", "several-unnamed", "one-hop", "more-hops", "single", "allegation"
]
FactorName = Literal[
    "identification",
    "proximity",
    "sources",
    "documents",
    "directness",
    "commitment",
    "record",
    "specificity",
]
FACTORS: tuple[FactorName, ...] = get_args(FactorName)


@dataclass(frozen=True, slots=True)
class Level:
    """Points for one thing a text can show, and how to say it."""

    points: int
    words: str


@dataclass(frozen=True, slots=True)
class IdentityLevel:
    """Points for one kind of source, and what holds of it unless the text says more."""

    points: int
    group: Group
    nearness: Nearness
    on_record: OnRecord
    words: str


@dataclass(frozen=True, slots=True)
class Relay:
    """How near a claim can stand that came through others; at most these points."""

    one_hop: Level
    more_hops: Level


@dataclass(frozen=True, slots=True)
class SourceCount:
    """Points for independent sources."""

    none: Level
    one: Level
    two: Level
    three: Level
    supported: Level
    """One source, and an independent document or the outlet's own observation."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """How far the cue word binds its speaker; points of a cue stand in its rule."""

    levels: tuple[Level, ...]
    modal: Level
    """What a modal in the content takes off."""
    defaults: dict[Stance, int]
    """Points where no cue word says it: a colon, or quoted words that perform an act."""


@dataclass(frozen=True, slots=True)
class GradeStep:
    """The lowest score of a grade."""

    grade: Grade
    at_least: int
    words: str


@dataclass(frozen=True, slots=True)
class Cap:
    """The best grade that a claim can have when `kind` holds for a source of `groups`."""

    kind: CapKind
    grade: Grade
    groups: tuple[Group, ...]
    words: str


@dataclass(frozen=True, slots=True)
class StrengthScale:
    """Points, grades and caps of the scale; `of` are the most points of each factor."""

    why: str
    origin: Origin
    of: dict[FactorName, int]
    identification: dict[Identity, IdentityLevel]
    proximity: dict[Nearness, Level]
    relay: Relay
    sources: SourceCount
    documents: dict[Document, Level]
    independent_documents: tuple[Document, ...]
    directness: dict[Directness, Level]
    commitment: Commitment
    record: dict[OnRecord, Level]
    specificity: dict[Detail, Level]
    grades: tuple[GradeStep, ...]
    caps: tuple[Cap, ...]


def load_strength(path: Path) -> StrengthScale:
    """The scale at `path`, complete: every kind has its points; raises RuleError."""
    scale = read_yaml(path, StrengthScale, RuleError)
    tables: tuple[tuple[str, Iterable[object], object], ...] = (
        ("of", scale.of, FactorName),
        ("identification", scale.identification, Identity),
        ("proximity", scale.proximity, Nearness),
        ("documents", scale.documents, Document),
        ("directness", scale.directness, Directness),
        ("commitment: defaults", scale.commitment.defaults, Stance),
        ("record", scale.record, OnRecord),
        ("specificity", scale.specificity, Detail),
    )
    for name, table, kinds in tables:
        _expect(path, name, table, get_args(kinds))
    _expect(path, "grades", [step.grade for step in scale.grades], get_args(Grade))
    _expect(path, "commitment: levels", [level.points for level in scale.commitment.levels],
            range(scale.of["commitment"] + 1))  # fmt: skip
    floors = [step.at_least for step in sorted(scale.grades, key=lambda step: step.grade)]
    if floors != sorted(floors, reverse=True) or floors[-1] != 0:
        raise RuleError("the grades must fall from A to E, and E must begin at 0", path=str(path))
    return scale


def _expect(path: Path, name: str, table: Iterable[object], kinds: Iterable[object]) -> None:
    present = set(table)
    missing = [str(kind) for kind in kinds if kind not in present]
    if missing:
        raise RuleError(f"'{name}' lacks {', '.join(missing)}", path=str(path))
