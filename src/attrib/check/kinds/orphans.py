"""Kind "orphan-quote": a full-sentence quote, standing alone, that nobody is said to speak.

One attribution is enough for a continuous quote, and news style lets a speaker run on over
several paragraphs of nothing but quotes: such a run is judged as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.clauses import is_finite
from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    attributions_near,
    is_voiced,
    person_stems,
    sentence_at,
)
from attrib.check.introductions import SpeakerWords, find_name_words, introduces
from attrib.check.options import read_options
from attrib.check.spoken import UNLISTED, words_outside
from attrib.check.words import reporting_stems, stem
from attrib.records import Quote, ResolvedAttribution, Segmentation
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# "Q:", "Dr Lee:", "— Virgil": a transcript's label before the words, an epigraph's after them.
_LABEL = re.compile(r"\s*[\w.'’ -]{1,40}:(?=\s|$)")
_SIGNATURE = re.compile(r"\s*(?:[—–-]|[(\[])")
_ENDING = re.compile(r"[.!?…]['’”»\")\]]*\s*$")
_LONGEST_ENDING = 8
_LEAD_IN = 4
# How many sentences before a quote its attribution may begin.
_FARTHEST = 3
_COLON = re.compile(r""":\s*["“‘'«]""")


@dataclass(frozen=True, slots=True)
class OrphanQuote:
    """Options of the kind.

    words    the fewest words of a quote that is looked at
    subjects words that begin a sentence and nothing else ("we", "nobody")
    persons  words in the sentence before that introduce a speaker ("he", "mother")
    dates    words with a capital that name nobody ("May")
    places   words before the name of a place ("in")
    things   last words of names that are no speaker's ("Street", "Bill")
    stances  classes of reporting verbs that, anywhere near, name a speaker well enough
    """

    words: int
    subjects: tuple[str, ...]
    persons: tuple[str, ...]
    dates: tuple[str, ...]
    places: tuple[str, ...]
    things: tuple[str, ...]
    stances: tuple[str, ...]


def find_orphan_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first full sentence of each run of quotes without a speaker."""
    options = read_options(rule, OrphanQuote)
    segmentation = draft.segmentation
    outside = [words_outside(draft, index) for index in range(len(segmentation.sentences))]
    spoken = _find_spoken(draft, outside, options)
    speakers = SpeakerWords(
        names=find_name_words(draft),
        persons=frozenset(options.persons),
        dates=frozenset(options.dates),
        places=frozenset(options.places),
        things=frozenset(options.things),
    )
    quotes = _quotes_by_sentence(segmentation)
    for first, last in _runs(segmentation, outside):
        if not spoken.isdisjoint(_near(segmentation, first, last)):
            continue
        if not outside[first] and _is_labelled(draft, first, last):
            continue
        # Where words lead in to the quote, they are in the run's own sentence.
        beside = (first - 1, last + 1, *((first,) if outside[first] else ()))
        if any(
            0 <= i < len(outside) and introduces(outside[i], speakers, after=i > last)
            for i in beside
        ):
            continue
        run = ((i, quote) for i in range(first, last + 1) for quote in quotes.get(i, ()))
        for index, quote in run:
            if _is_sentence(draft, quote, options) and not _is_held(draft, quote, index, options):
                yield Finding(quote.span, values=(("words", excerpt(draft.text, quote.inner)),))
                break


def _speaks(draft: Draft, resolved: ResolvedAttribution, options: OrphanQuote) -> bool:
    """Whether somebody says something there; a council that approves a plan does not.

    A quote behind such a sentence may have been given to its subject for want of another.
    """
    found = resolved.attribution
    if found.source is None:
        return False
    if resolved.chain and resolved.chain[-1].source_class == "DAT":
        return False
    if found.cue is not None:
        if found.voice == "direct":
            return True
        return found.cue.rule != UNLISTED and found.cue.stance in options.stances
    last = found.source.text.split()[-1]
    if last[0].isupper() or last.lower() in options.persons:
        return True
    # "The coach shook his head", and the quote behind it, are one paragraph.
    source, content = (
        sentence_at(draft, span.start) for span in (found.source.span, found.content[0])
    )
    if source is None or content is None:
        return False
    sentences = draft.segmentation.sentences
    same = sentences[source].paragraph == sentences[content].paragraph
    return same and stem(last, draft.vocabulary) in person_stems(draft.rulebook, draft.vocabulary)


def _is_held(draft: Draft, quote: Quote, index: int, options: OrphanQuote) -> bool:
    """Whether the quote is what somebody is said to say, wherever that stands."""
    if not is_voiced(draft, quote.inner):
        return False
    holding = [
        near
        for near in attributions_near(draft, max(index - _FARTHEST, 0), index)
        if any(part.overlaps(quote.inner) for part in near.attribution.content)
    ]
    return not holding or any(_speaks_at(draft, index, near, options) for near in holding)


def _speaks_at(
    draft: Draft, index: int, resolved: ResolvedAttribution, options: OrphanQuote
) -> bool:
    """Whether somebody says something in a sentence, who is not brought in only further down."""
    source = resolved.attribution.source
    if source is None or not _speaks(draft, resolved, options):
        return False
    paragraph = draft.segmentation.sentences[index].paragraph
    # "A spokeswoman said" in the paragraph behind the quote: somebody new, of something else.
    later = source.span.start >= draft.segmentation.paragraphs[paragraph].span.end
    return not (later and source.text.lower().startswith(("a ", "an ")))


def _near(segmentation: Segmentation, first: int, last: int) -> range:
    """The run, the sentence before it, and the one after it in the same paragraph.

    A new paragraph behind the quote begins something new.
    """
    sentences = segmentation.sentences
    after = last + 1
    same = after < len(sentences) and sentences[after].paragraph == sentences[last].paragraph
    return range(first - 1, after + same)


def _find_spoken(
    draft: Draft, outside: list[tuple[Token, ...]], options: OrphanQuote
) -> frozenset[int]:
    """Sentences in which somebody speaks: an attribution, or a reporting verb of any form."""
    attributed = {
        index
        for index, numbers in draft.by_sentence.items()
        if any(_speaks_at(draft, index, draft.attributions[number], options) for number in numbers)
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
    """First and last sentence of each stretch of prose that is nothing but quotes.

    A sentence of its own that only leads in to a quote by a colon counts as well.
    """
    first: int | None = None
    for index, sentence in enumerate(segmentation.sentences):
        prose = segmentation.paragraphs[sentence.paragraph].kind == "prose"
        if prose and outside[index] and _leads_in(segmentation, index, outside[index]):
            if first is not None:
                yield first, index - 1
                first = None
            yield index, index
        elif prose and not outside[index]:
            first = index if first is None else first
        elif first is not None:
            yield first, index - 1
            first = None
    if first is not None:
        yield first, len(outside) - 1


def _leads_in(segmentation: Segmentation, index: int, words: tuple[Token, ...]) -> bool:
    """Whether all words of the sentence stand before a colon, and the quote behind it."""
    # Fewer words are a label: "Q:", "Dr Lee:".
    if len(words) < _LEAD_IN:
        return False
    text, span = segmentation.article.text, segmentation.sentences[index].span
    mark = _COLON.search(text, words[-1].end, min(words[-1].end + _LONGEST_ENDING, span.end))
    return mark is not None and mark.start() == words[-1].end


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
