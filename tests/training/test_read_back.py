"""A released file is read back as weights that score as it does."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

import attrib
from attrib.compare.pairs import lay_pair, load_pair_model
from pair_network import PairNetwork
from train import load_tokenizer

pytest.importorskip("onnx", reason="onnx is not installed (extra train)")

from read_back import read_back

MODEL = Path(attrib.__file__).parent / "models" / "pairs.onnx"
PAIRS = (
    ("Twelve people were killed in the fire.", "At least 15 died in the blaze, police said."),
    ("The mayor denied taking money.", "The mayor took money from a builder, a clerk said."),
    ("The bridge is to close in May.", "Nobody was hurt."),
)


def test_weights_read_back_score_as_the_file() -> None:
    weights = read_back(MODEL)
    network = PairNetwork(weights["encoder.pieces.weight"].shape[0])
    network.load_state_dict(weights)
    network.eval()
    tokenizer = load_tokenizer()
    marks = tokenizer.token_to_id("[CLS]") or 0, tokenizer.token_to_id("[SEP]") or 0
    for (one, other), reading in zip(PAIRS, load_pair_model().read(PAIRS), strict=True):
        clashes = []
        for pair in ((one, other), (other, one)):
            first, second = (tokenizer.encode(t, add_special_tokens=False).ids for t in pair)
            laid = lay_pair(first, second, marks)
            pieces, features = (torch.tensor([part]) for part in laid)
            with torch.inference_mode():
                scores = network.judge(network.encoder(pieces, features)[0], features)
            clashes.append(torch.sigmoid(scores[0, 3]).item())
        assert sum(clashes) / 2 == pytest.approx(reading.clash, abs=0.03)
