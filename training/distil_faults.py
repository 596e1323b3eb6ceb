"""Train the reader of drafts by a teacher: `python training/distil_faults.py FILE MPNET --out OUT`.

FILE is what fault_material.py wrote, MPNET the model.safetensors of all-mpnet-base-v2. OUT gets
the teacher's averaged weights, `teacher.pt`, what it scored, `scores.pkl`, and the student's,
`faults.pt`, and a checkpoint of each network after each epoch; called again, it goes on from
the last of all these.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from batches import Pieces
from fault_network import FaultNetwork, FaultTeacher
from fault_pool import lay_plain, vary
from fault_trainer import Course, Encode, begin, encode_by_student, encode_by_teacher, fit
from faults import CODES
from teacher_network import read_mpnet
from train import load_tokenizer
from train_faults import Batch, Laid, batch_up, collate, group_by_length, lay, loss_of

TEACHER = Course(n_epoch=0, epochs=2.5, rate=5e-5, decay=0.99)
STUDENT = Course(n_epoch=0, epochs=2, rate=2e-4, decay=0.995)
TEMPERATURE, HARD = 2.0, 0.3
"""What the log-odds of teacher and student are divided by, and the weight of the true labels."""
_FEWEST_UNITS = 4
"""Sentences of a draft that is worth changing."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A window with the teacher's log-odds of its sentences [s, k] and pieces [p, k]; of the
    sentences those are learned that are `judged` [s]."""

    laid: Laid
    judged: NDArray[np.bool_]
    sentences: NDArray[np.float16]
    pieces: NDArray[np.float16]


def teach(
    teacher: FaultTeacher, windows: Sequence[Laid], pieces: Pieces, checkpoint: Path, **changes: Any
) -> None:
    """Train `teacher` on the marked drafts, and leave its averaged weights in it; `changes` are
    fields of its course."""

    def loss_from(encoder: Encode, batch: Batch) -> Tensor:
        encoded = encode_by_teacher(encoder, batch.pieces, batch.features, batch.bias)
        return loss_of(teacher, encoded, batch)

    n_epoch = len(group_by_length(windows, lambda laid: len(laid.pieces), Random(0)))
    course = replace(TEACHER, n_epoch=n_epoch, **changes)
    average = fit(
        teacher, lambda random: batch_up(windows, pieces, random), loss_from, course, checkpoint
    )
    teacher.load_state_dict(average)


@torch.no_grad()
def score(
    teacher: FaultTeacher, windows: Sequence[tuple[Laid, NDArray[np.bool_]]], mask: int
) -> Iterator[Scored]:
    """The windows, each with what the teacher says of it."""
    teacher.eval()
    for size, pool in group_by_length(windows, lambda item: len(item[0].pieces), Random(0)):
        batch = collate(size, [laid for laid, _ in pool], mask, Random(0), masked=0)
        sentences, single = teacher.judge(
            encode_by_teacher(teacher.encoder, batch.pieces, batch.features, batch.bias),
            batch.inside,
        )
        for row, (laid, judged) in enumerate(pool):
            yield Scored(
                laid,
                judged,
                sentences[row, : len(judged)].numpy().astype(np.float16),
                single[row, : len(laid.pieces)].numpy().astype(np.float16),
            )


def learn(
    student: FaultNetwork, windows: Sequence[Scored], mask: int, checkpoint: Path, **changes: Any
) -> dict[str, Tensor]:
    """The averaged weights of `student`, taught by what the teacher scored and what was marked;
    `changes` are fields of its course."""

    def groups(random: Random) -> list[tuple[int, list[Scored]]]:
        return group_by_length(windows, lambda item: len(item.laid.pieces), random)

    def epoch_of(random: Random) -> Iterator[tuple[Batch, list[Scored]]]:
        for size, pool in groups(random):
            yield collate(size, [item.laid for item in pool], mask, random), pool

    def loss_from(encoder: Encode, batch: tuple[Batch, list[Scored]]) -> Tensor:
        laid, pool = batch
        encoded = encode_by_student(encoder, laid.pieces, laid.features, laid.bias)
        return soft_loss(student, encoded, laid, pool)

    course = replace(STUDENT, n_epoch=len(groups(Random(0))), **changes)
    return fit(student, epoch_of, loss_from, course, checkpoint)


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
        teach(teacher, windows, pieces, chosen.out / "teacher.check.pt")
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
    begin(student, chosen.start)
    average = learn(
        student, pickle.loads(scores.read_bytes()), pieces.mask, chosen.out / "student.check.pt"
    )
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
