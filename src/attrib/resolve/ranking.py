"""Which candidate a mention that points back stands for, by the clues that hold, or none.

A log-linear ranker over the candidates and "none of them" (Denis and Baldridge, 2008). Its
weights are read from a file that ships with attrib; every clue is a word a person can check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp
from typing import Literal

from attrib.modelfiles import read_weights

Task = Literal["person", "role", "institution"]
"""What points back: "he" and "she"; "the minister"; "the agency"."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The likeliest candidate, None for none of them, and how likely, in [0, 1]."""

    key: str | None
    likelihood: float


@dataclass(frozen=True, slots=True)
class Ranker:
    """By task, what each clue counts, and how likely a candidate must be to be taken."""

    weights: Mapping[str, Mapping[str, float]]
    least: Mapping[str, float]

    def rank(
        self,
        task: Task,
        start: int,  # noqa: ARG002 - training looks its answers up by it
        candidates: Mapping[str, Iterable[str]],
        none: Iterable[str],
    ) -> Ranked:
        """The likeliest of `candidates`, by key, for the mention at `start`.

        `none` are the clues that hold for none of them. Of equals the first by key is taken.
        """
        weights = self.weights[task]
        scores = {
            key: sum(weights.get(clue, 0.0) for clue in clues)
            for key, clues in sorted(candidates.items())
        }
        none_score = sum(weights.get(clue, 0.0) for clue in none)
        best = max(scores, key=lambda key: scores[key], default=None)
        if best is None or scores[best] <= none_score:
            return Ranked(None, 1.0)
        # Shares of what remains when the best is taken out keep the sum from overflowing.
        top = scores[best]
        whole = exp(none_score - top) + sum(exp(score - top) for score in scores.values())
        return Ranked(best, 1.0 / whole)

    def takes(self, task: Task, ranked: Ranked) -> bool:
        return ranked.key is not None and ranked.likelihood >= self.least[task]


def load_ranker() -> Ranker:
    """The ranker that ships with attrib; raises ModelError if its file is not the one released."""
    tables = read_weights()
    return Ranker(
        {task: table["weights"] for task, table in tables.items()},
        {task: table["least"] for task, table in tables.items()},
    )
