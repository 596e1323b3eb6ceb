"""Which words of a passage the other sides of a contest do not have.

The passage is laid against the nearest one of the other sides, word by word (longest common
subsequence). Two sentences that tell a matter in their own ways differ in nearly every word,
and marking those would show nothing: of them only figures are marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import LCSseq

from attrib.records import Article, Claim, Span
from attrib.tokens import Token, tokenise

_ALIKE = 0.5
"""Share of the shorter passage's words that stand in the other too, from which on every word that
differs is marked."""


def find_differing(
    claim: Claim,
    opposed: Sequence[Claim],
    articles: Mapping[str, Article],
    *,
    value: str = "",
) -> tuple[Span, ...]:
    """The words of `claim` that differ, as spans of its article's text in order of start.

    Where the contest is one of figures, `value` is the one that the claim gives: of all numbers
    in digits only those of the value are marked, and nothing else if the value has any.
    """
    ours = _words(claim, articles)
    words = [token.lower for token in ours]
    known: set[str] = set()
    shared: frozenset[int] = frozenset()
    for other in opposed:
        theirs = [token.lower for token in _words(other, articles)]
        known.update(theirs)
        found = _shared(words, theirs)
        if len(found) >= _ALIKE * min(len(words), len(theirs)) and len(found) > len(shared):
            shared = found
    differing = [token for place, token in enumerate(ours) if place not in shared]
    in_digits = [t for t in differing if t.lower not in known and _is_number(t)]
    if numbers := {token.lower for token in tokenise(value) if _is_number(token)}:
        return _join([token for token in ours if token.lower in numbers])
    return _join(differing if shared else in_digits)


def _is_number(token: Token) -> bool:
    return any(map(str.isdigit, token.text))


def _words(claim: Claim, articles: Mapping[str, Article]) -> list[Token]:
    text = articles[claim.article].text
    return [
        token
        for part in claim.content
        for token in tokenise(text, part.start, part.end)
        if any(map(str.isalnum, token.text))
    ]


def _shared(ours: Sequence[str], theirs: Sequence[str]) -> frozenset[int]:
    """Places in `ours` of the words that both have in one order."""
    return frozenset(
        place
        for step in LCSseq.opcodes(ours, theirs)
        if step.tag == "equal"
        for place in range(step.src_start, step.src_end)
    )


def _join(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Spans of the tokens, those with nothing but a space between them as one."""
    spans: list[Span] = []
    for token in tokens:
        if spans and token.start - spans[-1].end <= 1:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
    return tuple(spans)
