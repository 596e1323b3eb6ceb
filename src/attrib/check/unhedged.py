"""A flat paraphrase right before a quote that leaves the same matter open.

Nothing of the paraphrase need be known to settle: it is enough that the same speaker says both,
that the text hedges nothing, and that the quote hedges ("I'd listen", "we have not done the sums").
"""

from __future__ import annotations

import re

from attrib.check.draft import Draft, attributions_near
from attrib.check.hardened import HardeningReader
from attrib.check.spoken import Spoken
from attrib.check.words import content_stems
from attrib.records import ResolvedAttribution, Span
from attrib.tokens import Token, tokenise

# Sentences behind a quote in which the speaker goes on.
_ON = 2
# So many hedges need no word that both share.
_SURE = 2
# The most words and marks of text and quote: long ones hedge something else.
_LONGEST = 48
# "Will", as others report it.
_WOULD = re.compile(r"\bwould\b(?!\shave)", re.IGNORECASE)
_FLAT = frozenset(("asserts", "accuses", "commits", "confirms", "predicts", "concedes", "denies"))


def find_unhedged(
    draft: Draft, reader: HardeningReader, one: Spoken, index: int, own: list[Token]
) -> tuple[Span, str] | None:
    """What the text says, and what the quote has instead; `own` are the words of sentence `index`.

    Only the sentence before the quote counts, or the words before it in its own.
    """
    if one.said is None or index not in (one.first - 1, one.first):
        return None
    telling = (near.attribution for near in attributions_near(draft, index, index) if _tells(near))
    found = next(telling, None)
    if found is None or found.cue is None:
        return None
    parts = (found.cue.span, *found.content)
    span = Span(min(part.start for part in parts), max(part.end for part in parts))
    if span.end > one.quote.span.start or not own:
        return None
    if reader.is_soft(own[0].start, one.quote.span.start):
        return None
    said = _run(draft, one)
    hedges = [words for part in said for words in reader.find_open(part)]
    quoted = [word for part in said for word in tokenise(draft.text, part.start, part.end)]
    if not hedges or max(len(own), len(quoted)) > _LONGEST:
        return None
    vocabulary = draft.vocabulary
    shared = set(content_stems(own, vocabulary)) & set(content_stems(quoted, vocabulary))
    sentences = draft.segmentation.sentences
    # The very next sentence of one paragraph is on the same matter.
    follows = sentences[index].paragraph == sentences[one.first].paragraph
    same = any(
        near.source_id == one.said.source_id for near in attributions_near(draft, index, index)
    )
    firm = any(
        words.search(draft.text, span.start, span.end) is not None
        for words in (_WOULD, reader.firm, reader.closed)
    )
    if not shared and len(hedges) < _SURE and not (follows and same and firm):
        return None
    return span, hedges[0]


def _run(draft: Draft, one: Spoken) -> list[Span]:
    """The words of the quote and of those that go on behind it in its paragraph."""
    last = min(one.last + _ON, len(draft.segmentation.sentences) - 1)
    end = draft.segmentation.sentences[last].span.end
    return [
        quote.inner
        for quote in draft.segmentation.quotes
        if one.quote.span.start <= quote.span.start
        and quote.span.end <= end
        and quote.paragraph == one.quote.paragraph
    ]


def _tells(near: ResolvedAttribution) -> bool:
    found = near.attribution
    return (
        found.source is not None
        and found.cue is not None
        and found.voice == "indirect"
        and found.within is None
        and found.modality == "actual"
        and found.cue.stance in _FLAT
        and not found.cue.rule.startswith(("cues.nouns", "cues.unlisted"))
        and bool(found.content)
    )
