"""How far a word stands from a cue, in the classes that the link scorer knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BOUNDS = np.array([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96], np.int64)
N_DISTANCES = 2 * len(_BOUNDS) + 1
_MOST_STEPS = 3
N_PARAGRAPH_STEPS = 2 * _MOST_STEPS + 1


def distance_classes(
    words: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Class of the signed distance of each word from cues that take words `first` to `last` - 1.

    0 inside the cue, then growing classes after it, then before it; the arguments broadcast.
    """
    after = words - last + 1
    before = first - words
    distance = np.maximum(np.maximum(after, before), 0)
    found = np.searchsorted(_BOUNDS, distance, side="right")
    classes: NDArray[np.int64] = np.where(before > 0, found + len(_BOUNDS), found)
    return classes


def step_classes(of_words: NDArray[np.int64], of_cues: NDArray[np.int64]) -> NDArray[np.int64]:
    """Class of how many paragraphs a word stands after its cue; 3 and more are one class."""
    steps: NDArray[np.int64] = np.clip(of_words - of_cues, -_MOST_STEPS, _MOST_STEPS)
    return steps + _MOST_STEPS
