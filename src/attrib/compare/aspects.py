"""What of a thing a measure tells, and what of a course a time is: two such are no one figure.

"40 metres down" and "100 metres across", "left at eight" and "docked at ten".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.tokens import Token

LIMIT = "limit"
"""The aspect of a speed that is allowed, and of a number that there is room for."""
AVERAGE = "average"
"""The sense of a figure that is one of many."""
SO_FAR = "so far"
"""The aspect of a time that goes on: "three weeks into the strike", "has been out for ten days"."""
_HAS = frozenset({"has", "have", "'s", "'ve"})
_PERFECT = 6
"""Words before a duration in which "has been refusing food for" stands."""
_REACH = 10
"""Words before a measure, within its clause, in which its kind is named."""
_BEFORE = 4
"""Words before a measure in which "a depth of" stands."""


def find_aspect(
    tokens: Sequence[Token],
    left: int,
    first: int,
    last: int,
    right: int,
    dimension: str,
    lexicon: Lexicon,
) -> str:
    """The aspect of a measure in tokens `[first, last)` of the clause `[left, right)`.

    Width, depth, cost, gusts ...; "" where none is told. That behind a length counts more than
    that before it.
    """
    if not dimension:
        places = range(max(first - _BEFORE, 0), last + 1)
        return LIMIT if any(lexicon.capacity.length_at(tokens, place) for place in places) else ""
    if dimension == "duration":
        return SO_FAR if _goes_on(tokens, first, last) else ""
    if dimension == "speed":
        around = tokens[max(first - 2 * _BEFORE, 0) : right]
        if any(token.lower in lexicon.limit_words for token in around):
            return LIMIT
    if dimension == "length":
        named = (
            lexicon.aspects.get(tokens[place].lower)
            for place in (last, *range(first - 1, max(first - _BEFORE, 0) - 1, -1))
            if 0 <= place < len(tokens)
        )
        return next(filter(None, named), "")
    kinds = lexicon.kinds.get(dimension.partition(".")[0], {})
    near = [*reversed(tokens[max(left, first - _REACH) : first]), *tokens[last:right]]
    return next((kinds[token.lower] for token in near if token.lower in kinds), "")


def find_sense(
    tokens: Sequence[Token], left: int, right: int, dimension: str, lexicon: Lexicon
) -> str:
    """How the clause `[left, right)` puts its figure forward: offered, demanded, average, or ""."""
    for name, phrases in lexicon.senses:
        # A count is of those who want something, or of what they are offered.
        asked = dimension or name == AVERAGE
        if asked and any(phrases.length_at(tokens, place) for place in range(left, right)):
            return name
    return ""


def find_course(tokens: Sequence[Token], left: int, right: int, lexicon: Lexicon) -> str:
    """ "start" or "end" by the words of the clause `[left, right)`; "" for neither, or both."""
    found = {
        name
        for name, phrases in lexicon.courses
        if any(phrases.length_at(tokens, place) for place in range(left, right))
    }
    return found.pop() if len(found) == 1 else ""


def _goes_on(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a duration in tokens `[first, last)` is one of a thing that is not over."""
    if last < len(tokens) and tokens[last].lower == "into":
        return True
    before = [token.lower for token in tokens[max(first - _PERFECT, 0) : first]]
    return before[-1:] == ["for"] and bool(_HAS & set(before)) and "been" in before
