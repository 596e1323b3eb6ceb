"""Kind "no-anonymity-reason": a speaker without a name, and no word why.

A draft that quotes somebody without a name owes readers the reason, near the first mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_silent, is_voiced, sentence_at
from attrib.check.individuals import is_individual
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.unnamed import Unnamed, find_unnamed, head_stem
from attrib.records import Span
from attrib.rulebook.entries import CheckRule

_YEAR = re.compile(r"\b[Ii]n (?:1[89]|20)\d\d\b")
# An opening that keeps the name back gives it within so many sentences.
_NAMED_WITHIN = 3


@dataclass(frozen=True, slots=True)
class NoReason:
    """Options of the kind "no-anonymity-reason".

    exempt      heads of those who speak in public, or are not to be named anyway
    bare        heads that another check tells of when they stand alone ("source")
    settings    wordings in the sentence that put the words before the public
    anonymity   wordings that say the name is held back
    connectors  words that lead to a reason, beside one of `anonymity`
    reasons     wordings that are a reason by themselves
    stances     stances of a cue that tells nothing ("asked for a photo")
    window      how many sentences before and after are searched
    """

    exempt: tuple[str, ...]
    bare: tuple[str, ...]
    settings: tuple[str, ...]
    anonymity: tuple[str, ...]
    connectors: tuple[str, ...]
    reasons: tuple[str, ...]
    stances: tuple[str, ...]
    window: int


def find_unreasoned(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each speaker without a name or a reason, and each name held back without one."""
    options = read_options(rule, NoReason)
    reasons = _Reasons(draft, options)
    settings = compile_phrases(options.settings, draft.rulebook)
    told: set[int] = set()
    seen: set[str] = set()
    for unnamed in find_unnamed(draft, draft.rulebook.terms_of("speaking-verbs")):
        here = sentence_at(draft, unnamed.span.start)
        # Where ten "Democrats" answer a survey, one alert says it.
        keys = {f"{unnamed.resolved.source_id}", head_stem(draft, unnamed)}
        if here is None or not seen.isdisjoint(keys) or not _is_asked(draft, unnamed, options):
            continue
        seen |= keys
        if _is_public(draft, here, settings) or _is_named(draft, here):
            continue
        if reasons.given_near(here):
            continue
        told.add(here)
        yield Finding(unnamed.span, values=(("words", excerpt(draft.text, unnamed.span)),))
    for span, here in reasons.held_back:
        if here not in told and not reasons.given_near(here):
            yield Finding(span, values=(("words", excerpt(draft.text, span)),))


class _Reasons:
    """Where the draft says that a name is held back, and where it says why."""

    def __init__(self, draft: Draft, options: NoReason) -> None:
        self._window = options.window
        sentences = draft.segmentation.sentences
        anonymity = compile_phrases(options.anonymity, draft.rulebook)
        connectors = compile_phrases(options.connectors, draft.rulebook)
        self.held_back: list[tuple[Span, int]] = []
        for match in anonymity.finditer(draft.text):
            span = Span(*match.span())
            here = sentence_at(draft, span.start)
            if here is not None and not is_silent(draft, span):
                self.held_back.append((span, here))
        self._given = {
            here
            for match in compile_phrases(options.reasons, draft.rulebook).finditer(draft.text)
            if (here := sentence_at(draft, match.start())) is not None
        }
        for _, here in self.held_back:
            for place in (here, here + 1)[: len(sentences) - here]:
                if connectors.search(sentences[place].span.of(draft.text)):
                    self._given.add(here)

    def given_near(self, here: int) -> bool:
        near = range(here - self._window, here + self._window + 1)
        return not self._given.isdisjoint(near)


def _is_asked(draft: Draft, unnamed: Unnamed, options: NoReason) -> bool:
    """Whether one or a few are introduced who tell something, and may be asked for a name."""
    cue = unnamed.resolved.attribution.cue
    tells = cue is not None and cue.stance not in options.stances
    alone = unnamed.head.lower in options.bare and not unnamed.after and len(unnamed.before) < 2
    return tells and not alone and is_individual(draft, unnamed, options.exempt)


def _is_public(draft: Draft, here: int, settings: Searcher) -> bool:
    """Whether the sentence, outside what is said in it, says that many could hear it.

    What was said in a year gone by is history, which the draft has from elsewhere.
    """
    sentence = draft.segmentation.sentences[here].span
    if _YEAR.search(draft.text, sentence.start, sentence.end):
        return True
    return any(
        not is_silent(draft, Span(*match.span())) and not is_voiced(draft, Span(*match.span()))
        for match in settings.finditer(draft.text, sentence.start, sentence.end)
    )


def _is_named(draft: Draft, here: int) -> bool:
    """Whether the opening keeps the name for a little later: "A nurse ... Ida Moss, 41, said"."""
    if here > draft.body_start + 1:
        return False
    for place in range(here + 1, here + _NAMED_WITHIN + 1):
        for number in draft.by_sentence.get(place, ()):
            chain = draft.attributions[number].chain
            if chain and chain[-1].source_class in ("NPA", "NEX", "NIN", "NOF"):
                return True
    return False
