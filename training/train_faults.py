"""Train the model that reads for faults: `python training/train_faults.py FILE --out FOLDER`.

FILE is what fault_material.py wrote. FOLDER gets a checkpoint after each epoch and the averaged
weights `faults.pt`; called again, it goes on from the last checkpoint.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from attrib.check.fault_windows import LIMIT, cut_windows, lay_window
from batches import Pieces
from fault_network import FaultHead, FaultNetwork
from fault_trainer import Course, Encode, begin, encode_by_student, fit
from faults import CODES, NEAR_WEIGHT, Marked
from train import load_tokenizer

SHAPES = ((128, 24), (192, 16), (256, 12), (LIMIT, 8))
"""Pieces in a window, windows in a batch."""
MASKED = 0.03
PIECE_WEIGHT = 0.3
"""What the loss of single pieces counts beside that of sentences."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A window with what is to be learned from it; `targets` and `weights` [s, k]."""

    pieces: list[int]
    features: list[tuple[int, int]]
    owners: list[int]
    targets: np.ndarray
    weights: np.ndarray
    marked: np.ndarray
    """[p, k]: the pieces at fault."""


@dataclass(frozen=True, slots=True)
class Batch:
    """`pieces` [b, p], `features` [b, p, 2], `bias` [b, 1, 1, p], `inside` [b, s, p] (1 where a
    piece stands in a sentence), `targets` and `weights` [b, s, k], `marked` and `piece_weights`
    [b, p, k]."""

    pieces: Tensor
    features: Tensor
    bias: Tensor
    inside: Tensor
    targets: Tensor
    weights: Tensor
    marked: Tensor
    piece_weights: Tensor


def lay(draft: Marked, pieces: Pieces) -> Iterator[Laid]:
    """The windows of a draft from which something is to be learned."""
    units = draft.units
    for window in cut_windows(units):
        ids, features, owners = lay_window(units, window, (pieces.start, pieces.end))
        targets = np.zeros((len(window.units), len(CODES)), np.float32)
        weights = np.zeros((len(window.units), len(CODES)), np.float32)
        known = [code in draft.known for code in CODES]
        weights[window.core : window.core_end] = np.where(known, 1, 0)
        weights[[place for place, index in enumerate(window.units) if index in draft.foreign]] = 0
        if draft.asked is not None:
            weights[:] = 0
        marked = np.zeros((len(ids), len(CODES)), np.float32)
        places = {
            index: place
            for place, index in enumerate(window.units)
            if window.core <= place < window.core_end and index not in draft.foreign
        }
        for index, code, span in draft.faults:
            place = places.get(index)
            if place is None:
                continue
            number = CODES.index(code)
            weights[place, number] = 1 if draft.asked is None else NEAR_WEIGHT
            targets[place, number] = 1
            unit = units[index]
            first = owners.index(place)
            for step, (start, end) in enumerate(zip(unit.starts, unit.ends, strict=True)):
                if start < span.end and end > span.start:
                    marked[first + step, number] = 1
        for index, code in draft.near:
            place = places.get(index)
            if place is not None:
                weights[place, CODES.index(code)] = NEAR_WEIGHT
        if not weights.any():
            continue
        yield Laid(ids, features, owners, targets, weights, marked)


def batch_up(windows: Sequence[Laid], pieces: Pieces, random: Random) -> Iterator[Batch]:
    """All windows once, in batches of alike length, the batches in random order."""
    for size, pool in group_by_length(windows, random):
        yield collate(size, pool, pieces.mask, random)


def group_by_length(windows: Sequence[Laid], random: Random) -> list[tuple[int, list[Laid]]]:
    """All windows once, with the size of SHAPES that each group is laid out in."""
    pools: dict[int, list[Laid]] = {size: [] for size, _ in SHAPES}
    ready = []
    for window in random.sample(list(windows), len(windows)):
        size, n_batch = next(shape for shape in SHAPES if len(window.pieces) <= shape[0])
        pools[size].append(window)
        if len(pools[size]) == n_batch:
            ready.append((size, pools[size]))
            pools[size] = []
    ready += [(size, pool) for size, pool in pools.items() if pool]
    random.shuffle(ready)
    return ready


