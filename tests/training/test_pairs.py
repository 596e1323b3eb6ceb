"""The pairs that the pair model learns from: one change each, and the label that goes with it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from random import Random

import pytest
import torch

from attrib.compare.pairs import LABELS, lay_pair
from batches import Pieces
from minimal_pairs import (
    CONTRADICTION,
    ENTAILMENT,
    NEUTRAL,
    Sentence,
    approximate,
    change_figure,
    make_stances,
    negate,
    negate_parsed,
    oppose,
)
from pair_network import PairNetwork
from train import keep, load_tokenizer, make_optimizer, resume
from train_pairs import SHAPES, Batch, Lesson, batch_up, run
from written import FIGURE_KINDS

# token: start, end, word, lemma, part of speech, entity, head, relation
RANG = [
    [0, 3, "The", "the", "DT", "O", 2, "det"],
    [4, 8, "bell", "bell", "NN", "O", 3, "nsubj"],
    [9, 13, "rang", "ring", "VBD", "O", 0, "root"],
    [13, 14, ".", ".", ".", "O", 3, "punct"],
]


def test_labels_stand_in_the_order_of_the_model() -> None:
    names = {"entailment": ENTAILMENT, "neutral": NEUTRAL, "contradiction": CONTRADICTION}
    assert [names[label] for label in LABELS] == [0, 1, 2]


def test_negation_goes_to_the_auxiliary_or_brings_one() -> None:
    assert negate("The bell is cracked.") == "The bell is not cracked."
    assert negate("It can ring.") == "It cannot ring."
    assert negate("The bell is not cracked.") is None
    assert negate_parsed(Sentence("The bell rang.", RANG, 0)) == "The bell did not ring."


@pytest.mark.parametrize("seed", range(20))
def test_a_changed_figure_is_another_one(seed: int) -> None:
    text = "In 1987 the 12 bells weighed 3,400 kg."
    changed = change_figure(text, Random(seed))
    assert changed is not None
    assert sum(a != b for a, b in zip(changed.split(), text.split(), strict=True)) == 1


@pytest.mark.parametrize("seed", range(20))
def test_a_figure_given_roundly_still_holds(seed: int) -> None:
    rounded = approximate("The march drew 527 people.", Random(seed))
    if rounded:
        hedge, number = rounded.split(" drew ")[1].removesuffix(" people.").rsplit(" ", 1)
        bound = int(number)
        assert bound <= 527 if hedge in ("more than", "at least", "over") else abs(bound - 527) < 80


def test_opposite_words_change_places() -> None:
    assert oppose("Prices rose.", Random(0)) == "Prices fell."
    assert oppose("Bells ring.", Random(0)) is None


@pytest.mark.parametrize("seed", range(10))
def test_who_denies_what_another_says_opposes_him(seed: int) -> None:
    made = list(make_stances("The bell is cracked.", "The bell is cracked.", 0, Random(seed)))
    assert made[0][2] == CONTRADICTION
    assert made[1][2] == ENTAILMENT
    assert {pair[2] for pair in make_stances("It is old.", "It is red.", 1, Random(seed))} == {1}


def test_network_reads_batches_of_every_shape_and_alone_alike() -> None:
    torch.manual_seed(0)
    tokenizer = load_tokenizer()
    pieces = Pieces(tokenizer)
    network = PairNetwork(tokenizer.get_vocab_size()).eval()
    pairs = [("The bell rang.", "It rang.", 0)] * SHAPES[0][1]
    (batch,) = batch_up(pairs, pieces, Random(0))
    with torch.inference_mode():
        encoded, _ = network.encoder(batch.pieces, batch.features, batch.bias)
        together = network.judge(encoded, batch.features)
    assert together.shape == (SHAPES[0][1], len(LABELS) + 1 + len(FIGURE_KINDS))
    ids = [pieces.of_text(text) for text in pairs[0][:2]]
    laid, features = lay_pair(ids[0], ids[1], (pieces.start, pieces.end))
    unmasked = [row for row in range(len(pairs)) if pieces.mask not in batch.pieces[row].tolist()]
    with torch.inference_mode():
        marks = torch.tensor([features])
        alone = network.judge(network.encoder(torch.tensor([laid]), marks)[0], marks)
    torch.testing.assert_close(together[unmasked[0]], alone[0], atol=1e-4, rtol=1e-4)


def test_the_clash_head_begins_as_the_contradiction_of_the_other() -> None:
    torch.manual_seed(0)
    general, news = (PairNetwork(50).eval() for _ in range(2))
    news.start_from(general.state_dict())
    encoded, features = torch.randn(2, 5, 384), torch.ones(2, 5, 2, dtype=torch.long)
    scores = news.judge(encoded, features)
    margin = scores[:, CONTRADICTION] - scores[:, [ENTAILMENT, NEUTRAL]].mean(1)
    torch.testing.assert_close(scores[:, len(LABELS)], margin, atol=1e-4, rtol=1e-4)


def test_a_run_goes_on_where_it_was_kept(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint.pt"
    first = torch.nn.Linear(2, 2)
    optimizer = make_optimizer(first, 0.1)
    average, epochs, steps = resume(checkpoint, first, optimizer)
    assert (epochs, steps) == (0, 0)
    first(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    keep(checkpoint, first, optimizer, average, (1, 7))
    second = torch.nn.Linear(2, 2)
    kept, epochs, steps = resume(checkpoint, second, make_optimizer(second, 0.1))
    assert (epochs, steps) == (1, 7)
    torch.testing.assert_close(second.state_dict(), first.state_dict())
    torch.testing.assert_close(kept, average)
    assert [path.name for path in tmp_path.iterdir()] == ["checkpoint.pt"]


def test_a_run_saves_what_is_made_of_its_weights_and_goes_on(tmp_path: Path) -> None:
    torch.manual_seed(0)
    pieces = Pieces(load_tokenizer())
    pairs = [("The bell rang.", "It rang.", 0)] * SHAPES[0][1]
    read: list[int] = []
    begun: list[torch.Tensor] = []

    def train(epochs: int) -> tuple[torch.nn.Linear, dict[str, torch.Tensor]]:
        network = torch.nn.Linear(2, 1)
        read.clear()
        begun.clear()

        def loss_of(batch: Batch) -> torch.Tensor:
            read.append(len(batch.labels))
            begun.append(network.weight.detach().clone())
            loss: torch.Tensor = network(torch.ones(1, 2)).square().sum()
            return loss

        def finish(average: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
            return {"halved." + name: value / 2 for name, value in average.items()}

        chosen = Namespace(out=tmp_path, threads=2, rate=0.1, seed=1, epochs=epochs, decay=0.9)
        run(network, Lesson(lambda _, __: pairs, loss_of, finish), pieces, chosen)
        return network, torch.load(tmp_path / "pairs.pt", weights_only=True)

    first, saved = train(1)
    assert read == [SHAPES[0][1]]
    assert set(saved) == {"halved.weight", "halved.bias"}
    second, _ = train(3)
    # The first epoch is done: two are left, and begin with the weights that it left.
    assert read == [SHAPES[0][1]] * 2
    assert torch.equal(begun[0], first.weight)
    assert not torch.equal(second.weight, first.weight)
