"""Train the reader of drafts by a teacher: `python training/distil_faults.py FILE MPNET --out OUT`.

FILE is what fault_material.py wrote, MPNET the model.safetensors of all-mpnet-base-v2. OUT gets
the teacher's averaged weights, `teacher.pt`, and the student's, `faults.pt`, and checkpoints of
each network; called again, it goes on from the last of these.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from batches import Pieces
from fault_network import FaultStudent, FaultTeacher
from fault_pool import Drawn, Stock, draw, take_stock
from fault_trainer import Course, Encode, begin, encode_by_student, encode_by_teacher, fit
from faults import CODES
from teacher_network import read_mpnet
from train import load_tokenizer
from train_faults import Batch, Laid, batch_up, collate, group_by_length, loss_of
from word_changes import Changes, make_changes

TEACHER = Course(n_epoch=0, epochs=2.5, rate=5e-5, decay=0.99)
STUDENT = Course(n_epoch=500, epochs=11, rate=2e-4, decay=0.997)
"""An epoch of the student is that many batches, drawn anew."""
STUDENT_DROPOUT = 0.05
SENTENCES, STATES, HARD = 2.0, 4.0, 0.3
"""Weights of the log-odds of sentences, of the teacher's last states, and of the true labels; the
log-odds of pieces have 1."""
_DOUBTFUL, _MORE = -2.5, 4.0
"""From which log-odds on a sentence or piece counts more, and how much more: most are clean beyond
doubt."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A batch with what the teacher says of it: log-odds of `sentences` [b, s, k] and `pieces`
    [b, p, k], and the `states` [b, p, width] of its last layer. `judged` [b, s] and `inside`
    [b, p] are 1 where something is to be learned."""

    batch: Batch
    judged: Tensor
    inside: Tensor
    sentences: Tensor
    pieces: Tensor
    states: Tensor


def teach(
    teacher: FaultTeacher, windows: Sequence[Laid], pieces: Pieces, checkpoint: Path, **changes: Any
) -> None:
    """Train `teacher` on the marked drafts, and leave its averaged weights in it; `changes` are
    fields of its course."""

    def loss_from(encoder: Encode, batch: Batch) -> Tensor:
        encoded = encode_by_teacher(encoder, batch.pieces, batch.features, batch.bias)
        return loss_of(teacher, encoded, batch)

    n_epoch = len(group_by_length(windows, Random(0)))
    course = replace(TEACHER, n_epoch=n_epoch, **changes)
    average = fit(
        teacher, lambda random: batch_up(windows, pieces, random), loss_from, course, checkpoint
    )
    teacher.load_state_dict(average)


@torch.no_grad()
def ask(
    teacher: FaultTeacher, encoder: Encode, size: int, drawn: Sequence[Drawn], pieces: Pieces
) -> Asked:
    """What `teacher` says of windows of `size`, by way of its `encoder`."""
    batch = collate(size, [laid for laid, _ in drawn], pieces.mask, Random(0), masked=0)
    states = encode_by_teacher(encoder, batch.pieces, batch.features, batch.bias)
    sentences, single = teacher.judge(states, batch.inside)
    judged = torch.zeros(batch.inside.shape[:2])
    for row, (_, which) in enumerate(drawn):
        judged[row, : len(which)] = torch.from_numpy(which).float()
    return Asked(batch, judged, batch.inside.sum(1), sentences, single, states)


def learn(
    student: FaultStudent,
    teacher: FaultTeacher,
    stock: Stock,
    pieces: Pieces,
    words: Changes,
    checkpoint: Path,
    **changes: Any,
) -> dict[str, Tensor]:
    """The averaged weights of `student`, without its map of states, taught by what the teacher
    says of windows that are drawn anew for each step; `changes` are fields of its course."""
    course = replace(STUDENT, **changes)
    teacher.eval()
    whole = torch.compile(teacher.encoder, dynamic=False) if course.compiled else teacher.encoder

    def epoch_of(random: Random) -> Iterator[Asked]:
        for size, drawn in islice(draw(stock, pieces, words, random), course.n_epoch):
            yield ask(teacher, whole, size, drawn, pieces)

    def loss_from(encoder: Encode, asked: Asked) -> Tensor:
        batch = asked.batch
        encoded = encode_by_student(
            encoder, batch.pieces, batch.features, batch.bias, STUDENT_DROPOUT
        )
        return soft_loss(student, encoded, asked)

    average = fit(student, epoch_of, loss_from, course, checkpoint)
    return {name: value for name, value in average.items() if not name.startswith("states.")}


def soft_loss(student: FaultStudent, encoded: Tensor, asked: Asked) -> Tensor:
    """How far the student is from the teacher in the odds of sentences and pieces (Hinton et al.,
    2015; here Kullback-Leibler divergences, a sum over checks) and in its states (as a part of
    their variance), and from the true labels."""
    batch = asked.batch
    sentences, single = student.judge(encoded, batch.inside)
    loss = SENTENCES * _apart(sentences, asked.sentences, asked.judged)
    loss = loss + _apart(single, asked.pieces, asked.inside)
    real = batch.bias[:, 0, 0] == 0
    states = asked.states[real]
    loss = loss + STATES * functional.mse_loss(student.states(encoded[real]), states) / states.var()
    marked = batch.weights.any(-1).any(-1).float().mean()
    if marked:
        loss = loss + HARD * marked * loss_of(student, encoded, batch)
    return loss


def _apart(scores: Tensor, wanted: Tensor, counted: Tensor) -> Tensor:
    odds = torch.sigmoid(wanted)
    cross = functional.binary_cross_entropy_with_logits
    losses = cross(scores, odds, reduction="none") - cross(wanted, odds, reduction="none")
    weights = counted * torch.where(wanted.amax(-1) > _DOUBTFUL, _MORE, 1.0)
    return (losses.sum(-1) * weights).sum() / weights.sum().clamp(min=1)


def main() -> None:
    chosen = _parse()
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(chosen.threads)
    tokenizer = load_tokenizer()
    pieces, n_vocabulary = Pieces(tokenizer), tokenizer.get_vocab_size()
    drafts = pickle.loads(chosen.material.read_bytes())
    printed = pickle.loads(chosen.material.with_suffix(".print.pkl").read_bytes())
    stock = take_stock(drafts, printed, pieces)
    torch.manual_seed(1)
    teacher, kept = FaultTeacher(n_vocabulary, len(CODES)), chosen.out / "teacher.pt"
    if not kept.is_file():
        marks = (pieces.start, pieces.end, pieces.mask)
        teacher.encoder.load_state_dict(read_mpnet(chosen.mpnet, marks), strict=False)
        teach(teacher, stock.marked, pieces, chosen.out / "teacher.check.pt")
        torch.save(teacher.state_dict(), kept)
    teacher.load_state_dict(torch.load(kept, weights_only=True))
    student = FaultStudent(n_vocabulary, len(CODES))
    begin(student, chosen.start)
    words = make_changes(teacher.encoder.pieces.weight, tokenizer)
    average = learn(student, teacher, stock, pieces, words, chosen.out / "student.check.pt")
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
