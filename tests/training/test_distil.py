"""The teacher and its pairs: windows made on the device, near texts, and one trial run."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
import torch

from attrib.compare.pairs import lay_pair
from distil import Plan, distil
from distil_material import Stock, part
from near_pairs import change, nearest
from network import Encoder
from pair_examples import Material
from pair_network import PairNetwork
from pair_trainer import UNKNOWN, Course, encode, weigh
from pair_windows import gather_texts, lay_windows, window_sizes
from teacher_network import TeacherNetwork, _buckets

MARKS = (1, 2, 3)


@pytest.mark.parametrize("seed", range(8))
def test_windows_are_laid_as_attrib_lays_them(seed: int) -> None:
    random = Random(seed)
    most = random.choice([9, 60, 124])
    rows = [[random.randint(4, 40) for _ in range(random.randint(1, most))] for _ in range(20)]
    texts = gather_texts(rows, MARKS, "cpu")
    one, other = torch.arange(10), torch.arange(10, 20)
    sizes = np.array([len(row) for row in rows])
    longest = window_sizes(sizes[:10], sizes[10:]).max()
    windows = lay_windows(texts, one, other, int(longest))
    for n in range(10):
        pieces, features = lay_pair(rows[n], rows[n + 10], MARKS[:2])
        used = len(pieces)
        assert windows.pieces[n, :used].tolist() == pieces
        assert [tuple(row) for row in windows.features[n, :used].tolist()] == features
        assert not windows.pieces[n, used:].any()
        assert (windows.bias[n, 0, 0] == 0).sum() == used


def test_fused_attention_gives_what_the_encoder_gives() -> None:
    torch.manual_seed(0)
    encoder = Encoder(50, (2, 3)).eval()
    texts = gather_texts([[5, 6, 7], [8, 9, 10, 11, 12, 13], [14]], MARKS, "cpu")
    windows = lay_windows(texts, torch.tensor([0, 1]), torch.tensor([1, 2]), 12)
    with torch.inference_mode():
        whole, _ = encoder(windows.pieces, windows.features, windows.bias)
        fused = encode(encoder, windows)
    used = windows.bias[:, 0, 0] == 0
    assert torch.allclose(whole[used], fused[used], atol=1e-4)


def test_classes_of_distance_are_those_of_mpnet() -> None:
    found = _buckets(128, torch.device("cpu"))
    # From transformers' MPNetEncoder.relative_position_bucket.
    assert found[40, [40, 39, 33, 32, 31, 20, 0]].tolist() == [0, 1, 7, 8, 8, 10, 12]
    assert found[40, [41, 47, 48, 60, 127]].tolist() == [17, 23, 24, 26, 14 + 16]


def test_what_has_no_label_is_learned_from_the_teacher_alone() -> None:
    scores = torch.tensor([[2.0, 0.0, -1.0]])
    unknown = torch.tensor([UNKNOWN])
    assert weigh(scores, unknown, scores).item() == pytest.approx(0, abs=1e-6)
    assert weigh(scores, torch.tensor([0]), scores).item() > 0
    assert weigh(scores, unknown, -scores).item() > 0.1


def test_a_text_is_not_its_own_neighbour() -> None:
    vectors = torch.nn.functional.normalize(torch.randn(9, 8), dim=-1)
    found = nearest(vectors, 3)
    assert all(n not in row for n, row in enumerate(found.tolist()))


@pytest.mark.parametrize("seed", range(10))
def test_a_changed_text_has_another_word_or_fewer(seed: int) -> None:
    text = list(range(10, 22))
    words = {piece: [piece + 100] for piece in text}
    changed = change(text, words, np.random.default_rng(seed))
    assert changed != text
    assert len(changed) <= len(text)


def test_what_is_kept_for_tuning_is_not_trained_on() -> None:
    general = tuple((f"p{n // 3}", f"h{n}", n % 3) for n in range(300))
    claims = tuple(
        {"claim": (f"c{n}",), "for": (f"f{n}", f"g{n}"), "against": (f"a{n}",)} for n in range(20)
    )
    documents = tuple((f"d{n}", f"e{n}", 2) for n in range(20))
    rest, held = part(Material(general, (), claims, documents, (), (), (), ()))
    kept = {text for pairs in held.values() for pair in pairs for text in pair[:2]}
    trained = {text for pair in (*rest.general, *rest.documents) for text in pair[:2]}
    trained |= {line for claim in rest.headlines for lines in claim.values() for line in lines}
    assert all(held.values())
    assert not kept & trained


def test_a_trial_run_trains_both_networks() -> None:
    random = np.random.default_rng(0)
    sizes = random.integers(3, 9, 60)
    flat = random.integers(10, 50, int(sizes.sum()))
    pairs = np.stack([random.integers(0, 60, 40) for _ in range(2)] + [np.arange(40) % 3], 1)
    stock = Stock(
        flat, sizes, (pairs, pairs), pairs, np.arange(60), {"held": pairs}, MARKS, 50,
        np.arange(10, 40),
    )  # fmt: skip
    course = Course(epochs=1, rate=1e-4, n_batch=16, decay=0.9, seconds=60, seed=1)
    torch.manual_seed(1)
    networks = TeacherNetwork(50), PairNetwork(50)
    before = {name: value.clone() for name, value in networks[1].state_dict().items()}
    said: list[str] = []
    kept: list[dict[str, torch.Tensor]] = []
    average = distil(stock, networks, Plan(course, course), said.append, kept.append)
    assert set(average) == set(before)
    assert (average["encoder.pieces.weight"] != before["encoder.pieces.weight"]).any()
    assert kept
    assert any(line.startswith("teacher") for line in said)
