"""Who is said to have said what: mentions, cues, attributions, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from attrib.records.text import Article, Segmentation, Span

Stance = Literal[
    "asserts",
    "denies",
    "accuses",
    "concedes",
    "predicts",
    "demands",
    "questions",
    "hedges",
    "confirms",
    "corrects",
    "relays",
    "shows",
    "commits",
    "evaluates",
    "declines",
    "own",
]
Tone = Literal[-1, 0, 1]
Voice = Literal["direct", "indirect", "mixed", "own"]
Modality = Literal["actual", "negated", "conditional", "question", "future"]
SourceClass = Literal[
    "OBS", "NOF", "NPA", "NEX", "NIN", "NSP", "ORG", "DOC",
    "DAT", "USP", "UDK", "UOR", "URL", "SOC", "MED", "COL",
]  # fmt: skip
UNNAMED: frozenset[SourceClass] = frozenset({"UDK", "UOR", "URL", "SOC", "COL"})
"""Classes of source a reader could not find. A spokesperson's office can be called: not here."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of text that stands for somebody: a name, a role, a pronoun."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that signal an attribution, and what their rule says of them."""

    span: Span
    text: str
    lemma: str
    rule: str
    stance: Stance
    tone: Tone
    commitment: int
    """Points of the strength scale's factor C, 0 to 7."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as found in one article; nothing is resolved yet.

    `origins` are those the source relays, outermost first ("Interfax reported, quoting
    X": X); `addressee` is the one spoken to ("told Reuters"). Both are mentions; whether
    they add a hop is decided when sources are resolved.
    """

    source: Mention | None
    cue: Cue | None
    content: tuple[Span, ...]
    voice: Voice
    sentence: Span
    origins: tuple[Mention, ...] = ()
    addressee: Mention | None = None
    medium: Mention | None = None
    """The channel named: "in a statement", "in an interview with ..."."""
    modality: Modality = "actual"
    within: int | None = None
    """Index, in the same tuple, of the attribution whose content holds this one."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All attributions of one article, in order of (first start, last end)."""

    segmentation: Segmentation
    attributions: tuple[Attribution, ...]

    @property
    def article(self) -> Article:
        return self.segmentation.article


@dataclass(frozen=True, slots=True)
class Source:
    """The entity attributed: a person, an organisation, a document; never the publisher.

    `name` is canonical (no article, title or apposition) or, when `resolved` is false,
    the mention itself; `reason` says why nothing is certain. `description` is how the
    text introduces the source, at its fullest mention.
    """

    id: str
    name: str
    source_class: SourceClass | None
    resolved: bool
    reason: str
    affiliation: str | None = None
    role: str | None = None
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One hop of a chain: the id, name and class of a source."""

    id: str
    name: str
    source_class: SourceClass | None


@dataclass(frozen=True, slots=True)
class ResolvedAttribution:
    """An attribution with its source tied to an entity.

    `chain` runs from the outermost speaker to the one who is said to know; it is empty
    when there is no source. `source_id` is the entity of `attribution.source`, which is
    not always the first of the chain ("X told OUTLET": source X, chain OUTLET, X).
    """

    article: str
    index: int
    attribution: Attribution
    source_id: str | None
    reason: str
    chain: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Sources in order of id; attributions in order of (article, index)."""

    sources: tuple[Source, ...]
    attributions: tuple[ResolvedAttribution, ...]
