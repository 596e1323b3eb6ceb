"""Two who are counted as bearing a claim out, and a sentence on that joins them to each other.

"Confirmed by the zoo and by the city. The city said it was going by the zoo's statement", "two
sisters told of it; the younger had it from the elder": whoever is named second is where the first
has it from. A word for what is passed on ("statement", "from") must stand in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from attrib.check.draft import Draft, is_silent
from attrib.check.words import content_stems
from attrib.records import Span
from attrib.tokens import Token, tokenise

_MOST = 40
"""Sentences that count several: bounds the work on a text of nothing else."""
_WITHIN = 2
"""Sentences behind the counting one in which the two are joined."""
_PARTY = 4
"""Words on either side of "and" that name the two."""
_SUBJECT = 6
_ENDS = frozenset((",", ":", ";", "(", ")", "—", "–"))
_APART = frozenset(("and", "but", "or", "nor", "while", "whereas", "than", ",", ";"))
_VERBS = frozenset(
    ("is", "was", "were", "had", "has", "have", "gave", "took", "got", "did", "does")
)
_HEARD = frozenset(("read", "heard", "cites", "cited", "quotes", "quoted", "credits", "copied"))
# Of two without a name, one is told from the other so; "former" ministers are no such pair.
_ORDERED = re.compile(
    r"(?:^|(?<=[,;:—–]\s)|(?<=[.!?]\s)|(?<=\sand\s)|(?<=\n))(?:one|two|three|some|both|all|the\s+(?:other|others|second|third|later|latter|younger|newer"
    r"|smaller|larger|bigger|rest))\b[^.;!?]{2,90}?\b(?P<before>[\w'’]+)\s+(?:the\s+(?:other|others|first"
    r"|earlier|former|elder|older|third|second)|each\s+other|one\s+another)(?:['’]s?)?\b"
    r"(?!\s+(?:time|place|half|day|week|month|year|quarter|round|two|three|few)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PairWords:
    """`counts` before a noun for several; `bearing` verbs of what several do; `passing` on."""

    counts: Sequence[str]
    bearing: Sequence[str]
    passing: Sequence[str]


def find_counted_pairs(draft: Draft, words: PairWords) -> Iterator[tuple[Span, Span]]:
    """The words that count several, and the sentence that joins two of them."""
    sentences = draft.segmentation.sentences
    counts, bearing = frozenset(words.counts), frozenset(words.bearing)
    passing = frozenset(words.passing)
    verbs = bearing | _VERBS | (passing & _HEARD)
    for index in islice(range(draft.body_start, len(sentences)), _MOST * _WITHIN):
        span = sentences[index].span
        tokens = tokenise(draft.text, span.start, span.end)
        count = next((token for token in tokens if token.lower in counts), None)
        if count is None or is_silent(draft, count.span):
            continue
        if not any(token.lower in bearing for token in tokens):
            continue
        parties = list(_read_parties(draft, tokens))
        for there in range(index, min(index + _WITHIN + 1, len(sentences))):
            joined = _find_joined(draft, sentences[there].span, count, parties, passing, verbs)
            if joined is not None:
                yield count.span, joined
                break


def _read_parties(
    draft: Draft, tokens: Sequence[Token]
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Stems of the words on both sides of each "and"."""
    for place, token in enumerate(tokens):
        if token.lower != "and":
            continue
        left = _until_mark(reversed(tokens[max(place - _PARTY, 0) : place]))
        right = _until_mark(tokens[place + 1 : place + 1 + _PARTY])
        one, other = (frozenset(content_stems(side, draft.vocabulary)) for side in (left, right))
        if one - other and other - one:
            yield one - other, other - one


def _until_mark(tokens: Sequence[Token] | Iterator[Token]) -> tuple[Token, ...]:
    taken: list[Token] = []
    for token in tokens:
        if token.text in _ENDS:
            break
        taken.append(token)
    return tuple(taken)


def _find_joined(
    draft: Draft,
    span: Span,
    count: Token,
    parties: Sequence[tuple[frozenset[str], frozenset[str]]],
    passing: frozenset[str],
    verbs: frozenset[str],
) -> Span | None:
    """The span, from behind the counting on, if it joins the two of a pair."""
    start = max(span.start, count.end)
    if start >= span.end:
        return None
    tokens = tokenise(draft.text, start, span.end)
    if not any(token.lower in passing for token in tokens):
        return None
    for match in _ORDERED.finditer(draft.text, start, span.end):
        if match["before"].lower() not in _APART and not is_silent(draft, Span(*match.span())):
            return Span(*match.span())
    if start > span.start:
        return None
    verb = next((n for n, token in enumerate(tokens) if n and token.lower in verbs), _SUBJECT)
    place = min(verb, _SUBJECT)
    subject = frozenset(content_stems(tokens[:place], draft.vocabulary))
    for one, other in (pair for both in parties for pair in (both, both[::-1])):
        if subject.isdisjoint(one) or not subject.isdisjoint(other):
            continue
        rest = _until_apart(tokens[place:])
        if not other.isdisjoint(content_stems(rest, draft.vocabulary)):
            return span
    return None


def _until_apart(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words before another clause: what is told side by side joins nobody."""
    end = next((n for n, token in enumerate(tokens) if token.lower in _APART), len(tokens))
    return tuple(tokens[:end])
