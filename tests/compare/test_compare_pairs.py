"""The pair model: what it reads, both ways round, each pair by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.compare.pairs import LIMIT, lay_pair, load_pair_model
from attrib.errors import ModelError
from attrib.modelfiles import open_pair_model

MARKS = (101, 102)
IDS = st.lists(st.integers(1000, 1040), max_size=200)


@given(IDS, IDS)
def test_a_window_holds_both_texts_within_its_limit(one: list[int], other: list[int]) -> None:
    pieces, features = lay_pair(one, other, MARKS)
    assert len(pieces) == len(features) <= LIMIT
    assert pieces[0] == MARKS[0]
    assert pieces.count(MARKS[1]) == 2
    sides = [side for side, _ in features]
    assert sides == sorted(sides)
    if len(one) + len(other) <= LIMIT - 3:
        assert pieces == [MARKS[0], *one, MARKS[1], *other, MARKS[1]]


@given(IDS, IDS)
def test_the_longer_text_loses_its_end(one: list[int], other: list[int]) -> None:
    pieces, _ = lay_pair(one, other, MARKS)
    middle = pieces.index(MARKS[1])
    kept = middle - 1, len(pieces) - middle - 2
    half = (LIMIT - 3) // 2
    assert kept[0] >= min(len(one), half)
    assert kept[1] >= min(len(other), half)


def test_words_of_both_texts_are_marked() -> None:
    _, features = lay_pair([7, 8], [8, 9], MARKS)
    assert features == [(0, 0), (0, 1), (0, 2), (0, 0), (1, 2), (1, 1), (1, 0)]


def test_opposites_and_paraphrases_are_told_apart() -> None:
    opposite, alike, apart = load_pair_model().read(
        [
            ("The ferry sank in the harbour.", "The ferry did not sink in the harbour."),
            ("A man is slicing an onion.", "An onion is being sliced by a man."),
            ("The ferry sank in the harbour.", "The mayor opened a library on Monday."),
        ]
    )
    assert opposite.contradiction > 0.8 > alike.contradiction
    assert opposite.clash > 0.5 > max(alike.clash, apart.clash)
    assert min(alike.forward, alike.backward) > 0.8 > max(apart.forward, apart.backward)


def test_no_pair_changes_another_and_order_changes_nothing() -> None:
    model = load_pair_model()
    pairs = [("The dam burst.", "The dam held."), ("It rained.", "It rained all day long.")]
    both = model.read(pairs)
    assert both == tuple(model.read([pair])[0] for pair in pairs)
    turned = model.read([(other, one) for one, other in pairs])
    assert [r.contradiction for r in turned] == [r.contradiction for r in both]
    assert [(r.backward, r.forward) for r in turned] == [(r.forward, r.backward) for r in both]


@pytest.mark.parametrize("pair", [("", ""), ("x", ""), ("a " * 5000, "b " * 5000), ("🙂", "\x00")])
def test_odd_texts_are_read_too(pair: tuple[str, str]) -> None:
    (reading,) = load_pair_model().read([pair])
    assert 0 <= reading.contradiction <= 1


def test_other_bytes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pairs.onnx").write_bytes(b"no model")
    (tmp_path / "pairs.sha256").write_text(f"{'0' * 64}  pairs.onnx\n")
    monkeypatch.setattr("attrib.modelfiles.find_folder", lambda _: tmp_path)
    with pytest.raises(ModelError, match="not the one released"):
        open_pair_model()
