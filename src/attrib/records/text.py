"""Articles and what they are cut into: spans, paragraphs, sentences, quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

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
        return self.place_of_raw(raw)

    def place_of_raw(self, raw: int) -> tuple[int, int]:
        """1-based line and column of an offset in the raw file."""
        line = bisect_right(self.line_starts, raw) - 1
        return line + 1, raw - self.line_starts[line] + 1

    def text_offset(self, raw: int) -> int:
        """The first text offset whose character stands at `raw` in the raw file, or behind it."""
        run = bisect_right(self.raw_starts, raw) - 1
        if run < 0:
            return 0
        offset = self.text_starts[run] + raw - self.raw_starts[run]
        return min([offset, *self.text_starts[run + 1 : run + 2]])


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment to attrib; `codes` are those of checks, their names or beginnings, as written.

    `span` takes in the comment, or is empty where the text was taken out of its markup: then
    it stands where the text goes on, and `raw` is the comment's own offset in the file. `verb`
    is "disable-next", "disable" or "enable"; another, as it is written, asks for nothing.
    """

    span: Span
    verb: str
    codes: tuple[str, ...]
    reason: str
    raw: int | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """Findings that an article's front matter, or the file beside it, asks not to be told.

    `checks` are codes, beginnings of codes or names; with `words` only findings at just these
    words are meant. `file` is the file beside the article, `span` the front matter.
    """

    checks: tuple[str, ...]
    reason: str
    words: str | None = None
    file: str | None = field(default=None, metadata={"key": False})
    span: Span | None = field(default=None, metadata={"key": False})


@dataclass(frozen=True, slots=True)
class Markup:
    """A stretch of a text that no reader sees as it stands: marks of emphasis, a link's address.

    `read_as` is the one character that stands for it, or nothing.
    """

    span: Span
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class WayBack:
    """How the text that is read leads back to the text as it is written, markup and all.

    `ends[i]` is the offset in the text that is read just behind what stands there for
    `written.markup[i]`.
    """

    written: Article
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One immutable text and what is known of its publication.

    `title` is the headline when it stands outside `text` (JSON lines, HTML, front matter);
    `furniture` are parts of the text that the file format itself marks as not prose
    (front matter, captions, code), `block_quotes` those that it sets off as somebody's words
    (<blockquote>, lines after ">"). `raw` is None where the text is the file, unchanged.
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
    block_quotes: tuple[Span, ...] = ()
    raw: RawMap | None = None
    title_start: int | None = None
    """Offset in `text` at which the title stands as well, in front matter or as a heading."""
    genre: str | None = None
    """What kind of piece it is, as its front matter says: "opinion", "transcript"; None: news."""
    directives: tuple[Directive, ...] = ()
    """Comments to attrib in `text` or, where that was taken out of it, in the raw file; those
    inside code are text."""
    waivers: tuple[Waiver, ...] = ()
    markup: tuple[Markup, ...] = ()
    """What of `text` is not read as it stands, in order; it lies in no furniture."""
    way_back: WayBack | None = None
    """Only inside the stages: the article this one was read from (`attrib.plain`)."""


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
