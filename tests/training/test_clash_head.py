"""The clash head: put on and taken off, and what it adds to the scores of the released model."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
from onnxruntime import InferenceSession

from attrib.resources import find_folder
from clash_head import HIDDEN, Head, read_joined, train, with_head, without_head
from minimal_pairs import APART, CLASH, Pair

PAIRS: list[Pair] = [
    ("The ferry sank in the harbour.", "The ferry reached the harbour unharmed.", CLASH),
    ("The ferry sank in the harbour.", "The mayor opened a library.", APART),
]


@pytest.fixture(scope="module")
def bare() -> onnx.ModelProto:
    return without_head(onnx.load(find_folder("models") / "pairs.onnx"))


def make_head(width: int) -> Head:
    random = np.random.default_rng(3)

    def some(*shape: int, size: float = 1) -> np.ndarray:
        return (random.normal(size=shape) * size).astype(np.float32)

    inner = some(width, HIDDEN, size=0.02), some(HIDDEN)
    return Head(some(width), np.abs(some(width)) + 1, *inner, some(HIDDEN, 1), some(1))


def test_the_head_adds_its_score_and_changes_no_other(bare: onnx.ModelProto) -> None:
    joined = read_joined(bare, PAIRS, 1)
    head = make_head(joined.shape[1])
    whole = onnx.ModelProto()
    whole.CopyFrom(bare)
    with_head(whole, head)
    given = {
        "pieces": np.arange(100, 130, dtype=np.int64),
        "features": np.array([[0, 1]] * 15 + [[1, 1]] * 15, np.int64),
    }
    (before,) = InferenceSession(bare.SerializeToString()).run(None, given)
    (after,) = InferenceSession(whole.SerializeToString()).run(None, given)
    assert after.shape == (4,)
    assert np.array_equal(after[:3], before)
    assert without_head(whole).SerializeToString() == bare.SerializeToString()


def test_the_head_learns_what_it_is_shown() -> None:
    random = np.random.default_rng(1)
    rows = random.normal(size=(6000, 40)).astype(np.float32)
    clashes = (rows[:, 3] > 0).astype(np.float32)
    head = train(rows, clashes)
    inner = np.tanh((rows - head.mean) / head.spread @ head.first + head.bias)
    scores = (inner @ head.second + head.last)[:, 0]
    assert ((scores > 0) == (clashes > 0)).mean() > 0.9
