"""Where the writer's own words stand, and what stands near them: shared by the kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrib.check.draft import Draft, in_headline, is_silent, is_voiced, sentence_at
from attrib.records import Span


def own_words(draft: Draft, pattern: re.Pattern[str]) -> Iterator[tuple[Span, int]]:
    """Where the pattern stands in the body, in nobody's mouth; and in which sentence."""
    for match in pattern.finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        # Where the words are themselves the cue, the last may belong to the content.
        if here is None or is_silent(draft, span) or is_voiced(draft, first_of(span)):
            continue
        if not in_headline(draft, span.start):
            yield span, here


def near(draft: Draft, here: int, window: int) -> range:
    """The sentences at most `window` away, this one included."""
    return range(max(here - window, 0), min(here + window + 1, len(draft.sentence_starts)))


def sentence_has(
    draft: Draft,
    sentences: Iterable[int],
    pattern: re.Pattern[str] | None,
    beside: Span | None = None,
) -> bool:
    """Whether the pattern stands in one of the sentences, elsewhere than at `beside`."""
    if pattern is None:
        return False
    spans = (draft.segmentation.sentences[index].span for index in sentences)
    return any(
        beside is None or not beside.overlaps(Span(*found.span()))
        for span in spans
        for found in pattern.finditer(draft.text, span.start, span.end)
    )


def next_word(text: str, offset: int) -> int:
    """The first offset from `offset` on that is no white space."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def first_of(span: Span) -> Span:
    """Its first character: what describes a speaker may itself be somebody's words."""
    return Span(span.start, span.start + 1)
