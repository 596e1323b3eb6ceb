"""Where the writer's own words stand, and what stands near them: shared by the kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attrib.check.draft import (
    Draft,
    attributions_near,
    in_headline,
    is_silent,
    is_voiced,
    sentence_at,
)
from attrib.check.matching import Searcher
from attrib.records import Cue, Span

# Stances of those who say something of their own, rather than ask, judge or promise.
SAYING = frozenset({"asserts", "denies", "accuses", "concedes", "confirms", "predicts", "relays"})


@dataclass(frozen=True, slots=True)
class Told:
    """The cue with which somebody says words, and the id of who does."""

    cue: Cue
    source: str | None


# How far before a phrase a word that turns it round may stand, in characters.
_BEFORE = 30


def own_words(draft: Draft, pattern: Searcher) -> Iterator[tuple[Span, int]]:
    """Where the pattern stands in the body, in nobody's mouth; and in which sentence."""
    for span in _matches(draft.text, pattern):
        here = sentence_at(draft, span.start)
        # Where the words are themselves the cue, the last may belong to the content.
        if here is None or is_silent(draft, span) or is_voiced(draft, first_of(span)):
            continue
        if not in_headline(draft, span.start):
            yield span, here


def paraphrased_words(draft: Draft, pattern: Searcher) -> Iterator[tuple[Span, int]]:
    """As `own_words`, with what stands in a content whose tag only follows ("..., she said").

    The wording of such a paraphrase is the writer's.
    """
    own = {span for span, _ in own_words(draft, pattern)}
    for span in _matches(draft.text, pattern):
        here = sentence_at(draft, span.start)
        if here is None or is_silent(draft, span) or in_headline(draft, span.start):
            continue
        told = any(found.cue.span.end <= span.start for found in saying(draft, span, here))
        if span in own or not told:
            yield span, here


def _matches(text: str, pattern: Searcher) -> Iterator[Span]:
    """Where the pattern stands, less a comma or full stop that it asks for at the end."""
    for match in pattern.finditer(text):
        yield Span(match.start(), match.start() + len(match[0].rstrip(",.")))


def saying(draft: Draft, span: Span, here: int) -> Iterator[Told]:
    """The attributions in sentence `here` whose speaker says the words, rather than asks."""
    for resolved in attributions_near(draft, here, here):
        cue = resolved.attribution.cue
        said = any(part.overlaps(span) for part in resolved.attribution.content)
        if said and cue is not None and cue.stance in SAYING:
            yield Told(cue, resolved.source_id)


def near(draft: Draft, here: int, window: int) -> range:
    """The sentences at most `window` away, this one included."""
    return range(max(here - window, 0), min(here + window + 1, len(draft.sentence_starts)))


def sentence_has(
    draft: Draft,
    sentences: Iterable[int],
    pattern: Searcher | None,
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


def stands_before(text: str, span: Span, words: Searcher | None) -> bool:
    """Whether one of the words stands right before `span`."""
    if words is None:
        return False
    return any(
        next_word(text, found.end()) == span.start
        for found in words.finditer(text, max(span.start - _BEFORE, 0), span.start)
    )


def next_word(text: str, offset: int) -> int:
    """The first offset from `offset` on that is no white space."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def first_of(span: Span) -> Span:
    """Its first character: what describes a speaker may itself be somebody's words."""
    return Span(span.start, span.start + 1)
