"""A quote of which a long piece of one sentence is left out without an ellipsis.

So much is missing that the words are not near any passage, yet both halves stand there verbatim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.check.alignment import Run
from attrib.check.material import Material, find_folded
from attrib.check.quoted import ends_sentence

_SHORTEST_HALF = 4
"""Words that hardly stand in a text by chance, once the other half stands near by."""
_LONGEST_GAP = 40


def find_halves(folded: Sequence[str], material: Material) -> Iterator[tuple[Run, Run]]:
    """The first and the last words of a quote, where one sentence has both, with a gap."""
    if not material.known.issuperset(folded):
        return
    for first in find_folded(material, folded[:_SHORTEST_HALF]):
        theirs, length = material.words.folded, _SHORTEST_HALF
        while (
            length < len(folded)
            and first.start + length < len(theirs)
            and theirs[first.start + length] == folded[length]
        ):
            length += 1
        if len(folded) - length < _SHORTEST_HALF:
            continue
        end = first.start + length
        for last in find_folded(material, folded[length:]):
            if 0 < last.start - end <= _LONGEST_GAP and _is_one_sentence(material, end, last.start):
                yield (
                    Run(0, first.start, length),
                    Run(length, last.start, len(folded) - length),
                )


def _is_one_sentence(material: Material, first: int, last: int) -> bool:
    text, words = material.article.text, material.words
    return not any(ends_sentence(text, words, index) for index in range(first, last + 1))
