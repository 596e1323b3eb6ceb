"""The nouns of attrib: frozen records that the stages hand to one another.

Every position is a `Span`: half-open, counted in Unicode code points, always in
`Article.text`. Sequences are tuples, so that a record can be shared and hashed.
Nothing here imports a stage; the stages meet only as these records.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

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
Polarity = Literal["affirm", "deny", "none"]
Tone = Literal[-1, 0, 1]
Voice = Literal["direct", "indirect", "mixed", "own"]
Modality = Literal["actual", "negated", "conditional", "question", "future"]
SourceClass = Literal[
    "OBS", "NOF", "NPA", "NEX", "NIN", "NSP", "ORG", "DOC",
    "DAT", "USP", "UDK", "UOR", "URL", "SOC", "MED", "COL",
]  # fmt: skip
Grade = Literal["A", "B", "C", "D", "E"]
ContestKind = Literal["denial", "contradiction", "figure", "attribution", "quote"]
Severity = Literal["error", "warning", "info"]
Field = Literal["text", "title"]
QuoteVerdict = Literal["exact", "folded", "trimmed", "altered", "other-speaker", "not-found"]
DifferenceKind = Literal["same", "replaced", "added", "left-out", "bracketed", "interrupted"]
ParagraphKind = Literal["prose", "headline", "furniture"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval `[start, end)` of code points in one article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters this span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class RawMap:
    """Where the characters of `Article.text` stand in the raw file (HTML, JSON lines).

    `text_starts[i]` is the text offset at which run `i` begins and `raw_starts[i]` its
    offset in the raw file; inside a run both advance together, one code point each.
    `line_starts` are the raw offsets at which the lines of the raw file begin.
    """

    text_starts: tuple[int, ...]
    raw_starts: tuple[int, ...]
    line_starts: tuple[int, ...]

    def raw_offset(self, offset: int) -> int:
        """Offset in the raw file of the character at text offset `offset`."""
        run = max(bisect_right(self.text_starts, offset) - 1, 0)
        return self.raw_starts[run] + offset - self.text_starts[run]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column, in code points, in the raw file, of a text offset."""
        raw = self.raw_offset(offset)
        line = bisect_right(self.line_starts, raw) - 1
        return line + 1, raw - self.line_starts[line] + 1


@dataclass(frozen=True, slots=True)
class Article:
    """One immutable text and what is known of its publication.

    `title` is the headline when it stands outside `text` (JSON lines, HTML, front matter);
    `furniture` are parts of the text that the file format itself marks as not prose
    (front matter, captions, code). `raw` is None where the text is the file, unchanged.
    """

    id: str
    text: str
    path: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    furniture: tuple[Span, ...] = ()
    raw: RawMap | None = None


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """An input that could not be read, or read only in part; one line for a person."""

    path: str
    message: str
    fatal: bool = True
    """Whether the input was left out, so that the process ends with exit code 2."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles in order of id, and what could not be read."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text; `furniture` is navigation, captions, credits and the like."""

    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a prose or headline paragraph, without surrounding white space."""

    span: Span
    paragraph: int
    """Index into `Segmentation.paragraphs`."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Text inside quotation marks. `span` takes in the marks, `inner` does not.

    In a quote over several paragraphs each paragraph has one Quote: all but the last
    have `closed=False`, all but the first have `continues=True`.
    """

    span: Span
    inner: Span
    paragraph: int
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Segmentation:
    """An article cut into paragraphs, sentences and quotes, each in reading order.

    Paragraphs do not overlap; sentences stand in prose and headline paragraphs only.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]


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

    @property
    def start(self) -> int:
        return min(span.start for span in self.content)

    @property
    def end(self) -> int:
        return max(span.end for span in self.content)


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

    kind: Literal["same", "contradiction", "competing", "unrelated"]
    same: float
    contradiction: float
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
    rules: str = ""
    """Checksum of the rules in force: "sha256:...". """


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
    are those of the raw file.
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
