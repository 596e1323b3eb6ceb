"""Kind "no-reply": somebody named is accused of a grave wrong, and is not heard.

The draft is searched as a whole for a denial, an answer, or a word of having asked for one. Words
decide, so that "the police declined to comment" must be told apart by what it says of the police.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, attributions_near, in_headline, sentence_at
from attrib.check.options import read_options
from attrib.check.wording import compile_phrases
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]*(?:[ \u00a0](?:(?:of|the|and|de|van|von|al|&)[ \u00a0])?[A-ZÀ-Þ][\w'’-]*)*")
_CAPITAL = re.compile(r"(?<![\w’'])[A-ZÀ-Þ]\w")
_FULL_NAME = re.compile(r"(?<![\w’'.])[A-ZÀ-Þ][\w'’-]+ (?:[A-Z]\. )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*")
# How far back the name that a pronoun stands for is looked for, in sentences.
_BACK = 2
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class NoReply:
    """Options of the kind; how phrases are written is told in `attrib.check.wording`.

    accused   phrases that open with the one accused, in anybody's voice, and
    accusing  phrases in which the first name is that of the one accused
    told      phrases that open with the one accused, in what a source says
    standing  words that stand for a name given before ("he", "the firm"), as "{name}" in `told`
    stances   stances of that source
    deeds     verbs for "{deed}" and
    wrongs    nouns for "{wrong}" in all phrases
    titles    words with a capital that are no part of a name ("Mr")
    exempt    phrases that, overlapping what was found, make it another matter
    replies   phrases that, anywhere in the draft, show an answer or a try to get one
    others    phrases around those that make the answer somebody else's
    settled   phrases that show there is nothing to answer: a verdict, a plea, a death
    open      phrases around those that take it back ("if convicted")
    """

    accused: tuple[str, ...]
    accusing: tuple[str, ...]
    told: tuple[str, ...]
    standing: tuple[str, ...]
    stances: tuple[str, ...]
    deeds: tuple[str, ...]
    wrongs: tuple[str, ...]
    titles: tuple[str, ...]
    exempt: tuple[str, ...]
    replies: tuple[str, ...]
    others: tuple[str, ...]
    settled: tuple[str, ...]
    open: tuple[str, ...]


def find_missing_replies(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first accusation of each one who is accused and not heard."""
    options = read_options(rule, NoReply)
    if _has(draft, options, options.replies, options.others):
        return
    if _has(draft, options, options.settled, options.open):
        return
    seen: set[str] = set()
    for span, name in sorted(_find_accused(draft, options)):
        # "Ida Moss" is "Moss" from then on.
        last = name.split()[-1].lower()
        if last in seen or len(last) < _SHORTEST or _speaks(draft, last):
            continue
        seen.add(last)
        yield Finding(span, values=(("target", name), ("words", excerpt(draft.text, span))))


def _find_accused(draft: Draft, options: NoReply) -> Iterator[tuple[Span, str]]:
    """Where somebody with a name is accused, and the name."""
    exempt = _compile(draft, options, options.exempt)
    spared = [Span(*found.span()) for found in exempt.finditer(draft.text)] if exempt else []
    whole = Span(0, len(draft.text))
    for span in _matches(draft, options, options.accused, whole):
        yield from _name(draft, options, span, span.start, spared)
    for span in _matches(draft, options, options.accusing, whole):
        first = _CAPITAL.search(draft.text, span.start + 1, span.end)
        if first is not None:
            yield from _name(draft, options, span, first.start(), spared)
    stand_ins = tuple(
        phrase.replace("{name}", "{standing}", 1)
        for phrase in options.told
        if phrase.startswith("{name}")
    )
    for resolved in draft.attributions:
        if not _accuses(resolved, options):
            continue
        for content in resolved.attribution.content:
            for span in _matches(draft, options, options.told, content):
                yield from _name(draft, options, span, span.start, spared)
            for span in _matches(draft, options, stand_ins, content):
                start = _find_antecedent(draft, resolved, span, options)
                if start is not None:
                    yield from _name(draft, options, span, start, spared)


def _matches(
    draft: Draft, options: NoReply, phrases: tuple[str, ...], within: Span
) -> Iterator[Span]:
    pattern = _compile(draft, options, phrases)
    for found in pattern.finditer(draft.text, within.start, within.end) if pattern else ():
        yield Span(*found.span())


def _find_antecedent(
    draft: Draft, resolved: ResolvedAttribution, span: Span, options: NoReply
) -> int | None:
    """Where the last full name before stands, in this sentence or the two before it.

    The names of those who speak are no antecedents: nobody accuses himself.
    """
    here = sentence_at(draft, span.start)
    if here is None:
        return None
    first = draft.segmentation.sentences[max(here - _BACK, 0)].span.start
    speakers = [
        near.attribution.source.span
        for near in attributions_near(draft, max(here - _BACK, 0), here)
        if near.attribution.source is not None
    ]
    starts = [
        found.start()
        for found in _FULL_NAME.finditer(draft.text, first, span.start)
        if not any(speaker.overlaps(Span(*found.span())) for speaker in speakers)
    ]
    return starts[-1] if starts else None


def _accuses(resolved: ResolvedAttribution, options: NoReply) -> bool:
    found = resolved.attribution
    if found.source is None or found.modality != "actual":
        return False
    return found.cue is None or found.cue.stance in options.stances


def _name(
    draft: Draft, options: NoReply, span: Span, start: int, spared: list[Span]
) -> Iterator[tuple[Span, str]]:
    """The span with the name that stands at `start`, if it is one and nothing spares it."""
    if sentence_at(draft, span.start) is None or in_headline(draft, span.start):
        return
    if any(span.overlaps(other) for other in spared):
        return
    found = _NAME.match(draft.text, start)
    words = _POSSESSIVE.sub("", found.group()).split() if found else []
    while words and words[0].rstrip(".").lower() in options.titles:
        words = words[1:]
    if words:
        yield span, " ".join(words)


def _speaks(draft: Draft, last: str) -> bool:
    """Whether a source of the draft bears the name: whoever is quoted can answer."""
    return any(
        last in link.name.lower().split()
        for resolved in draft.attributions
        for link in resolved.chain
        if resolved.attribution.source is not None
    )


def _has(
    draft: Draft, options: NoReply, phrases: tuple[str, ...], around: tuple[str, ...]
) -> bool:
    pattern, other = _compile(draft, options, phrases), _compile(draft, options, around)
    if pattern is None:
        return False
    spared = [Span(*found.span()) for found in other.finditer(draft.text)] if other else []
    return any(
        not any(Span(*found.span()).overlaps(span) for span in spared)
        for found in pattern.finditer(draft.text)
    )


def _compile(
    draft: Draft, options: NoReply, phrases: tuple[str, ...]
) -> re.Pattern[str] | None:
    return compile_phrases(
        phrases,
        draft.rulebook,
        deed=options.deeds,
        wrong=options.wrongs,
        standing=options.standing,
    )
