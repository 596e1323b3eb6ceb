"""One loop for teacher and student: pairs on one device, in bfloat16, labels and softer ones."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from attrib.compare.pairs import LABELS
from losses import locked_dropout
from minimal_pairs import CONTRADICTION
from network import HEADS, LAYERS, WIDTH, Encoder, Layer
from pair_network import PairNetwork
from pair_windows import Texts, Windows, batches_by_length, lay_windows, window_sizes
from teacher_network import TeacherNetwork
from train import make_optimizer, one_cycle, update_average

DROPOUT, MASKED, SMOOTHING, CLIP = 0.1, 0.03, 0.05, 1.0
TEMPERATURE, HARD = 2.0, 0.3
"""What the scores of teacher and student are divided by, and the weight of the true labels."""
UNKNOWN = -1
Array = NDArray[np.int64]
Judges = PairNetwork | TeacherNetwork


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs [n] of numbers of texts, labels (or UNKNOWN), and what a teacher scored [n, 3]."""

    one: Array
    other: Array
    labels: Array
    soft: Tensor | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """How one network is trained: no longer than `seconds`, whatever `epochs` says."""

    epochs: int
    rate: float
    n_batch: int
    decay: float
    seconds: float
    seed: int


class Watch(Protocol):
    """Called now and then with the averaged weights and a line of figures."""

    def __call__(self, average: dict[str, Tensor], step: int, line: str) -> None: ...


