"""Kind "lost-medium": written words given as if they had been spoken.

A source who sent a statement or an e-mail is quoted nearby as having "told" or "explained" it,
and the words that follow do not say that they were written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, Finding, Passage, is_silent, is_voiced, sentence_at
from attrib.check.options import read_options
from attrib.check.wording import compile_phrases
from attrib.records import Quote, Span
from attrib.rulebook.entries import CheckRule


@dataclass(frozen=True, slots=True)
class LostMedium:
    """Options of the kind; how phrases are written is told in `attrib.check.wording`.

    written  phrases that say somebody sent or put out something written
    spoken   phrases of speech, which stand with a quote in their own sentence
    answers  phrases in that sentence that say where the words come from
    window   how many sentences after the written thing are searched for speech
    """

    written: tuple[str, ...]
    spoken: tuple[str, ...]
    answers: tuple[str, ...]
    window: int


def find_lost_media(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first verb of speech over a quote that follows each written thing in its paragraph."""
    options = read_options(rule, LostMedium)
    written, spoken, answers = (
        compile_phrases(phrases, draft.rulebook)
        for phrases in (options.written, options.spoken, options.answers)
    )
    if written is None or spoken is None:
        return
    quoted = _quoted(draft)
    seen: set[int] = set()
    for match in written.finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is None or is_silent(draft, span) or is_voiced(draft, _first(span)):
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
            yield Finding(Span(*cue.span()), values=(("words", cue.group()),), related=(place,))
            break


def _first(span: Span) -> Span:
    return Span(span.start, span.start + 1)


def _following(draft: Draft, here: int, window: int) -> Iterator[int]:
    """The next sentences of the same paragraph."""
    sentences = draft.segmentation.sentences
    for index in range(here + 1, min(here + window + 1, len(sentences))):
        if sentences[index].paragraph != sentences[here].paragraph:
            return
        yield index


def _quoted(draft: Draft) -> frozenset[int]:
    """The sentences in which a quote of some length begins."""
    return frozenset(
        here
        for quote in draft.segmentation.quotes
        if _is_speech(draft, quote) and (here := sentence_at(draft, quote.span.start)) is not None
    )


def _is_speech(draft: Draft, quote: Quote) -> bool:
    return quote.inner.of(draft.text).count(" ") >= 2
