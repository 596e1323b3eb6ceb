"""Kind "agentless": words that report what somebody says, and hide who.

"It is understood that", "she is accused of fraud", "allegedly". Silent where the sentence is
itself attributed, where an agent follows ("by prosecutors"), or where the words that answer
the question ("charged", "police") stand near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    attributions_near,
    in_headline,
    is_silent,
    is_voiced,
    sentence_at,
)
from attrib.check.options import read_options
from attrib.check.phrases import compile_phrases
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

_AGENT = re.compile(r"\bby\s+(?!\w+ing\b)\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agentless:
    """Options of the kind.

    phrases   what is looked for; "{be}" stands for every form of "be" and an adverb after it
    answers   words in the window that answer who says so
    exempt    words right after the phrase that make it another matter
    window    how many sentences before and after are searched for answers; 0: this one only
    stances   stances of an attribution in the window that answer it
    agent     how many characters after the phrase an agent ("by the police") may begin
    """

    phrases: tuple[str, ...]
    answers: tuple[str, ...]
    exempt: tuple[str, ...]
    stances: tuple[str, ...]
    window: int = 0
    agent: int = 0


def find_agentless(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such phrase of each sentence of the body."""
    options = read_options(rule, Agentless)
    phrases = compile_phrases(options.phrases)
    answers = compile_phrases(options.answers) if options.answers else None
    exempt = compile_phrases(options.exempt) if options.exempt else None
    answered: dict[int, bool] = {}
    for match in phrases.finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is None or answered.get(here) or is_silent(draft, span):
            continue
        sentence = draft.segmentation.sentences[here]
        if in_headline(draft, span.start):
            continue
        if exempt is not None and exempt.match(draft.text, _next_word(draft.text, span.end)):
            continue
        if _has_agent(draft.text, span.end, min(sentence.span.end, span.end + options.agent)):
            continue
        # Where the phrase is itself the cue, its last word may belong to the content.
        if is_voiced(draft, Span(span.start, span.start + 1)):
            continue
        if here not in answered:
            answered[here] = _is_answered(draft, here, answers, options)
        if answered[here]:
            continue
        answered[here] = True
        yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _has_agent(text: str, start: int, end: int) -> bool:
    """Whether "by somebody" begins right at `start`, or before `end`."""
    if _AGENT.match(text, _next_word(text, start)):
        return True
    return _AGENT.search(text, start, end) is not None


def _next_word(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _is_answered(
    draft: Draft, here: int, answers: re.Pattern[str] | None, options: Agentless
) -> bool:
    sentences = draft.segmentation.sentences
    first = max(here - options.window, 0)
    last = min(here + options.window, len(sentences) - 1)
    if any(_answers(found, options) for found in attributions_near(draft, first, last)):
        return True
    if answers is None:
        return False
    return any(
        answers.search(draft.text, sentence.span.start, sentence.span.end) is not None
        for sentence in sentences[first : last + 1]
    )


def _answers(resolved: ResolvedAttribution, options: Agentless) -> bool:
    found = resolved.attribution
    return (
        found.source is not None
        and found.cue is not None
        and found.cue.stance in options.stances
        # "She did not reply": nobody has said anything.
        and found.modality == "actual"
    )
