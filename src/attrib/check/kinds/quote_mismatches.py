"""Kind "quote-mismatch": a quote that is not given as it was said, or not by the one who said it.

Within the draft one quote stands twice, in headline or text, with other words or another
speaker; or the words of a supplied text differ. What is cut off, marked with an ellipsis or put
in brackets is no mismatch, and neither is spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.check.draft import Draft, Finding, Passage
from attrib.check.kinds.twin_quotes import (
    LONGEST_DIFFERENCE,
    MARKED,
    QuoteMismatch,
    contrast,
    find_twin_quotes,
)
from attrib.check.likeness import Likeness, is_same_wording, load_likeness, read_words
from attrib.check.options import read_options
from attrib.records import Field, QuoteCheck, Span
from attrib.rulebook.entries import CheckRule

_BREAK = re.compile('["“”]')


def find_quote_mismatches(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The later of two quotes that differ, and each quote that a supplied text has otherwise."""
    options = read_options(rule, QuoteMismatch)
    likeness = load_likeness(draft.rulebook, options.fillers, options.openers)
    seen: set[tuple[Field, Span]] = set()
    for finding in (
        *_find_altered(draft, options, likeness),
        *find_twin_quotes(draft, options, likeness),
    ):
        if (finding.field, finding.span) not in seen:
            seen.add((finding.field, finding.span))
            yield finding


def _find_altered(draft: Draft, options: QuoteMismatch, likeness: Likeness) -> Iterator[Finding]:
    others = {other.article.id: other for other in draft.others}
    for check in draft.quotations:
        if check.found is None or len(check.words.split()) < options.words:
            continue
        other = others.get(check.found.article)
        if other is None or not _is_spoken(other, check.found.span):
            continue
        reason = _tell(check, options, likeness)
        if reason:
            note = Passage(check.found.span, "given so here", other.article)
            values = (("words", check.words[:60]), ("reason", reason))
            yield Finding(check.span, values=values, related=(note,))


def _is_spoken(other: Draft, span: Span) -> bool:
    """Whether the other text gives the words as a quote, and does not retell them.

    A text without any quotation marks may be a transcript.
    """
    quotes = other.segmentation.quotes
    if not quotes or other.genre == "transcript":
        return True
    return any(quote.span.covers(span) for quote in quotes)


def _tell(check: QuoteCheck, options: QuoteMismatch, likeness: Likeness) -> str:
    """In what the quote differs from the text it was looked for in; empty if in nothing."""
    if check.verdict == "other-speaker":
        if len(check.words.split()) < options.spoken:
            return ""
        return f"the other text gives these words to {check.found_speaker}"
    if check.verdict == "trimmed":
        return _tell_omission(check, likeness)
    if check.verdict != "altered" or check.also or check.similarity * 100 < options.alike:
        return ""
    if _names_another(check):
        return ""
    if check.found is not None and any(mark in check.found.message for mark in MARKED):
        return ""
    differences = check.differences
    for place, one in enumerate(differences):
        if one.kind not in ("replaced", "added", "left-out"):
            continue
        ours, theirs = (read_words(words, likeness) for words in (one.ours, one.theirs))
        # Where the source text breaks its quote, or goes on for long, it tells something else.
        if _BREAK.search(one.theirs) or len(theirs) > LONGEST_DIFFERENCE:
            continue
        edge = place in (0, len(differences) - 1)
        if edge and (one.kind != "replaced" or max(len(ours), len(theirs)) > 2):
            continue
        # "We're" and "We are", of which the alignment took one word: no other words.
        if edge and ours and theirs and (ours[-len(theirs) :] == theirs or theirs[-1:] == ours):
            continue
        if not is_same_wording(ours, theirs, likeness):
            return contrast(ours, theirs)
    return ""


def _tell_omission(check: QuoteCheck, likeness: Likeness) -> str:
    """What of the middle is left out without a mark, if it is more than a filler."""
    if check.also or any(mark in check.words for mark in (*MARKED, "[")):
        return ""
    for place, one in enumerate(check.differences[1:-1], start=1):
        theirs = read_words(one.theirs, likeness)
        if one.kind != "left-out" or not theirs or len(theirs) > LONGEST_DIFFERENCE:
            continue
        before, after = (
            read_words(check.differences[beside].theirs, likeness)
            for beside in (place - 1, place + 1)
        )
        # "I've, I've walked the street": who says it twice stumbles.
        if theirs in (before[-len(theirs) :], after[: len(theirs)]):
            continue
        if not _BREAK.search(one.theirs) and not is_same_wording((), theirs, likeness):
            return f'"{" ".join(theirs)}" is left out without a mark'
    return ""


def _names_another(check: QuoteCheck) -> bool:
    """Whether both texts name a speaker, and no word of the names is the same."""
    if check.speaker is None or check.found_speaker is None:
        return False
    ours, theirs = (set(name.lower().split()) for name in (check.speaker, check.found_speaker))
    if "the" in theirs or "the" in ours:
        return False
    named = check.speaker[:1].isupper() and check.found_speaker[:1].isupper()
    return named and len(ours) > 1 and len(theirs) > 1 and ours.isdisjoint(theirs)
