"""Kind "orphan-quote": a full-sentence quote, standing alone, that nobody is said to speak.

One attribution is enough for a continuous quote, and news style lets a speaker run on over
several paragraphs of nothing but quotes: such a run is judged as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.check.clauses import is_finite
from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    attributions_near,
    is_silent,
    is_voiced,
)
from attrib.check.introductions import SpeakerWords, introduces, read_speaker_words
from attrib.check.kinds.orphan_speakers import (
    OrphanQuote,
    find_spoken_in,
    is_bodily,
    reports,
    speaks_at,
)
from attrib.check.options import read_options
from attrib.check.quote_runs import find_runs, is_labelled, quotes_by_sentence
from attrib.check.spoken import words_outside
from attrib.check.words import reporting_stems
from attrib.records import Quote
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_ENDING = re.compile(r"[.!?…]['’”»\")\]]*\s*$")
_LONGEST_ENDING = 8
# The first words of a sentence, in which its subject stands.
_OPENING = 6
_JOINTS = frozenset(
    ("pause", "moment", "later", "then", "silence", "beat", "again", "after", "long")
)
_SUBJECTS = frozenset(("he", "she", "they", "we", "i", "you", "it", "who", "his", "her", "their"))
_OWNING = frozenset(("his", "her", "their", "our", "my"))
_OWNER = re.compile(r"['’]s?(?!\w)")
_NESTED = re.compile(r"(?<!\w)[‘'][^‘’']*(?:[’'](?=\w)[^‘’']*)*[’'](?!\w)")
_MINE = re.compile(r"\b(?:I|my|me|I['’]\w+)\b")
# How many sentences before a quote its attribution may begin.
_FARTHEST = 3


def find_orphan_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first full sentence of each run of quotes without a speaker."""
    options = read_options(rule, OrphanQuote)
    segmentation = draft.segmentation
    outside = [_words_beside(draft, index) for index in range(len(segmentation.sentences))]
    spoken = find_spoken_in(draft, outside, options)
    speakers = read_speaker_words(draft)
    quotes = quotes_by_sentence(segmentation)
    if _headline_has(draft, options.things):
        return
    for first, last in find_runs(segmentation, outside):
        # A body speaks on ("we") in its own paragraph only, and never as "I".
        bodily = is_bodily(draft, first, options)
        mine = bodily and any(_is_mine(draft, quote) for quote in quotes.get(first, ()))
        apart = bodily and _opens_paragraph(draft, first)
        from_ = first if mine or apart else first - 1
        if not spoken.isdisjoint(range(from_, last + 1)):
            continue
        if not outside[first] and is_labelled(draft, first, last):
            continue
        # Where words lead in to the quote, they are in the run's own sentence.
        before = (first - 1, *((first,) if outside[first] else ()))
        if any(
            i >= 0 and introduces(_subjects(draft, outside[i], speakers), speakers) for i in before
        ):
            continue
        if first and any(word.lower in options.things for word in outside[first - 1]):
            continue
        if last + 1 < len(outside) and _is_taken_up(draft, last + 1, outside, speakers, options):
            continue
        run = ((i, quote) for i in range(first, last + 1) for quote in quotes.get(i, ()))
        for index, quote in run:
            held = _is_held(draft, quote, index, options, first if mine or apart else 0)
            if _is_sentence(draft, quote, options) and not held:
                values = (("words", excerpt(draft.text, quote.inner)),)
                yield Finding(quote.span, values=values, doubtful=apart and not mine)
                break


def _words_beside(draft: Draft, index: int) -> tuple[Token, ...]:
    """The words of a sentence outside quotation marks; none where they only join two quotes.

    "...," and then, after a pause, "..." names nobody.
    """
    words = words_outside(draft, index)
    quoted = is_silent(draft, draft.segmentation.sentences[index].span)
    joins = draft.vocabulary.function_words | _JOINTS
    if quoted and all(word.lower in joins and word.lower not in _SUBJECTS for word in words):
        return ()
    return words


def _is_taken_up(
    draft: Draft,
    index: int,
    outside: list[tuple[Token, ...]],
    speakers: SpeakerWords,
    options: OrphanQuote,
) -> bool:
    """Whether the sentence behind a quote begins with its speaker, or points back at its words.

    A tag at the end of that sentence is for its own words.
    """
    words = outside[index][:_OPENING]
    if not words:
        return False
    sentences = draft.segmentation.sentences
    same = sentences[index].paragraph == sentences[index - 1].paragraph
    if words[0].lower in options.pronouns:
        # "His place goes to another", a paragraph on, tells of somebody and names nobody.
        return same
    if words[0].lower in options.pointers:
        return True
    if not introduces(words, speakers, after=True):
        return False
    if sentences[index].paragraph != sentences[index - 1].paragraph:
        return True
    # "The motto has hung there": no name, so nothing but the quote is meant.
    cues = reporting_stems(draft.rulebook, options.stances, draft.vocabulary)
    named = any(word.is_capitalised for word in words[1:])
    return not named or any(
        reports(draft, outside[index], place, cues, options) for place in range(len(words))
    )


def _is_mine(draft: Draft, quote: Quote) -> bool:
    """Whether the speaker says "I", and not somebody whom he quotes."""
    return _MINE.search(_NESTED.sub("", quote.inner.of(draft.text))) is not None


def _opens_paragraph(draft: Draft, index: int) -> bool:
    sentences = draft.segmentation.sentences
    return index > 0 and sentences[index].paragraph != sentences[index - 1].paragraph


def _headline_has(draft: Draft, things: tuple[str, ...]) -> bool:
    headline = draft.headline
    words = tokenise(headline.text) if headline is not None else ()
    return any(form in things for word in words for form in (word.lower, word.lower.rstrip("s")))


def _subjects(draft: Draft, words: tuple[Token, ...], speakers: SpeakerWords) -> tuple[Token, ...]:
    """The words less those that only own something: "her" bag, the "engineer's" report."""
    return tuple(
        word
        for place, word in enumerate(words)
        if not (place and word.lower in _OWNING)
        and not (word.lower in speakers.persons and _OWNER.match(draft.text, word.end) is not None)
    )


def _is_held(draft: Draft, quote: Quote, index: int, options: OrphanQuote, bodily: int = 0) -> bool:
    """Whether the quote is what somebody is said to say, wherever that stands.

    Before the sentence `bodily` only a body speaks, who does not speak this quote.
    """
    if not is_voiced(draft, quote.inner):
        return False
    holding = [
        near
        for near in attributions_near(draft, max(index - _FARTHEST, 0), index)
        if any(part.overlaps(quote.inner) for part in near.attribution.content)
        and not (
            near.attribution.source is not None
            and near.attribution.source.span.start < draft.sentence_starts[bodily]
            and bodily
        )
    ]
    if bodily and not holding:
        return False
    return not holding or any(speaks_at(draft, index, near, options) for near in holding)


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
    finite = draft.rulebook.terms_of("finite-words")
    begins = words[0].lower in options.subjects
    return begins or any(is_finite(word.lower, finite) for word in words)
