"""Whom others criticise, ask, tell or accuse is not the one who does: "the mayor drew criticism",
"Bank Accused Of Fraud"; and what somebody is asked to say, or declines to, is not said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from attrib.extract.judged import fold
from attrib.records import Attribution, Span
from attrib.rulebook import Rulebook

_HEARING = re.compile(
    r"\b(?:am|is|are|was|were|been|being|be)\b(?: \w+)? "
    r"(?:told|informed|advised|briefed|notified|assured|reminded)\Z",
    re.IGNORECASE,
)
_HEAD = 12
"""How many characters behind a cue are looked at for a preposition."""


@dataclass(frozen=True, slots=True)
class Received:
    """The word lists behind this, in lower case."""

    verbs: frozenset[str]
    reproaches: frozenset[str]
    passive_heads: frozenset[str]
    requests: frozenset[str]
    answers: frozenset[str]


def load_received(rulebook: Rulebook) -> Received:
    return Received(
        rulebook.terms_of("received-verbs"),
        rulebook.terms_of("reproach-nouns"),
        rulebook.terms_of("passive-heads"),
        rulebook.terms_of("comment-requests"),
        rulebook.terms_of("answer-verbs"),
    )


def told_by_others(item: Attribution, text: str, words: Received) -> Attribution:
    """`item`, without a source where that is whom others criticise, ask or accuse.

    "The mayor drew criticism for", "Bank Accused Of Fraud": who does is not named. The accused is
    part of what is said, as in any other passive.
    """
    source, cue = item.source, item.cue
    if source is None or cue is None or source.span.start > cue.span.start:
        return item
    if _is_received(fold(cue.text).split(), words):
        return replace(item, source=None)
    if _HEARING.search(cue.text):
        return replace(item, source=None)
    beside = not text[source.span.end : cue.span.start].strip()
    after = fold(text[cue.span.start : cue.span.end + _HEAD]) + " "
    if beside and after.startswith(tuple(f"{head} " for head in words.passive_heads)):
        behind = item.content[0].start >= cue.span.end
        content = (source.span, *item.content) if behind else item.content
        return replace(item, source=None, content=content)
    return item


def declines_comment(item: Attribution, text: str, words: Received) -> Attribution:
    """`item`, as one who declines where it "did not respond to a request for comment"."""
    cue = item.cue
    if cue is None or item.modality != "negated":
        return item
    shown = f"{fold(cue.text)} {fold(item.content[0].of(text))}"
    answers = any(word in words.answers for word in fold(cue.text).split())
    if answers and any(request in shown for request in words.requests):
        return replace(item, cue=replace(cue, stance="declines"), modality="actual")
    return item


def is_asked_for(item: Attribution, demands: Sequence[Span]) -> bool:
    """Whether it is what somebody is asked to say: "asked the clubs to recognise that P".

    `demands` is what is demanded anywhere in the article.
    """
    cue = item.cue
    return (
        cue is not None
        and item.modality == "actual"
        and cue.text.lower().startswith("to ")
        and any(span.start <= cue.span.start and cue.span.end <= span.end for span in demands)
    )


def _is_received(cue: Sequence[str], words: Received) -> bool:
    verb = next((place for place, word in enumerate(cue) if word in words.verbs), None)
    return verb is not None and any(word in words.reproaches for word in cue[verb + 1 :])
