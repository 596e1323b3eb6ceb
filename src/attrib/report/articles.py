"""Every article as it is shown: its whole text in blocks, with its claims marked in place."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attrib.records import Article, Paragraph, ParagraphKind, Segmentation, Span
from attrib.report.checks import FindingView, mark_findings, view_findings
from attrib.report.claims import ClaimView, view_note
from attrib.report.decided import Passage, view_decided_on
from attrib.report.index import Index
from attrib.report.links import say_place
from attrib.report.phrasing import find_link, name_article, say_date, to_one_line
from attrib.report.segments import Mark, Segment, find_marks, split_text
from attrib.report.words import Words

_SEVERAL = 3
"""From how many attributed claims on it is worth saying that all have one source."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its pieces, and the claims and findings to note beside it."""

    kind: ParagraphKind
    segments: tuple[Segment, ...]
    notes: tuple[ClaimView, ...]
    begins_furniture: bool
    """Whether this is the first of the lines passed over, which says so."""
    findings: tuple[FindingView, ...] = ()
    passages: tuple[Passage, ...] = ()
    """Words that begin here and that somebody decided are no claim."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A source of an article and how many of its claims it has."""

    id: str
    name: str
    claims: int
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article in words. `own` of `sentences` prose sentences are in the outlet's own voice."""

    article: Article
    name: str
    headline: str
    date: str
    link: str | None
    blocks: tuple[Block, ...]
    quoted: tuple[Quoted, ...]
    attributed: int
    own: int
    sentences: int
    rests_on: Quoted | None
    """The one source behind every attributed claim, where there are several claims."""
    strays: tuple[str, ...]
    """Claims that begin outside every block, so that links to them still lead somewhere."""
    findings: tuple[FindingView, ...]
    """What the draft checks found in it, those on its title first."""
    title: tuple[Segment, ...]
    """The headline, cut where findings on the title begin and end."""
    place: str
    """ "path:line" at which its text begins in the raw file; "" without a file."""

    @property
    def on_title(self) -> tuple[FindingView, ...]:
        """Those shown under the headline: on the title, and on a text that has no words."""
        return tuple(
            item for item in self.findings if item.diagnostic.field == "title" or not self.blocks
        )


def sort_articles(articles: Iterable[Article]) -> list[Article]:
    """In reading order: by date, undated ones last, then by outlet."""
    return sorted(articles, key=lambda item: (item.published or "~", name_article(item), item.id))


def view_articles(index: Index, words: Words) -> tuple[ArticleView, ...]:
    findings = view_findings(index)
    return tuple(
        _view_article(article, findings.get(article.id, ()), index, words)
        for article in sort_articles(index.articles.values())
    )


def count_sentences(segmentation: Segmentation) -> int:
    """How many sentences of prose there are; headlines and furniture have none."""
    kinds = segmentation.paragraphs
    return sum(kinds[sentence.paragraph].kind == "prose" for sentence in segmentation.sentences)


def find_headline(article: Article, segmentation: Segmentation | None) -> str:
    """The title, else the first headline in the text, else ""."""
    if article.title:
        return article.title
    for paragraph in segmentation.paragraphs if segmentation else ():
        if paragraph.kind == "headline":
            return to_one_line(paragraph.span.of(article.text))
    return ""


def split_blocks(article: Article, segmentation: Segmentation | None) -> tuple[Paragraph, ...]:
    """The paragraphs, and whatever text stands between them, so that nothing is left out."""
    paragraphs = sorted(segmentation.paragraphs, key=lambda item: item.span) if segmentation else []
    ends = [0, *(paragraph.span.end for paragraph in paragraphs)]
    starts = [*(paragraph.span.start for paragraph in paragraphs), len(article.text)]
    # Text no paragraph holds is what the segmenter passed over; without one, all of it is prose.
    kind: ParagraphKind = "furniture" if segmentation else "prose"
    gaps = [
        Paragraph(span, kind)
        for start, end in zip(ends, starts, strict=True)
        for span in _split_lines(article.text, start, end)
    ]
    return tuple(sorted([*paragraphs, *gaps], key=lambda item: item.span))


def _split_lines(text: str, start: int, end: int) -> Iterable[Span]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line)


