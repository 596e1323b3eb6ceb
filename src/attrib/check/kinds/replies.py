"""Kind "no-reply": somebody named is accused of a grave wrong, and is not heard.

The draft is searched as a whole for a denial, an answer, or a word of having asked for one. Words
decide, so that "the police declined to comment" must be told apart by what it says of the police.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, attributions_near, in_headline, is_voiced, sentence_at
from attrib.check.options import read_options
from attrib.check.wording import compile_phrases
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]*(?:[ \u00a0](?:(?:of|the|and|de|van|von|al|&)[ \u00a0])?[A-ZÀ-Þ][\w'’-]*)*")
_CAPITALS = re.compile(r"(?: [A-ZÀ-Þ][\w'’-]+)+")
_OF_A_BODY = re.compile(r"\b(?:at|of|for|from|with|by)(?: the)? $")
_MEMBER = re.compile(r"\s(?:at|of|for|from|with|by|in)\s")
_REACH = 10
_FULL_NAME = re.compile(r"(?<![\w’'.])[A-ZÀ-Þ][\w'’-]+ (?:[A-Z]\. )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*")
# How far back the name that a pronoun stands for is looked for, in sentences.
_BACK = 2
_AHEAD = 3
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST = 3


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
    found = [
        (span, _name_in(draft, span, options))
        for phrases in (options.accused, options.accusing)
        for span in _matches(draft, options, phrases, whole)
    ]
    found += [
        (span, _name_near(draft, span, options, ahead=_AHEAD))
        for span in _matches(draft, options, options.nameless, whole)
    ]
    standing = tuple(phrase.replace("{name}", "{standing}", 1) for phrase in options.told)
    for resolved in draft.attributions:
        for content in resolved.attribution.content if _accuses(resolved, options) else ():
            for span in _matches(draft, options, options.told, content):
                found.append((span, _name_in(draft, span, options)))
            for span in _matches(draft, options, standing, content):
                found.append((span, _name_near(draft, span, options)))
    for span, name in found:
        if name is None or not _is_full(draft, name) or any(span.overlaps(other) for other in spared):
            continue
        if sentence_at(draft, span.start) is not None and not in_headline(draft, span.start):
            yield span, name


def _matches(
    draft: Draft, options: NoReply, phrases: tuple[str, ...], within: Span
) -> Iterator[Span]:
    pattern = _compile(draft, options, phrases)
    for found in pattern.finditer(draft.text, within.start, within.end) if pattern else ():
        yield Span(*found.span())


def _name_in(draft: Draft, span: Span, options: NoReply) -> str | None:
    """The last full name in the span, or else the first word of it that is a name."""
    full = [_trim(found.group(), options) for found in _FULL_NAME.finditer(*_within(draft, span))]
    names = full[-1:] or [
        _trim(found.group(), options) for found in _NAME.finditer(*_within(draft, span))
    ]
    return next((name for name in names if name), None)


def _within(draft: Draft, span: Span) -> tuple[str, int]:
    # The name at the end of "accuses Ida" goes on behind it.
    tail = _CAPITALS.match(draft.text, span.end)
    return draft.text[: tail.end() if tail else span.end], span.start


def _name_near(draft: Draft, span: Span, options: NoReply, *, ahead: int = 0) -> str | None:
    """The last full name before the span, in its sentence or the two before it; else one after.

    Who speaks is no antecedent: nobody accuses himself. "A clerk at Norland Paper" is another.
    """
    here = sentence_at(draft, span.start)
    if here is None:
        return None
    sentences = draft.segmentation.sentences
    first, last = max(here - _BACK, 0), min(here + ahead, len(sentences) - 1)
    speakers = [
        near.attribution.source.span
        for near in attributions_near(draft, first, last)
        if near.attribution.source is not None
    ]
    names = [
        Span(*found.span())
        for found in _FULL_NAME.finditer(
            draft.text, sentences[first].span.start, sentences[last].span.end
        )
    ]
    others = [
        name
        for name in names
        if not any(speaker.overlaps(name) for speaker in speakers)
        or _OF_A_BODY.search(draft.text, max(name.start - _REACH, 0), name.start)
    ]
    before = [name for name in others if name.start < span.start]
    chosen = before[-1:] or (others[:1] if ahead else [])
    return _trim(chosen[0].of(draft.text), options) if chosen else None


def _trim(words: str, options: NoReply) -> str | None:
    """The name without the titles before it and the possessive behind it."""
    parts = _POSSESSIVE.sub("", words).split()
    while parts and parts[0].rstrip(".").lower() in options.titles:
        parts = parts[1:]
    return " ".join(parts) or None


def _accuses(resolved: ResolvedAttribution, options: NoReply) -> bool:
    found = resolved.attribution
    if found.source is None or found.modality != "actual":
        return False
    return found.cue is None or found.cue.stance in options.stances


def _is_full(draft: Draft, name: str) -> bool:
    """Whether the draft gives more of the name than one word: "America" is no name of anybody."""
    if " " in name:
        return True
    whole = rf"(?-i:[A-ZÀ-Þ][\w'’.-]+) (?:[A-Z]\. )?{re.escape(name)}(?!\w)"
    return re.search(whole, draft.text) is not None


def _speaks(draft: Draft, last: str) -> bool:
    """Whether a source of the draft bears the name: whoever is quoted can answer.

    What a source says of another's words is no answer of that other's, and "workers at Norland
    Paper" are not the firm.
    """
    return any(
        last in _MEMBER.split(link.name.lower())[0].split()
        for resolved in draft.attributions
        if resolved.attribution.source is not None
        and not is_voiced(draft, resolved.attribution.source.span)
        for link in resolved.chain
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
        act=options.acts,
        standing=options.standing,
    )
