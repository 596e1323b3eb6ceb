"""The kinds of entry that stand in `rules/`, as the YAML files spell them.

Every entry says why it exists, where it comes from, and shows texts it matches and texts
it must leave alone; `attrib rules test` and the test suite run both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from attrib.records import Level, Severity, SourceClass, Stance, Tone

Genre = Literal["opinion", "transcript", "review", "obituary", "factcheck"]
"""Kinds of piece that some checks have nothing to say to; all others count as news."""
CueKind = Literal["verb", "noun", "phrase", "adverb"]
Frame = Literal["clause", "speech", "infinitive", "gerund", "object", "of", "for", "on", "quote"]
"""What may follow a verb cue as its content:

clause      said (that) the dam was safe
speech      said the tower leans (besides "clause": hardly anything but content can follow)
infinitive  vowed to rebuild it
gerund      denied moving the boats
object      denied the claim; rejected accusations that ...
of, for     accused the firm of dumping waste; blamed the firm for the leak
on          called on Russia to stop
quote       only with words in quotation marks

A cue with no frame at all is one that only the tagger finds.
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """The code of practice or paper an entry rests on; `url` only to the publisher itself."""

    code: str
    edition: str | None = None
    section: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts the entry must match, and texts it must leave alone.

    The words that match stand in square brackets: "The firm [claimed] it was forged."
    """

    match: tuple[str, ...]
    skip: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueRule:
    """Reporting words of one class: what they say of the source's stance and the writer's tone."""

    id: str
    kind: CueKind
    stance: Stance
    commitment: int
    lemmas: tuple[str, ...]
    why: str
    origin: Origin
    examples: Examples
    tone: Tone = 0
    frames: tuple[Frame, ...] = ("clause",)


@dataclass(frozen=True, slots=True)
class TermRule:
    """A list of words that tell what kind of source a mention is.

    `list` names what the words are (titles, roles, collectives, outlets, ...);
    `class_` is the source class they point to, where they point to one.
    """

    id: str
    list: str
    terms: tuple[str, ...] = field(metadata={"once": True})
    why: str
    origin: Origin
    examples: Examples
    class_: SourceClass | None = None
    value: float | None = None
    """What one of the terms counts for: a unit's size in its base unit, a number word's factor."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country or like body under its names: what it is called, its adjective, its metonyms.

    `seats` are residences and bodies that speak under a name of their own and belong to it.
    """

    name: str
    adjectives: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a newsroom knows: the role that holds where an article gives none."""

    name: str
    role: str
    class_: SourceClass
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class AliasRule:
    """Spellings that mean the same word or body, across articles, and persons by their role."""

    id: str
    why: str
    origin: Origin
    examples: Examples
    spellings: tuple[tuple[str, ...], ...] = ()
    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """Phrases that mark a line as navigation, a credit or an advertisement, not prose.

    `place` is where in the line they count: as its first words, anywhere in a short line,
    or in the brackets that end it.
    """

    id: str
    phrases: tuple[str, ...]
    why: str
    origin: Origin
    examples: Examples
    place: Literal["start", "anywhere", "credit"] = "start"


@dataclass(frozen=True, slots=True)
class AbbreviationRule:
    """Words whose full stop does not end a sentence."""

    id: str
    always: tuple[str, ...]
    before_name: tuple[str, ...]
    before_number: tuple[str, ...]
    why: str
    origin: Origin
    examples: Examples


@dataclass(frozen=True, slots=True)
class CheckExamples:
    """Drafts in which the check must speak, and drafts in which it must stay silent."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


LearnedNeed = Literal[
    "figure", "quote", "running-quote", "unspoken", "source", "unnamed-source"
]  # fmt: skip
"""What a sentence can hold: a number; quoted words; some that began in a sentence before it; words
that nobody in their paragraph is said to speak; a source; one that readers could not find."""


@dataclass(frozen=True, slots=True)
class Learned:
    """When the model that reads for faults speaks beside the words of a check's rule.

    `at_least` is how likely, by its reading, a sentence must be at fault, in [0, 1]; `message`
    is what is said then, with "{words}" for the sentence. Such a finding is an info at most.
    """

    at_least: float
    message: str
    head: str = ""
    """The code of the check that the model learned, where it is not the rule's own."""
    needs: tuple[LearnedNeed, ...] = ()
    """What the sentence must all hold for the model to be believed."""

    def __post_init__(self) -> None:
        if not 0 <= self.at_least <= 1:
            raise ValueError("at_least must be from 0 to 1")


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One draft check: an entry over one of the kinds in `attrib.check.kinds`."""

    id: str
    name: str
    kind: str
    severity: Severity
    precision: Literal["very-high", "high", "medium", "low"]
    scope: tuple[Literal["text", "title"], ...]
    message: str
    why: str
    origin: Origin
    fix_hint: str
    since: str
    examples: CheckExamples
    options: dict[str, int | tuple[str, ...]] | None = None
    enabled: bool = True
    """Whether it runs unasked; if not, only a profile or its whole code or name asks for it."""
    silent_in: tuple[Genre, ...] = ()
    """Genres of pieces that it has nothing to say to."""
    learned: Learned | None = None
    """Whether the model speaks too, where no list of words can tell all that is meant."""


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """What one house does with one check, and why."""

    check: str
    level: Level
    why: str


@dataclass(frozen=True, slots=True)
class ProfileRule:
    """A house's way with the checks, where codes of practice part: `profile: ap`."""

    id: str
    why: str
    origin: Origin
    changes: tuple[ProfileChange, ...]
