"""What the draft checks and the check of quoted words report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from attrib.records.text import Problem, Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""
Level = Literal["error", "warning", "info", "off"]
"""What becomes of a check: its severity, or none."""
Field = Literal["text", "title"]
QuoteVerdict = Literal["exact", "folded", "trimmed", "altered", "other-speaker", "not-found"]
DifferenceKind = Literal["same", "replaced", "added", "left-out", "bracketed", "interrupted"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place a diagnostic points at besides its own: the body passage of a headline."""

    path: str
    span: Span
    line: int
    column: int
    message: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of a draft check. Lines and columns are 1-based, in code points.

    `span` is in `Article.text`, or in the title where `field` is "title"; line and column
    are those of the raw file. `words` are the words at the span, on one line. `fingerprint`
    is 16 hexadecimal digits of a SHA-256 of code, words and speaker: it stays the same when
    other parts of the draft change, and findings alike in all three share it.
    """

    path: str
    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    field: Field = "text"
    article: str = ""
    related: tuple[Place, ...] = ()
    words: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class CheckReason:
    """Why a draft check exists, and what to do about what it finds: a sentence or two each."""

    code: str
    name: str
    why: str
    fix_hint: str


@dataclass(frozen=True, slots=True)
class WordDifference:
    """A stretch of a word diff: the draft's words and the material's, one of them often empty.

    bracketed: the draft put its words in square brackets. interrupted: the material breaks
    its quotation marks there for words of the writer's ("she said").
    """

    kind: DifferenceKind
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that the draft silences, and the reason that it gives ("" if none);
    or one that stands in the baseline, or that a decision answers."""

    diagnostic: Diagnostic
    reason: str
    in_baseline: bool = False
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What the draft checks found, in order of path and place, and what was not read.

    `suppressed` are the findings that comments in the drafts, or decisions, silence.
    """

    diagnostics: tuple[Diagnostic, ...]
    problems: tuple[Problem, ...]
    suppressed: tuple[Suppressed, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """One quote of a draft, looked for in other texts.

    `span` takes in the quotation marks, `words` are those between them; line and column are
    1-based, in the raw file. `found` is the nearest passage (its words are the message), or
    None; `also` are further passages that the quote was joined from. `differences` is the
    whole word diff in reading order. `similarity` is in [0, 1], 1 for the same words.
    """

    path: str
    article: str
    span: Span
    line: int
    column: int
    words: str
    speaker: str | None
    verdict: QuoteVerdict
    found: Place | None
    found_speaker: str | None
    differences: tuple[WordDifference, ...]
    similarity: float
    reason: str
    also: tuple[Place, ...] = ()
