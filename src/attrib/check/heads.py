"""Papers, studies and posts that the extraction found to speak, by the noun they are called by.

"Payroll records show ..." has the records for its source, whatever they show and whatever verb
says so. So a list of nouns is enough to find what no list of phrases could foresee.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.check.draft import Draft
from attrib.check.matching import Searcher
from attrib.records import Span

# What follows the noun that something is called by: "a report | by the board", "tests | on rats".
_BEHIND = re.compile(
    r",|[(–—]|\s(?:of|from|by|in|on|for|to|into|about|at|with|between|among|across|that|which|who"
    r"|after|before|since|under|over|against|through|via|elsewhere|abroad|\w+ed|seen|drawn|sent"
    r"|written|shown|done|drawn|kept|held|made|taken|circulating|doing|going)\b",
    re.IGNORECASE,
)


def find_speaking(draft: Draft, nouns: Searcher) -> Iterator[Span]:
    """The words for whoever speaks, and the verb right behind, whose noun is one of `nouns`."""
    for resolved in draft.attributions:
        source, cue = resolved.attribution.source, resolved.attribution.cue
        if source is None or cue is None or resolved.attribution.modality != "actual":
            continue
        end = head_end(draft.text, source.span)
        if any(found.end() == end for found in nouns.finditer(draft.text, source.span.start, end)):
            # "Research reveals" tells more than "research".
            beside = 0 <= cue.span.start - end <= 1
            yield Span(source.span.start, cue.span.end if beside else end)


def head_end(text: str, source: Span) -> int:
    """Where the noun that something is called by ends, in the words for it."""
    behind = _BEHIND.search(text, source.start + 1, source.end)
    return behind.start() if behind else source.end
