"""The model that reads a draft for faults that no list of words can tell.

It goes over the sentences as an editor does, each with what stands around it and with what was
found of sources and quotations, and gives for each, and for twenty checks, how likely it is at
fault. How it was made stands in training/ and in the model card.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from attrib.check.fault_windows import (
    FEWEST,
    FaultWindow,
    Unit,
    cut_windows,
    lay_window,
    make_units,
)
from attrib.modelfiles import open_fault_model
from attrib.records import Extraction

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer


@dataclass(frozen=True, slots=True)
class UnitReading:
    """What the model says of one sentence or headline, by name of the check.

    `likely`, in [0, 1], is how likely it is at fault.
    """

    unit: Unit
    likely: dict[str, float]


class FaultModel:
    """A loaded model. Safe to use from several threads."""

    def __init__(
        self, session: InferenceSession, tokenizer: Tokenizer, codes: tuple[str, ...]
    ) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._marks = tokenizer.token_to_id("[CLS]") or 0, tokenizer.token_to_id("[SEP]") or 0
        self.codes = codes

    def read(self, extraction: Extraction) -> tuple[UnitReading, ...]:
        """One reading of each sentence and of the title, in order; none of a very short article."""
        units = make_units(extraction, self._tokenizer)
        if sum(len(unit.pieces) for unit in units) < FEWEST:
            return ()
        readings: list[UnitReading] = []
        for window in cut_windows(units):
            scores = self._score(units, window)
            for place in range(window.core, window.core_end):
                odds = 1 / (1 + np.exp(-scores[place].astype(np.float64)))
                likely = {
                    code: round(float(value), 3)
                    for code, value in zip(self.codes, odds, strict=True)
                }
                readings.append(UnitReading(units[window.units[place]], likely))
        return tuple(readings)

    def _score(self, units: tuple[Unit, ...], window: FaultWindow) -> NDArray[np.float32]:
        """[units, codes]: the log-odds of each unit of a window, in a call of its own."""
        pieces, features, owners = lay_window(units, window, self._marks)
        inside = np.arange(len(window.units))[:, None] == np.array(owners)[None]
        (scores,) = self._session.run(
            None,
            {
                "pieces": np.array(pieces, np.int64),
                "features": np.array(features, np.int64),
                "inside": inside.astype(np.float32),
            },
        )
        found: NDArray[np.float32] = scores
        return found


@lru_cache(maxsize=8)
def load_fault_model(threads: int = 0) -> FaultModel:
    """The model that ships with attrib, on `threads` threads (0: one a core).

    Opened once per process and number of threads. Raises ModelError if a file of it is missing
    or is not, byte for byte, the one that was released.
    """
    opened = open_fault_model(threads)
    return FaultModel(opened.session, opened.tokenizer, tuple(json.loads(opened.tables["codes"])))
