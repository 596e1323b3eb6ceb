"""Kind "shared-origin": two outlets or sources for a claim that trace to one origin.

In the draft alone two of them cite the same; held against other articles, the outlets that the
draft cites turn out to relay the same one. Whoever confirmed it separately counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from attrib.check.counted import Counted, find_counted
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, is_silent, sentence_at
from attrib.check.options import read_options
from attrib.check.origins import SharedOrigin, compile_several, read_origin
from attrib.check.outlets import (
    NamedOutlet,
    OutletNames,
    find_outlets,
    is_same_outlet,
    load_outlets,
)
from attrib.check.phrasing import compile_phrases
from attrib.check.relays import find_relays
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# How far behind such a wording its origin is read, in characters.
_REACH = 80
_MOST_CITED = 40
"""Sentences with an origin that are held against the next one."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """Outlets (by key) that cite an origin in a sentence, and where the words stand."""

    outlets: tuple[NamedOutlet, ...]
    together: bool
    origin: frozenset[str]
    span: Span
    supports: bool = False
    """Whether it is told as bearing out the outlet that it cites."""


def find_shared_origins(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a sentence."""
    options = read_options(rule, SharedOrigin)
    outlets = load_outlets(draft.rulebook)
    seen: set[int] = set()
    for finding in (
        *_find_several(draft, options),
        *_find_together(draft, outlets, options),
        *(_report(draft, span, name, (note,)) for span, name, note in find_relays(draft, outlets)),
    ):
        here = sentence_at(draft, finding.span.start)
        if here is not None and here not in seen and not is_silent(draft, finding.span):
            seen.add(here)
            if not _is_separate(draft, finding.span, here, options):
                yield finding
    counted = Counted(
        options.counts + options.further,
        options.papers + options.bodies,
        options.counted,
        options.shapes,
        options.leaning,
        options.numbers,
        options.joining,
        options.passing,
        options.times,
        options.own,
    )
    for finding in find_counted(draft, counted):
        here = sentence_at(draft, finding.span.start)
        if here is not None and here not in seen:
            seen.add(here)
            yield finding


def _find_several(draft: Draft, options: SharedOrigin) -> Iterator[Finding]:
    """Wordings such as "both citing", which say that there are several and one origin."""
    for match in compile_several(options).finditer(draft.text):
        origin = read_origin(tokenise(draft.text, match.end(), match.end() + _REACH), options)
        if origin is not None:
            span = Span(match.start(), origin[1])
            yield _report(draft, span, draft.text[origin[0] : origin[1]])
    for match in compile_phrases(options.same, draft.rulebook).finditer(draft.text):
        tokens = tokenise(draft.text, match.end(), match.end() + _REACH)[:4]
        noun = next((token for token in tokens if token.lower in options.origins), None)
        if noun is not None:
            yield _report(draft, Span(match.start(), noun.end), f"the same {noun.text}")


def _report(draft: Draft, span: Span, origin: str, related: tuple[Passage, ...] = ()) -> Finding:
    words = (("words", excerpt(draft.text, span)), ("origin", " ".join(origin.split())))
    return Finding(span, values=words, related=related)


def _find_together(draft: Draft, outlets: OutletNames, options: SharedOrigin) -> Iterator[Finding]:
    """Outlets named together with one origin, and outlets that cite the same one by turns."""
    before: list[_Cited] = []
    for cited in _read_citing(draft, outlets, options):
        if cited.together or cited.supports:
            yield _report(draft, cited.span, " ".join(sorted(cited.origin)))
        for other in before[-_MOST_CITED:]:
            if cited.origin and cited.origin == other.origin and _differ(cited, other):
                note = Passage(other.span, "cites the same here")
                yield _report(draft, cited.span, " ".join(sorted(cited.origin)), (note,))
                break
        before.append(cited)


def _differ(one: _Cited, other: _Cited) -> bool:
    return (
        bool(one.outlets)
        and bool(other.outlets)
        and not any(
            is_same_outlet(mine.key, theirs.key) for mine in one.outlets for theirs in other.outlets
        )
    )


def _read_citing(draft: Draft, outlets: OutletNames, options: SharedOrigin) -> Iterator[_Cited]:
    last: tuple[NamedOutlet, ...] = ()
    for sentence in draft.segmentation.sentences:
        tokens = tokenise(draft.text, sentence.span.start, sentence.span.end)
        named = tuple(
            outlet for outlet in find_outlets(tokens, outlets) if not is_silent(draft, outlet.span)
        )
        for place, token in enumerate(tokens):
            if token.lower not in options.citing or is_silent(draft, token.span):
                continue
            origin = read_origin(tokens[place + 1 :], options)
            if origin is None:
                continue
            citers = tuple(
                outlet
                for outlet in named
                if outlet.span.end <= token.start and not _is_cited(tokens, outlet, options)
            )
            # "It quoted Reuters": the outlet of the sentence before.
            group = _group(tokens[:place], citers, options)
            if group is not None:
                yield _Cited(citers[-2:], True, origin[2], Span(group.start, origin[1]))
            else:
                span = Span(token.start, origin[1])
                supports = any(word.lower in options.support for word in tokens[:place]) and any(
                    span.covers(outlet.span) for outlet in named
                )
                yield _Cited(citers[-1:] or last, False, origin[2], span, supports)
        last = named[-1:] or last


def _is_cited(tokens: tuple[Token, ...], outlet: NamedOutlet, options: SharedOrigin) -> bool:
    """Whether the outlet is itself an origin: "citing [Reuters]"."""
    before = [token.lower for token in tokens if token.end <= outlet.span.start][-2:]
    return any(word in options.citing for word in before)


def _group(
    tokens: tuple[Token, ...], citers: tuple[NamedOutlet, ...], options: SharedOrigin
) -> Span | None:
    """Two outlets side by side, or "two newspapers", among the words before the citing."""
    for one, other in pairwise(citers):
        between = [
            token.lower for token in tokens if one.span.end <= token.start < other.span.start
        ]
        if between and all(word in options.joints for word in between):
            return Span(one.span.start, other.span.end)
    for place, token in enumerate(tokens):
        if token.lower in options.papers and any(
            word.lower in options.counts for word in tokens[max(place - 3, 0) : place]
        ):
            return Span(tokens[max(place - 1, 0)].start, token.end)
    return None


def _is_separate(draft: Draft, span: Span, here: int, options: SharedOrigin) -> bool:
    """Whether the rest of the sentence or the next tells of separate work."""
    sentences = draft.segmentation.sentences
    end = sentences[min(here + 1, len(sentences) - 1)].span.end
    return any(token.lower in options.own for token in tokenise(draft.text, span.start, end))