def encode(encoder: Encoder, windows: Windows, drop: Tensor | None = None) -> Tensor:
    """What `encoder` gives, by the attention that PyTorch has fused."""
    pieces, features = windows.pieces, windows.features
    x = encoder.pieces(pieces) + encoder.places.weight[: pieces.shape[1]]
    for place, table in enumerate(encoder.features):
        x = x + table(features[..., place])
    x = encoder.norm(x)
    n_batch, n_pieces, _ = x.shape
    shape = (n_batch, n_pieces, 3, HEADS, WIDTH // HEADS)
    for number, layer in enumerate(encoder.layers):
        assert isinstance(layer, Layer)
        query, key, value = layer.qkv(x).view(shape).permute(2, 0, 3, 1, 4)
        bias = windows.bias.to(query.dtype).expand(-1, HEADS, n_pieces, -1)
        mixed = functional.scaled_dot_product_attention(query, key, value, bias)
        attended = layer.out(mixed.transpose(1, 2).reshape(n_batch, n_pieces, WIDTH))
        x = layer.norm(x + (attended if drop is None else attended * drop[number][0]))
        fed = layer.feed(x)
        x = layer.last(x + (fed if drop is None else fed * drop[number][1]))
    return x


def score(network: Judges, windows: Windows) -> Tensor:
    """Scores of LABELS [batch, 3]; with dropout while the network trains."""
    with torch.autocast(windows.pieces.device.type, dtype=torch.bfloat16):
        if isinstance(network, TeacherNetwork):
            encoded = network.encoder(windows.pieces, windows.features, windows.bias, DROPOUT)
        else:
            n_batch, device = len(windows.pieces), windows.pieces.device
            drop = locked_dropout(LAYERS, n_batch, WIDTH, DROPOUT, device)
            encoded = encode(network.encoder, windows, drop if network.training else None)
    return network.judge(encoded.float(), windows.features)[:, : len(LABELS)]


def on_batches(
    texts: Texts, one: Array, other: Array, n_batch: int,
    random: np.random.Generator | None = None, masked: float = 0.0,
) -> Iterator[tuple[Array, Windows]]:  # fmt: skip
    """The numbers of the pairs of each batch, and their windows."""
    device = texts.flat.device
    lengths = texts.sizes.cpu().numpy()
    sizes = window_sizes(lengths[one], lengths[other])
    for batch in batches_by_length(sizes, n_batch, random):
        both = torch.from_numpy(np.stack([one[batch], other[batch]])).to(device)
        yield batch, lay_windows(texts, both[0], both[1], int(sizes[batch].max()), masked)


@torch.inference_mode()
def judge_pairs(network: Judges, texts: Texts, one: Array, other: Array, n_batch: int) -> Tensor:
    """Scores [n, 3] of all pairs, in order."""
    network.eval()
    found = torch.zeros(len(one), len(LABELS), device=texts.flat.device)
    for batch, windows in on_batches(texts, one, other, n_batch):
        found[torch.from_numpy(batch).to(found.device)] = score(network, windows)
    return found


def fit(
    network: Judges, texts: Texts, epochs: Callable[[int], Pairs], course: Course, watch: Watch
) -> dict[str, Tensor]:
    """Train `network` in place; its averaged weights. `epochs` gives the pairs of each epoch."""
    device = texts.flat.device
    torch.manual_seed(course.seed)
    random = np.random.default_rng(course.seed)
    optimizer = make_optimizer(network, course.rate)
    rates = [group["lr"] for group in optimizer.param_groups]
    average = {name: value.clone() for name, value in network.state_dict().items()}
    n_steps = sum(len(epochs(n).one) // course.n_batch for n in range(course.epochs))
    began, step, total = time.monotonic(), 0, torch.zeros((), device=device)
    for epoch in range(course.epochs):
        pairs = epochs(epoch)
        labels = torch.from_numpy(pairs.labels).to(device)
        for batch, windows in on_batches(
            texts, pairs.one, pairs.other, course.n_batch, random, MASKED
        ):
            spent = time.monotonic() - began
            done = max(step / n_steps, spent / course.seconds)
            if done >= 1:
                return average
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * one_cycle(done)
            network.train()
            places = torch.from_numpy(batch).to(device)
            soft = None if pairs.soft is None else pairs.soft[places]
            loss = weigh(score(network, windows), labels[places], soft)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            optimizer.zero_grad()
            step, total = step + 1, total + loss.detach()
            update_average(average, network, min(course.decay, step / (step + 10)))
            if step % 200 == 0:
                figures = {"epoch": epoch, "step": step, "of": n_steps, "done": round(done, 3)}
                mean = round(float(total) / 200, 4)
                total.zero_()
                watch(average, step, json.dumps({**figures, "loss": mean, "s": round(spent)}))
    return average


def weigh(scores: Tensor, labels: Tensor, soft: Tensor | None) -> Tensor:
    """The mean loss of a batch: of the labels that are known, and of what the teacher scored."""
    known = (labels >= 0).float()
    hard = functional.cross_entropy(
        scores, labels, label_smoothing=SMOOTHING, ignore_index=UNKNOWN, reduction="sum"
    )
    if soft is None:
        return hard / known.sum().clamp(min=1)
    wanted = torch.softmax(soft / TEMPERATURE, -1)
    found = torch.log_softmax(scores / TEMPERATURE, -1)
    taught = functional.kl_div(found, wanted, reduction="sum") * TEMPERATURE**2
    return (taught + HARD * hard) / len(labels)


def measure(network: Judges, texts: Texts, held: dict[str, Array]) -> dict[str, float]:
    """On each set kept for tuning: F1 of a contradiction, read both ways round, the same at the
    best threshold, and the share of right labels, read as given."""
    found = {}
    for name, rows in held.items():
        one, other, labels = rows.T
        there = torch.softmax(judge_pairs(network, texts, one, other, 256), -1).cpu()
        back = torch.softmax(judge_pairs(network, texts, other, one, 256), -1).cpu()
        odds = ((there + back)[:, CONTRADICTION] / 2).numpy()
        gold = labels == CONTRADICTION
        f1 = [_f1(gold, odds >= threshold / 20) for threshold in range(1, 20)]
        found[f"{name} f1"] = round(f1[9], 3)
        found[f"{name} best"] = round(max(f1), 3)
        found[f"{name} right"] = round(float((there.argmax(-1).numpy() == labels).mean()), 3)
    return found


def _f1(gold: NDArray[np.bool_], found: NDArray[np.bool_]) -> float:
    return float(2 * (gold & found).sum() / max(gold.sum() + found.sum(), 1))
