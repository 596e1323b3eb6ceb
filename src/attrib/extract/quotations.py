"""Quotes beyond the sentence of their tag: widened, continued over paragraphs, or floating."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace

from attrib.extract.reading import Reading
from attrib.records import Attribution, Mention, Quote, Segmentation, Span

_FEWEST_WORDS = 2


def link_quotes(
    segmentation: Segmentation,
    readings: Sequence[Reading],
    found: Sequence[Attribution],
) -> tuple[Attribution, ...]:
    """The attributions with their quotes made whole, and one more for each floating quote.

    A content that begins or ends inside a quote takes in all of it, in earlier and later
    sentences and, where a quote runs over paragraphs, in those. A quoted sentence after a
    quoted content in its paragraph belongs to it. A quoted paragraph right after an
    attributed one is given to the same source, without a cue.
    """
    quotes = segmentation.quotes
    widened = [_widen(attribution, quotes) for attribution in found]
    return tuple(_link_floating(segmentation, readings, widened))


def _widen(attribution: Attribution, quotes: Sequence[Quote]) -> Attribution:
    spans = list(attribution.content)
    extra: list[Span] = []
    for index, span in enumerate(spans):
        for place in _places(quotes, span):
            quote = quotes[place]
            if span.covers(quote.span):
                continue
            span = Span(min(span.start, quote.span.start), max(span.end, quote.span.end))
            spans[index] = span
            extra += _continued(quotes, place)
    if extra or tuple(spans) != attribution.content:
        return replace(attribution, content=_merged(spans + extra))
    last = max(span.end for span in spans)
    for place in _places(quotes, Span(max(last - 1, 0), last)):
        if not quotes[place].closed and quotes[place].span.end == last:
            extra += _continued(quotes, place)
    return replace(attribution, content=_merged(spans + extra)) if extra else attribution


def _places(quotes: Sequence[Quote], span: Span) -> range:
    """Indices of the quotes that overlap `span`."""
    first = bisect_right(quotes, span.start, key=lambda quote: quote.span.end)
    last = bisect_left(quotes, span.end, key=lambda quote: quote.span.start)
    return range(first, last)


def _continued(quotes: Sequence[Quote], place: int) -> list[Span]:
    """The other paragraphs of a quote that runs over several."""
    spans: list[Span] = []
    index = place
    while quotes[index].continues and index > 0:
        index -= 1
        spans.append(quotes[index].span)
    index = place
    while not quotes[index].closed and index + 1 < len(quotes) and quotes[index + 1].continues:
        index += 1
        spans.append(quotes[index].span)
    return spans


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(set(spans)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _link_floating(
    segmentation: Segmentation, readings: Sequence[Reading], found: list[Attribution]
) -> list[Attribution]:
    """Give each wholly quoted sentence that nothing covers to the one who was just speaking."""
    order = sorted(range(len(found)), key=lambda i: found[i].sentence)
    by_sentence: dict[int, list[int]] = {}
    for i in order:
        by_sentence.setdefault(found[i].sentence.start, []).append(i)
    covered = list(_merged([span for attribution in found for span in attribution.content]))
    speaker: int | None = None
    speaker_paragraph = -2
    added: dict[int, int] = {}
    for reading in readings:
        here = by_sentence.get(reading.sentence.span.start, [])
        paragraph = reading.sentence.paragraph
        if here:
            speaker, speaker_paragraph = _last_speaker(found, here), paragraph
            if segmentation.paragraphs[paragraph].kind == "headline":
                # Who is told of above an article need not speak its first words.
                speaker = None
            continue
        if not reading.is_all_quoted or sum(t.is_word for t in reading.tokens) < _FEWEST_WORDS:
            if not reading.is_all_quoted:
                speaker = None
            continue
        quote = _floating_quote(reading, covered)
        if quote is None:
            if is_covered(reading.sentence.span, covered):
                speaker_paragraph = paragraph
            continue
        if speaker is None or not _follows(segmentation, speaker_paragraph, paragraph):
            found.append(_sourceless(reading, quote))
            insort(covered, quote.span)
            speaker = None
            continue
        spoken = found[speaker]
        goes_on = paragraph == speaker_paragraph or quote.continues
        if goes_on and spoken.voice != "indirect":
            found[speaker] = replace(spoken, content=_merged([*spoken.content, quote.span]))
        elif speaker in added and found[added[speaker]].sentence.end <= reading.sentence.span.start:
            number = added[speaker]
            found[number] = replace(
                found[number], content=_merged([*found[number].content, quote.span])
            )
        elif spoken.source is not None:
            added[speaker] = len(found)
            found.append(_floating(reading, quote, spoken.source))
        insort(covered, quote.span)
        speaker_paragraph = paragraph
    return found


def _last_speaker(found: Sequence[Attribution], here: Sequence[int]) -> int | None:
    """The outermost attribution of a sentence that somebody utters; None when two compete."""
    named = [i for i in here if found[i].source is not None and found[i].modality == "actual"]
    sources = {source.text.lower() for i in named if (source := found[i].source)}
    quoting = [i for i in named if found[i].voice != "indirect"]
    if len(quoting) == 1:
        return quoting[0]
    return named[0] if named and len(sources) == 1 else None


def _follows(segmentation: Segmentation, earlier: int, later: int) -> bool:
    """Whether no other prose stands between two paragraphs."""
    return earlier <= later and all(
        segmentation.paragraphs[index].kind != "prose" for index in range(earlier + 1, later)
    )


def _floating_quote(reading: Reading, covered: Sequence[Span]) -> Quote | None:
    for quote in reading.quotes:
        if quote.span.overlaps(reading.sentence.span) and not is_covered(quote.span, covered):
            return quote
    return None


def is_covered(span: Span, covered: Sequence[Span]) -> bool:
    """Whether one of `covered`, sorted and disjoint, overlaps `span`."""
    place = bisect_right(covered, span.start, key=lambda other: other.end)
    return place < len(covered) and covered[place].overlaps(span)


def _floating(reading: Reading, quote: Quote, source: Mention) -> Attribution:
    return Attribution(
        source=source,
        cue=None,
        content=(quote.span,),
        voice="direct",
        sentence=reading.sentence.span,
    )


def _sourceless(reading: Reading, quote: Quote) -> Attribution:
    return Attribution(
        source=None, cue=None, content=(quote.span,), voice="direct", sentence=reading.sentence.span
    )
