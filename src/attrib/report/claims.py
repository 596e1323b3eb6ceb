"""One claim as every report shows it: who, through whom, how, how well, and what to mind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from attrib.records import Article, Claim, Contest, Grade, Span
from attrib.report.decided import DecidedView, view_decided_on
from attrib.report.differing import find_differing
from attrib.report.index import Index
from attrib.report.links import find_fragment_link, say_place
from attrib.report.phrasing import find_link, name_article, say_date, say_speaker
from attrib.report.segments import Mark, Segment, find_marks, split_text
from attrib.report.words import Words

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Step:
    """One hop of a chain: whom, what kind of source, and its id in the list of sources."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in words. `number` counts within its article; own-voice claims may have none.

    `link` leads to the published page. In a note it leads to the words there, and `line` is
    theirs in the raw file, whose path the article's head has; `restated` is
    the claim where its words in the text do not say it as they stand.
    """

    claim: Claim
    number: int | None
    outlet: str
    date: str
    link: str | None
    speaker: str
    chain: tuple[Step, ...]
    contests: tuple[Contest, ...]
    remarks: tuple[str, ...]
    decided: tuple[DecidedView, ...] = ()
    line: int | None = None
    restated: str = ""

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def grade(self) -> Grade | None:
        return self.claim.strength.grade if self.claim.strength else None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A claim in the sentences around it, cut so that its parts can be marked.

    `also` are further claims of the same attribution, marked with it. `link` leads to the words on
    the published page, `place` is their file and line.
    """

    view: ClaimView
    segments: tuple[Segment, ...]
    also: tuple[str, ...]
    link: str | None
    place: str


def view_claim(claim: Claim, index: Index, words: Words) -> ClaimView:
    article = index.articles[claim.article]
    return ClaimView(
        claim,
        index.numbers.get(claim.id),
        name_article(article),
        say_date(article.published),
        find_link(article.url),
        say_speaker(claim, article),
        tuple(
            Step(link.id, link.name, words.of_class(link.source_class).name) for link in claim.chain
        ),
        index.contests.get(claim.id, ()),
        tuple(_remarks(claim, words)),
        view_decided_on(claim.id, index, words),
    )


def view_note(claim: Claim, index: Index, words: Words) -> ClaimView:
    """The claim as its note beside the text has it: with its line, and a link to its words."""
    article = index.articles[claim.article]
    return replace(
        view_claim(claim, index, words),
        link=find_fragment_link(article, Span(claim.start, claim.end)),
        line=index.lines[article.id].line_and_column(claim.start)[0] if article.path else None,
        restated="" if _stands_as_said(claim, article) else claim.text,
    )


def view_quotation(
    claim: Claim,
    index: Index,
    words: Words,
    opposed: Sequence[Sequence[str]] = (),
    *,
    value: str = "",
    also: Sequence[Claim] = (),
) -> Quotation:
    """The claim in its sentences; of a contest what differs is marked, as `find_differing`
    has it."""
    article = index.articles[claim.article]
    together = (claim, *also)
    differing = (
        Mark(span, "differs", one.id)
        for one in together
        for span in find_differing(one, opposed, index.articles, value=value)
    )
    marks = sorted([*find_marks(together), *differing]) if opposed else find_marks(together)
    return Quotation(
        view_claim(claim, index, words),
        split_text(article.text, claim.sentence, marks),
        tuple(other.id for other in also),
        find_fragment_link(article, Span(claim.start, max(one.end for one in together))),
        say_place(article, claim.start),
    )


def _stands_as_said(claim: Claim, article: Article) -> bool:
    """Whether the claim's marked words say it: in one piece, in the same words and order."""
    if len(claim.content) != 1:
        return False
    marked = claim.content[0].of(article.text)
    return "\n" not in marked and _bare(marked) == _bare(claim.text)


def _bare(words: str) -> str:
    """Words alone, without what "that" introduces them: marks and capitals are the text's."""
    return " ".join(_WORD.findall(words.casefold())).removeprefix("that ")


def say_words(quotation: Quotation) -> str:
    """The sentences around a claim, as one text."""
    return "".join(segment.text for segment in quotation.segments)


def _remarks(claim: Claim, words: Words) -> Iterable[str]:
    """What an editor should mind, a sentence each."""
    grade = claim.strength.grade if claim.strength else None
    if claim.source and not claim.source.resolved:
        yield f"Not identified: {claim.source.reason}."
    if claim.modality != "actual":
        meaning = words.modalities[claim.modality].meaning
        yield f"Not graded: {meaning[:1].lower()}{meaning[1:]}"
    if claim.cue and claim.tone > 0 and grade in ("C", "D", "E"):
        yield f"“{claim.cue.text}” vouches for more than the sourcing carries."
    if claim.cue and claim.tone < 0 and grade in ("A", "B"):
        yield f"“{claim.cue.text}” casts doubt on a well-sourced statement."
