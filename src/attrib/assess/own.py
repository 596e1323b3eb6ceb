"""The writer's own voice: sentences that nobody else is said to have said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from attrib.assess.identity import claim_id
from attrib.assess.restating import finish
from attrib.assess.scene import Scene, anchor_spans, quotes_over
from attrib.datelines import past_dateline
from attrib.records import Claim, Span

_TIME = re.compile(r"\W*\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b\.?(?:\s*[A-Z]{2,4}\b)?\W*")
"""The line that opens an entry: "8:05 p.m."."""
_CLOSING_MARKS = "\"”’'»)] "


def find_own(scene: Scene) -> Iterator[Claim]:
    """A claim for each declarative prose sentence that no attribution touches."""
    touched = sorted(
        span
        for item in scene.attributions
        for span in (*anchor_spans(item), *item.attribution.content)
    )
    starts = [span.start for span in touched]
    reach = list(accumulate((span.end for span in touched), max))
    article = scene.segmentation.article
    if article.language != "en":
        return
    for sentence in scene.segmentation.sentences:
        span = sentence.span
        # One touch is enough: leftovers of an attributed sentence are no claim of the writer's.
        before = bisect_right(starts, span.end - 1)
        if before and reach[before - 1] > span.start:
            continue
        if scene.segmentation.paragraphs[sentence.paragraph].kind != "prose":
            continue
        if not _is_declarative(scene, span):
            continue
        content = Span(past_dateline(article.text, span), span.end)
        yield Claim(
            id=claim_id(article.id, (content,), "own", None),
            article=article.id,
            text=finish(content.of(article.text)),
            content=(content,),
            sentence=span,
            cue=None,
            source=None,
            chain=(),
            voice="own",
            stance="own",
            polarity="affirm",
            tone=0,
            strength=None,
        )


def _is_declarative(scene: Scene, span: Span) -> bool:
    """Whether a sentence states something in the writer's words: no question, no quote."""
    words = span.of(scene.text).rstrip(_CLOSING_MARKS)
    if words.endswith("?") or not any(char.islower() for char in words) or " " not in words:
        return False
    if _TIME.fullmatch(words):
        return False
    return not any(quote.span.covers(span) for quote in quotes_over(scene, span))
