"""Kind "orphan-quote": a full-sentence quote, standing alone, that nobody is said to speak.

One attribution is enough for a continuous quote, and news style lets a speaker run on over
several paragraphs of nothing but quotes: such a run is judged as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_silent, is_voiced
from attrib.check.options import read_options
from attrib.check.words import reporting_stems, stem
from attrib.records import Quote, Segmentation
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# "Q:", "Dr Lee:", "— Virgil": a transcript's label before the words, an epigraph's after them.
_LABEL = re.compile(r"\s*[\w.'’ -]{1,40}:(?=\s|$)")
_SIGNATURE = re.compile(r"\s*(?:[—–-]|[(\[])")
_ENDING = re.compile(r"[.!?…]['’”»\")\]]*\s*$")
_LONGEST_ENDING = 8


@dataclass(frozen=True, slots=True)
class OrphanQuote:
    """Options of the kind.

    words    the fewest words of a quote that is looked at
    finite   words that show a finite clause ("is", "will", "don't", "we")
    persons  words in the sentence before that introduce a speaker ("he", "mother")
    dates    words with a capital that name nobody ("May")
    stances  classes of reporting verbs that, anywhere near, name a speaker well enough
    """

    words: int
    finite: tuple[str, ...]
    persons: tuple[str, ...]
    dates: tuple[str, ...]
    stances: tuple[str, ...]


def find_orphan_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first full sentence of each run of quotes without a speaker."""
    options = read_options(rule, OrphanQuote)
    segmentation = draft.segmentation
    outside = [_words_outside(draft, index) for index in range(len(segmentation.sentences))]
    spoken = _find_spoken(draft, outside, options)
    paragraphs = {segmentation.sentences[index].paragraph for index in spoken}
    quotes = _quotes_by_sentence(segmentation)
    for first, last in _runs(segmentation, outside):
        # The run's own paragraphs and, where it fills them to the edge, those beside it.
        beside = range(max(first - 1, 0), min(last + 2, len(outside)))
        near = {segmentation.sentences[index].paragraph for index in beside}
        if not near.isdisjoint(paragraphs):
            continue
        if _is_labelled(draft, first, last):
            continue
        if _is_introduced(outside, first - 1, options) or _is_introduced(
            outside, last + 1, options
        ):
            continue
        for quote in (quote for index in range(first, last + 1) for quote in quotes.get(index, ())):
            if _is_sentence(draft, quote, options) and not is_voiced(draft, quote.inner):
                yield Finding(quote.span, values=(("words", excerpt(draft.text, quote.inner)),))
                break


def _words_outside(draft: Draft, index: int) -> tuple[Token, ...]:
    span = draft.segmentation.sentences[index].span
    tokens = tokenise(draft.text, span.start, span.end)
    return tuple(token for token in tokens if token.is_word and not is_silent(draft, token.span))


def _find_spoken(
    draft: Draft, outside: list[tuple[Token, ...]], options: OrphanQuote
) -> frozenset[int]:
    """Sentences in which somebody speaks: an attribution, or a reporting verb of any form."""
    attributed = {
        index
        for index, numbers in draft.by_sentence.items()
        if any(draft.attributions[number].attribution.source for number in numbers)
    }
    cues = reporting_stems(draft.rulebook, options.stances, draft.vocabulary)
    worded = {
        index
        for index, tokens in enumerate(outside)
        if any(stem(token.text, draft.vocabulary) in cues for token in tokens)
    }
    return frozenset(attributed | worded)


def _runs(
    segmentation: Segmentation, outside: list[tuple[Token, ...]]
) -> Iterator[tuple[int, int]]:
    """First and last sentence of each stretch of prose that is nothing but quotes."""
    first: int | None = None
    for index, sentence in enumerate(segmentation.sentences):
        prose = segmentation.paragraphs[sentence.paragraph].kind == "prose"
        if prose and not outside[index]:
            first = index if first is None else first
        elif first is not None:
            yield first, index - 1
            first = None
    if first is not None:
        yield first, len(outside) - 1


def _quotes_by_sentence(segmentation: Segmentation) -> dict[int, list[Quote]]:
    found: dict[int, list[Quote]] = {}
    index = 0
    for quote in segmentation.quotes:
        while (
            index < len(segmentation.sentences)
            and segmentation.sentences[index].span.end <= quote.span.start
        ):
            index += 1
        found.setdefault(index, []).append(quote)
    return found


def _is_labelled(draft: Draft, first: int, last: int) -> bool:
    sentences = draft.segmentation.sentences
    opening = draft.segmentation.paragraphs[sentences[first].paragraph].span
    if _LABEL.match(draft.text, opening.start, sentences[first].span.end):
        return True
    if first > 0 and draft.text[: sentences[first].span.start].rstrip()[-1:] == ":":
        return True
    return _SIGNATURE.match(draft.text, sentences[last].span.end) is not None


def _is_introduced(outside: list[tuple[Token, ...]], index: int, options: OrphanQuote) -> bool:
    """Whether the sentence beside the quotes has somebody in it who may be the speaker."""
    if not 0 <= index < len(outside):
        return False
    return any(
        token.lower in options.persons
        or (place > 0 and token.is_capitalised and token.lower not in options.dates)
        for place, token in enumerate(outside[index])
    )


def _is_sentence(draft: Draft, quote: Quote, options: OrphanQuote) -> bool:
    inner = quote.inner.of(draft.text)
    tokens = tokenise(draft.text, quote.inner.start, quote.inner.end)
    words = [token for token in tokens if token.is_word]
    if len(words) < options.words or not words[0].is_capitalised:
        return False
    if not _ENDING.search(inner, max(len(inner) - _LONGEST_ENDING, 0)):
        return False
    # Titles of works stand in title case; a sentence does not.
    if sum(word.is_capitalised for word in words) * 2 > len(words):
        return False
    return any(_is_finite(word.lower, options) for word in words)


def _is_finite(word: str, options: OrphanQuote) -> bool:
    return (
        word in options.finite
        or word.endswith("n't")
        or (len(word) > 3 and word.endswith("ed") and not word.endswith("eed"))
    )
