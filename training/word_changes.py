"""Sentences with a word or more changed for near ones, or with a few word pieces left out, in the
manner of TinyBERT (Jiao et al., 2020)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from tokenizers import Tokenizer
from torch import Tensor

from attrib.check.fault_windows import Unit
from near_pairs import near_words

_LEFT_OUT, _AT_MOST, _FEWEST = 0.15, 3, 9
"""Share of changes that leave pieces out; how many; and of how many pieces in a sentence."""
_CHANGED = (1, 1, 2, 3)
"""How many words are changed, one of these by chance."""
_SHORTEST = 3
"""Letters of a word that is changed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The words that lie near each, and the pieces that go on with a word."""

    near: Mapping[int, Sequence[int]]
    endings: frozenset[int]

    def change(self, unit: Unit, random: Random) -> Unit:
        """The sentence changed; what is left of it keeps its offsets and features."""
        n_pieces = len(unit.pieces)
        if n_pieces >= _FEWEST and random.random() < _LEFT_OUT:
            start = random.randrange(n_pieces - _AT_MOST)
            return _without(unit, start, start + random.randint(1, _AT_MOST))
        pieces = list(unit.pieces)
        whole = [
            place
            for place, piece in enumerate(pieces)
            if piece in self.near and not self.endings.intersection(pieces[place + 1 : place + 2])
        ]
        for place in random.sample(whole, min(len(whole), random.choice(_CHANGED))):
            pieces[place] = random.choice(self.near[pieces[place]])
        return replace(unit, pieces=tuple(pieces))


def make_changes(table: Tensor, tokenizer: Tokenizer) -> Changes:
    """Near is near in `table` [vocabulary, width], the pieces of an encoder."""
    vocabulary = tokenizer.get_vocab()
    words = sorted(
        number for word, number in vocabulary.items() if word.isalpha() and len(word) >= _SHORTEST
    )
    endings = frozenset(number for word, number in vocabulary.items() if word.startswith("##"))
    return Changes(near_words(table, np.array(words, np.int64)), endings)


def _without(unit: Unit, start: int, end: int) -> Unit:
    return replace(
        unit,
        pieces=unit.pieces[:start] + unit.pieces[end:],
        starts=unit.starts[:start] + unit.starts[end:],
        ends=unit.ends[:start] + unit.ends[end:],
        features=unit.features[:start] + unit.features[end:],
    )
