"""Pairs of claims worth a closer look: nearest by vector, and nearest by words.

Words find what a sentence encoder blurs (names, rare nouns); the encoder finds what is said
in other words. Both lists are bounded for each claim, so nothing is quadratic in memory.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from attrib.compare.embedders import Vectors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

NEIGHBOURS = 12
"""Nearest claims looked at for each claim, by each of the two measures."""
_LEAST_COSINE = 0.45
_LEAST_OVERLAP = 0.3
_BLOCK = 1000


def find_neighbours(
    vectors: Vectors, stems: Sequence[frozenset[str]]
) -> dict[tuple[int, int], float]:
    """Pairs (i, j), i < j, among the nearest of either, with their cosine rounded to 3 places."""
    count = len(stems)
    if count < 2:
        return {}
    words = _word_vectors(stems)
    found: dict[tuple[int, int], float] = {}
    for start in range(0, count, _BLOCK):
        rows = slice(start, min(start + _BLOCK, count))
        cosines = np.round(vectors[rows] @ vectors.T, 3)
        overlaps = np.round((words[rows] @ words.T).toarray(), 3)
        for near, least in ((cosines, _LEAST_COSINE), (overlaps, _LEAST_OVERLAP)):
            for row, column in _nearest(near, start, least):
                pair = (min(row, column), max(row, column))
                found[pair] = float(cosines[row - start, column])
    return found


def _nearest(near: npt.NDArray[np.float32], start: int, least: float) -> list[tuple[int, int]]:
    """For each row its best columns but itself, ties in order of column."""
    pairs: list[tuple[int, int]] = []
    for offset, row in enumerate(near):
        candidates = np.flatnonzero(row >= least)
        order = candidates[np.lexsort((candidates, -row[candidates]))][: NEIGHBOURS + 1]
        pairs.extend((start + offset, int(column)) for column in order if column != start + offset)
    return pairs


def _word_vectors(stems: Sequence[frozenset[str]]) -> csr_matrix:
    """Rows of unit length, rare stems weighing more: (n, vocabulary)."""
    counts = Counter(word for words in stems for word in words)
    column = {word: number for number, word in enumerate(sorted(counts))}
    rarity = np.array([math.log((1 + len(stems)) / (1 + counts[w])) + 1 for w in column])
    return unit_rows([dict.fromkeys(sorted(words), 1.0) for words in stems], column, rarity)


def unit_rows(
    texts: Sequence[Mapping[str, float]],
    column: Mapping[str, int],
    rarity: npt.NDArray[np.float64],
) -> csr_matrix:
    """A row of unit length for each text, (n, vocabulary): its words times how rare they are."""
    from scipy.sparse import csr_matrix

    pointers: list[int] = [0]
    indices: list[int] = []
    values: list[float] = []
    for weighted in texts:
        weights = [weight * rarity[column[word]] for word, weight in weighted.items()]
        length = math.sqrt(sum(weight**2 for weight in weights)) or 1.0
        indices.extend(column[word] for word in weighted)
        values.extend(weight / length for weight in weights)
        pointers.append(len(indices))
    return csr_matrix(
        (np.array(values), np.array(indices, dtype=np.int32), np.array(pointers)),
        shape=(len(texts), max(len(column), 1)),
    )
