"""What is said of somebody is not what he says: "her claim was “a lie”", "he is to blame"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrib.extract.grammar import Grammar
from attrib.extract.patterns import POSSESSIVES
from attrib.extract.reading import Reading
from attrib.records import Attribution

_TO_BLAME = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being)|['’](?:s|re|m))\s+"
    r"(?:(?:\w+ly|also|not|only|all|both|in\s+part|at\s+least|still|now)\s+){0,2}to\s+blame\b"
)

_BE = re.compile(r"(?:^|\s)(?:is|are|was|were|be|been|being|remains?|remained)\s", re.IGNORECASE)


def is_blamed(item: Attribution, text: str) -> bool:
    """Whether the cue is that of "The board is to blame for the fire", where nobody blames."""
    cue, source = item.cue, item.source
    if cue is None or cue.lemma != "blame" or source is None or source.span.end > cue.span.start:
        return False
    return _TO_BLAME.search(text, source.span.end, cue.span.end) is not None


def is_charged(item: Attribution, charges: frozenset[str]) -> bool:
    """Whether the cue tells what was done to the accused: "the driver is held on suspicion of".

    Neither he nor anybody else says anything there; who charges him with it does.
    """
    cue, source = item.cue, item.source
    if cue is None:
        return False
    words = f" {fold(cue.text)} "
    if not any(charge in words for charge in charges):
        return False
    # "Was charged by prosecutors with": the agent stands behind.
    passive = _BE.search(cue.text) is not None
    return source is None or (passive and source.span.end <= cue.span.start)


def says_nobody(item: Attribution, nobody: frozenset[str]) -> bool:
    """Whether the subject is nobody: "no group has claimed", "none of us knew"."""
    source, cue = item.source, item.cue
    if source is None or cue is None or source.span.start > cue.span.start:
        return False
    return fold(source.text).split(" ", 1)[0] in nobody


def is_no_saying(item: Attribution, unlisted: str) -> bool:
    """Whether the cue is the infinitive of a verb that is not known to say anything.

    "Called on Russia to cease its attacks": what somebody is to do.
    """
    cue = item.cue
    return cue is not None and cue.rule == unlisted and cue.text.lower().startswith("to ")


def fold(text: str) -> str:
    """Lower case, with single spaces."""
    return " ".join(text.lower().split())


def is_judged(item: Attribution, readings: Sequence[Reading], grammar: Grammar) -> bool:
    """Whether the cue is a noun for words, and what follows "was" only says what those are.

    `readings` are those of the article, in order. A clause there is what was said: "Her claim
    was that the pier is safe".
    """
    cue, content = item.cue, item.content[0]
    if cue is None or cue.lemma not in grammar.judged_nouns or content.start < cue.span.end:
        return False
    place = bisect_right(readings, content.start, key=lambda one: one.sentence.span.start) - 1
    if place < 0:
        return False
    reading = readings[place]
    noun = next((n for n, t in enumerate(reading.tokens) if t.start >= cue.span.start), None)
    # "What critics claim was a cover-up": there it is a verb.
    if noun is None or not _is_owned(reading.lower(noun - 1)):
        return False
    be = next((n for n in (noun + 1, noun + 2) if reading.lower(n) in ("was", "were")), None)
    if be is None or reading.tokens[be].start > content.start:
        return False
    return not any(
        grammar.is_finite_verb(reading.tokens[index], reading.lower(index - 1))
        for index in range(be + 1, len(reading.tokens))
        if reading.tokens[index].start < content.end
    )


def _is_owned(before: str) -> bool:
    return before in POSSESSIVES or before.endswith(("'s", "’s", "s'", "s’"))
