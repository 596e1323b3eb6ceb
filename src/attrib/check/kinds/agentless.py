"""Kind "agentless": words that report what somebody says, and hide who.

"It is understood that", "she is accused of fraud", "allegedly". Silent where the sentence is
itself attributed, where an agent follows ("by prosecutors"), or where the words that answer
the question ("charged", "police") stand near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check import wording
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, attributions_near, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import (
    SAYING,
    near,
    next_word,
    paraphrased_words,
    sentence_has,
    stands_before,
)
from attrib.check.words import span_stems
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

# Whose it is, with up to two words in between: "the union's repeated (accusations)".
_OWNER = re.compile(
    r"(?:\w['’]s|s['’]|\b(?:his|her|their|its|whose|our|my))\s(?:[\w-]+\s){0,2}$", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?:\b[A-Z][\w’'-]*|\b(?:he|she|it|who|that|which|they|also|now|still|and))\s$"
)
_NOUN = re.compile(
    r"(?:(?:fraud|theft|tax|sexual|abuse|rape|corruption|bribery|bias|doping|harassment)\s)?"
    r"(?:allegation|accusation|suspicion|claim|complaint|charge|rumou?r|report|whisper)s?\b",
    re.IGNORECASE,
)
_OWNED = 60
_AGENT = re.compile(r"\bby\s+(?!\w+ing\b)\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agentless:
    """Options of the kind.

    phrases   what is looked for; "{be}" stands for every form of "be" and an adverb after it
    answers   words in the window that answer who says so
    local     words in the sentence itself that answer it, and would not from beside it
    exempt    words right after the phrase that make it another matter
    stances   stances of an attribution in the window that answer it
    window    how many sentences before and after are searched for answers; 0: this one only
    agent     how many characters after the phrase an agent ("by the police") may begin;
              -1: the phrase takes none ("apparently entered by a window")
    shared    so many content words an attribution beside the sentence must share to answer it
    settled   words that answer it wherever they stand before: a case that is already told
    shapes    what is looked for as well, written as in `attrib.check.wording`
    denied    words right before that leave nothing ("nobody was blamed")
    """

    phrases: tuple[str, ...]
    answers: tuple[str, ...]
    exempt: tuple[str, ...]
    stances: tuple[str, ...]
    local: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    window: int = 0
    agent: int = 0
    shared: int = 0
    shapes: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()


def find_agentless(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such phrase of each sentence of the body."""
    options = read_options(rule, Agentless)
    phrases, answers, local, exempt, settled, denied = (
        compile_phrases(words, draft.rulebook) if words else None
        for words in (
            options.phrases, options.answers, options.local, options.exempt, options.settled,
            options.denied,
        )
    )  # fmt: skip
    told = settled.search(draft.text) if settled else None
    alerted: set[int] = set()
    for span, here in _find_words(draft, options, phrases):
        if stands_before(draft.text, span, denied):
            continue
        if here in alerted or (told is not None and told.start() < span.start):
            continue
        if exempt is not None and exempt.match(draft.text, next_word(draft.text, span.end)):
            continue
        stop = draft.segmentation.sentences[here].span.end
        stop = min(stop, span.end + options.agent)
        if options.agent >= 0 and _has_agent(draft.text, span.end, stop):
            continue
        words = sentence_has(draft, near(draft, here, options.window), answers, span)
        words = words or sentence_has(draft, (here,), local, span)
        if words or _is_glossed(draft, here, span) or _is_attributed(draft, here, span, options):
            continue
        alerted.add(here)
        yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _find_words(
    draft: Draft, options: Agentless, phrases: Searcher | None
) -> Iterator[tuple[Span, int]]:
    """What is looked for, in order."""
    shapes = wording.compile_phrases(options.shapes, draft.rulebook)
    found = [
        one
        for pattern in (phrases, shapes)
        for one in (paraphrased_words(draft, pattern) if pattern else ())
    ]
    return (one for one in sorted(found) if not _is_owned(draft.text, one[0]))


def _is_owned(text: str, span: Span) -> bool:
    """Whether an accusation is somebody's ("her claim that"), or no noun at all ("Moss claims")."""
    if not _NOUN.match(text, span.start):
        return False
    before = text[max(span.start - _OWNED, 0) : span.start]
    return bool(_OWNER.search(before) or _SUBJECT.search(before))


def _has_agent(text: str, start: int, end: int) -> bool:
    """Whether "by somebody" begins right at `start`, or before `end`."""
    if _AGENT.match(text, next_word(text, start)):
        return True
    return _AGENT.search(text, start, end) is not None


def _is_glossed(draft: Draft, here: int, span: Span) -> bool:
    """Whether a tag behind covers it, or its ground: "is thought to be old: it ..., he said"."""
    return any(
        found.attribution.source is not None
        and found.attribution.cue is not None
        and found.attribution.cue.stance in SAYING
        and found.attribution.cue.span.start > part.start
        and part.end > span.end
        and draft.text[span.end : part.start].rstrip()[-1:] in ("", ":")
        for found in attributions_near(draft, here, here)
        for part in found.attribution.content
    )


def _is_attributed(draft: Draft, here: int, span: Span, options: Agentless) -> bool:
    places = near(draft, here, options.window)
    return any(
        _answers(found, options)
        # "It is alleged" is itself a cue, and names nobody.
        and not (found.attribution.cue is not None and found.attribution.cue.span.overlaps(span))
        and (
            not _stands_between(found, span) and _covers(draft, found, span)
            if sentence_at(draft, found.attribution.sentence.start) == here
            else _has_shared(draft, here, found, options.shared)
        )
        for found in attributions_near(draft, places[0], places[-1])
    )


def _stands_between(resolved: ResolvedAttribution, span: Span) -> bool:
    """Whether the words are about the speaker: "Moss, who is accused of theft, said ..."."""
    source, cue = resolved.attribution.source, resolved.attribution.cue
    return source is not None and cue is not None and source.span.start < span.start < cue.span.end


def _covers(draft: Draft, resolved: ResolvedAttribution, span: Span) -> bool:
    """Whether what somebody says in the sentence takes in the words, or goes up to them.

    "The ministry recalled him after allegations of theft" has the ministry allege nothing.
    """
    found = resolved.attribution
    if found.voice == "direct":
        return True
    return any(
        part.overlaps(span) or not draft.text[part.end : span.start].strip(" ,")
        for part in found.content
    ) or (found.cue is not None and found.cue.span.start >= span.end)


def _has_shared(draft: Draft, here: int, resolved: ResolvedAttribution, least: int) -> bool:
    if not least:
        return True
    span = draft.segmentation.sentences[here].span
    ours = span_stems(draft.text, (span,), draft.vocabulary)
    theirs = span_stems(draft.text, resolved.attribution.content, draft.vocabulary)
    return len(ours & theirs) >= least


def _answers(resolved: ResolvedAttribution, options: Agentless) -> bool:
    found = resolved.attribution
    return (
        found.source is not None
        and found.cue is not None
        and found.cue.stance in options.stances
        # "She did not reply": nobody has said anything.
        and found.modality == "actual"
    )
