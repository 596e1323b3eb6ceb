"""What of a thing a measure tells, and what of a course a time is: two such are no one figure.

"40 metres down" and "100 metres across", "left at eight" and "docked at ten".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.tokens import Token

LIMIT = "limit"
"""The aspect of a speed that is allowed, which none other is."""
_BEFORE = 4
"""Words before a measure in which "a depth of" stands."""


def find_aspect(
    tokens: Sequence[Token], first: int, last: int, right: int, dimension: str, lexicon: Lexicon
) -> str:
    """The aspect of a measure in tokens `[first, last)`: width, depth, ...; "" where none is told.

    That behind it, in its clause up to `right`, counts more than that before it.
    """
    if dimension == "speed":
        around = tokens[max(first - 2 * _BEFORE, 0) : right]
        return LIMIT if any(token.lower in lexicon.limit_words for token in around) else ""
    if dimension != "length":
        return ""
    for place in (last, *range(first - 1, max(first - _BEFORE, 0) - 1, -1)):
        if 0 <= place < len(tokens):
            named = lexicon.aspects.get(tokens[place].lower)
            if named is not None:
                return named
    return ""


def find_course(tokens: Sequence[Token], left: int, right: int, lexicon: Lexicon) -> str:
    """ "start" or "end" by the words of the clause `[left, right)`; "" for neither, or both."""
    found = {
        name
        for name, phrases in lexicon.courses
        if any(phrases.length_at(tokens, place) for place in range(left, right))
    }
    return found.pop() if len(found) == 1 else ""
