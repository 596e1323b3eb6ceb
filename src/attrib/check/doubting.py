"""Words that put at a distance what somebody says, in whatever shape they come.

"Contends that", "would have us believe", "sought to portray", "keeps saying": the two last are
made of two short lists each, so that no pair is forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrib.check.matching import Phrases
from attrib.check.phrasing import compile_phrases
from attrib.records import Span
from attrib.rulebook import Rulebook

# "Their claim", "insurance claims", "the boast": a noun, unless a clause follows.
_CLAUSE = re.compile(r"\s+(?:that|he|she|it|they|the|to\s+have)\b|,", re.IGNORECASE)
_NO_VERBS = ("ly", "tion", "tions", "ence")
_OWNED = re.compile(
    r"(?:['’]s|s['’]|\b(?:an?|the|his|her|their|its|this|no))(?:\s\w+)?\s+$", re.IGNORECASE
)
# How far before a noun whose it is may stand, in characters.
_BEFORE = 40


def find_doubting(rulebook: Rulebook, more: Iterable[str]) -> Phrases:
    """What finds the words of the rulebook's lists, and `more`."""
    doubting, efforts, persisting, pleading = (
        sorted(rulebook.terms_of(name))
        for name in ("doubting", "efforts", "persisting", "pleading")
    )
    tried = [f"{effort}+ to {verb}" for effort in efforts for verb in pleading]
    kept = [f"{persist} {_gerund(verb)}" for persist in persisting for verb in pleading]
    return compile_phrases((*doubting, *more, *tried, *kept), rulebook)


def _gerund(verb: str) -> str:
    first, *rest = verb.split()
    stem = first[:-1] if first.endswith("e") else first
    return " ".join((f"{stem}ing", *rest))


def may_report(text: str, span: Span) -> bool:
    """Whether a doubting word that no stage took for a cue tells what somebody says."""
    words = span.of(text).lower()
    if " " in words or words.endswith(_NO_VERBS) or words.startswith(("so-", "self-")):
        return True
    after = _CLAUSE.match(text, span.end)
    return after is not None and (
        "that" in after[0].lower()
        or _OWNED.search(text, max(span.start - _BEFORE, 0), span.start) is None
    )


def without_that(text: str, span: Span) -> Span:
    """The doubting words less the "that" which only opens what is told."""
    return Span(span.start, span.start + len(span.of(text).removesuffix("that").rstrip()))
