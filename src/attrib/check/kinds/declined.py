"""Kind "unnamed-and-declined": one office speaks without a name, and has "declined to comment".

Who talks on background has not declined: a draft that says both misleads about one of them.
The same office is told by the words that both descriptions share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    attributions_near,
    is_silent,
    sentence_at,
)
from attrib.check.individuals import is_insider
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.unnamed import find_unnamed
from attrib.check.words import content_stems, stem
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

# The farthest the one who declined begins before the phrase, in words.
_SUBJECT = 14


@dataclass(frozen=True, slots=True)
class UnnamedAndDeclined:
    """Options of the kind.

    phrases  wordings that say somebody would not speak ("declined to comment")
    generic  words of a description that tell one office from no other ("official")
    """

    phrases: tuple[str, ...]
    generic: tuple[str, ...]


def find_unnamed_and_declined(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each speaker without a name whose office is said to have declined."""
    options = read_options(rule, UnnamedAndDeclined)
    generic = frozenset(stem(word, draft.vocabulary) for word in options.generic)
    declined = list(_find_declined(draft, options, generic))
    if not declined:
        return
    seen: set[str] = set()
    for unnamed in find_unnamed(draft, draft.rulebook.terms_of("speaking-verbs")):
        source = f"{unnamed.resolved.source_id}"
        words = (*unnamed.before, unnamed.head, *unnamed.after)
        own = frozenset(content_stems(words, draft.vocabulary)) - generic
        match = next((span for span, office in declined if own & office), None)
        if match is None or source in seen or not is_insider(draft, unnamed, ()):
            continue
        seen.add(source)
        values = (
            ("words", excerpt(draft.text, unnamed.span)),
            ("declined", excerpt(draft.text, match)),
        )
        yield Finding(unnamed.span, values=values, related=(Passage(match, "declined here"),))


def _find_declined(
    draft: Draft, options: UnnamedAndDeclined, generic: frozenset[str]
) -> Iterator[tuple[Span, frozenset[str]]]:
    """Where somebody declined, from the subject on, and the words that tell who."""
    for match in compile_phrases(options.phrases, draft.rulebook).finditer(draft.text):
        here = sentence_at(draft, match.start())
        if here is None or is_silent(draft, Span(*match.span())):
            continue
        # "The mayor declined": her aides did not.
        if any(_is_official(near) for near in attributions_near(draft, here, here)):
            continue
        start = draft.segmentation.sentences[here].span.start
        subject = tokenise(draft.text, start, match.start())[-_SUBJECT:]
        office = frozenset(content_stems(subject, draft.vocabulary)) - generic
        if office:
            yield Span(subject[0].start, match.end()), office


def _is_official(resolved: ResolvedAttribution) -> bool:
    cue, chain = resolved.attribution.cue, resolved.chain
    declines = cue is not None and cue.stance == "declines"
    return declines and bool(chain) and chain[-1].source_class in ("NOF", "NPA", "NEX", "NIN")
