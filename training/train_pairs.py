"""Train the pair model: `python training/train_pairs.py DATA --out FOLDER`; `--help` for more.

FOLDER gets a log, a checkpoint after each epoch and the averaged weights `pairs.pt`; called
again, it goes on from the last checkpoint.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from attrib.compare.pairs import LIMIT, lay_pair
from batches import Pieces
from losses import locked_dropout
from minimal_pairs import Pair
from network import LAYERS, WIDTH, load_encoder
from pair_examples import make_epoch, read_material
from pair_network import PairNetwork
from train import (
    find_model,
    keep,
    load_tokenizer,
    make_optimizer,
    one_cycle,
    resume,
    update_average,
)

SHAPES = ((32, 64), (48, 64), (64, 64), (96, 48), (LIMIT, 32))
"""Pieces in a window, windows in a batch."""
DROPOUT = 0.1
CLIP = 1.0
SMOOTHING = 0.05
MASKED = 0.03


@dataclass(frozen=True, slots=True)
class Batch:
    """`pieces` [b, p], `features` [b, p, 2], `bias` [b, 1, 1, p], `labels` [b]."""

    pieces: Tensor
    features: Tensor
    bias: Tensor
    labels: Tensor


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a run teaches: the pairs of an epoch, the loss of a batch, and what is made of the
    averaged weights before they are saved."""

    pairs_of: Callable[[int, Random], list[Pair]]
    loss_of: Callable[[Batch], Tensor]
    finish: Callable[[dict[str, Tensor]], dict[str, Tensor]] = dict


def main() -> None:
    chosen = _parse()
    torch.manual_seed(chosen.seed)
    tokenizer = load_tokenizer()
    network = PairNetwork(tokenizer.get_vocab_size())
    load_encoder(network.encoder, find_model() / "model.safetensors")
    material = read_material(chosen.data)
    encode = torch.compile(network.encoder, dynamic=False) if chosen.compile else network.encoder

    def pairs_of(epoch: int, random: Random) -> list[Pair]:
        return make_epoch(material, random, last=epoch + 1 == chosen.epochs)

    def loss_of(batch: Batch) -> Tensor:
        scores = network.judge_labels(encode_batch(encode, batch), batch.features)
        return functional.cross_entropy(scores, batch.labels, label_smoothing=SMOOTHING)

    run(network, Lesson(pairs_of, loss_of), Pieces(tokenizer), chosen)


def encode_batch(encode: Callable[..., tuple[Tensor, Tensor]], batch: Batch) -> Tensor:
    """What the encoder makes of a batch in training, [b, p, 384], with dropout."""
    drop = locked_dropout(LAYERS, len(batch.pieces), WIDTH, DROPOUT)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded, _ = encode(batch.pieces, batch.features, batch.bias, drop)
    return encoded.float()


def run(network: nn.Module, lesson: Lesson, pieces: Pieces, chosen: argparse.Namespace) -> None:
    """Train `network` in place, from the last checkpoint on; what a run leaves lies in
    `chosen.out`."""
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(chosen.threads)
    optimizer = make_optimizer(network, chosen.rate)
    rates = [group["lr"] for group in optimizer.param_groups]

    def batches(epoch: int) -> Iterator[Batch]:
        random = Random(chosen.seed * 1000 + epoch)
        return batch_up(lesson.pairs_of(epoch, random), pieces, random)

    n_steps = sum(sum(1 for _ in batches(epoch)) for epoch in range(chosen.epochs))
    checkpoint = chosen.out / "checkpoint.pt"
    average, first, step = resume(checkpoint, network, optimizer)
    network.train()
    for epoch in range(first, chosen.epochs):
        torch.manual_seed(chosen.seed * 1000 + epoch)
        began, total = time.monotonic(), 0.0
        for n_seen, batch in enumerate(batches(epoch), start=1):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * one_cycle(min(step / n_steps, 1))
            loss = lesson.loss_of(batch)
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            optimizer.zero_grad()
            step, total = step + 1, total + loss.item()
            update_average(average, network, min(chosen.decay, step / (step + 10)))
            if n_seen % 100 == 0:
                _log(chosen.out, epoch, step, n_steps, total / n_seen, time.monotonic() - began)
        keep(checkpoint, network, optimizer, average, (epoch + 1, step))
        torch.save(lesson.finish(average), chosen.out / "pairs.pt")


def batch_up(pairs: Sequence[Pair], pieces: Pieces, random: Random) -> Iterator[Batch]:
    """All pairs once, in batches of alike length, the batches in random order."""
    pools: dict[int, list[tuple[list[int], list[tuple[int, int]], int]]] = {}
    ready = []
    for one, other, label in pairs:
        ids = [_masked(pieces.of_text(text), pieces.mask, random) for text in (one, other)]
        laid, features = lay_pair(ids[0], ids[1], (pieces.start, pieces.end))
        size, n_batch = next(shape for shape in SHAPES if len(laid) <= shape[0])
        pool = pools.setdefault(size, [])
        pool.append((laid, features, label))
        if len(pool) == n_batch:
            ready.append((size, pool))
            pools[size] = []
    random.shuffle(ready)
    for size, pool in ready:
        yield _collate(size, pool)


def _masked(ids: Sequence[int], mask: int, random: Random) -> list[int]:
    return [mask if random.random() < MASKED else piece for piece in ids]


def _collate(size: int, pool: Sequence[tuple[list[int], list[tuple[int, int]], int]]) -> Batch:
    pieces = np.zeros((len(pool), size), np.int64)
    features = np.zeros((len(pool), size, 2), np.int64)
    bias = np.full((len(pool), 1, 1, size), -1e4, np.float32)
    for row, (ids, given, _) in enumerate(pool):
        pieces[row, : len(ids)] = ids
        features[row, : len(ids)] = given
        bias[row, :, :, : len(ids)] = 0
    labels = np.array([label for *_, label in pool], np.int64)
    return Batch(*map(torch.from_numpy, (pieces, features, bias, labels)))


def _log(folder: Path, epoch: int, step: int, of: int, loss: float, seconds: float) -> None:
    figures = {"epoch": epoch, "step": step, "of": of, "loss": round(loss, 4)}
    line = json.dumps({**figures, "seconds": round(seconds)})
    print(line, flush=True)
    with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="holds nli/, emergent/, contradoc/, polnear/")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and weights go")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="peak rate of the encoder")
    parser.add_argument("--decay", type=float, default=0.998, help="of the average of the weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--no-compile", dest="compile", action="store_false", help="do without a C++ compiler"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
