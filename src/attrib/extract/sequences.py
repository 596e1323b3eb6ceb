"""The best legal sequence of tags for each paragraph, and the spans it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Range = tuple[int, int]
"""Words from the first up to, not including, the second."""

ROLES = ("source", "cue", "content")
_START = -1


def best_tags(
    scores: NDArray[np.float64], paragraphs: NDArray[np.int32], steps: NDArray[np.float32]
) -> NDArray[np.int64]:
    """The tags of highest summed score (Viterbi, 1967), one sequence a paragraph.

    `scores` [n, tags]; `paragraphs` [n], equal and together for the words of one; `steps`
    [tags + 1, tags] scores a tag (column) after another (row; the last row: first of all).
    """
    n_words, n_tags = scores.shape
    if not n_words:
        return np.zeros(0, np.int64)
    firsts = np.flatnonzero(np.diff(paragraphs, prepend=paragraphs[0] - 1))
    lengths = np.diff(firsts, append=n_words)
    # All paragraphs advance together, the longest first, so that those under way stand in front.
    order = np.argsort(-lengths, kind="stable")
    firsts, lengths = firsts[order], lengths[order]
    best = scores[firsts] + steps[_START]
    back = np.zeros((int(lengths[0]), len(firsts), n_tags), np.int64)
    for place in range(1, int(lengths[0])):
        under_way = int(np.searchsorted(-lengths, -place))
        reached = best[:under_way, :, None] + steps[:_START]
        back[place, :under_way] = reached.argmax(1)
        best[:under_way] = reached.max(1) + scores[firsts[:under_way] + place]
    tags = np.zeros(n_words, np.int64)
    for number, (first, length) in enumerate(zip(firsts, lengths, strict=True)):
        tag = int(best[number].argmax())
        for place in range(int(length) - 1, -1, -1):
            tags[first + place] = tag
            tag = int(back[place, number, tag])
    return tags


def ranges_of(tags: Sequence[int], paragraphs: Sequence[int]) -> dict[str, list[Range]]:
    """The spans of each role, in order; tag 0 is none, then begin and inside of each role."""
    found: dict[str, list[Range]] = {role: [] for role in ROLES}
    n_words = len(tags)
    place = 0
    while place < n_words:
        tag = tags[place]
        end = place + 1
        if tag:
            role = (tag - 1) // 2
            inside = 2 * role + 2
            while end < n_words and tags[end] == inside and paragraphs[end] == paragraphs[place]:
                end += 1
            found[ROLES[role]].append((place, end))
        place = end
    return found
