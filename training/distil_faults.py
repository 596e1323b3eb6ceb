"""Train the reader of drafts by a teacher: `python training/distil_faults.py FILE MPNET --out OUT`.

FILE is what fault_material.py wrote, MPNET the model.safetensors of all-mpnet-base-v2. OUT gets
the teacher's averaged weights, `teacher.pt`, what it scored, `scores.pkl`, and the student's,
`faults.pt`; called again, it goes on after the last of them that is there.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from batches import Pieces
from fault_network import FaultNetwork, FaultTeacher
from fault_pool import lay_plain, vary
from faults import CODES
from losses import locked_dropout
from network import LAYERS, WIDTH, load_encoder
from teacher_network import read_mpnet
from train import find_model, load_tokenizer, make_optimizer, one_cycle, update_average
from train_faults import (
    CLIP,
    DROPOUT,
    Batch,
    Laid,
    batch_up,
    collate,
    group_by_length,
    lay,
    loss_of,
)

TEACHER_EPOCHS, TEACHER_RATE, TEACHER_DECAY = 2.5, 5e-5, 0.99
EPOCHS, RATE, DECAY = 2.0, 2e-4, 0.995
TEMPERATURE, HARD = 2.0, 0.3
"""What the log-odds of teacher and student are divided by, and the weight of the true labels."""
_FEWEST_UNITS = 4
"""Sentences of a draft that is worth changing."""
Encode = Callable[..., Any]
LossFrom = Callable[[Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Scored:
    """A window with the teacher's log-odds of its sentences [s, k] and pieces [p, k]; of the
    sentences those are learned that are `judged` [s]."""

    laid: Laid
    judged: NDArray[np.bool_]
    sentences: NDArray[np.float16]
    pieces: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Course:
    """How one network is trained."""

    n_steps: int
    rate: float
    decay: float
    compiled: bool = True


def fit(
    network: FaultTeacher | FaultNetwork,
    batches: Callable[[Random], Iterable[tuple[Batch, LossFrom]]],
    course: Course,
) -> dict[str, Tensor]:
    """Averaged weights after the course; `batches` gives an epoch of batches, each with the loss
    of what the encoder made of it."""
    encoder = torch.compile(network.encoder, dynamic=False) if course.compiled else network.encoder
    encode = encode_by_teacher if isinstance(network, FaultTeacher) else encode_by_student
    n_steps = course.n_steps
    optimizer = make_optimizer(network, course.rate)
    for group in optimizer.param_groups:
        group["params"] = [item for item in group["params"] if item.requires_grad]
    rates = [group["lr"] for group in optimizer.param_groups]
    average = {name: value.clone() for name, value in network.state_dict().items()}
    network.train()
    began, total, step = time.monotonic(), 0.0, 0
    for epoch in count():
        for batch, loss_from in batches(Random(1000 + epoch)):
            if step == n_steps:
                return average
            for group, peak in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = peak * one_cycle(step / n_steps)
            loss = loss_from(encode(encoder, batch))
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            optimizer.zero_grad()
            step, total = step + 1, total + loss.item()
            update_average(average, network, min(course.decay, step / (step + 10)))
            if step % 50 == 0:
                seconds = round(time.monotonic() - began)
                line = {"step": step, "of": n_steps, "loss": total / 50, "seconds": seconds}
                print(json.dumps(line), flush=True)
                total = 0.0
    raise AssertionError


def encode_by_teacher(encoder: Encode, batch: Batch) -> Tensor:
    """[b, p, 768]."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded: Tensor = encoder(batch.pieces, batch.features, batch.bias, DROPOUT)
    return encoded.float()


def encode_by_student(encoder: Encode, batch: Batch) -> Tensor:
    """[b, p, 384], with one dropout mask for all pieces of a window."""
    drop = locked_dropout(LAYERS, len(batch.pieces), WIDTH, DROPOUT)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded: Tensor = encoder(batch.pieces, batch.features, batch.bias, drop)[0]
    return encoded.float()


def teach(
    teacher: FaultTeacher,
    windows: Sequence[Laid],
    pieces: Pieces,
    epochs: float = TEACHER_EPOCHS,
    *,
    compiled: bool = True,
) -> None:
    """Train `teacher` on the marked drafts, and leave its averaged weights in it."""

    def batches(random: Random) -> Iterator[tuple[Batch, LossFrom]]:
        for batch in batch_up(windows, pieces, random):
            yield batch, partial(loss_of, teacher, batch=batch)

    n_steps = int(sum(1 for _ in batch_up(windows, pieces, Random(0))) * epochs)
    course = Course(n_steps, TEACHER_RATE, TEACHER_DECAY, compiled)
    teacher.load_state_dict(fit(teacher, batches, course))


