"""Learn what each clue to an antecedent counts.

    PYTHONPATH=benchmarks python training/clue_weights.py --help

Reads articles whose sources a person has named, resolves them with the true answers put in as it
goes, fits one log-linear ranker a task, and takes the thresholds from five-fold predictions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from attrib.extract import extract, load_tagger
from attrib.records import Extraction
from attrib.resolve.coreference import resolve_article
from attrib.resolve.lexicon import Lexicon, load_lexicon
from attrib.resolve.ranking import Ranked, Ranker, Task
from attrib.rulebook import load_rulebook
from attrib.segment import segment
from name_gold import Sheet, open_articles, read_sheets
from name_match import means_same

TASKS: tuple[Task, ...] = get_args(Task)
WRONG = {"person": 2.0, "role": 2.0, "institution": 2.5}
"""How many right answers one wrong one outweighs, when thresholds are set."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One mention: its candidates' clues, None for nobody, and which of them are right."""

    article: str
    task: Task
    clues: tuple[tuple[str, ...], ...]
    named: tuple[bool, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True)
class Recorder(Ranker):
    """Answers as a person did, and keeps what it was asked."""

    article: str
    answers: Mapping[tuple[int, bool], tuple[str, ...]]
    names: Mapping[str, str]
    choices: list[Choice] = field(default_factory=list)

    def rank(
        self, task: Task, start: int, candidates: Mapping[str, Iterable[str]], none: Iterable[str]
    ) -> Ranked:
        asked = (start, task == "person")
        if asked not in self.answers:
            return Ranked(None, 1.0)
        wanted = self.answers[asked]
        keys = sorted(candidates)
        right = [
            key in self.names and bool(wanted) and means_same((self.names[key],), wanted)
            for key in keys
        ]
        # Where no name is wanted, one who goes without a name is as right as nobody.
        unnamed = [not wanted and key not in self.names for key in keys]
        self.choices.append(
            Choice(
                self.article,
                task,
                (*(tuple(candidates[key]) for key in keys), tuple(none)),
                (*(key in self.names for key in keys), False),
                (
                    *(one or other for one, other in zip(right, unnamed, strict=True)),
                    not any(right),
                ),
            )
        )
        chosen = next((key for key, fits in zip(keys, right, strict=True) if fits), None)
        return Ranked(chosen, 1.0)


def record(sheet: Sheet, extraction: Extraction, lexicon: Lexicon) -> list[Choice]:
    """Every choice that resolving an article asks for where a person gave the answer."""
    # "His campaign" names another than "his"; whose it is nobody was asked.
    answers = {
        (item.source.start, item.kind == "pronoun"): item.names
        for item in sheet.expected
        if item.source
    }
    empty = Recorder({}, {}, "", {}, {})
    cast = resolve_article(extraction, lexicon, empty).scene.cast
    names = {key: entity.name for key, entity in cast.entities.items()}
    recorder = Recorder({}, dict.fromkeys(TASKS, 0.0), sheet.article, answers, names)
    resolve_article(extraction, lexicon, recorder)
    return recorder.choices


def fit(choices: Sequence[Choice], penalty: float) -> dict[str, float]:
    """The weights that make the right answers likeliest, held small by an L2 `penalty`."""
    clues = sorted({clue for choice in choices for row in choice.clues for clue in row})
    column = {clue: place for place, clue in enumerate(clues)}
    tables = [_table(choice, column) for choice in choices]
    right = [np.array(choice.right) for choice in choices]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total = 0.5 * penalty * float(weights @ weights)
        slope = penalty * weights
        for table, fits in zip(tables, right, strict=True):
            scores = table @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            chance = float(shares[fits].sum())
            total -= np.log(chance)
            aim = np.where(fits, shares / chance, 0.0)
            slope = slope + table.T @ (shares - aim)
        return total, slope

    found = minimize(loss, np.zeros(len(clues)), jac=True, method="L-BFGS-B")
    return {clue: round(float(found.x[column[clue]]), 2) for clue in clues}


def _table(choice: Choice, column: Mapping[str, int]) -> NDArray[np.float64]:
    table = np.zeros((len(choice.clues), len(column)))
    for row, clues in enumerate(choice.clues):
        for clue in clues:
            if clue in column:
                table[row, column[clue]] += 1.0
    return table


def predict(choice: Choice, weights: Mapping[str, float]) -> tuple[int, float]:
    """Place of the likeliest answer, and how likely it is."""
    scores = np.array([sum(weights.get(clue, 0.0) for clue in row) for row in choice.clues])
    shares = np.exp(scores - scores.max())
    best = int(shares.argmax())
    return best, float(shares[best] / shares.sum())


def set_threshold(
    choices: Sequence[Choice], penalty: float, wrong_counts: float
) -> tuple[float, str]:
    """The least likelihood at which five-fold predictions do best, and what they do there."""
    fold_of = {
        name: int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5
        for name in {choice.article for choice in choices}
    }
    found: list[tuple[float, bool]] = []
    for fold in range(5):
        weights = fit([item for item in choices if fold_of[item.article] != fold], penalty)
        for choice in choices:
            if fold_of[choice.article] == fold:
                best, likelihood = predict(choice, weights)
                if choice.named[best]:
                    found.append((likelihood, choice.right[best]))
    wanted = sum(any(r and n for r, n in zip(c.right, c.named, strict=True)) for c in choices)
    # Nobody is named who is not clearly likelier than all others together.
    steps = [step / 100 for step in range(60, 100, 2)]

    def gain(least: float) -> float:
        taken = [right for likelihood, right in found if likelihood >= least]
        return sum(taken) - wrong_counts * (len(taken) - sum(taken))

    least = max(steps, key=lambda step: (gain(step), -step))
    taken = [right for likelihood, right in found if likelihood >= least]
    told = (
        f"{len(choices)} mentions, {wanted} with a name among the candidates; at {least}: "
        f"{sum(taken)} right, {len(taken) - sum(taken)} wrong"
    )
    return least, told


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="files as benchmarks/gold/names.jsonl")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the weights, as JSON")
    parser.add_argument("--penalty", type=float, default=1.0)
    chosen = parser.parse_args(arguments)
    data = Path(os.environ["ATTRIB_DATA"])
    rulebook, tagger = load_rulebook(), load_tagger()
    lexicon = load_lexicon(rulebook)
    by_task: dict[Task, list[Choice]] = defaultdict(list)
    for file in chosen.gold:
        sheets = tuple(sheet for sheet in read_sheets(file) if sheet.half == "dev")
        for sheet, article in open_articles(sheets, data):
            extraction = extract(segment(article, rulebook), rulebook, lambda: tagger)
            for choice in record(sheet, extraction, lexicon):
                by_task[choice.task].append(choice)
    write(by_task, chosen.penalty, chosen.output)
    return 0


def write(by_task: Mapping[Task, Sequence[Choice]], penalty: float, output: Path) -> None:
    """Fit every task, print how it does, and write weights and thresholds, sorted."""
    tables = {}
    for task in TASKS:
        choices = by_task.get(task, ())
        least, told = set_threshold(choices, penalty, WRONG[task])
        print(f"{task}: {told}")
        weights = {clue: weight for clue, weight in fit(choices, penalty).items() if weight}
        tables[task] = {"least": least, "weights": weights}
    content = json.dumps(tables, indent=1, sort_keys=True) + "\n"
    output.write_text(content, encoding="utf-8")
    digest = hashlib.sha256(content.encode()).hexdigest()
    output.with_suffix(".sha256").write_text(f"{digest}  {output.name}\n", encoding="ascii")


if __name__ == "__main__":
    raise SystemExit(main())
