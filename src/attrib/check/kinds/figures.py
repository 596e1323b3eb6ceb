"""Kind "naked-number": a figure that weighs something, and nobody who counted.

What it cost, who died, how far it rose: a reader may ask who says so. The figure may be sourced
in its own sentence, in the one before, or wherever the draft gives it again; a crowd without a
face ("experts say") is no source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_silent, is_voiced, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.wording import compile_phrases, find_spans
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

_ACTS = frozenset({"commits", "demands", "evaluates", "declines"})
_LINK = re.compile(r"(?:https?://|www\.)\S|\]\(")
_FIGURE = re.compile(r"[$£€¥]?\s?\d[\d.,]*(?:\s?%|\s(?:per\s?cent|percent|pc)\b)?")
_SHARE = re.compile(r"%|per\s?cent|\b(?:in|of|half|third|quarter|fifth|tenth)\b")
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class NakedNumber:
    """Options of the kind; how phrases are written is told in `attrib.check.wording`.

    phrases      figures with what makes them weigh, and
    firm         those that are given to a crowd without a face, whoever else speaks
    lists        words for "{weighty}" in the phrases
    exempt       phrases that, anywhere in the sentence, make the figure another matter
    answers      phrases in the sentence, or in the one before, that say where it comes from
    collectives  classes of source that are no answer
    shared       1: a figure that the draft gives again with a source is sourced
    """

    phrases: tuple[str, ...]
    weighty: tuple[str, ...]
    exempt: tuple[str, ...]
    answers: tuple[str, ...]
    collectives: tuple[str, ...]
    firm: tuple[str, ...] = ()
    shared: int = 1


def find_naked_numbers(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such figure of each sentence of the body."""
    options = read_options(rule, NakedNumber)
    phrases, firm, exempt, answers = (
        compile_phrases(listed, draft.rulebook, weighty=options.weighty)
        for listed in (options.phrases, options.firm, options.exempt, options.answers)
    )
    sourced = _find_sourced(draft, answers, options) if options.shared else frozenset()
    found = [(span, True) for span in find_spans(firm, draft.text)]
    found += [(span, False) for span in find_spans(phrases, draft.text)]
    last = -1
    for span, is_firm in sorted(found):
        here = sentence_at(draft, span.start)
        if here is None or here == last or in_headline(draft, span.start):
            continue
        sentence = draft.segmentation.sentences[here].span
        if span.end > sentence.end or is_silent(draft, span):
            continue
        if exempt is not None and exempt.search(draft.text, sentence.start, sentence.end):
            continue
        if not is_firm and (
            _is_sourced(draft, here, answers, options, span)
            or not sourced.isdisjoint(_figures(draft, span))
            or _is_continued(draft, here, span, answers, options)
        ):
            continue
        last = here
        yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _is_sourced(
    draft: Draft,
    here: int,
    answers: Searcher | None,
    options: NakedNumber,
    figure: Span | None = None,
) -> bool:
    """Whether the sentence itself names where its figures come from, or where `figure` does."""
    sentence = draft.segmentation.sentences[here].span
    if _LINK.search(draft.text, sentence.start, sentence.end):
        return True
    if answers is not None and answers.search(draft.text, sentence.start, sentence.end):
        return True
    return any(
        _is_somebody(draft.attributions[number], options, figure)
        for number in draft.by_sentence.get(here, ())
    ) or (
        # What a quote or a long reported passage goes on to say in a sentence of its own.
        is_voiced(draft, sentence) and not draft.by_sentence.get(here)
    )


def _is_somebody(resolved: ResolvedAttribution, options: NakedNumber, figure: Span | None) -> bool:
    found = resolved.attribution
    # "United signed the striker for £38m": nobody says what he cost.
    acts = found.cue is not None and found.cue.stance in _ACTS
    if acts and figure and not any(part.overlaps(figure) for part in found.content):
        return False
    if resolved.attribution.source is None or not resolved.chain:
        return False
    # Whom the resolver cannot class may well be somebody.
    return (resolved.chain[-1].source_class or "").lower() not in options.collectives


def _is_continued(
    draft: Draft, here: int, span: Span, answers: Searcher | None, options: NakedNumber
) -> bool:
    """Whether the sentence before, in the same paragraph, gives such figures with their source."""
    sentences = draft.segmentation.sentences
    if here == 0 or sentences[here - 1].paragraph != sentences[here].paragraph:
        return False
    before = sentences[here - 1].span
    return _is_sourced(draft, here - 1, answers, options) and (
        _unit(span.of(draft.text)) in {_unit(one) for one in _FIGURE.findall(before.of(draft.text))}
    )


def _unit(words: str) -> str:
    """What the words count: money, a share, or plain things."""
    if any(sign in words for sign in "$£€¥"):
        return "money"
    return "share" if _SHARE.search(words) else "things"


def _find_sourced(draft: Draft, answers: Searcher | None, options: NakedNumber) -> frozenset[str]:
    return frozenset(
        figure
        for index, sentence in enumerate(draft.segmentation.sentences)
        if _is_sourced(draft, index, answers, options)
        for figure in _figures(draft, sentence.span)
    )


def _figures(draft: Draft, span: Span) -> frozenset[str]:
    return frozenset(_DIGITS.findall(draft.text, span.start, span.end))
