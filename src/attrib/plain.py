"""Articles as they are read, without the markup in their text, and the way back from there.

Markdown keeps its file as the text, so that every offset is one of the file. The stages read that
text without the markup: words, quotes, messages and fingerprints come out as in plain text. What
leaves the stages has its spans put back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from attrib.records import Article, Claim, Segmentation, Span, WayBack


def read_plain(article: Article) -> Article:
    """The article as it is read; itself where its text holds no markup."""
    if not article.markup:
        return article
    pieces: list[str] = []
    ends: list[int] = []
    at = length = 0
    for part in article.markup:
        pieces += (article.text[at : part.span.start], part.read_as)
        length += part.span.start - at + len(part.read_as)
        ends.append(length)
        at = part.span.end
    pieces.append(article.text[at:])
    starts = [part.span.start for part in article.markup]

    def forward(offset: int) -> int:
        place = bisect_right(starts, offset - 1) - 1
        if place < 0:
            return offset
        return ends[place] + max(offset - article.markup[place].span.end, 0)

    def carry(span: Span) -> Span:
        return Span(forward(span.start), forward(span.end))

    return replace(
        article,
        text="".join(pieces),
        furniture=tuple(map(carry, article.furniture)),
        block_quotes=tuple(map(carry, article.block_quotes)),
        title_start=None if article.title_start is None else forward(article.title_start),
        markup=(),
        way_back=WayBack(article, tuple(ends)),
    )


def written(article: Article) -> Article:
    """The article whose text is the file, for one as it is read."""
    return article.way_back.written if article.way_back else article


def put_back(article: Article, span: Span) -> Span:
    """Where the words at `span` of the text that is read stand as written: from the first
    character to the last, with the markup between them."""
    way = article.way_back
    if way is None:
        return span
    start = _find_character(way, span.start)[0]
    return Span(start, _find_character(way, span.end - 1)[1]) if len(span) else Span(start, start)


def put_around(article: Article, span: Span) -> Span:
    """`put_back` for a sentence or paragraph: with the markup that touches it on either side."""
    way = article.way_back
    if way is None:
        return span
    text = way.written.text
    start = _find_character(way, span.start - 1)[1] if span.start else 0
    end = _find_character(way, span.end)[0] if span.end < len(article.text) else len(text)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(end - len(words) + len(words.rstrip()), start))


def put_claims_back(claims: Iterable[Claim], articles: Iterable[Article]) -> tuple[Claim, ...]:
    """The claims with their spans put back; `articles` are all of theirs, as they were read."""
    by_id = {article.id: article for article in articles if article.way_back}
    return tuple(
        _put_claim_back(claim, by_id[claim.article]) if claim.article in by_id else claim
        for claim in claims
    )


def put_segments_back(segmentation: Segmentation) -> Segmentation:
    """The segmentation of the article as it is written."""
    article = segmentation.article
    if article.way_back is None:
        return segmentation
    return Segmentation(
        written(article),
        tuple(
            replace(part, span=put_around(article, part.span)) for part in segmentation.paragraphs
        ),
        tuple(
            replace(part, span=put_around(article, part.span)) for part in segmentation.sentences
        ),
        tuple(
            replace(quote, span=put_back(article, quote.span), inner=put_back(article, quote.inner))
            for quote in segmentation.quotes
        ),
    )


def _put_claim_back(claim: Claim, article: Article) -> Claim:
    cue, source, strength = claim.cue, claim.source, claim.strength
    factors = strength.factors if strength else ()
    return replace(
        claim,
        content=tuple(put_back(article, span) for span in claim.content),
        sentence=put_around(article, claim.sentence),
        cue=replace(cue, span=put_back(article, cue.span)) if cue else None,
        source=replace(source, span=put_back(article, source.span)) if source else None,
        strength=replace(
            strength,
            factors=tuple(
                replace(factor, span=put_back(article, factor.span)) if factor.span else factor
                for factor in factors
            ),
        )
        if strength
        else None,
    )


def _find_character(way: WayBack, offset: int) -> tuple[int, int]:
    """Where the character at `offset` of the text that is read begins and ends as written."""
    markup = way.written.markup
    place = bisect_right(way.ends, offset)
    if place < len(markup) and way.ends[place] - len(markup[place].read_as) <= offset:
        span = markup[place].span
        return span.start, span.end
    # Every end up to here is at or before the offset: the character stands behind that markup.
    start = offset if not place else markup[place - 1].span.end + offset - way.ends[place - 1]
    return start, start + 1
