"""Kind "unidentified": something is leant on, and nothing near it says what or whose it is.

"A study found", "one user wrote", "could not be reached": the phrase is looked for in the
writer's own words, and the words that answer the question in the sentences around it.
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
from attrib.check.heads import find_speaking
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.scanning import next_word
from attrib.check.wording import compile_phrases, find_spans
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

# A lead may leave to the sentences below it what the story rests on.
_LEAD = 2
# An article stands so many words before its noun, at most.
_ARTICLE = 3
# What joins two statements in one sentence: who speaks in one speaks not in the other.
_JOINT = re.compile(r";|, (?:and|but|while|though|yet|whereas)\s")
_LINK = re.compile(r"(?:https?://|www\.)\S|\]\(")


@dataclass(frozen=True, slots=True)
class Unidentified:
    """Options of the kind; how phrases are written is told in `attrib.check.wording`.

    phrases   what is looked for, and
    firm      what is looked for that only `proofs` answer: it tells that nobody is named
    nouns     words for "{noun}" in any of the phrases, and
    verbs     words for "{verb}"
    speakers  nouns; whatever is called by one and is found to say something is looked at as
              what the phrases find
    exempt    phrases that, inside what was found, make it another matter, and
    unless    phrases that do so right after it
    answers   phrases in the window that answer the question, and
    proofs    those that answer it for `firm` too
    definite  words that point back to what was told of before ("the"), where a noun of the list
              stands in an earlier sentence
    anywhere  phrases that answer it wherever they stand in the draft
    sources   classes of those who speak in the sentence itself, and so answer it
    before    how many sentences before are searched for answers, and
    after     how many after
    lead      how many sentences after the first two are searched for answers to these
    voiced    1: what a source is said to say is looked at as well; 2: for `firm` alone
    links     1: a link in the window answers it
    most      how many findings a draft may have; 0: any number
    """

    phrases: tuple[str, ...]
    answers: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    before: int = 0
    after: int = 0
    lead: int = 0
    voiced: int = 0
    links: int = 0
    most: int = 0


def find_unidentified(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such phrase of each sentence of the body."""
    options = read_options(rule, Unidentified)
    exempt, unless, anywhere, *searched = (
        compile_phrases(listed, draft.rulebook, noun=options.nouns, verb=options.verbs)
        for listed in (
            options.exempt,
            options.unless,
            options.anywhere,
            options.phrases,
            options.answers + options.proofs,
            options.firm,
            options.proofs,
        )
    )
    if anywhere is not None and anywhere.search(draft.text):
        return
    plain, answers, firm, proofs = searched
    found = [(span, answers, False) for span in find_spans(plain, draft.text)]
    found += [(span, proofs, True) for span in find_spans(firm, draft.text)]
    speakers = compile_phrases(options.speakers, draft.rulebook)
    found += [(span, answers, False) for span in find_speaking(draft, speakers)] if speakers else []
    seen: set[int] = set()
    for span, answered, is_firm in sorted(found, key=lambda one: one[0]):
        here = sentence_at(draft, span.start)
        if here is None or here in seen or not _is_own(draft, span, options, is_firm):
            continue
        if not is_firm and exempt is not None and exempt.search(draft.text, span.start, span.end):
            continue
        if unless is not None and unless.match(draft.text, next_word(draft.text, span.end)):
            continue
        if _points_back(draft, here, span, options) or _is_answered(draft, here, answered, options):
            continue
        if not is_firm and _is_named(draft, here, span, options):
            continue
        seen.add(here)
        yield Finding(span, values=(("words", excerpt(draft.text, span)),))
        if len(seen) == options.most:
            return


def _is_own(draft: Draft, span: Span, options: Unidentified, is_firm: bool) -> bool:
    first = Span(span.start, span.start + 1)
    if is_silent(draft, first) or in_headline(draft, span.start):
        return False
    return options.voiced == 1 or (is_firm and options.voiced == 2) or not is_voiced(draft, first)


def _points_back(draft: Draft, here: int, span: Span, options: Unidentified) -> bool:
    """Whether the words are about something that the draft told of before."""
    if not options.definite:
        return False
    before = draft.text[: span.start].split()[-_ARTICLE:]
    words = {word.lower() for word in (*before, *span.of(draft.text).split()[:_ARTICLE])}
    if words.isdisjoint(options.definite):
        return False
    start = draft.segmentation.sentences[here].span.start
    told = compile_phrases(("{noun}",), draft.rulebook, noun=options.nouns)
    return told is not None and told.search(draft.text, 0, start) is not None


def _is_answered(draft: Draft, here: int, answers: Searcher | None, options: Unidentified) -> bool:
    sentences = draft.segmentation.sentences
    first = max(here - options.before, 0)
    after = options.lead if here < draft.body_start + _LEAD else 0
    last = min(here + max(options.after, after), len(sentences) - 1)
    start, end = sentences[first].span.start, sentences[last].span.end
    if answers is not None and answers.search(draft.text, start, end):
        return True
    return bool(options.links and _LINK.search(draft.text, start, end))


def _is_named(draft: Draft, here: int, span: Span, options: Unidentified) -> bool:
    """Whether somebody with a name speaks in the same part of the sentence."""
    return any(
        _names_one(draft, near, span, options) for near in attributions_near(draft, here, here)
    )


def _names_one(
    draft: Draft, resolved: ResolvedAttribution, span: Span, options: Unidentified
) -> bool:
    source = resolved.attribution.source
    if source is None or source.span.overlaps(span) or not resolved.chain:
        return False
    first, last = sorted((source.span, span))
    if _JOINT.search(draft.text, first.end, last.start):
        return False
    return (resolved.chain[-1].source_class or "").lower() in options.sources
