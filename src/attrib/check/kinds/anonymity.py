"""Kind "no-anonymity-reason": a speaker without a name, and no word why.

A draft that quotes somebody without a name owes readers the reason, near the first mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    attributions_near,
    is_silent,
    is_voiced,
    sentence_at,
)
from attrib.check.individuals import is_individual, is_person_head
from attrib.check.matching import Searcher
from attrib.check.names import PERSONS, title_words
from attrib.check.options import read_options
from attrib.check.persons import PersonWords
from attrib.check.phrasing import compile_phrases
from attrib.check.unnamed import Unnamed, find_unnamed, head_stem
from attrib.check.words import content_stems
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

_YEAR = re.compile(r"\b[Ii]n (?:1[89]|20)\d\d\b")
# An opening that keeps the name back gives it within so many sentences.
_NAMED_WITHIN = 3
_GOING_ON = frozenset(("he", "she", "they", "his", "her", "their", "the", "staff", "employees"))


@dataclass(frozen=True, slots=True)
class NoReason:
    """Options of the kind "no-anonymity-reason".

    exempt      heads of those who speak in public, or are not to be named anyway
    bare        heads that another check tells of when they stand alone ("source")
    settings    wordings in the sentence that put the words before the public
    requests    wordings with which somebody asks for it
    connectors  words that lead to a reason, beside words that hold the name back
    kin         heads of those who are known by somebody else ("mother")
    reasons     wordings that are a reason by themselves
    stances     stances of a cue that tells nothing ("asked for a photo")
    window      how many sentences before and after are searched
    """

    exempt: tuple[str, ...]
    bare: tuple[str, ...]
    settings: tuple[str, ...]
    requests: tuple[str, ...]
    connectors: tuple[str, ...]
    kin: tuple[str, ...]
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
        if _is_public(draft, here, unnamed, settings) or _is_named(draft, here, unnamed):
            continue
        if reasons.given_near(here):
            continue
        told.add(here)
        yield Finding(unnamed.span, values=(("words", excerpt(draft.text, unnamed.span)),))
    for span, here in reasons.requested:
        if here not in told and not reasons.given_near(here):
            yield Finding(span, values=(("words", excerpt(draft.text, span)),))


class _Reasons:
    """Where the draft says that a name is held back, and where it says why."""

    def __init__(self, draft: Draft, options: NoReason) -> None:
        self._window = options.window
        sentences = draft.segmentation.sentences
        connectors = compile_phrases(options.connectors, draft.rulebook)
        self.requested = list(_outside_quotes(draft, options.requests))
        self._given = {
            here
            for match in compile_phrases(options.reasons, draft.rulebook).finditer(draft.text)
            if (here := sentence_at(draft, match.start())) is not None
        }
        for _, here in _outside_quotes(draft, draft.rulebook.terms_of("anonymity")):
            for place in (here, here + 1)[: len(sentences) - here]:
                sentence = sentences[place].span.of(draft.text)
                # "He works there" may say why, "the mayor said" does not.
                follows = place == here or sentence.partition(" ")[0].lower() in _GOING_ON
                if follows and connectors.search(sentence):
                    self._given.add(here)

    def given_near(self, here: int) -> bool:
        near = range(here - self._window, here + self._window + 1)
        return not self._given.isdisjoint(near)


def _is_asked(draft: Draft, unnamed: Unnamed, options: NoReason) -> bool:
    """Whether one or a few are introduced who tell something, and may be asked for a name."""
    cue = unnamed.resolved.attribution.cue
    tells = cue is not None and cue.stance not in options.stances
    alone = unnamed.head.lower in options.bare and not unnamed.after and len(unnamed.before) < 2
    owned = unnamed.opening == "the" and any(token.lower == "'s" for token in unnamed.before)
    if owned and unnamed.head.lower not in (*options.kin, *options.exempt):
        return tells and not unnamed.plural and is_person_head(draft, unnamed)
    return tells and not alone and is_individual(draft, unnamed, options.exempt)


def _outside_quotes(draft: Draft, phrases: Iterable[str]) -> Iterator[tuple[Span, int]]:
    for match in compile_phrases(phrases, draft.rulebook).finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is not None and not is_silent(draft, span):
            yield span, here


def _is_public(draft: Draft, here: int, unnamed: Unnamed, settings: Searcher) -> bool:
    """Whether the sentence, outside what is said in it, says that many could hear it.

    What was said in a year gone by is history, which the draft has from elsewhere.
    """
    sentence = draft.segmentation.sentences[here].span
    own = Span(unnamed.span.start, max(unnamed.span.end, *(word.end for word in unnamed.after), 0))
    years = (Span(*match.span()) for match in _YEAR.finditer(draft.text, *_ends(sentence)))
    if any(not own.overlaps(year) and not is_voiced(draft, year) for year in years):
        return True
    return any(
        not is_silent(draft, Span(*match.span())) and not is_voiced(draft, Span(*match.span()))
        for match in settings.finditer(draft.text, *_ends(sentence))
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_named(draft: Draft, here: int, unnamed: Unnamed) -> bool:
    """Whether the opening keeps the name for a little later: "A nurse ... Ida Moss, 41, said".

    Whoever is called by another role there is somebody else.
    """
    if here > draft.body_start + 1:
        return False
    head = head_stem(draft, unnamed)
    titles, persons = title_words(draft.rulebook), PersonWords(draft)
    known = {near.chain[-1].id for near in attributions_near(draft, 0, here) if near.chain}
    for near in attributions_near(draft, here + 1, here + _NAMED_WITHIN):
        mention, chain = near.attribution.source, near.chain
        if mention is None or not chain or chain[-1].source_class not in PERSONS:
            continue
        source = draft.sources.get(chain[-1].id)
        if source is None or source.id in known:
            continue
        role = f"{source.description} {source.role or ''} {mention.text}".split()
        called = any(
            word[0].islower() or (lower := word.lower().rstrip(".")) in titles or lower in persons
            for word in role
        )
        if head in content_stems(tokenise(" ".join(role)), draft.vocabulary) or not called:
            return True
    return False
