"""What the reader of drafts learns from its teacher: drafts changed by chance, and a short run."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

import pytest
import torch

import fault_pool
import teacher_network
import train_faults
from attrib.check.fault_windows import LIMIT
from attrib.ingest import make_article
from batches import Pieces
from distil_faults import Asked, ask, learn, teach
from fault_network import FROZEN, FaultNetwork, FaultStudent, FaultTeacher
from fault_pool import draw, lay_plain, take_stock, vary
from faults import CODES, FAULTS, Marked, mark_draft, read_units
from train import load_tokenizer
from train_faults import SHAPES
from word_changes import Changes, make_changes

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


@pytest.fixture(scope="module")
def words() -> Changes:
    tokenizer = load_tokenizer()
    torch.manual_seed(0)
    return make_changes(torch.randn(tokenizer.get_vocab_size(), 16), tokenizer)


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


def test_changed_words_keep_their_places(drafts: list[Marked], words: Changes) -> None:
    units = [unit for draft in drafts for unit in draft.units]
    random = Random(1)
    kinds = set()
    for unit in units:
        found = words.change(unit, random)
        offsets = list(zip(found.starts, found.ends, found.features, strict=True))
        assert len(found.pieces) == len(offsets)
        known = list(zip(unit.starts, unit.ends, unit.features, strict=True))
        if len(found.pieces) == len(unit.pieces):
            kinds.add("changed")
            assert offsets == known
            pairs = zip(unit.pieces, found.pieces, strict=True)
            moved = [(one, other) for one, other in pairs if one != other]
            assert len(moved) <= 3
            assert all(other in words.near[one] for one, other in moved)
        else:
            kinds.add("left out")
            assert 1 <= len(unit.pieces) - len(found.pieces) <= 3
            left = iter(known)
            assert all(offset in left for offset in offsets)
    assert kinds == {"changed", "left out"}


def test_no_word_is_changed_of_which_a_piece_goes_on(words: Changes) -> None:
    tokenizer = load_tokenizer()
    (unit,) = read_units(make_article("Xylographers."), tokenizer)
    assert len(unit.pieces) > 2
    split = replace(unit, pieces=unit.pieces[:3], starts=unit.starts[:3], ends=unit.ends[:3])
    known = replace(words, near={piece: [0] for piece in split.pieces if piece not in (0,)})
    for seed in range(20):
        changed = known.change(split, Random(seed)).pieces
        # Only the last of the three is not followed by a piece of its word.
        assert changed[:2] == split.pieces[:2]


def test_what_is_drawn_fits_and_is_drawn_again_alike(
    drafts: list[Marked], printed: Marked, words: Changes
) -> None:
    pieces = Pieces(load_tokenizer())
    stock = take_stock(drafts, [printed], pieces)
    assert len(stock.drafts) == len(drafts)
    visitors = {unit.pieces for unit in stock.visitors}
    assert visitors
    marked = {
        draft.units[place].pieces
        for draft in drafts
        for place in {at for at, _, _ in draft.faults} | {at for at, _ in draft.near}
    }
    assert visitors <= marked
    groups = list(islice(draw(stock, pieces, words, Random(3)), 12))
    sizes = dict(SHAPES)
    for size, drawn in groups:
        assert len(drawn) == sizes[size]
        for laid, judged in drawn:
            assert len(laid.pieces) <= size
            assert judged.any()
            assert len(judged) == len(laid.weights)
    told = [bool(laid.weights.any()) for _, drawn in groups for laid, _ in drawn]
    assert any(told)
    assert not all(told)
    again = list(islice(draw(stock, pieces, words, Random(3)), 12))
    assert [[laid.pieces for laid, _ in drawn] for _, drawn in again] == [
        [laid.pieces for laid, _ in drawn] for _, drawn in groups
    ]


def test_a_student_nears_its_teacher(
    drafts: list[Marked],
    printed: Marked,
    words: Changes,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(teacher_network, "LAYERS", FROZEN + 1)
    monkeypatch.setattr(train_faults, "SHAPES", ((LIMIT, 2),))
    monkeypatch.setattr(fault_pool, "SHAPES", ((LIMIT, 2),))
    torch.manual_seed(1)
    tokenizer = load_tokenizer()
    pieces, n_vocabulary = Pieces(tokenizer), tokenizer.get_vocab_size()
    stock = take_stock(drafts, [printed], pieces)
    teacher = FaultTeacher(n_vocabulary, len(CODES))
    before = {name: value.clone() for name, value in teacher.state_dict().items()}
    teach(teacher, stock.marked, pieces, tmp_path / "teacher.pt", epochs=2, compiled=False)
    moved = {name for name, value in teacher.state_dict().items() if not value.equal(before[name])}
    assert f"encoder.layers.{FROZEN}.up.weight" in moved
    assert not any(name.startswith(f"encoder.layers.{FROZEN - 1}.") for name in moved)
    assert "encoder.pieces.weight" not in moved
    teacher.eval()
    ((size, drawn),) = islice(draw(stock, pieces, words, Random(5)), 1)
    asked = ask(teacher, teacher.encoder, size, drawn, pieces)
    assert asked.sentences.shape == asked.batch.targets.shape
    assert asked.pieces.shape == asked.batch.marked.shape
    assert asked.judged.sum() == sum(int(which.sum()) for _, which in drawn)
    assert asked.inside.sum() == sum(owner >= 0 for laid, _ in drawn for owner in laid.owners)
    student = FaultStudent(n_vocabulary, len(CODES))
    first = _apart(student, asked)
    course = {"n_epoch": 6, "epochs": 2, "rate": 1e-3, "compiled": False}
    kept = tmp_path / "student.pt"
    average = learn(student, teacher, stock, pieces, words, kept, **course)
    # Called again, a finished course has nothing left to do.
    other = FaultStudent(n_vocabulary, len(CODES))
    again = learn(other, teacher, stock, pieces, words, kept, **course)
    assert all(again[name].equal(value) for name, value in average.items())
    released = FaultNetwork(n_vocabulary, len(CODES))
    released.load_state_dict(average)
    assert _apart(released, asked) < first


@torch.no_grad()
def _apart(student: FaultNetwork, asked: Asked) -> float:
    """How far the student's log-odds of sentences are from the teacher's, on the mean."""
    student.eval()
    batch = asked.batch
    encoded, _ = student.encoder(batch.pieces, batch.features, batch.bias)
    sentences, _ = student.judge(encoded, batch.inside)
    return float((sentences - asked.sentences)[asked.judged > 0].abs().mean())
