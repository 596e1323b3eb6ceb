"""Words by which a text sets itself against what it repeats: a hoax, denies, never happened."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.tokens import Token

_REACH = 30
"""Tokens looked at in front of a word, so that a text without marks stays linear."""
_UNDONE = 2
"""Words before one that refutes in which a negation undoes it."""
_DENIED = 7
"""Words between "denies" and the hoax that is denied."""
_ENDS = frozenset(".;:!?()—–")
_TILL = frozenset({"until", "till"})


def find_refuting(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The words that refute, as tokens `[first, last)`; those that are themselves undone are
    left out."""
    found = []
    for place in range(len(tokens)):
        length = lexicon.refuters.length_at(tokens, place)
        if length and not _is_left_out(tokens, place, length, lexicon):
            found.append((place, place + length))
    return tuple(found)


def _is_left_out(tokens: Sequence[Token], place: int, length: int, lexicon: Lexicon) -> bool:
    # "Trade dispute" begins before the word that seems to refute.
    longer = any(
        lexicon.not_refuting.length_at(tokens, start) > place - start
        for start in (place - 1, place)
        if start >= 0
    )
    return longer or is_till_then(tokens, place) or _is_undone(tokens, place, length, lexicon)


def is_till_then(tokens: Sequence[Token], place: int) -> bool:
    """ "Until this study there has been no trace": what is negated may be so no more."""
    for token in reversed(tokens[max(place - _REACH, 0) : place]):
        if token.text in _ENDS:
            return False
        if token.lower in _TILL:
            return True
    return False


def _is_undone(tokens: Sequence[Token], place: int, length: int, lexicon: Lexicon) -> bool:
    """Whether the word is itself negated ("no hoax", "beyond doubt"), or denied, or denies that.

    "Denies that it was a hoax": two words that refute, and the thing is stood by.
    """
    before = {token.lower for token in tokens[max(place - _UNDONE, 0) : place]}
    if before & (lexicon.negators | {"beyond"}):
        return True
    if tokens[place].lower in lexicon.deniers:
        behind = range(place + length, min(place + length + _DENIED, len(tokens)))
        return any(lexicon.hoax_words.length_at(tokens, other) for other in behind)
    near = tokens[max(place - _DENIED, 0) : place]
    return bool(lexicon.hoax_words.length_at(tokens, place)) and any(
        token.lower in lexicon.deniers for token in near
    )
