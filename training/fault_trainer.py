"""One loop for the reader of drafts and its teacher: bfloat16, one cycle, averaged weights, and a
checkpoint after each epoch."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from fault_network import FaultNetwork, FaultTeacher
from losses import locked_dropout
from network import LAYERS, WIDTH, load_encoder
from train import find_model, keep, make_optimizer, one_cycle, resume, update_average

DROPOUT, CLIP = 0.1, 1.0
_LINE = 50
"""Steps between two lines of the log."""
Batch = TypeVar("Batch")
Encode = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Course:
    """How one network is trained; `n_epoch` are the steps of an epoch."""

    n_epoch: int
    epochs: float
    rate: float
    decay: float
    seed: int = 1
    compiled: bool = True


def fit(
    network: FaultTeacher | FaultNetwork,
    epoch_of: Callable[[Random], Iterable[Batch]],
    loss_of: Callable[[Encode, Batch], Tensor],
    course: Course,
    checkpoint: Path,
) -> dict[str, Tensor]:
    """Averaged weights after the course, which goes on from `checkpoint` if that is there.

    `epoch_of` gives the batches of an epoch, `loss_of` the loss of one, by way of an encoder.
    """
    encoder = torch.compile(network.encoder, dynamic=False) if course.compiled else network.encoder
    optimizer = make_optimizer(network, course.rate)
    rates = [group["lr"] for group in optimizer.param_groups]
    n_steps = int(course.n_epoch * course.epochs)
    average, first, step = resume(checkpoint, network, optimizer)
    network.train()
    for epoch in count(first):
        if step >= n_steps:
            break
        torch.manual_seed(course.seed * 1000 + epoch)
        began, total = time.monotonic(), 0.0
        for n_seen, batch in enumerate(epoch_of(Random(course.seed * 1000 + epoch)), start=1):
            for group, peak in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = peak * one_cycle(step / n_steps)
            loss = loss_of(encoder, batch)
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            optimizer.zero_grad()
            step, total = step + 1, total + loss.item()
            update_average(average, network, min(course.decay, step / (step + 10)))
            if n_seen % _LINE == 0 or step == n_steps:
                line = {
                    "epoch": epoch,
                    "step": step,
                    "of": n_steps,
                    "loss": round(total / n_seen, 4),
                    "seconds": round(time.monotonic() - began),
                }
                print(json.dumps(line), flush=True)
            if step == n_steps:
                break
        keep(checkpoint, network, optimizer, average, (epoch + 1, step))
    return average


def encode_by_teacher(encoder: Encode, pieces: Tensor, features: Tensor, bias: Tensor) -> Tensor:
    """[b, p, 768]."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded: Tensor = encoder(pieces, features, bias, DROPOUT)
    return encoded.float()


def encode_by_student(
    encoder: Encode, pieces: Tensor, features: Tensor, bias: Tensor, dropout: float = DROPOUT
) -> Tensor:
    """[b, p, 384], with one dropout mask for all pieces of a window."""
    drop = locked_dropout(LAYERS, len(pieces), WIDTH, dropout)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded: Tensor = encoder(pieces, features, bias, drop)[0]
    return encoded.float()


def begin(network: FaultNetwork, start: Path | None) -> None:
    """Fill the encoder with the weights that read_back.py wrote to `start`, its features apart, or
    with those of the pretrained one."""
    load_encoder(network.encoder, find_model() / "model.safetensors")
    if start is not None:
        given = torch.load(start, weights_only=True)
        wanted = {
            name: value
            for name, value in given.items()
            if name.startswith("encoder.") and ".features." not in name
        }
        network.load_state_dict(wanted, strict=False)
