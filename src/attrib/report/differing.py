"""Which words of a passage the other sides of a contest do not have.

The passage is laid against the nearest one of the other sides, word by word (longest common
subsequence). Two sentences that tell a matter in their own ways differ in nearly every word,
and marking those would show nothing: of them only figures are marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from attrib.records import Article, Claim, Span
from attrib.tokens import Token, tokenise

_ALIKE = 0.5
"""Share of the shorter passage's words that stand in the other too, from which on every word that
differs is marked."""


def list_words(
    claims: Iterable[Claim], articles: Mapping[str, Article]
) -> tuple[tuple[str, ...], ...]:
    """The words of each claim in lower case, in order; claims of the same words once."""
    found = {tuple(token.lower for token in _words(claim, articles)) for claim in claims}
    return tuple(sorted(found))


def find_differing(
    claim: Claim,
    opposed: Sequence[Sequence[str]],
    articles: Mapping[str, Article],
    *,
    value: str = "",
) -> tuple[Span, ...]:
    """The words of `claim` that differ, as spans of its article's text in order of start.

    `opposed` are the words of the other sides, as `list_words` gives them. Where the contest is
    one of figures, `value` is the one that the claim gives: of all numbers in digits only those
    of the value are marked, and nothing else if the value has any.
    """
    ours = _words(claim, articles)
    if numbers := {token.lower for token in tokenise(value) if _is_number(token)}:
        return _join([token for token in ours if token.lower in numbers])
    words = [token.lower for token in ours]
    shared: frozenset[int] = frozenset()
    for theirs in opposed:
        found = _shared(words, theirs)
        if len(found) >= _ALIKE * min(len(words), len(theirs)) and len(found) > len(shared):
            shared = found
    if shared:
        return _join([token for place, token in enumerate(ours) if place not in shared])
    known = {word for theirs in opposed for word in theirs}
    return _join([token for token in ours if _is_number(token) and token.lower not in known])


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