def _view_article(
    article: Article, findings: Sequence[FindingView], index: Index, words: Words
) -> ArticleView:
    claims = index.by_article.get(article.id, ())
    segmentation = index.segmentations.get(article.id)
    blocks = _view_blocks(article, split_blocks(article, segmentation), findings, index, words)
    anchored = {claim for block in blocks for piece in block.segments for claim in piece.opens}
    own = sum(claim.voice == "own" for claim in claims)
    quoted = _quoted(article, index)
    headline = find_headline(article, segmentation)
    return ArticleView(
        article,
        name_article(article),
        headline,
        say_date(article.published),
        find_link(article.url),
        blocks,
        quoted,
        len(claims) - own,
        own,
        count_sentences(segmentation) if segmentation else own,
        _sole(quoted, len(claims) - own, index),
        tuple(claim.id for claim in claims if claim.id not in anchored),
        tuple(findings),
        _cut_title(headline, findings),
        say_place(article, len(article.text) - len(article.text.lstrip())),
    )


def _cut_title(headline: str, findings: Sequence[FindingView]) -> tuple[Segment, ...]:
    on_title = [item for item in findings if item.diagnostic.field == "title"]
    return split_text(headline, Span(0, len(headline)), mark_findings(on_title))


def _view_blocks(
    article: Article,
    blocks: Sequence[Paragraph],
    findings: Sequence[FindingView],
    index: Index,
    words: Words,
) -> tuple[Block, ...]:
    """Each block with the marks that touch it and the notes of what begins in it."""
    starts = [block.span.start for block in blocks]
    notes: defaultdict[int, list[ClaimView]] = defaultdict(list)
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    claims = index.by_article.get(article.id, ())
    for claim in claims:
        if claim.id in index.numbers:
            at = max(bisect_right(starts, claim.start) - 1, 0)
            notes[at].append(view_note(claim, index, words))
    in_text = [item for item in findings if item.diagnostic.field == "text"]
    found: defaultdict[int, list[FindingView]] = defaultdict(list)
    for item in in_text:
        found[max(bisect_right(starts, item.diagnostic.span.start) - 1, 0)].append(item)
    passages: defaultdict[int, list[Passage]] = defaultdict(list)
    set_aside = [claim for claim in index.analysis.set_aside_claims if claim.article == article.id]
    for claim in set_aside:
        at = max(bisect_right(starts, claim.start) - 1, 0)
        passages[at].append(Passage(claim, view_decided_on(claim.id, index, words)))
    none = (Mark(span, "set-aside", claim.id) for claim in set_aside for span in claim.content)
    marks_here = [*find_marks(claims), *mark_findings(in_text), *none]
    for mark in sorted(marks_here, key=lambda mark: mark.span):
        at = max(bisect_right(starts, mark.span.start) - 1, 0)
        while at < len(blocks) and starts[at] < mark.span.end:
            marks[at].append(mark)
            at += 1
    return tuple(
        Block(
            block.kind,
            split_text(article.text, block.span, marks[at]),
            tuple(notes[at]),
            block.kind == "furniture" and (at == 0 or blocks[at - 1].kind != "furniture"),
            tuple(found[at]),
            tuple(passages[at]),
        )
        for at, block in enumerate(blocks)
    )


def _quoted(article: Article, index: Index) -> tuple[Quoted, ...]:
    """Who is cited, most cited first: the one who is said to know, not who passed it on."""
    counts: Counter[str] = Counter()
    for claim in index.by_article.get(article.id, ()):
        if claim.chain:
            counts[claim.chain[-1].id] += 1
    names = {
        link.id: link.name for claim in index.by_article.get(article.id, ()) for link in claim.chain
    }
    ranked = sorted(counts.items(), key=lambda item: (-item[1], names[item[0]], item[0]))
    unresolved = {source.id for source in index.sources.values() if not source.resolved}
    return tuple(
        Quoted(source, names[source], number, source not in unresolved) for source, number in ranked
    )


def _sole(quoted: Sequence[Quoted], attributed: int, index: Index) -> Quoted | None:
    """The one body or person whom all claims go back to, those who speak for it being it."""
    if attributed < _SEVERAL or sum(item.claims for item in quoted) < attributed:
        return None
    bodies = {
        index.sources[item.id].affiliation or item.id for item in quoted if item.id in index.sources
    }
    return quoted[0] if len(bodies) == 1 else None
