"""What a check looks at: one article with all that the stages found in it.

`attrib.check.laying_out` builds the indexes once; every kind of check then reads them in
constant or logarithmic time, so that a whole run stays linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from attrib.check.contested import Contested
from attrib.check.matching import Searcher
from attrib.check.words import Vocabulary, stem
from attrib.records import (
    Article,
    Claim,
    Field,
    QuoteCheck,
    ResolvedAttribution,
    Segmentation,
    Source,
    Span,
)
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import Genre
from attrib.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline: `span` of `text`, which is the title or, in the body, the article's text."""

    text: str
    span: Span
    field: Field


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be shown beside a finding, with a note; `article` None: of the draft itself."""

    span: Span
    note: str
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a kind of check found, before it becomes a Diagnostic.

    `values` fill the places in the rule's message; `related` are other passages that show it.
    """

    span: Span
    field: Field = "text"
    values: tuple[tuple[str, str], ...] = ()
    related: tuple[Passage, ...] = ()
    raw: int | None = None
    """Offset in the raw file of what was found, where it does not stand in the text."""
    doubtful: bool = False
    """Whether it is only worth a look: never more than info, whatever the rule's severity."""


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One article, its attributions and claims, and where things stand in it.

    Two are never equal, so that what is read off one for several checks can be remembered.

    `silent` and `voiced` are disjoint spans, in order: where word lists do not speak
    (quotation marks, captions, code, addresses), and what sources are said to say.
    `body_start` is the index of the first sentence that is no headline. `by_sentence[i]`
    holds the indexes, into `attributions`, of those with source, cue or the opening of
    the content in sentence i.
    `introduced` are ids of sources that some mention introduces ("an aide", not "the aide").
    `contested` says, by id of claim, what speaks against it in the draft or in `others`.
    `others` are the articles given beside the draft, laid out like it but knowing of no others;
    `quotations` are the draft's quotes as found in them, empty where none were given.
    """

    segmentation: Segmentation
    attributions: tuple[ResolvedAttribution, ...]
    claims: tuple[Claim, ...]
    sources: Mapping[str, Source]
    rulebook: Rulebook
    vocabulary: Vocabulary
    headline: Headline | None
    silent: tuple[Span, ...]
    voiced: tuple[Span, ...]
    sentence_starts: tuple[int, ...]
    body_start: int
    by_sentence: Mapping[int, tuple[int, ...]]
    introduced: frozenset[str]
    genre: Genre | None = None
    contested: Mapping[str, Contested] = field(default_factory=dict)
    others: tuple[Draft, ...] = ()
    quotations: tuple[QuoteCheck, ...] = ()

    @property
    def article(self) -> Article:
        return self.segmentation.article

    @property
    def text(self) -> str:
        return self.segmentation.article.text


def tell_against(against: Contested) -> Passage:
    """The passage that speaks against a claim, to be shown beside a finding."""
    note = "denied here" if against.by.polarity == "deny" else "told otherwise here"
    return Passage(against.by.sentence, note, against.article)


def sentence_at(draft: Draft, offset: int) -> int | None:
    """Index of the sentence that holds the offset, if one does."""
    index = bisect_right(draft.sentence_starts, offset) - 1
    if index < 0 or offset >= draft.segmentation.sentences[index].span.end:
        return None
    return index


@lru_cache(maxsize=2)
def prose_tokens(draft: Draft) -> tuple[Token, ...]:
    """The tokens of all sentences, in order: what is no prose has none."""
    spans = (sentence.span for sentence in draft.segmentation.sentences)
    return tuple(token for span in spans for token in tokenise(draft.text, span.start, span.end))


def is_silent(draft: Draft, span: Span) -> bool:
    """Whether any part of the span stands where word lists do not speak."""
    return _touches(draft.silent, span)


def is_voiced(draft: Draft, span: Span) -> bool:
    """Whether any part of the span is what a source is said to say."""
    return _touches(draft.voiced, span)


def headline_has(draft: Draft, words: Searcher) -> bool:
    """Whether one of `words` stands in the headline, where there is one."""
    headline = draft.headline
    if headline is None:
        return False
    return words.search(headline.text, headline.span.start, headline.span.end) is not None


def in_headline(draft: Draft, offset: int) -> bool:
    """Whether the offset stands in a headline, be it `draft.headline` or its repeat."""
    here = sentence_at(draft, offset)
    if here is None:
        return False
    paragraph = draft.segmentation.sentences[here].paragraph
    return draft.segmentation.paragraphs[paragraph].kind == "headline"


def attributions_near(draft: Draft, first: int, last: int) -> Iterator[ResolvedAttribution]:
    """Attributions that touch the sentences `first` to `last`, both included."""
    for index in range(first, last + 1):
        for place in draft.by_sentence.get(index, ()):
            yield draft.attributions[place]


def _touches(spans: tuple[Span, ...], span: Span) -> bool:
    index = bisect_right(spans, span.start, key=lambda other: other.start) - 1
    return any(
        0 <= place < len(spans) and spans[place].overlaps(span) for place in (index, index + 1)
    )


def person_stems(rulebook: Rulebook, vocabulary: Vocabulary) -> frozenset[str]:
    """Stems of the one-word roles and collectives: "aide", "critic", "executive"."""
    lists = {rule.list for rule in rulebook.terms if rule.list.startswith("roles-")}
    return frozenset(
        stem(term, vocabulary)
        for name in sorted(lists | {"collectives"})
        for term in rulebook.terms_of(name)
        if " " not in term
    )
