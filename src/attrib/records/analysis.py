"""What several articles say of one matter, and all that was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from attrib.records.attribution import Source
from attrib.records.claim import Claim
from attrib.records.decision import Decided
from attrib.records.finding import CheckReason, Diagnostic
from attrib.records.text import Article, Problem, Segmentation

ContestKind = Literal["denial", "contradiction", "figure", "attribution", "quote"]
RelationKind = Literal["same", "contradiction", "competing", "unrelated"]


@dataclass(frozen=True, slots=True)
class Event:
    """Articles about one thing."""

    id: str
    articles: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims on one matter: two or more ids, sorted."""

    id: str
    claims: tuple[str, ...]
    label: str


LACKING = "–"
"""The value of a side whose printing of a quote lacks the words that the other one has."""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to what is contested, and the voices that give it.

    `sources` are ids; `outlets` the outlets in whose own voice it stands. `voices` counts
    independent ones: same source, affiliation, or origin relayed count once.
    """

    value: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    outlets: tuple[str, ...]
    voices: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contest:
    """A cluster whose voices cannot all be right, and the reason in words."""

    id: str
    cluster: str
    kind: ContestKind
    label: str
    sides: tuple[Side, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How two bare texts relate; `same` and `contradiction` are in [0, 1]."""

    kind: RelationKind
    same: float
    contradiction: float
    reason: str


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two claims of one source that cannot both hold: ids, sorted, and the reason in words."""

    source: str
    claims: tuple[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that attrib found; what every report format is rendered from."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    clusters: tuple[Cluster, ...]
    contests: tuple[Contest, ...]
    problems: tuple[Problem, ...] = ()
    events: tuple[Event, ...] = ()
    segmentations: tuple[Segmentation, ...] = ()
    reversals: tuple[Reversal, ...] = ()
    """Where one source says two things that cannot both hold, in order of source and claims."""
    rules: str = ""
    """Checksum of the rules in force: "sha256:...". """
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the draft checks find in each article by itself, in order of article and place."""
    checks: tuple[CheckReason, ...] = ()
    """Why the checks that found something exist, in order of code."""
    decided: tuple[Decided, ...] = ()
    """Every decision given, in order of what it is about."""
    set_aside_claims: tuple[Claim, ...] = ()
    """What somebody decided is no claim; none of it stands in `claims`."""
    set_aside_contests: tuple[Contest, ...] = ()
    """What somebody decided is not one matter; none of it stands in `contests`."""
