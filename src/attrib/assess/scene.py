"""One article as this stage looks at it: sentences, quotes and attributions, found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from attrib.assess.wording import outside
from attrib.records import (
    Attribution,
    Extraction,
    Quote,
    ResolvedAttribution,
    Segmentation,
    Source,
    Span,
)
from attrib.tokens import Token, tokenise

# How far from cue and source, in code points, words still tell about them. Keeps the work
# linear where a file is one endless sentence.
REACH = 300
# How many neighbours are asked whether some words are theirs.
NEIGHBOURS = 6


@dataclass(frozen=True)
class Scene:
    """An article with its attributions resolved, in order of index, and all sources by id.

    `anchors` are the cue and source spans of all attributions, sorted; `quote_reach[i]` is
    the furthest end among the first i + 1 quotes. `mention_texts` are, by source id, the
    words by which attributions call the source, lower-cased.
    """

    segmentation: Segmentation
    attributions: tuple[ResolvedAttribution, ...]
    sources: Mapping[str, Source]
    anchors: tuple[Span, ...]
    sentence_starts: tuple[int, ...]
    quote_starts: tuple[int, ...]
    quote_reach: tuple[int, ...]
    mention_texts: Mapping[str, frozenset[str]]

    @property
    def text(self) -> str:
        return self.segmentation.article.text


def set_scene(
    extraction: Extraction,
    attributions: Iterable[ResolvedAttribution],
    sources: Mapping[str, Source],
) -> Scene:
    """The scene of one article; `attributions` are those of this article, in any order."""
    resolved = tuple(sorted(attributions, key=lambda item: item.index))
    segmentation = extraction.segmentation
    return Scene(
        segmentation,
        resolved,
        sources,
        anchors=tuple(sorted({span for item in resolved for span in anchor_spans(item)})),
        sentence_starts=tuple(sentence.span.start for sentence in segmentation.sentences),
        quote_starts=tuple(quote.span.start for quote in segmentation.quotes),
        quote_reach=tuple(accumulate((quote.span.end for quote in segmentation.quotes), max)),
        mention_texts=_mention_texts(resolved),
    )


def _mention_texts(attributions: Iterable[ResolvedAttribution]) -> dict[str, frozenset[str]]:
    texts: dict[str, set[str]] = {}
    for item in attributions:
        if item.source_id is not None and item.attribution.source is not None:
            texts.setdefault(item.source_id, set()).add(item.attribution.source.text.lower())
    return {key: frozenset(found) for key, found in texts.items()}


def anchor_spans(item: ResolvedAttribution) -> tuple[Span, ...]:
    """The spans of cue and source, as far as there are any."""
    attribution = item.attribution
    spans = [attribution.cue.span] if attribution.cue else []
    return tuple(spans + ([attribution.source.span] if attribution.source else []))


def sentences_touched(scene: Scene, span: Span) -> range:
    """Indices of the sentences that `span` overlaps."""
    sentences = scene.segmentation.sentences
    first = max(bisect_right(scene.sentence_starts, span.start) - 1, 0)
    if first < len(sentences) and sentences[first].span.end <= span.start:
        first += 1
    return range(first, max(bisect_left(scene.sentence_starts, span.end), first))


def sentence_around(scene: Scene, spans: Iterable[Span]) -> Span:
    """From the start of the first sentence that a span touches to the end of the last."""
    sentences = scene.segmentation.sentences
    start, end = [], []
    for span in spans:
        touched = sentences_touched(scene, span)
        start.append(sentences[touched[0]].span.start if touched else span.start)
        end.append(sentences[touched[-1]].span.end if touched else span.end)
    return Span(min(start), max(end))


def quotes_over(scene: Scene, span: Span) -> tuple[Quote, ...]:
    """The quotes that overlap `span`, in reading order."""
    found: list[Quote] = []
    index = bisect_left(scene.quote_starts, span.end) - 1
    while index >= 0 and scene.quote_reach[index] > span.start:
        quote = scene.segmentation.quotes[index]
        if quote.span.overlaps(span):
            found.append(quote)
        index -= 1
    return tuple(reversed(found))


def is_quoted(scene: Scene, spans: Iterable[Span]) -> bool:
    """Whether every letter and digit of the spans stands in quotation marks."""
    for span in spans:
        place = span.start
        for quote in quotes_over(scene, span):
            if _has_letters(scene.text, place, min(quote.span.start, span.end)):
                return False
            place = max(place, quote.span.end)
        if _has_letters(scene.text, place, span.end):
            return False
    return True


def _has_letters(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start:end])


def frame_tokens(scene: Scene, item: ResolvedAttribution) -> tuple[Token, ...]:
    """The words of the sentence around cue and source that are nobody's content.

    They reach to the next attribution on either side: what stands beyond it is about that one.
    """
    anchors = anchor_spans(item) or item.attribution.content[:1]
    hull = _hull(scene, anchors)
    limits = sentence_around(scene, [hull])
    left, right = _free_ground(scene, hull, item.attribution)
    start = max(limits.start, left, hull.start - REACH)
    end = min(limits.end, right, hull.end + REACH)
    # An attribution inside another's content has its frame there, so that one is not cut out.
    contents = [
        span
        for other in _near(scene, item.index)
        for span in other.attribution.content
        if not span.covers(hull)
    ]
    return outside(tokenise(scene.text, start, end), contents)


def source_tokens(scene: Scene, item: ResolvedAttribution, mention: Span) -> tuple[Token, ...]:
    """The words of a mention and of what is said about it behind, up to the next cue or content."""
    limit = sentence_around(scene, [mention]).end
    first = bisect_left(scene.anchors, mention.end, key=lambda anchor: anchor.start)
    stops = [span.start for span in (*scene.anchors[first : first + 1], *item.attribution.content)]
    end = min([limit, mention.end + REACH, *(stop for stop in stops if stop >= mention.end)])
    return tokenise(scene.text, mention.start, max(end, mention.end))


def window_tokens(scene: Scene, span: Span) -> tuple[Token, ...]:
    """All words of the sentence of `span`, within reach."""
    limits = sentence_around(scene, [span])
    start, end = max(limits.start, span.start - REACH), min(limits.end, span.end + REACH)
    return tokenise(scene.text, start, max(end, start))


def _hull(scene: Scene, anchors: tuple[Span, ...]) -> Span:
    """Cue and source together, or the cue alone where the source stands far away."""
    # A source in the sentence before a floating quote would drag that sentence in.
    together = Span(min(span.start for span in anchors), max(span.end for span in anchors))
    if len(together) <= REACH and len(sentences_touched(scene, together)) <= 1:
        return together
    return anchors[0]


def _near(scene: Scene, index: int) -> tuple[ResolvedAttribution, ...]:
    place = bisect_left(scene.attributions, index, key=lambda item: item.index)
    return scene.attributions[max(place - NEIGHBOURS, 0) : place + NEIGHBOURS + 1]


def _free_ground(scene: Scene, hull: Span, attribution: Attribution) -> tuple[int, int]:
    """The nearest ends of foreign anchors on the left and right of `hull`."""
    contents = attribution.content
    first = bisect_left(scene.anchors, hull.start, key=lambda anchor: anchor.start)
    last = bisect_left(scene.anchors, hull.end, key=lambda anchor: anchor.start)
    before = scene.anchors[max(first - NEIGHBOURS, 0) : first]
    after = scene.anchors[last : last + NEIGHBOURS]
    foreign = [
        span for span in (*before, *after) if not any(part.overlaps(span) for part in contents)
    ]
    left = max((span.end for span in foreign if span.end <= hull.start), default=0)
    right = min((span.start for span in foreign if span.start >= hull.end), default=len(scene.text))
    return left, right
