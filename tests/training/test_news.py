"""What the pair model learns of news: the written pairs, an epoch of them, and what is asked."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest
import torch

from attrib.compare.pairs import LABELS
from minimal_pairs import APART, CLASH, CONTRADICTION, ENTAILMENT, NEUTRAL, Sentence
from news_examples import KEPT, TIMES, make_news_epoch
from pair_examples import Material
from pair_network import PairNetwork, at_odds
from train_news import move_back, score_news
from written import (
    DISPUTES,
    FIGURE_KINDS,
    FIGURES,
    FIRST_KIND,
    read_disputes,
    read_figures,
)

FILES = sorted([*FIGURES.glob("*.jsonl"), *DISPUTES.glob("*.jsonl")])
N_SCORES = len(LABELS) + 1 + len(FIGURE_KINDS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_line_written_is_whole(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    days = {"one_published", "other_published"} if path.parent == FIGURES else set()
    kinds = set(FIGURE_KINDS) if days else {"denial", "contrary", "same", "none"}
    assert all(set(row) == {"base", "one", "other", "label"} | days for row in rows)
    assert {row["label"] for row in rows} == kinds
    texts = Counter(frozenset((row["one"], row["other"])) for row in rows)
    assert max(texts.values()) == 1
    # In contrast: what stays the same does not give the label away.
    labels: dict[int, set[str]] = {}
    for row in rows:
        labels.setdefault(row["base"], set()).add(row["label"])
    assert sum(len(found) > 1 for found in labels.values()) > 0.9 * len(labels)


@pytest.mark.parametrize("read", [read_figures, read_disputes])
def test_what_is_held_out_is_not_trained_on(read: type) -> None:
    trained, held = ({pair[:2] for pair in read(held_out=out)} for out in (False, True))
    assert len(trained) > 10 * len(held) / 2 > 0
    assert not trained & held


def test_labels_of_the_heads_do_not_meet() -> None:
    assert {label for *_, label in read_disputes()} == {APART, CLASH}
    assert {label for *_, label in read_figures()} == {
        FIRST_KIND + place for place in range(len(FIGURE_KINDS))
    }
    assert KEPT not in range(FIRST_KIND + len(FIGURE_KINDS))


@pytest.mark.parametrize("seed", range(3))
def test_an_epoch_keeps_what_has_no_label_for_news(seed: int) -> None:
    general = (("It rang.", "It rang again.", ENTAILMENT), ("It rang.", "It fell.", CONTRADICTION))
    headlines: dict[str, tuple[str, ...]] = {
        "claim": ("It rang.",), "for": ("It did ring.",), "against": ("It fell.",)
    }  # fmt: skip
    token = [0, 4, "Rang", "ring", "VBD", "O", 0, "root"]
    sentences = (Sentence("Rang.", [token], 0),) * 9004
    labelled = (("It rang.", "Bang.", CLASH),)
    material = Material(general, (), (headlines,), (), sentences, (), labelled, ())
    pairs = make_news_epoch(material, Random(seed))
    labels = Counter(label for *_, label in pairs)
    assert set(labels) == {KEPT, APART, CLASH, *range(FIRST_KIND, FIRST_KIND + len(FIGURE_KINDS))}
    assert sum(labels[label] for label in labels if label >= FIRST_KIND) == TIMES * len(
        read_figures()
    )
    assert {ENTAILMENT, NEUTRAL, CONTRADICTION}.isdisjoint(labels)


def grads(labels: list[int], before: torch.Tensor) -> torch.Tensor:
    scores = torch.zeros(len(labels), N_SCORES, requires_grad=True)
    torch.autograd.backward(score_news(scores, torch.tensor(labels), before))
    assert scores.grad is not None
    return scores.grad


def test_each_head_learns_from_its_own_labels() -> None:
    differ, update = (FIRST_KIND + FIGURE_KINDS.index(kind) for kind in ("differ", "update"))
    moved = grads([KEPT, APART, CLASH, differ, update], torch.tensor([[2.0, 0.0, 0.0]]))
    n_labels = len(LABELS)
    assert moved[0, :n_labels].all()
    assert not moved[0, n_labels:].any()
    assert not moved[1:, :n_labels].any()
    # Downhill: a pair apart has its score lowered, one that clashes has it raised.
    assert (moved[1:, n_labels] > 0).tolist() == [True, False, False, True]
    assert not moved[1:3, n_labels + 1 :].any()
    assert moved[3, n_labels + 1] < 0 < moved[4, n_labels + 1]
    assert moved[4, n_labels + 1 + FIGURE_KINDS.index("update")] < 0


def test_what_is_kept_as_it_was_asks_for_nothing() -> None:
    assert grads([KEPT, KEPT], torch.zeros(2, 3)).abs().max() < 1e-6


def test_figures_are_at_odds_by_the_odds_of_all_other_kinds() -> None:
    scores = torch.tensor([2.0, 0.5, 0.1, -1.0, 0.0])
    probabilities = torch.softmax(scores, -1)
    expected = torch.log(probabilities[0] / probabilities[1:].sum())
    torch.testing.assert_close(at_odds(scores), expected)


def test_weights_move_back_a_part_of_the_way_but_for_the_heads_of_news() -> None:
    torch.manual_seed(0)
    before, after = PairNetwork(50), PairNetwork(50)
    moved = move_back(after.state_dict(), before, 0.25)
    assert set(moved) == set(after.state_dict())
    for name, value in moved.items():
        old, new = before.state_dict()[name], after.state_dict()[name]
        is_of_news = name.partition(".")[0].partition("_")[0] in ("clash", "figures")
        expected = new if is_of_news else 0.75 * new + 0.25 * old
        torch.testing.assert_close(value, expected)
