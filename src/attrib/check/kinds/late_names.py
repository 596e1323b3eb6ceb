"""Kind "late-identification": a speaker known by surname or pronoun before the full name stands.

"Patel said ... Priya Patel, the chief executive, added": the reader meets a stranger first.
Whom every reader knows, and whom the headline names in full, is no stranger.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    in_headline,
    is_silent,
    is_voiced,
    sentence_at,
)
from attrib.check.named_views import find_named_views
from attrib.check.names import Names, first_names, title_words
from attrib.check.options import read_options
from attrib.check.persons import PersonWords
from attrib.check.scanning import first_of
from attrib.check.surnames import Surnames, offices
from attrib.check.unnamed import is_plural
from attrib.records import Cue, ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise


@dataclass(frozen=True, slots=True)
class LateIdentification:
    """Options of the kind.

    pronouns  words for one person ("he")
    verbs     further lemmas of cues by which somebody speaks or thinks
    persons   words before such a pronoun for somebody it may stand for, besides the roles
    within    only a pronoun in so many first sentences of the body is looked at
    """

    pronouns: tuple[str, ...]
    persons: tuple[str, ...]
    verbs: tuple[str, ...]
    within: int


def find_late_names(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first words of each person whose full name comes only later in the body."""
    options = read_options(rule, LateIdentification)
    names = Names(draft)
    surnames = Surnames(draft, names)
    yield from _find_pronoun(draft, names, options, surnames)
    seen: set[str] = set()
    for span, place in sorted((*_find_speaking(draft, names, options), *_find_views(draft, names))):
        surname = names.tokens[place].text
        if surname in seen:
            continue
        seen.add(surname)
        later = surnames.full_name_after(place)
        known = later is None or surnames.is_known(surname, later)
        if later is not None and not known and not surnames.is_family(place):
            yield _tell(draft, span, later)


_OWN_PLANS = ("it would ", "it will ", "it had ", "it has ", "that it would ", "that it had ")


def _find_speaking(
    draft: Draft, names: Names, options: LateIdentification
) -> Iterator[tuple[Span, int]]:
    """Where somebody speaks under one name, with at most a title, and the place of it."""
    titles = title_words(draft.rulebook) | offices(draft)
    verbs = draft.rulebook.terms_of("speaking-verbs").union(options.verbs)
    starts = [token.start for token in names.tokens]
    for resolved in draft.attributions:
        found = resolved.attribution
        mention, cue = found.source, found.cue
        if mention is None or cue is None or verbs.isdisjoint(_lemmas(cue)):
            continue
        if is_silent(draft, mention.span) or is_voiced(draft, first_of(mention.span)):
            continue
        if in_headline(draft, mention.span.start) or _is_standfirst(draft, resolved, mention.span):
            continue
        # "Moss said it would appeal": that is a body, or a town.
        behind = (part.of(draft.text) for part in found.content if part.start > cue.span.start)
        if any(part.startswith(_OWN_PLANS) for part in behind):
            continue
        words = tokenise(draft.text, mention.span.start, mention.span.end)
        # "Councillor Moss": a role before the name is a title as well.
        rest = [
            word
            for word in words
            if word.is_word and (word == words[-1] or word.lower.rstrip(".") not in titles)
        ]
        if len(rest) == 1 and rest[0].is_capitalised and words[-1] == rest[0]:
            if _is_group(rest[0].text, names):
                continue
            yield mention.span, bisect_left(starts, rest[0].start)


def _is_group(word: str, names: Names) -> bool:
    """Whether the draft has the word without its "s" as well: "Republicans" are many."""
    return word.endswith("s") and word[:-1] in names.texts


def _lemmas(cue: Cue) -> set[str]:
    """The verb of a cue, with and without what belongs to it: "warn in a note"."""
    lemma = cue.lemma.lower()
    return {lemma, lemma.partition(" ")[0]}


def _find_views(draft: Draft, names: Names) -> Iterator[tuple[Span, int]]:
    titles = title_words(draft.rulebook)
    for first, last in find_named_views(draft, names.tokens):
        while first < last and names.tokens[first].lower.rstrip(".") in titles:
            first += 1
        if first == last:
            yield names.tokens[last].span, last


def _is_standfirst(draft: Draft, resolved: ResolvedAttribution, span: Span) -> bool:
    """Whether it is a second line of the headline: "Patel asks for a new inquiry."."""
    here, cue = sentence_at(draft, span.start), resolved.attribution.cue
    if here is None or here > draft.body_start + 1 or cue is None:
        return False
    sentences = draft.segmentation.sentences
    alone = [one.paragraph for one in sentences[max(here - 1, 0) : here + 2]].count(
        sentences[here].paragraph
    )
    return cue.text.split()[0].endswith(("s", ":")) and alone == 1


def _find_pronoun(
    draft: Draft, names: Names, options: LateIdentification, surnames: Surnames
) -> Iterator[Finding]:
    """A "she" who speaks before anybody stands in the text, and whose name follows."""
    verbs = draft.rulebook.terms_of("speaking-verbs")
    known = first_names(draft.rulebook) | draft.rulebook.terms_of("household-names")
    if not known.isdisjoint(names.in_headline):
        return
    for resolved in draft.attributions:
        mention, cue = resolved.attribution.source, resolved.attribution.cue
        if mention is None or is_silent(draft, mention.span):
            continue
        here = sentence_at(draft, mention.span.start)
        if here is None or here >= draft.body_start + options.within:
            return
        if mention.text.lower() not in options.pronouns or in_headline(draft, mention.span.start):
            continue
        if cue is None or cue.lemma.lower() not in verbs:
            continue
        later = surnames.next_after(mention.span.end)
        if later is None or _stands_before(names, later, mention.span.start):
            return
        if not _has_person(draft, names, options, mention.span.start):
            yield _tell(draft, mention.span, later)
        return


def _stands_before(names: Names, later: Span, end: int) -> bool:
    """Whether a word of the name stands above, as in a headline: "Moss on the stump"."""
    words = {token.lower for token in names.tokens if later.start <= token.start < later.end}
    return not words.isdisjoint(names.in_headline) or any(
        token.is_capitalised and token.lower.removesuffix("'s") in words
        for token in names.tokens
        if token.start < end
    )


def _has_person(draft: Draft, names: Names, options: LateIdentification, end: int) -> bool:
    """Whether anybody stands before `end` for whom a pronoun may stand: no crowd, no place."""
    persons, given = PersonWords(draft), first_names(draft.rulebook)
    places, things = (draft.rulebook.terms_of(f"quote-{name}") for name in ("places", "things"))
    tokens = names.tokens
    for place, token in enumerate(tokens):
        if token.start >= end:
            return False
        before = tokens[place - 1] if place else None
        behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        if before is not None and token.text.islower() and behind != "'s":
            role = token.lower in options.persons or token.lower in persons
            if role and not is_plural(token.lower):
                return True
        if before is None or not (token.is_capitalised and before.is_capitalised):
            continue
        opener = tokens[place - 2].lower if place > 1 else ""
        placed = opener in places or opener == "the" or token.lower in things
        # "Holland County" is no person, whatever its first name may be.
        if token.lower not in things and (before.lower in given or not placed):
            return True
    return False


def _tell(draft: Draft, span: Span, later: Span) -> Finding:
    values = (("words", excerpt(draft.text, span)), ("name", excerpt(draft.text, later)))
    return Finding(span, values=values, related=(Passage(later, "named in full here"),))