def collate(
    size: int, pool: Sequence[Laid], mask: int, random: Random, masked: float = MASKED
) -> Batch:
    """The windows of one size as a batch, of its pieces the share `masked` hidden."""
    n_batch, n_units = len(pool), max(len(laid.weights) for laid in pool)
    ids = np.zeros((n_batch, size), np.int64)
    features = np.zeros((n_batch, size, 2), np.int64)
    bias = np.full((n_batch, 1, 1, size), -1e4, np.float32)
    inside = np.zeros((n_batch, n_units, size), np.float32)
    targets = np.zeros((n_batch, n_units, len(CODES)), np.float32)
    weights = np.zeros((n_batch, n_units, len(CODES)), np.float32)
    marked = np.zeros((n_batch, size, len(CODES)), np.float32)
    piece_weights = np.zeros((n_batch, size, len(CODES)), np.float32)
    for row, laid in enumerate(pool):
        count = len(laid.pieces)
        ids[row, :count] = [
            mask if owner >= 0 and random.random() < masked else piece
            for piece, owner in zip(laid.pieces, laid.owners, strict=True)
        ]
        features[row, :count] = laid.features
        bias[row, :, :, :count] = 0
        for place, owner in enumerate(laid.owners):
            if owner >= 0:
                inside[row, owner, place] = 1
                piece_weights[row, place] = laid.weights[owner]
        targets[row, : len(laid.weights)] = laid.targets
        weights[row, : len(laid.weights)] = laid.weights
        marked[row, :count] = laid.marked
    return Batch(
        *map(
            torch.from_numpy,
            (ids, features, bias, inside, targets, weights, marked, piece_weights),
        )
    )


def loss_of(network: FaultHead, encoded: Tensor, batch: Batch) -> Tensor:
    sentences, single = network.judge(encoded, batch.inside)
    return _cross(sentences, batch.targets, batch.weights) + PIECE_WEIGHT * _cross(
        single, batch.marked, batch.piece_weights
    )


def _cross(scores: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    """Binary cross-entropy, a sum over checks and a mean over what counts."""
    losses = functional.binary_cross_entropy_with_logits(scores, targets, reduction="none")
    return len(CODES) * (losses * weights).sum() / weights.sum().clamp(min=1)


def main() -> None:
    chosen = _parse()
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    tokenizer = load_tokenizer()
    pieces = Pieces(tokenizer)
    network = FaultNetwork(tokenizer.get_vocab_size(), len(CODES))
    begin(network, chosen.start)
    drafts = []
    for path in chosen.material:
        drafts += pickle.loads(path.read_bytes())
    windows = [laid for draft in drafts for laid in lay(draft, pieces)]
    n_epoch = len(group_by_length(windows, Random(0)))
    print(len(drafts), "drafts", len(windows), "windows", n_epoch, "steps an epoch", flush=True)

    def loss_from(encoder: Encode, batch: Batch) -> Tensor:
        encoded = encode_by_student(encoder, batch.pieces, batch.features, batch.bias)
        return loss_of(network, encoded, batch)

    average = fit(
        network,
        lambda random: batch_up(windows, pieces, random),
        loss_from,
        Course(n_epoch, chosen.epochs, chosen.rate, chosen.decay, chosen.seed, chosen.compile),
        chosen.out / "checkpoint.pt",
    )
    torch.save(average, chosen.out / "faults.pt")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("material", type=Path, nargs="+")
    parser.add_argument("--start", type=Path, help="weights of read_back.py to begin with")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and weights go")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="peak rate of the encoder")
    parser.add_argument("--decay", type=float, default=0.99, help="of the average of the weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--no-compile", dest="compile", action="store_false", help="do without a C++ compiler"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