@torch.no_grad()
def score(
    teacher: FaultTeacher, windows: Sequence[tuple[Laid, NDArray[np.bool_]]], mask: int
) -> Iterator[Scored]:
    """The windows, each with what the teacher says of it."""
    teacher.eval()
    for size, pool in group_by_length(windows, lambda item: len(item[0].pieces), Random(0)):
        batch = collate(size, [laid for laid, _ in pool], mask, Random(0), masked=0)
        sentences, single = teacher.judge(encode_by_teacher(teacher.encoder, batch), batch.inside)
        for row, (laid, judged) in enumerate(pool):
            yield Scored(
                laid,
                judged,
                sentences[row, : len(judged)].numpy().astype(np.float16),
                single[row, : len(laid.pieces)].numpy().astype(np.float16),
            )


def learn(
    student: FaultNetwork,
    windows: Sequence[Scored],
    mask: int,
    epochs: float = EPOCHS,
    *,
    compiled: bool = True,
) -> dict[str, Tensor]:
    """The averaged weights of `student`, taught by what the teacher scored and what was marked."""

    def groups(random: Random) -> list[tuple[int, list[Scored]]]:
        return group_by_length(windows, lambda item: len(item.laid.pieces), random)

    def batches(random: Random) -> Iterator[tuple[Batch, LossFrom]]:
        for size, pool in groups(random):
            batch = collate(size, [item.laid for item in pool], mask, random)
            yield batch, partial(soft_loss, student, batch=batch, pool=pool)

    n_steps = int(len(groups(Random(0))) * epochs)
    return fit(student, batches, Course(n_steps, RATE, DECAY, compiled))


def soft_loss(
    student: FaultNetwork, encoded: Tensor, batch: Batch, pool: Sequence[Scored]
) -> Tensor:
    """Cross-entropy with the teacher's odds of sentences and pieces (Hinton et al., 2015), and
    with the true labels."""
    sentences, single = student.judge(encoded, batch.inside)
    of_sentences, of_pieces = torch.zeros_like(sentences), torch.zeros_like(single)
    judged, inside = torch.zeros(sentences.shape[:2]), torch.zeros(single.shape[:2])
    for row, item in enumerate(pool):
        of_sentences[row, : len(item.judged)] = torch.from_numpy(item.sentences).float()
        of_pieces[row, : len(item.pieces)] = torch.from_numpy(item.pieces).float()
        judged[row, : len(item.judged)] = torch.from_numpy(item.judged).float()
        inside[row, : len(item.pieces)] = torch.tensor(item.laid.owners).ge(0).float()
    loss = _soft(sentences, of_sentences, judged) + _soft(single, of_pieces, inside)
    if batch.weights.any():
        loss = loss + HARD * loss_of(student, encoded, batch)
    return loss


def _soft(scores: Tensor, wanted: Tensor, counted: Tensor) -> Tensor:
    """Cross-entropy, a sum over checks and a mean over what is `counted`."""
    odds = torch.sigmoid(wanted / TEMPERATURE)
    losses = functional.binary_cross_entropy_with_logits(
        scores / TEMPERATURE, odds, reduction="none"
    )
    return TEMPERATURE * (losses.sum(-1) * counted).sum() / counted.sum().clamp(min=1)


def main() -> None:
    chosen = _parse()
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(chosen.threads)
    tokenizer = load_tokenizer()
    pieces, n_vocabulary = Pieces(tokenizer), tokenizer.get_vocab_size()
    drafts = pickle.loads(chosen.material.read_bytes())
    windows = [laid for draft in drafts for laid in lay(draft, pieces)]
    torch.manual_seed(1)
    teacher, kept = FaultTeacher(n_vocabulary, len(CODES)), chosen.out / "teacher.pt"
    if not kept.is_file():
        marks = (pieces.start, pieces.end, pieces.mask)
        teacher.encoder.load_state_dict(read_mpnet(chosen.mpnet, marks), strict=False)
        teach(teacher, windows, pieces)
        torch.save(teacher.state_dict(), kept)
    teacher.load_state_dict(torch.load(kept, weights_only=True))
    scores = chosen.out / "scores.pkl"
    if not scores.is_file():
        printed = pickle.loads(chosen.material.with_suffix(".print.pkl").read_bytes())
        whole = [
            draft
            for draft in drafts
            if draft.asked is None and not draft.foreign and len(draft.units) >= _FEWEST_UNITS
        ]
        known = [(laid, np.ones(len(laid.weights), bool)) for laid in windows]
        for draft in (*vary(whole, printed, Random(7)), *printed):
            known += lay_plain(draft, pieces)
        scores.write_bytes(pickle.dumps(list(score(teacher, known, pieces.mask))))
    student = FaultNetwork(n_vocabulary, len(CODES))
    load_encoder(student.encoder, find_model() / "model.safetensors")
    if chosen.start:
        given = torch.load(chosen.start, weights_only=True)
        wanted = {k: v for k, v in given.items() if k[:8] == "encoder." and ".features." not in k}
        student.load_state_dict(wanted, strict=False)
    average = learn(student, pickle.loads(scores.read_bytes()), pieces.mask)
    torch.save(average, chosen.out / "faults.pt")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("material", type=Path)
    parser.add_argument("mpnet", type=Path)
    parser.add_argument("--start", type=Path, help="weights of read_back.py for the student")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
