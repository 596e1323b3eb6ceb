"""What is asserted, restated to stand alone, and how well it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from attrib.records.attribution import ChainLink, Cue, Modality, SourceClass, Stance, Tone, Voice
from attrib.records.text import Span

Polarity = Literal["affirm", "deny", "none"]
Grade = Literal["A", "B", "C", "D", "E"]


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of the strength scale: `points` out of `of`, and why."""

    name: str
    points: int
    of: int
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Strength:
    """How well the text shows where a claim comes from: 0 to 100, grade A to E.

    It says nothing about truth. `caps` are the sentences that explain each cap applied.
    """

    score: int
    grade: Grade
    factors: tuple[Factor, ...]
    caps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """That independent sources say what a claim says: who and where, and whether a paper does."""

    article: str
    claim: str
    others: tuple[str, ...]
    document: bool = False


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """The source as one claim mentions it: entity and the words in the text."""

    id: str
    name: str
    source_class: SourceClass | None
    span: Span
    text: str
    resolved: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What is asserted, restated to stand alone, with who says it and how well it is shown.

    `text` may differ from the words at `content` (names for pronouns; for a denial, the
    proposition denied); the spans never do.
    """

    id: str
    article: str
    text: str
    content: tuple[Span, ...]
    sentence: Span
    cue: Cue | None
    source: ClaimSource | None
    chain: tuple[ChainLink, ...]
    voice: Voice
    stance: Stance
    polarity: Polarity
    tone: Tone
    strength: Strength | None
    within: str | None = None
    modality: Modality = "actual"
    grounds: frozenset[str] = field(default=frozenset(), repr=False)
    """Ids of every source this claim rests on: the chain, and members of joint sources."""
    key: str = ""
    """16 hexadecimal digits by which decisions know it: the same wherever the same words stand."""

    @property
    def start(self) -> int:
        return min(span.start for span in self.content)

    @property
    def end(self) -> int:
        return max(span.end for span in self.content)
