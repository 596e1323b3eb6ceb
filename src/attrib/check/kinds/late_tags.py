"""Kind "late-tag": more than one quoted sentence stands before the reader learns who speaks.

A speaker who was named in the lines before needs no early tag: a set-up line, a colon or an
earlier quote of the same speaker makes the rest plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    attributions_near,
    prose_tokens,
)
from attrib.check.followers import FollowerWords, find_follower, is_tagged, read_follower_words
from attrib.check.introductions import introduces
from attrib.check.options import read_options
from attrib.check.spoken import Spoken, find_spoken, names_of, points_back, words_outside
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# A full stop behind a word that is no abbreviation of a title, with a new sentence after it.
_STOP = re.compile(r"\b[a-z][\w'’]*[.!?]['’”\"]?\s+['‘“\"]?[A-Z]")


@dataclass(frozen=True, slots=True)
class LateTag:
    """Options of the kind.

    sentences  the fewest quoted sentences before the speaker
    words      the fewest quoted words before the speaker
    window     sentences before the quote in which the speaker may be introduced
    pronouns   words that stand for somebody named before
    turns      beginnings of a sentence that names the speaker of the quote before it ("that was")
    verbs      what a speaker is said to do in such a sentence ("was describing")
    """

    sentences: int
    words: int
    window: int
    pronouns: tuple[str, ...]
    turns: tuple[str, ...]
    verbs: tuple[str, ...]


def find_late_tags(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a quote, or a run of quotes that nothing interrupts."""
    options = read_options(rule, LateTag)
    words = read_follower_words(draft, options.turns, options.verbs)
    before: Spoken | None = None
    places: dict[str, int] = {}
    for token in prose_tokens(draft):
        places.setdefault(token.lower, token.start)
    for run in _find_runs(draft, find_spoken(draft)):
        if _is_long(draft, run, options) and not _is_led_in(draft, run[0]):
            speaker = _find_late_speaker(draft, run, before, places, options, words)
            if speaker is not None:
                values = (
                    ("words", excerpt(draft.text, run[0].quote.inner)),
                    ("speaker", excerpt(draft.text, speaker)),
                )
                related = (Passage(speaker, "the speaker is named here"),)
                span = Span(run[0].quote.span.start, run[-1].quote.span.end)
                yield Finding(span, values=values, related=related)
        before = run[-1]


def _find_runs(draft: Draft, spoken: tuple[Spoken, ...]) -> Iterator[tuple[Spoken, ...]]:
    """Quotes with nothing but space between them that may be one speaker's."""
    run: list[Spoken] = []
    for one in spoken:
        if run and not _joins(draft, run, one):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def _joins(draft: Draft, run: list[Spoken], one: Spoken) -> bool:
    last = run[-1]
    if draft.text[last.quote.span.end : one.quote.span.start].strip():
        return False
    if one.quote.continues:
        return True
    # A closed quote goes on where its own paragraph names nobody.
    opening = draft.segmentation.paragraphs[run[0].quote.paragraph].span.start
    named = last.said is not None and (
        one.said is None or last.said.source_id != one.said.source_id
    )
    return run[0].quote.span.start == opening and not named


def _is_long(draft: Draft, run: tuple[Spoken, ...], options: LateTag) -> bool:
    # Short sentences of one quote may have been taken for one.
    stops = sum(
        len(_STOP.findall(draft.text, one.quote.inner.start, one.quote.inner.end)) for one in run
    )
    if max(run[-1].last - run[0].first, stops) + 1 < options.sentences:
        return False
    words = 0
    for one in run:
        tokens = tokenise(draft.text, one.quote.inner.start, one.quote.inner.end)
        words += sum(token.is_word for token in tokens)
    return words >= options.words


def _is_led_in(draft: Draft, first: Spoken) -> bool:
    """Whether words of the same sentence, or a colon, lead into the quote."""
    sentence = draft.segmentation.sentences[first.first].span
    if draft.text[sentence.start : first.quote.span.start].strip(" \n\r\t\"'“‘(—–-"):
        return True
    start = max(first.quote.span.start - 20, 0)
    return draft.text[start : first.quote.span.start].rstrip()[-1:] in (":", ",")


def _find_late_speaker(
    draft: Draft,
    run: tuple[Spoken, ...],
    before: Spoken | None,
    places: dict[str, int],
    options: LateTag,
    words: FollowerWords,
) -> Span | None:
    """Where the speaker is named for the first time, if that is behind the run."""
    last = run[-1]
    speaker = last.speaker
    first = max(run[0].first - options.window, 0)
    if last.said is None or speaker is None or not is_tagged(last):
        return _find_pointed(draft, run, first, words)
    if before is not None and before.said is not None and before.last >= first:
        if before.said.source_id == last.said.source_id:
            return None
        # "Will you stay?" one asks, and the other answers.
        if before.quote.inner.of(draft.text)[-2:].strip().endswith("?"):
            return None
    names = names_of(draft, last, options.pronouns)
    earlier = [token for index in range(first, run[0].first) for token in _words(draft, index)]
    source = draft.sources.get(last.said.source_id or "")
    if not names and source is not None:
        # "She said", and nobody stands before whom it could mean.
        unknown = not source.resolved
        alone = not any(token.is_capitalised for token in earlier[1:])
        return speaker.span if unknown and alone else None
    if not names or any(token.lower in names for token in earlier):
        return None
    # "The senator" may be anybody named in the lines before.
    if points_back(last):
        return None if introduces(earlier, words.known) else speaker.span
    # Moss, known from further up, may be "the mayor" there.
    described = any(
        near.attribution.source is not None and near.attribution.source.text[:1].islower()
        for near in attributions_near(draft, first, run[0].first - 1)
    )
    start = draft.segmentation.sentences[run[0].first].span.start
    known = described and any(places.get(name, start) < start for name in names)
    return None if known else speaker.span


def _find_pointed(
    draft: Draft, run: tuple[Spoken, ...], first: int, words: FollowerWords
) -> Span | None:
    """Where the words behind a quote without a tag tell whose it was, whom nobody expects."""
    # An earlier paragraph's people are not on the reader's mind where a paragraph opens.
    earlier = range(first, run[0].first)
    if any(introduces(words_outside(draft, index), words.known) for index in earlier):
        return None
    return find_follower(draft, run[-1], words)


def _words(draft: Draft, index: int) -> tuple[Token, ...]:
    span = draft.segmentation.sentences[index].span
    return tokenise(draft.text, span.start, span.end)
