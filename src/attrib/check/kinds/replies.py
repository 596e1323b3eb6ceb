"""Kind "no-reply": somebody named is accused of a grave wrong, and is not heard.

The draft is searched as a whole for a denial, an answer, or a word of having asked for one. Words
decide, so that "the police declined to comment" must be told apart by what it says of the police.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check import phrasing
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_voiced, sentence_at
from attrib.check.matching import Searcher
from attrib.check.naming import is_full, name_in, name_near
from attrib.check.options import read_options
from attrib.check.suspected import find_suspected
from attrib.check.wording import compile_phrases, find_spans, touches
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

# "Workers at Norland Paper" are not the firm.
_MEMBER = re.compile(r"\s(?:at|of|for|from|with|by|in)\s")
# How far on the name of somebody may follow whom a lead accuses without one, in sentences.
_AHEAD = 3
_SHORTEST = 3
# Whose lawyer it is that speaks: "Moss's (lawyer said ...)".
_OWNER = re.compile(r"\b([A-Z][\w-]+)['’]s?\s(?:[a-z-]+\s)?$")
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class NoReply:
    """Options of the kind; how phrases are written is told in `attrib.check.wording`.

    accused   phrases that open with the one accused, in anybody's voice, and
    accusing  phrases in which the first name is that of the one accused
    nameless  phrases that name nobody: the name stands before them, or else soon after
    told      phrases that open with the one accused, in what a source says
    standing  words that stand for a name given before ("he", "the firm"), as "{name}" in `told`
    stances   stances of that source
    deeds     verbs for "{deed}" and
    wrongs    nouns for "{wrong}" and
    acts      participles for "{act}" in all phrases
    titles    words with a capital that are no part of a name ("Mr")
    exempt    phrases that, overlapping what was found, make it another matter
    replies   phrases that, anywhere in the draft, show an answer or a try to get one
    others    phrases around those that make the answer somebody else's
    settled   phrases that show there is nothing to answer: a verdict, a plea, a death
    open      phrases around those that take it back ("if convicted")
    troubles  words of a draft, or its title, that is about a wrong
    spared    words beside a name that make its bearer a victim or a bystander
    pasts     irregular verbs of the past

    `troubles` and `spared` are written as in `attrib.check.phrasing`.
    """

    accused: tuple[str, ...]
    accusing: tuple[str, ...]
    nameless: tuple[str, ...]
    told: tuple[str, ...]
    standing: tuple[str, ...]
    stances: tuple[str, ...]
    deeds: tuple[str, ...]
    wrongs: tuple[str, ...]
    acts: tuple[str, ...]
    titles: tuple[str, ...]
    exempt: tuple[str, ...]
    replies: tuple[str, ...]
    others: tuple[str, ...]
    settled: tuple[str, ...]
    open: tuple[str, ...]
    troubles: tuple[str, ...]
    spared: tuple[str, ...]
    pasts: tuple[str, ...]


def find_missing_replies(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first accusation of each one who is accused and not heard."""
    options = read_options(rule, NoReply)
    if _has(draft, options, options.settled, options.open):
        return
    found = [*sorted(_find_accused(draft, options)), *_find_suspected(draft, options)]
    targets = frozenset(name.split()[-1].lower() for _, name in found)
    if _has(draft, options, options.replies, options.others, targets):
        return
    seen: set[str] = set()
    for span, name in found:
        # "Ida Moss" is "Moss" from then on.
        last = name.split()[-1].lower()
        if last in seen or len(last) < _SHORTEST or _speaks(draft, last):
            continue
        seen.add(last)
        yield Finding(span, values=(("target", name), ("words", excerpt(draft.text, span))))


def _find_accused(draft: Draft, options: NoReply) -> Iterator[tuple[Span, str]]:
    """Where somebody with a name is accused, and the name."""
    found = [
        (span, name_in(draft.text, span, options.titles))
        for phrases in (options.accused, options.accusing)
        for span in find_spans(_compile(draft, options, phrases), draft.text)
    ]
    found += [
        (span, name_near(draft, span, options.titles, ahead=_AHEAD))
        for span in find_spans(_compile(draft, options, options.nameless), draft.text)
    ]
    told = _compile(draft, options, options.told)
    standing = tuple(phrase.replace("{name}", "{standing}", 1) for phrase in options.told)
    stands = _compile(draft, options, standing)
    for resolved in draft.attributions:
        for part in resolved.attribution.content if _accuses(resolved, options) else ():
            for span in find_spans(told, draft.text, part.start, part.end):
                found.append((span, name_in(draft.text, span, options.titles)))
            for span in find_spans(stands, draft.text, part.start, part.end):
                found.append((span, name_near(draft, span, options.titles)))
    spared = find_spans(_compile(draft, options, options.exempt), draft.text) if found else ()
    for span, name in found:
        if name is None or not is_full(draft.text, name) or touches(spared, span):
            continue
        if sentence_at(draft, span.start) is not None and not in_headline(draft, span.start):
            yield span, name


def _find_suspected(draft: Draft, options: NoReply) -> list[tuple[Span, str]]:
    """The first one, not heard, whom others tell of where the draft is about a wrong."""
    found = find_suspected(
        draft,
        (resolved for resolved in draft.attributions if _accuses(resolved, options)),
        troubles=phrasing.compile_phrases(options.troubles, draft.rulebook),
        spared=phrasing.compile_phrases(options.spared, draft.rulebook),
        titles=options.titles,
        pasts=options.pasts,
    )
    unheard = (one for one in found if not _speaks(draft, one[1].split()[-1].lower()))
    return sorted(unheard)[:1]


def _accuses(resolved: ResolvedAttribution, options: NoReply) -> bool:
    found = resolved.attribution
    if found.source is None or found.modality != "actual":
        return False
    return found.cue is None or found.cue.stance in options.stances


def _speaks(draft: Draft, last: str) -> bool:
    """Whether a source of the draft bears the name: whoever is quoted can answer.

    What a source says of another's words is no answer of that other's.
    """
    return any(
        last in _MEMBER.split(link.name.lower())[0].split()
        for resolved in draft.attributions
        if resolved.attribution.source is not None
        and not is_voiced(draft, resolved.attribution.source.span)
        for link in resolved.chain
    )


def _has(
    draft: Draft,
    options: NoReply,
    phrases: tuple[str, ...],
    around: tuple[str, ...],
    targets: frozenset[str] | None = None,
) -> bool:
    """Whether one of the phrases stands there, and is not known to be of others than `targets`."""
    pattern, other = _compile(draft, options, phrases), _compile(draft, options, around)
    spared = find_spans(other, draft.text)
    for span in find_spans(pattern, draft.text):
        owner = _OWNER.search(draft.text, max(span.start - _BEFORE, 0), span.start)
        if targets is not None and owner is not None and owner[1].lower() not in targets:
            continue
        if not touches(spared, span):
            return True
    return False


def _compile(draft: Draft, options: NoReply, phrases: tuple[str, ...]) -> Searcher | None:
    return compile_phrases(
        phrases,
        draft.rulebook,
        deed=options.deeds,
        wrong=options.wrongs,
        act=options.acts,
        standing=options.standing,
    )
