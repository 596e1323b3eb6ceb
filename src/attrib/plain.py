"""Articles as they are read, without the markup in their text, and the way back from there.

Markdown keeps its file as the text, so that every offset is one of the file. The stages read that
text without the markup: words, quotes, messages and fingerprints come out as in plain text. What
leaves the stages has its spans put back (`attrib.respan`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from attrib.records import Article, Span, WayBack


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
    way = WayBack(article, tuple(ends))
    start = article.title_start
    return replace(
        article,
        text="".join((*pieces, article.text[at:])),
        furniture=tuple(_carry(way, span) for span in article.furniture),
        block_quotes=tuple(_carry(way, span) for span in article.block_quotes),
        title_start=None if start is None else _carry(way, Span(start, start)).start,
        markup=(),
        way_back=way,
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


def carry(article: Article, span: Span) -> Span:
    """Where a span of the text as written stands in the text of `article`, as it is read."""
    return _carry(article.way_back, span) if article.way_back else span


def _carry(way: WayBack, span: Span) -> Span:
    return Span(_forward(way, span.start), _forward(way, span.end))


def _forward(way: WayBack, offset: int) -> int:
    markup = way.written.markup
    place = bisect_left(markup, offset, key=lambda part: part.span.start) - 1
    if place < 0:
        return offset
    return way.ends[place] + max(offset - markup[place].span.end, 0)


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
