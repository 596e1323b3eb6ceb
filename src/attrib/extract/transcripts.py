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
_FEWEST_TURNS = 3
_ASKING = frozenset({"q", "question"})


def find_turns(segmentation: Segmentation) -> Iterator[Attribution]:
    """Each labelled paragraph as its speaker's words; those of the asker, "Q", are no claims.

    Labels make a transcript only where three paragraphs or more have one, and one comes again.
    """
    text = segmentation.article.text
    turns = [
        (match, paragraph.span)
        for paragraph in segmentation.paragraphs
        if paragraph.kind == "prose"
        and (match := _LABEL.match(text, paragraph.span.start, paragraph.span.end))
    ]
    counts = Counter(match.group(1).lower() for match, _ in turns)
    if len(turns) < _FEWEST_TURNS or max(counts.values()) < 2:
        return
    for match, span in turns:
        label, colon = (Span(*match.span(group)) for group in (1, 2))
        content = Span(match.end(), span.end)
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
