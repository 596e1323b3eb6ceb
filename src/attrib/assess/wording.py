"""Finding the words of a rule list among tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrib.records import Span
from attrib.tokens import Token, tokenise


@lru_cache(maxsize=256)
def _by_first_word(terms: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    phrases = sorted(
        {tuple(token.lower for token in tokenise(term)) for term in terms},
        key=lambda phrase: (-len(phrase), phrase),
    )
    index: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        index[phrase[0]] = (*index.get(phrase[0], ()), phrase)
    return index


def match_length(tokens: Sequence[Token], index: int, terms: frozenset[str]) -> int:
    """How many tokens the longest term takes that begins at `index`; 0 where none does."""
    for phrase in _by_first_word(terms).get(tokens[index].lower, ()):
        stop = index + len(phrase)
        if stop <= len(tokens) and all(
            token.lower == word for token, word in zip(tokens[index:stop], phrase, strict=True)
        ):
            return len(phrase)
    return 0


def find_term(tokens: Sequence[Token], terms: frozenset[str]) -> Span | None:
    """The first place where one of the terms stands, or None."""
    for index in range(len(tokens)):
        length = match_length(tokens, index, terms)
        if length:
            return Span(tokens[index].start, tokens[index + length - 1].end)
    return None


def outside(tokens: Iterable[Token], spans: Iterable[Span]) -> tuple[Token, ...]:
    """The tokens that no span touches."""
    ends = tuple((span.start, span.end) for span in spans)
    return tuple(
        token
        for token in tokens
        if not any(token.start < end and start < token.end for start, end in ends)
    )
