"""Interviews in question and answer: each paragraph opens with a label and a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib.extract.patterns import MARKS
from attrib.records import Attribution, Cue, Mention, Segmentation, Span
from attrib.rulebook import Rulebook

_LABEL = re.compile(r"([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3})\s?(:)\s+(?=\S)")
_SPOKEN = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)\b")
"""Words that a writer seldom uses of himself or his reader, and speakers always."""
_FEWEST_TURNS = 3
_ASKING = frozenset({"q", "question"})


def find_turns(segmentation: Segmentation) -> Iterator[Attribution]:
    """Each labelled paragraph as its speaker's words; those of the asker, "Q", are no claims.

    Labels make a transcript only where three paragraphs or more have one, and one comes again.
    Where most paragraphs up to the last label have one, what follows without is still the same
    speaker's, if it speaks of "I" or "you".
    """
    text = segmentation.article.text
    prose = [paragraph.span for paragraph in segmentation.paragraphs if paragraph.kind == "prose"]
    labels = [_LABEL.match(text, span.start, span.end) for span in prose]
    places = [place for place, match in enumerate(labels) if match]
    # "IDA MOSS" comes again as "MOSS".
    counts = Counter(match.group(1).lower().split()[-1] for match in labels if match)
    if len(places) < _FEWEST_TURNS or max(counts.values()) < 2:
        return
    mostly = 2 * len(places) > places[-1] - places[0] + 1
    match = None
    for place in range(places[0], places[-1] + 1):
        span, labelled = prose[place], labels[place]
        match = labelled or match
        if match is None or not (labelled or (mostly and _SPOKEN.search(span.of(text)))):
            # Somebody else's words may follow the writer's.
            match = None
            continue
        label, colon = (Span(*match.span(group)) for group in (1, 2))
        content = Span(match.end(), span.end) if labelled else span
        if label.of(text).lower() in _ASKING:
            continue
        asks = content.of(text).rstrip().endswith("?")
        cue = Cue(colon, ":", ":", MARKS, "questions" if asks else "asserts", 0, 1 if asks else 6)
        yield Attribution(
            source=Mention(label, label.of(text)),
            cue=cue,
            content=(content,),
            voice="direct",
            sentence=span,
        )


def outside_turns(
    found: Sequence[Attribution], turns: Sequence[Attribution], rulebook: Rulebook
) -> list[Attribution]:
    """`found` without the turns found again by their colons, and without "I think" in them."""
    spans = [turn.sentence for turn in turns]
    first = rulebook.terms_of("pronouns-first")
    kept = []
    for item in found:
        start = item.cue.span.start if item.cue else item.content[0].start
        place = bisect_right(spans, start, key=lambda span: span.start) - 1
        if place >= 0 and start < spans[place].end:
            own = item.source is not None and item.source.text.lower() in first
            opens = turns[place].content[0].start
            if own or (item.cue and opens > item.cue.span.start):
                continue
            if item.content[0].start < opens < item.content[0].end:
                content = (Span(opens, item.content[0].end), *item.content[1:])
                item = replace(item, content=content)
        kept.append(item)
    return kept
