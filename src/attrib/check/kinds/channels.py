"""Kind "lost-medium": written words given as if they had been spoken.

A source who sent a statement or an e-mail is quoted nearby as having "told" or "explained" it.
Or the words show it themselves: a hashtag, "pursuant to section 12", an emoji, "she said in all
capitals"; or a further article has the same words from a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, is_silent, is_voiced, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.scanning import first_of
from attrib.check.wording import compile_phrases
from attrib.check.written import find_named_after, is_by_body
from attrib.records import Quote, Span
from attrib.rulebook.entries import CheckRule

_WORDS = re.compile(r"[^\W_]+")
# What nobody can pronounce: a hashtag, an ampersand, kisses, an emoji, a bracket with a number.
_UNSPEAKABLE = re.compile(
    r"#\w|!!|[;:]-?[()D](?!\w)|\s&\s|\sx{1,3}(?=\W*$)|[\U0001F300-\U0001FAFF☀-➿]|\((?:see|part|no\.|cf\.|e\.g\.|i\.e\.)\s"
)
# An office by a capital that nobody hears: "the Board regrets".
_CAPITAL = re.compile(
    r"\b(?:[Tt]he|[Tt]his)\s(?:Board|Company|Trust|Authority|Council|Ministry|Department|Society"
    r"|School|University|Club|Foundation|Chair|Directors|Trustees|Group|Bank|Hospital|Charity"
    r"|College|Agency|Association|Federation|Institute|Museum|Tenant|Employer|Contractor)\b"
    r"(?!\sof\s[A-Z]|\s[A-Z])"
)
_LOUD = re.compile(r"^[^a-z]*$")
_LEAST = 3
_LONG = 5
"""A quote of so many words is known again in another article."""


@dataclass(frozen=True, slots=True)
class LostMedium:
    """Options of the kind; how phrases are written is told in `attrib.check.wording`.

    written  phrases that say somebody sent or put out something written
    spoken   phrases of speech, which stand with a quote in their own sentence
    answers  phrases in that sentence that say where the words come from
    window   how many sentences after the written thing are searched for speech
    beside   phrases in a paragraph that tell that a quote in it was not spoken, and
    traces   phrases that do so in its own sentence
    stilted  phrases inside a quote that nobody says aloud
    heard    phrases in the sentence of the quote, or in the one before, that tell of speech
    media    phrases of a further article that has the same words in writing
    bodies   nouns for those who have no one voice ("firm", "family")
    pointing phrases for something written, as if it had been told of ("the letter ends")
    papers   phrases for such a thing, of which none may stand before it
    """

    written: tuple[str, ...]
    spoken: tuple[str, ...]
    answers: tuple[str, ...]
    window: int
    beside: tuple[str, ...]
    traces: tuple[str, ...]
    stilted: tuple[str, ...]
    heard: tuple[str, ...]
    media: tuple[str, ...]
    bodies: tuple[str, ...]
    pointing: tuple[str, ...]
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Signs:
    """The phrases of `LostMedium`, compiled."""

    answers: Searcher | None
    beside: Searcher | None
    traces: Searcher | None
    stilted: Searcher | None
    heard: Searcher | None
    media: Searcher | None
    bodies: Searcher | None


def find_lost_media(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a sentence: the verb of speech over words that were written, or the words."""
    options = read_options(rule, LostMedium)
    quoted = _quoted(draft)
    found = dict(_find_following(draft, quoted, options))
    signs = _Signs(
        *(
            compile_phrases(phrases, draft.rulebook)
            for phrases in (
                options.answers,
                options.beside,
                options.traces,
                options.stilted,
                options.heard,
                options.media,
                options.bodies,
            )
        )
    )
    pointing, papers = (
        compile_phrases(phrases, draft.rulebook) for phrases in (options.pointing, options.papers)
    )
    after = dict(find_named_after(draft, quoted, papers, pointing, signs.heard))
    for here, quotes in quoted.items():
        last = sentence_at(draft, quotes[-1].span.end - 1) or here
        if here in found or any(
            _has(draft, signs.answers, index, outside=True) for index in range(here, last + 1)
        ):
            continue
        told = next(
            (sign for quote in quotes for sign in _find_sign(draft, here, quote, signs)), ()
        )
        if not told and here in after:
            told = (Passage(after[here], "written, as it says here"),)
        if told:
            words = excerpt(draft.text, quotes[0].span)
            found[here] = Finding(quotes[0].span, values=(("words", words),), related=told)
    yield from (found[here] for here in sorted(found))


