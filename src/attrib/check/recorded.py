"""Quotes that a record cited in the draft itself has otherwise: minutes, a recording, a log.

"'The dam will hold,' Reiss told the council. The minutes have him say: 'The dam should hold'":
the record is of the same utterance, so that far fewer words need be alike than in two quotes
that only resemble each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from rapidfuzz.distance import LCSseq

from attrib.check.draft import Draft, is_silent, sentence_at
from attrib.check.phrasing import compile_phrases
from attrib.records import Span

# Pairs of quotes that are compared: bounds the work on a text of nothing else.
_MOST_PAIRS = 1000


@dataclass(frozen=True, slots=True)
class ReadQuote:
    """A quote of the body with its words as they are compared."""

    inner: Span
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordWords:
    """Options: `names` are words for a record ("minutes"), `shared` and `covered` how many words,
    and how many percent of the shorter wording's, the two must have in one order."""

    names: tuple[str, ...]
    shared: int
    covered: int


def find_recorded(
    draft: Draft, quotes: Sequence[ReadQuote], words: RecordWords
) -> Iterator[tuple[ReadQuote, ReadQuote]]:
    """Each quote with the later one that a record gives for it."""
    names = compile_phrases(words.names, draft.rulebook)
    sentences = draft.segmentation.sentences

    def is_recorded(quote: ReadQuote) -> bool:
        here = sentence_at(draft, quote.inner.start)
        if here is None:
            return False
        start, end = sentences[max(here - 1, 0)].span.start, sentences[here].span.end
        return any(
            not is_silent(draft, Span(*found.span()))
            for found in names.finditer(draft.text, start, end)
        )

    recorded = {quote.inner for quote in quotes if is_recorded(quote)}
    for first, second in islice(combinations(quotes, 2), _MOST_PAIRS):
        if (first.inner in recorded) == (second.inner in recorded):
            continue
        short, long = sorted((first.words, second.words), key=len)
        shared = LCSseq.similarity(short, long)
        # What is only cut off is no other wording.
        if f" {' '.join(short)} " in f" {' '.join(long)} " or len(short) * 2 < len(long):
            continue
        if shared >= words.shared and shared * 100 >= words.covered * len(short):
            yield first, second
