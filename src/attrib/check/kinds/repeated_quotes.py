"""Kind "repeated-quote": one remark that stands twice in a draft with different words.

Where the text itself points back ("the phrase", "as she put it"), few like words are enough;
without that most of the words must be alike. Two turns of one speaker side by side, or on two
days, are no repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice

from rapidfuzz.distance import LCSseq

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, is_silent, sentence_at
from attrib.check.likeness import Likeness, is_same_wording, load_likeness, read_words
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.pointing import read_pointers
from attrib.check.spoken import Spoken, find_spoken, names_of
from attrib.check.words import stem
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

# Pairs of quotes that are compared: bounds the work on a text of nothing else.
_MOST_PAIRS = 1500
_LONGEST = 40
"""Words of a quote that is a remark, and no speech."""
_NESTED = re.compile(r"(?<!\w)['‘]([^'‘’\"“”\n]{8,200})['’](?!\w)")
_MARKED = ("[", "...", "…", ". .")


@dataclass(frozen=True, slots=True)
class RepeatedQuote:
    """Options of the kind.

    words      the fewest words of a quote
    alike      how many percent of the shorter quote's words must stand in the other, in order
    pointed    the same where the text points back
    single     the same where they share but one word with content
    content    percent of the shorter one's words with content, where the text points back
    apart      sentences that must lie between two quotes, where it does not
    pointing   wordings by which the text points back ("as she put it")
    nouns      words for a remark, which do behind an owner ("Orr's promise", "her letter")
    few        the fewest words that a remark shares with the only one that is pointed at, and
    scant      percent of the shorter one's words that they are
    turns      wordings beside either quote that make them two utterances ("changed her mind")
    """

    words: int
    alike: int
    pointed: int
    single: int
    content: int
    apart: int
    few: int
    scant: int
    pointing: tuple[str, ...]
    nouns: tuple[str, ...]
    turns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    inner: Span
    sentence: int
    words: tuple[str, ...]
    stems: tuple[str, ...]
    content: frozenset[str]


def find_repeated_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The later of two quotes that are one remark, once a quote."""
    options = read_options(rule, RepeatedQuote)
    likeness = load_likeness(draft.rulebook, (), ())
    pointers = read_pointers(draft, options.pointing, options.nouns)
    turns = compile_phrases(options.turns, draft.rulebook)
    seen: set[Span] = set()
    headline = draft.headline
    # "Banker's trial hears two versions": that they differ is the story.
    if headline is not None and turns.search(headline.text, headline.span.start, headline.span.end):
        return
    speakers = {one.quote.inner: one for one in find_spoken(draft)}
    placed = sorted(_place(draft, options, likeness), key=lambda quote: quote.inner)
    for first, second in islice(combinations(placed, 2), _MOST_PAIRS):
        if second.inner in seen or first.inner.overlaps(second.inner):
            continue
        if _holds(first.words, second.words) or is_same_wording(
            first.words, second.words, likeness
        ):
            continue
        if any(mark in one.inner.of(draft.text) for one in (first, second) for mark in _MARKED):
            continue
        later = second.sentence - first.sentence > 1
        pointed = later and pointers.points(draft, second.sentence, second.inner)
        sole = pointed and pointers.is_sole(draft, second.sentence, second.inner)
        same = _is_same_speaker(draft, speakers, first, second)
        if not _is_like(first, second, options, pointed=pointed, sole=sole, same=same):
            continue
        if _tells(draft, (first.sentence, second.sentence), turns, second.inner):
            continue
        seen.add(second.inner)
        values = (
            ("words", excerpt(draft.text, second.inner)),
            ("other", excerpt(draft.text, first.inner)),
        )
        yield Finding(second.inner, values=values, related=(Passage(first.inner, "given so here"),))


def _place(draft: Draft, options: RepeatedQuote, likeness: Likeness) -> Iterator[_Placed]:
    spans = [
        quote.inner
        for quote in draft.segmentation.quotes
        if draft.segmentation.paragraphs[quote.paragraph].kind == "prose"
    ]
    # A quote may quote another: "When she says 'never again', she means it".
    spans += [
        Span(span.start + match.start(1), span.start + match.end(1))
        for span in tuple(spans)
        for match in _NESTED.finditer(span.of(draft.text))
    ]
    function = draft.vocabulary.function_words
    for span in spans:
        words = read_words(span.of(draft.text), likeness)
        here = sentence_at(draft, span.start)
        if here is not None and options.words <= len(words) <= _LONGEST:
            stems = tuple(stem(word, draft.vocabulary) for word in words)
            own = (one for word, one in zip(words, stems, strict=True) if word not in function)
            yield _Placed(span, here, words, stems, frozenset(own))


def _holds(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = (f" {' '.join(words)} " for words in sorted((one, other), key=len))
    return short in long


def _is_like(
    first: _Placed,
    second: _Placed,
    options: RepeatedQuote,
    *,
    pointed: bool,
    sole: bool,
    same: bool,
) -> bool:
    short, long = sorted((len(first.stems), len(second.stems)))
    common = len(first.content & second.content)
    # A few words of a longer speech are cut from it, or meant otherwise.
    if short * 2 < long:
        return False
    shared = LCSseq.similarity(first.stems, second.stems)
    alike = 100 * shared / short
    if (
        sole
        and (common or same)
        and shared >= options.few - bool(common)
        and alike >= options.scant
    ):
        return True
    if not common:
        return False
    if pointed:
        whole = 100 * common >= options.content * min(len(first.content), len(second.content))
        like = (common > 1 and (alike >= options.pointed or whole)) or alike >= options.single
        return like and (same or common > 1)
    apart = second.sentence - first.sentence > options.apart
    return apart and shared > options.words and alike >= options.alike


def _is_same_speaker(
    draft: Draft, speakers: Mapping[Span, Spoken], first: _Placed, second: _Placed
) -> bool:
    """Whether nobody else is known to speak the later one, or its sentence names who spoke first.

    "Moss laughed at Ashby's promise that ...": whoever reads it out is not told.
    """
    one, other = speakers.get(first.inner), speakers.get(second.inner)
    if one is None or other is None or one.said is None or other.said is None:
        return True
    if one.said.source_id == other.said.source_id:
        return True
    names = names_of(draft, one, ())
    sentence = draft.segmentation.sentences[second.sentence].span
    return any(
        token.is_capitalised and token.lower in names
        for token in tokenise(draft.text, sentence.start, sentence.end)
    )


def _tells(draft: Draft, sentences: tuple[int, ...], pattern: Searcher, beside: Span) -> bool:
    """Whether the wording stands in one of the sentences, or the one before, outside the quotes."""
    for index in sentences:
        start = draft.segmentation.sentences[max(index - 1, 0)].span.start
        end = draft.segmentation.sentences[index].span.end
        for match in pattern.finditer(draft.text, start, end):
            span = Span(*match.span())
            if not span.overlaps(beside) and not is_silent(draft, span):
                return True
    return False
