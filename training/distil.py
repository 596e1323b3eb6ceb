"""Train a teacher, and by it the pair model: `python training/distil.py STOCK MPNET --out FOLDER`.

STOCK is what distil_material.py wrote, MPNET the model.safetensors of all-mpnet-base-v2. FOLDER
gets a log and the averaged weights `pairs.pt`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from distil_material import Stock, load
from minimal_pairs import CONTRADICTION
from near_pairs import NEIGHBOURS, embed, make_near_pairs, near_words, nearest
from network import load_encoder
from pair_network import PairNetwork
from pair_trainer import UNKNOWN, Array, Course, Judges, Pairs, fit, judge_pairs, measure
from pair_windows import Texts, gather_texts
from teacher_network import TeacherNetwork, read_mpnet
from train import find_model

TEACHER = Course(epochs=3, rate=4e-5, n_batch=128, decay=0.995, seconds=1e9, seed=1)
STUDENT = Course(epochs=3, rate=3e-4, n_batch=512, decay=0.999, seconds=1e9, seed=1)
_LABELLED_AT_ONCE = 1024
Say = Callable[[str], None]
Keep = Callable[[dict[str, Tensor]], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """The courses of both networks, how many of the pairs are used (for a trial), and the seed."""

    teacher: Course = TEACHER
    student: Course = STUDENT
    most: int = 10**9
    seed: int = 1


def distil(
    stock: Stock,
    networks: tuple[TeacherNetwork, PairNetwork],
    plan: Plan,
    say: Say,
    keep: Keep,
) -> dict[str, Tensor]:
    """Train both networks, the second by the first; the averaged weights of the second.

    `keep` gets those now and then while they are made, `say` a line of what happens.
    """
    teacher, student = networks
    device = str(next(student.parameters()).device)
    known = stock.texts()
    texts = gather_texts([*known, []], stock.marks, device)
    loose, near = _nearest(stock, student, texts, len(known), plan.most)
    say(f"{len(loose.loose)} texts, each with {near.shape[1]} near ones")
    random = np.random.default_rng(plan.seed)
    words = near_words(student.encoder.pieces.weight, stock.words)
    made, pairs = make_near_pairs(loose, near, words, random)
    texts = gather_texts([*known, *made], stock.marks, device)
    say(f"{len(pairs)} pairs without labels, {len(made)} changed texts")
    teach(teacher, texts, stock, plan, say)
    everything = label(teacher, texts, _join(stock, pairs, plan.most))
    say(f"{len(everything.one)} pairs scored")

    def watch(average: dict[str, Tensor], step: int, line: str) -> None:
        say(line)
        if step % 1000 == 0:
            keep(average)
        if step % 2000 == 0:
            say(str(measure(_with(student, average), texts, stock.held)))

    average = fit(student, texts, lambda _: everything, plan.student, watch)
    say(f"student: {measure(_with(student, average), texts, stock.held)}")
    keep(average)
    return average


def teach(teacher: TeacherNetwork, texts: Texts, stock: Stock, plan: Plan, say: Say) -> None:
    """Train `teacher` on the true labels, and leave its averaged weights in it."""

    def epoch(number: int) -> Pairs:
        one, other, labels = stock.gold[number % len(stock.gold)][: plan.most].T
        return Pairs(one, other, labels)

    average = fit(teacher, texts, epoch, plan.teacher, lambda _average, _step, line: say(line))
    teacher.load_state_dict(average)
    say(f"teacher: {measure(teacher, texts, stock.held)}")


def label(teacher: TeacherNetwork, texts: Texts, pairs: Pairs) -> Pairs:
    """The pairs with what the teacher scores."""
    soft = judge_pairs(teacher, texts, pairs.one, pairs.other, _LABELLED_AT_ONCE)
    return Pairs(pairs.one, pairs.other, pairs.labels, soft)


def _nearest(
    stock: Stock, student: PairNetwork, texts: Texts, empty: int, most: int
) -> tuple[Stock, Array]:
    """The stock with at most so many loose texts, and the nearest of each."""
    loose = stock.loose[:: -(-len(stock.loose) // most)]
    vectors = embed(student, texts, loose, empty)
    fields = (stock.flat, stock.sizes, stock.gold, stock.general, loose, stock.held)
    return Stock(*fields, stock.marks, stock.n_vocabulary, stock.words), nearest(
        vectors, NEIGHBOURS
    )


def _join(stock: Stock, pairs: Array, most: int) -> Pairs:
    """All pairs of `stock` with true labels, both ways round, and those without."""
    gold = np.unique(np.concatenate(stock.gold), axis=0)[:: -(-4 * len(stock.gold[0]) // most)]
    pairs = pairs[:most]
    one, other, labels = gold.T
    # Of what implies or is neutral, the other way round, only the teacher says what it is.
    back = np.where(labels == CONTRADICTION, labels, UNKNOWN)
    return Pairs(
        np.concatenate([one, other, pairs[:, 0]]),
        np.concatenate([other, one, pairs[:, 1]]),
        np.concatenate([labels, back, np.full(len(pairs), UNKNOWN)]),
    )


def _with(student: PairNetwork, average: dict[str, Tensor]) -> Judges:
    """A network of its own with the averaged weights."""
    network = PairNetwork(student.encoder.pieces.num_embeddings)
    network.load_state_dict(average)
    return network.to(next(student.parameters()).device)


def start_networks(
    stock: Stock, mpnet: dict[str, Tensor], minilm: Path, device: str
) -> tuple[TeacherNetwork, PairNetwork]:
    """Both networks as they begin."""
    torch.manual_seed(1)
    teacher, student = TeacherNetwork(stock.n_vocabulary), PairNetwork(stock.n_vocabulary)
    teacher.encoder.load_state_dict(mpnet, strict=False)
    load_encoder(student.encoder, minilm)
    return teacher.to(device), student.to(device)


def main() -> None:
    chosen = _parse()
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(chosen.threads)
    torch.set_float32_matmul_precision("high")
    began = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - began:7.1f} {line}", flush=True)
        with (chosen.out / "log.txt").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def keep(average: dict[str, Tensor]) -> None:
        weights = {name: value.cpu() for name, value in average.items()}
        torch.save(weights, chosen.out / "pairs.pt")

    stock = load(chosen.stock)
    mpnet = read_mpnet(chosen.mpnet, stock.marks)
    networks = start_networks(stock, mpnet, find_model() / "model.safetensors", chosen.device)
    distil(stock, networks, Plan(most=chosen.most), say, keep)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stock", type=Path)
    parser.add_argument("mpnet", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="where log and weights go")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--most", type=int, default=10**9, help="pairs of each kind, for a trial")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
