"""The draft that checks look at, laid out from what the stages found, with its indexes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from attrib.check.contested import Clash, find_contested
from attrib.check.draft import Draft, Headline, person_stems
from attrib.check.genres import find_genre
from attrib.check.words import Vocabulary, load_vocabulary, stem
from attrib.records import (
    Claim,
    Extraction,
    QuoteCheck,
    Resolution,
    ResolvedAttribution,
    Segmentation,
    Source,
    Span,
)
from attrib.rulebook import Rulebook

_NEW = frozenset(("a", "an", "one", "another", "someone", "somebody"))
# Links and inline code hold words that nobody says.
_NO_PROSE = re.compile(r"(?:https?://|www\.)[^\s<>]+|`[^`\n]+`")


def lay_out(
    extraction: Extraction,
    resolution: Resolution,
    claims: Iterable[Claim],
    rulebook: Rulebook,
    *,
    others: Iterable[Extraction] = (),
    quotations: tuple[QuoteCheck, ...] = (),
    clash: Clash | None = None,
) -> Draft:
    """The draft of the extraction's article, beside those of `others`.

    `resolution` and `claims` are of the draft and the others; what concerns further articles
    is left out. `quotations` are the draft's quotes as found in the others.
    """
    attributions: defaultdict[str, list[ResolvedAttribution]] = defaultdict(list)
    for found in resolution.attributions:
        attributions[found.article].append(found)
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    sources = {source.id: source for source in resolution.sources}
    draft, *beside = (
        _lay_out(
            one,
            tuple(attributions[one.article.id]),
            tuple(by_article[one.article.id]),
            sources,
            rulebook,
        )
        for one in (extraction, *others)
    )
    placed = [(claim, one.article) for one in (draft, *beside) for claim in one.claims]
    return replace(
        draft,
        contested=find_contested(placed, draft.vocabulary, clash),
        others=tuple(beside),
        quotations=quotations,
    )


def _lay_out(
    extraction: Extraction,
    attributions: tuple[ResolvedAttribution, ...],
    claims: tuple[Claim, ...],
    sources: Mapping[str, Source],
    rulebook: Rulebook,
) -> Draft:
    segmentation = extraction.segmentation
    article = segmentation.article
    starts = tuple(sentence.span.start for sentence in segmentation.sentences)
    vocabulary = load_vocabulary(rulebook)
    return Draft(
        segmentation=segmentation,
        attributions=attributions,
        claims=claims,
        sources=sources,
        rulebook=rulebook,
        vocabulary=vocabulary,
        headline=_find_headline(segmentation),
        silent=_find_silent(segmentation),
        voiced=_merge(_find_voiced(attributions)),
        sentence_starts=starts,
        body_start=next(
            (
                index
                for index, sentence in enumerate(segmentation.sentences)
                if segmentation.paragraphs[sentence.paragraph].kind == "prose"
            ),
            len(starts),
        ),
        by_sentence=_index(attributions, starts),
        introduced=_find_introduced(attributions, rulebook, vocabulary),
        genre=find_genre(article, rulebook),
    )


def _find_headline(segmentation: Segmentation) -> Headline | None:
    title = segmentation.article.title
    if title is not None and title.strip():
        return Headline(title, Span(0, len(title)), "title")
    for paragraph in segmentation.paragraphs:
        if paragraph.kind == "headline":
            return Headline(segmentation.article.text, paragraph.span, "text")
        if paragraph.kind == "prose":
            break
    return None


def _find_silent(segmentation: Segmentation) -> tuple[Span, ...]:
    spans = [quote.span for quote in segmentation.quotes]
    spans += [part.span for part in segmentation.paragraphs if part.kind == "furniture"]
    spans += segmentation.article.furniture
    spans += [Span(*found.span()) for found in _NO_PROSE.finditer(segmentation.article.text)]
    return _merge(spans)


def _find_voiced(attributions: Iterable[ResolvedAttribution]) -> Iterator[Span]:
    for resolved in attributions:
        if resolved.attribution.source is not None:
            yield from resolved.attribution.content


def _merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def _index(
    attributions: tuple[ResolvedAttribution, ...], starts: tuple[int, ...]
) -> dict[int, tuple[int, ...]]:
    places: dict[int, list[int]] = {}
    for number, resolved in enumerate(attributions):
        found = resolved.attribution
        anchors = [part.span for part in (found.source, found.cue) if part is not None]
        anchors += found.content[:1]
        for sentence in sorted({bisect_right(starts, span.start) - 1 for span in anchors}):
            places.setdefault(sentence, []).append(number)
    return {sentence: tuple(numbers) for sentence, numbers in places.items()}


def _find_introduced(
    attributions: tuple[ResolvedAttribution, ...], rulebook: Rulebook, vocabulary: Vocabulary
) -> frozenset[str]:
    anaphors = rulebook.terms_of("anaphors")
    persons = person_stems(rulebook, vocabulary)
    found: set[str] = set()
    for resolved in attributions:
        source, link = resolved.attribution.source, resolved.source_id
        if source is None or link is None:
            continue
        words = source.text.lower().split()
        # Who is taken for a crowd must be called one: "Moss herself", "the broadcaster NRT" and
        # "the photos" are none.
        crowd = bool(resolved.chain) and resolved.chain[-1].source_class == "COL"
        called = any(stem(word, vocabulary) in persons for word in words)
        last = source.text.split()[-1]
        named = not last[0].islower() and stem(last, vocabulary) not in persons
        # "A person who worked for him" opens like one who is new.
        pointing = words[0] in anaphors or (words[-1] in anaphors and words[0] not in _NEW)
        if not pointing and (not crowd or (called and not named)):
            found.add(link)
    return frozenset(found)
