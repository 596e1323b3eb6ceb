"""Kind "own-judgement": blame, cause, motive or rank in the outlet's own voice, with no source.

"The reform destroyed jobs" may be true, and somebody says otherwise. Looks only at sentences
in which nobody speaks; where another source contradicts one, that is shown too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check import wording
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, attributions_near, sentence_at, tell_against
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import own_words, sentence_has
from attrib.rulebook.entries import CheckRule


@dataclass(frozen=True, slots=True)
class OwnJudgement:
    """Options of the kind.

    phrases    words of judgement, as in `attrib.check.phrasing`, and
    firm       those that judge though somebody else speaks in another part of the sentence
    subjects   words of which the sentence must hold one, for the phrases of `weak`
    weak       phrases that judge only where somebody, or what somebody did, is the subject
    answers    words in the sentence that give its ground ("records show", "by 12 per cent"), and
    framed     those that give it for all of the sentence ("in their telling")
    speech     stances of an attribution in the sentence that carries it
    passed     lemmas of cues that carry nothing ("he wanted")
    shapes     phrases of judgement, written as in `attrib.check.wording`, with
    agents     nouns for those who are to blame, or what is, for "{agent}" in them, and
    vices      words for their faults, for "{vice}"
    contested  1: also speaks where a source contradicts the sentence; 0: never
    """

    phrases: tuple[str, ...]
    firm: tuple[str, ...]
    weak: tuple[str, ...]
    subjects: tuple[str, ...]
    answers: tuple[str, ...]
    framed: tuple[str, ...]
    speech: tuple[str, ...]
    passed: tuple[str, ...]
    shapes: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    vices: tuple[str, ...] = ()
    contested: int = 0


def find_own_judgements(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a sentence of the writer's own."""
    options = read_options(rule, OwnJudgement)
    answers = compile_phrases(options.answers, draft.rulebook)
    subjects = compile_phrases(options.subjects, draft.rulebook)
    strong = compile_phrases(options.phrases, draft.rulebook)
    firm = compile_phrases(options.firm, draft.rulebook)
    weak = compile_phrases(options.weak, draft.rulebook)
    framed = compile_phrases(options.framed, draft.rulebook)
    shapes = wording.compile_phrases(
        options.shapes,
        draft.rulebook,
        agent=options.agents,
        vice=options.vices,
    )
    seen: set[int] = set()
    for pattern, needs_subject in (
        (firm, False),
        (strong, False),
        (shapes, False),
        (weak, True),
    ):
        for span, here in own_words(draft, pattern) if pattern else ():
            if here in seen or sentence_has(draft, (here,), framed):
                continue
            told = _is_attributed(draft, here, options) or sentence_has(draft, (here,), answers)
            if told and pattern is not firm:
                continue
            if needs_subject and not sentence_has(draft, (here,), subjects, span):
                continue
            seen.add(here)
            words = excerpt(draft.text, span)
            yield Finding(span, values=(("words", words), ("reason", "no source carries it")))
    for claim in draft.claims if options.contested else ():
        against = draft.contested.get(claim.id)
        if claim.voice != "own" or against is None:
            continue
        if sentence_at(draft, claim.sentence.start) not in seen:
            span = claim.content[0]
            values = (("words", excerpt(draft.text, span)), ("reason", against.reason))
            yield Finding(span, values=values, related=(tell_against(against),))


def _is_attributed(draft: Draft, here: int, options: OwnJudgement) -> bool:
    return any(
        found.attribution.source is not None
        and found.attribution.cue is not None
        and found.attribution.cue.stance in options.speech
        and found.attribution.cue.lemma.lower() not in options.passed
        for found in attributions_near(draft, here, here)
    )