def _find_following(
    draft: Draft, quoted: dict[int, list[Quote]], options: LostMedium
) -> Iterator[tuple[int, Finding]]:
    """The first verb of speech over a quote that follows each written thing in its paragraph."""
    written, spoken, answers = (
        compile_phrases(phrases, draft.rulebook)
        for phrases in (options.written, options.spoken, options.answers)
    )
    if written is None or spoken is None:
        return
    seen: set[int] = set()
    for match in written.finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is None or is_silent(draft, span) or is_voiced(draft, first_of(span)):
            continue
        for index in _following(draft, here, options.window):
            sentence = draft.segmentation.sentences[index].span
            if index not in quoted or index in seen:
                continue
            cue = spoken.search(draft.text, sentence.start, sentence.end)
            told = answers.search(draft.text, sentence.start, sentence.end) if answers else None
            if cue is None or told or is_silent(draft, Span(*cue.span())):
                continue
            seen.add(index)
            place = Passage(draft.segmentation.sentences[here].span, "written, as it says here")
            values = (("words", cue.group()),)
            yield index, Finding(Span(*cue.span()), values=values, related=(place,))
            break


def _find_sign(
    draft: Draft, here: int, quote: Quote, signs: _Signs
) -> Iterator[tuple[Passage, ...]]:
    """What tells that the quote was written, as passages to be shown beside it."""
    sentence = draft.segmentation.sentences[here].span
    inner = quote.inner.of(draft.text)
    last = sentence_at(draft, quote.span.end - 1) or here
    if any(_has(draft, signs.traces, index, outside=True) for index in range(here, last + 1)):
        yield (Passage(sentence, "told as one tells of writing"),)
    loud = len(_WORDS.findall(inner)) >= _LEAST and _LOUD.match(inner) and inner != inner.lower()
    if loud or _UNSPEAKABLE.search(inner):
        yield (Passage(quote.span, "nobody says this aloud"),)
    if not any(_has(draft, signs.heard, index) for index in (here - 1, here) if index >= 0):
        if signs.stilted is not None and signs.stilted.search(inner):
            yield (Passage(quote.span, "nobody says this aloud"),)
        if _CAPITAL.search(inner) or is_by_body(draft, here, quote, signs.bodies):
            yield (Passage(quote.span, "drafted, not spoken"),)
        for index in _paragraph(draft, here):
            if index != here and _has(draft, signs.beside, index, outside=True):
                place = draft.segmentation.sentences[index].span
                yield (Passage(place, "written, as it says here"),)
    words = _WORDS.findall(inner.lower())
    for other in draft.others if len(words) >= _LONG else ():
        place_there = _find_written(other, words, signs.media)
        if place_there is not None:
            yield (Passage(place_there, "written, as it says here", other.article),)


def _find_written(other: Draft, words: list[str], media: Searcher | None) -> Span | None:
    """The sentence of the other article that has the words, where it tells of writing."""
    for index, sentence in enumerate(other.segmentation.sentences):
        there = _WORDS.findall(sentence.span.of(other.text).lower())
        if not _contains(there, words):
            continue
        near = other.segmentation.sentences[max(index - 1, 0) : index + 2]
        start, end = near[0].span.start, near[-1].span.end
        title = other.article.title or ""
        told = media is not None and (media.search(other.text, start, end) or media.search(title))
        return sentence.span if told else None
    return None


def _contains(words: list[str], part: list[str]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def _has(draft: Draft, pattern: Searcher | None, index: int, *, outside: bool = False) -> bool:
    """Whether the pattern stands in the sentence, and, if asked, `outside` quotation marks."""
    span = draft.segmentation.sentences[index].span
    found = () if pattern is None else pattern.finditer(draft.text, span.start, span.end)
    return any(
        not outside or not is_silent(draft, first_of(Span(*match.span()))) for match in found
    )


def _paragraph(draft: Draft, here: int) -> Iterator[int]:
    sentences = draft.segmentation.sentences
    for index in range(max(here - 3, 0), min(here + 4, len(sentences))):
        if sentences[index].paragraph == sentences[here].paragraph:
            yield index


def _following(draft: Draft, here: int, window: int) -> Iterator[int]:
    """The next sentences of the same paragraph."""
    sentences = draft.segmentation.sentences
    for index in range(here + 1, min(here + window + 1, len(sentences))):
        if sentences[index].paragraph != sentences[here].paragraph:
            return
        yield index


def _quoted(draft: Draft) -> dict[int, list[Quote]]:
    """The sentences in which somebody's whole words begin, and those quotes."""
    found: dict[int, list[Quote]] = {}
    for quote in draft.segmentation.quotes:
        here = sentence_at(draft, quote.span.start)
        inner = quote.inner.of(draft.text)
        if here is not None and inner.count(" ") >= _LEAST - 1 and not inner[0].islower():
            found.setdefault(here, []).append(quote)
    return found
