"""Kind "over-attribution": a source for what nobody doubts.

"Christmas falls on 25 December, officials said": a source makes the plain fact look like a claim.
Looks at attributed content that holds one of the patterns of common knowledge and no figure,
charge or judgement of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, Finding, is_silent
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class OverAttribution:
    """Options of the kind.

    phrases  what common knowledge looks like, as in `attrib.check.phrasing`
    exempt   words in the content that make it somebody's claim after all
    stances  stances of the cues that it looks at
    """

    phrases: tuple[str, ...]
    exempt: tuple[str, ...]
    stances: tuple[str, ...]


def find_over_attribution(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a cue over what everybody knows."""
    options = read_options(rule, OverAttribution)
    phrases = compile_phrases(options.phrases, draft.rulebook)
    exempt = compile_phrases(options.exempt, draft.rulebook)
    seen: set[Span] = set()
    for claim in draft.claims:
        shown = _shown(claim)
        if shown is None or shown in seen or claim.stance not in options.stances:
            continue
        if is_silent(draft, shown) or claim.end - claim.start > _LONGEST or claim.voice == "direct":
            continue
        for span in claim.content:
            if not phrases.search(draft.text, span.start, span.end):
                continue
            if exempt.search(draft.text, span.start, span.end):
                continue
            seen.add(shown)
            yield Finding(shown, values=(("words", " ".join(shown.of(draft.text).split())),))
            break


def _shown(claim: Claim) -> Span | None:
    """The words to take away: the source and the cue, where they stand side by side."""
    if claim.source is None or claim.cue is None or claim.modality != "actual":
        return None
    spans = sorted((claim.source.span, claim.cue.span))
    if spans[1].start - spans[0].end > 2:
        return claim.cue.span
    return Span(spans[0].start, max(span.end for span in spans))
