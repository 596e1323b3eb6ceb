"""Whether two sentences on one matter give figures that cannot both hold; no embeddings."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from attrib.compare.signs import find_clashing
from attrib.compare.statements import Statement, state
from attrib.compare.word_lists import read_lexicon
from attrib.rulebook import Rulebook


def clash_finder(rulebook: Rulebook) -> Callable[[str, str], str | None]:
    """A function from two texts to their clashing figures in words, or None.

    Which texts are on one matter is for the caller to say.
    """
    lexicon = read_lexicon(rulebook)

    @lru_cache(maxsize=256)
    def laid_out(text: str) -> Statement:
        return state(text, lexicon)

    def find(one: str, other: str) -> str | None:
        left, right = laid_out(one), laid_out(other)
        if left.updates or right.updates or left.hypothetical or right.hypothetical:
            return None
        clashing = find_clashing(left, right, lexicon)
        if clashing is None:
            return None
        return f"figures differ: {' / '.join(sorted(quantity.shown for quantity in clashing))}"

    return find
