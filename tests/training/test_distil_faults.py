"""What the reader of drafts learns from its teacher: drafts changed by chance, and a short run."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch

import teacher_network
from attrib.ingest import make_article
from batches import Pieces
from distil_faults import Scored, learn, score, teach
from fault_network import FROZEN, FaultNetwork, FaultTeacher
from fault_pool import lay_plain, vary
from faults import CODES, FAULTS, Marked, mark_draft, read_units
from train import load_tokenizer
from train_faults import collate, lay

ROWS = [
    json.loads(line)
    for line in sorted(FAULTS.glob("*.jsonl"))[0].read_text(encoding="utf-8").splitlines()[1:5]
]
PRINTED = "\n\n".join(f"The harbour board met for day {n}. It was long." for n in range(60))


@pytest.fixture(scope="module")
def drafts() -> list[Marked]:
    tokenizer = load_tokenizer()
    return [mark_draft(row, tokenizer) for row in ROWS]


@pytest.fixture(scope="module")
def printed() -> Marked:
    return Marked(read_units(make_article(PRINTED), load_tokenizer()))


def test_changed_drafts_keep_the_words_of_theirs(drafts: list[Marked], printed: Marked) -> None:
    known = {unit.pieces for draft in (*drafts, printed) for unit in draft.units}
    found = list(vary(drafts, [printed], Random(1)))
    assert len(found) == 3 * len(drafts)
    for draft in found:
        assert {unit.pieces for unit in draft.units} <= known
        assert not draft.faults
    assert found == list(vary(drafts, [printed], Random(1)))
    assert found != list(vary(drafts, [printed], Random(2)))


def test_a_draft_among_print_stays_in_one_piece(drafts: list[Marked], printed: Marked) -> None:
    own = {unit.pieces for unit in drafts[0].units}
    among = list(vary(drafts[:1], [printed], Random(1)))[-1]
    body = [unit.pieces in own for unit in among.units if unit.field != "title"]
    first, last = body.index(True), len(body) - 1 - body[::-1].index(True)
    assert all(body[first : last + 1])
    assert first > 0
    assert last < len(body) - 1
    paragraphs = [unit.paragraph for unit in among.units if unit.field != "title"]
    assert set(paragraphs[first : last + 1]).isdisjoint(paragraphs[:first] + paragraphs[last + 1 :])


def test_without_print_no_draft_is_set_among_any(drafts: list[Marked]) -> None:
    own = {unit.pieces for draft in drafts for unit in draft.units}
    for draft in vary(drafts, [], Random(1)):
        assert {unit.pieces for unit in draft.units} <= own


def test_each_sentence_is_judged_in_one_window(printed: Marked) -> None:
    windows = list(lay_plain(printed, Pieces(load_tokenizer())))
    assert len(windows) > 1
    assert sum(int(judged.sum()) for _, judged in windows) == len(printed.units)
    assert not any(laid.weights.any() or laid.targets.any() for laid, _ in windows)


def test_a_student_nears_its_teacher(
    drafts: list[Marked], printed: Marked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(teacher_network, "LAYERS", FROZEN + 1)
    torch.manual_seed(1)
    tokenizer = load_tokenizer()
    pieces, n_vocabulary = Pieces(tokenizer), tokenizer.get_vocab_size()
    windows = [laid for draft in drafts for laid in lay(draft, pieces)]
    teacher = FaultTeacher(n_vocabulary, len(CODES))
    before = {name: value.clone() for name, value in teacher.state_dict().items()}
    teach(teacher, windows, pieces, tmp_path / "teacher.pt", epochs=2, compiled=False)
    moved = {name for name, value in teacher.state_dict().items() if not value.equal(before[name])}
    assert f"encoder.layers.{FROZEN}.up.weight" in moved
    assert not any(name.startswith(f"encoder.layers.{FROZEN - 1}.") for name in moved)
    assert "encoder.pieces.weight" not in moved
    known = [(laid, np.ones(len(laid.weights), bool)) for laid in windows]
    known += islice(lay_plain(printed, pieces), 1)
    scored = list(score(teacher, known, pieces.mask))
    assert len(scored) == len(known)
    for item in scored:
        assert item.sentences.shape == item.laid.weights.shape
        assert item.pieces.shape == (len(item.laid.pieces), len(CODES))
    student = FaultNetwork(n_vocabulary, len(CODES))
    first = _apart(student, scored, pieces)
    course = {"epochs": 12, "rate": 1e-3, "compiled": False}
    kept = tmp_path / "student.pt"
    average = learn(student, scored, pieces.mask, kept, **course)
    # Called again, a finished course has nothing left to do.
    again = learn(FaultNetwork(n_vocabulary, len(CODES)), scored, pieces.mask, kept, **course)
    assert all(again[name].equal(value) for name, value in average.items())
    student.load_state_dict(average)
    assert _apart(student, scored, pieces) < first


@torch.no_grad()
def _apart(student: FaultNetwork, scored: list[Scored], pieces: Pieces) -> float:
    """How far the student's log-odds of sentences are from the teacher's, on the mean."""
    student.eval()
    found = []
    for item in scored:
        batch = collate(384, [item.laid], pieces.mask, Random(0), masked=0)
        encoded, _ = student.encoder(batch.pieces, batch.features, batch.bias)
        sentences, _ = student.judge(encoded, batch.inside)
        wanted = torch.from_numpy(item.sentences).float()
        found.append(float((sentences[0, : len(wanted)] - wanted).abs().mean()))
    return sum(found) / len(found)
