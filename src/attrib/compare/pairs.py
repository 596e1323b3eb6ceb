"""The model that reads two claims side by side: does one say what the other says, or oppose it?

A cross-encoder (both texts in one window, so that every word of one is read with every word of
the other), scored in both directions. How it was made stands in training/ and in the model card.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from attrib.modelfiles import open_pair_model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

LABELS = ("entailment", "neutral", "contradiction")
FEATURE_SIZES = (2, 3)
"""Which of the two texts a piece stands in; no word, a word of one text alone, of both."""
LIMIT = 128
"""Word pieces in a window; of texts that are longer together the longer one loses its end."""
_ROOM = LIMIT - 3
"""Of these, those for the texts' own words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of two texts, each in [0, 1].

    `forward` and `backward`: that the first text implies the second, and the other way round;
    `contradiction`: that both cannot hold, as sets for inference have it, the mean of both
    directions; `clash`: that one disputes the other, as an editor would have it; `figures`: that
    figures of the two are at odds, of use only where both have some. `cut`: the two did not fit
    in a window, and an end was not read.
    """

    forward: float
    backward: float
    contradiction: float
    clash: float = 0.0
    figures: float = 0.0
    cut: bool = False


PairReader = Callable[[Sequence[tuple[str, str]]], tuple[Reading, ...]]
"""Pairs of texts to one Reading each, in order."""


class PairModel:
    """A loaded model. Safe to use from several threads."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._marks = tokenizer.token_to_id("[CLS]") or 0, tokenizer.token_to_id("[SEP]") or 0

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        """One Reading a pair, in order; each window in a call of its own, so that none
        changes another."""
        texts = sorted({text for pair in pairs for text in pair})
        encoded = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        ids = dict(zip(texts, (one.ids for one in encoded), strict=True))
        known: dict[tuple[str, str], NDArray[np.float64]] = {}
        for one, other in {*pairs, *((b, a) for a, b in pairs)}:
            known[one, other] = self._score(ids[one], ids[other])
        readings = []
        for one, other in pairs:
            there, back = known[one, other], known[other, one]
            readings.append(
                Reading(
                    round(float(there[0]), 3),
                    round(float(back[0]), 3),
                    round(float(there[2] + back[2]) / 2, 3),
                    round(float(there[3] + back[3]) / 2, 3),
                    round(float(there[4] + back[4]) / 2, 3),
                    len(ids[one]) + len(ids[other]) > _ROOM,
                )
            )
        return tuple(readings)

    def _score(self, one: list[int], other: list[int]) -> NDArray[np.float64]:
        pieces, features = lay_pair(one, other, self._marks)
        (scores,) = self._session.run(
            None, {"pieces": np.array(pieces, np.int64), "features": np.array(features, np.int64)}
        )
        scores, at_odds = np.split(scores.astype(np.float64), [len(LABELS)])
        odds = np.exp(scores - scores.max())
        return np.concatenate([odds / odds.sum(), 1 / (1 + np.exp(-at_odds))])


def lay_pair(
    one: Sequence[int], other: Sequence[int], marks: tuple[int, int]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Piece ids of a window that holds both texts, and the FEATURE_SIZES of each piece.

    `marks` are the pieces for the start of a window and the end of a text.
    """
    short = min(len(one), len(other), _ROOM // 2)
    one = one[: max(_ROOM - len(other), _ROOM - short if len(one) > len(other) else short)]
    other = other[: _ROOM - len(one)]
    start, end = marks
    inside_one, inside_other = set(one), set(other)
    pieces = [start, *one, end, *other, end]
    features = [
        (0, 0),
        *((0, 2 if piece in inside_other else 1) for piece in one),
        (0, 0),
        *((1, 2 if piece in inside_one else 1) for piece in other),
        (1, 0),
    ]
    return pieces, features


def lazy_reader(threads: int = 0) -> PairReader:
    """`PairModel.read`, but nothing is loaded before the first pair is to be read."""

    def read(pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        return load_pair_model(threads).read(pairs) if pairs else ()

    return read


@lru_cache(maxsize=8)
def load_pair_model(threads: int = 0) -> PairModel:
    """The model that ships with attrib, on `threads` threads (0: one a core).

    Opened once per process and number of threads. Raises ModelError if a file of it is missing
    or is not, byte for byte, the one that was released.
    """
    opened = open_pair_model(threads)
    return PairModel(opened.session, opened.tokenizer)
