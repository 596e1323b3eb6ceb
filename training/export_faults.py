"""Write the trained model that reads for faults as ONNX, its matrices in 8-bit integers.

`python training/export_faults.py MATERIAL WEIGHTS... --out FOLDER`, in the manner of export.py. Of
several runs that began alike it writes the mean (Wortsman et al., 2022). MATERIAL is what
fault_material.py wrote.
"""

from __future__ import annotations

import argparse
import json
import pickle
from itertools import islice
from pathlib import Path
from random import Random

import onnx
import torch
from torch import Tensor, nn

from batches import Pieces
from export import write_onnx, write_sums
from fault_network import FaultNetwork
from faults import CODES
from outliers import measure_reach, set_apart
from train import load_tokenizer, mean_of
from train_faults import batch_up, lay

MEASURED = 60
"""How many batches of windows tell how far the inputs of matrices reach."""


class Graph(nn.Module):
    """What is exported: one window in, a score of each of its sentences for each check out."""

    def __init__(self, network: FaultNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor, inside: Tensor) -> Tensor:
        """pieces [p], features [p, 2], inside [s, p] -> log-odds [s, codes]."""
        encoded, _ = self.network.encoder(pieces[None], features[None])
        sentences, _ = self.network.judge(encoded, inside[None])
        return sentences[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("material", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model files")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    weights = mean_of([torch.load(path, weights_only=True) for path in chosen.weights])
    network = FaultNetwork(weights["encoder.pieces.weight"].shape[0], len(CODES))
    network.load_state_dict(weights)
    network.eval()
    pieces = Pieces(load_tokenizer())
    windows = [
        laid for draft in pickle.loads(chosen.material.read_bytes()) for laid in lay(draft, pieces)
    ]
    batches = batch_up(windows, pieces, Random(0))
    set_apart(network.encoder, measure_reach(network.encoder, islice(batches, MEASURED)))
    inside = torch.zeros(3, 40)
    inside[0, 1:10], inside[1, 10:30], inside[2, 30:39] = 1, 1, 1
    example = (torch.arange(100, 140), torch.ones(40, 2, dtype=torch.long), inside)
    axes = {
        "pieces": {0: "pieces"}, "features": {0: "pieces"},
        "inside": {0: "sentences", 1: "pieces"}, "scores": {0: "sentences"},
    }  # fmt: skip
    names = (("pieces", "features", "inside"), ("scores",))
    target = chosen.out / "faults.onnx"
    write_onnx(Graph(network), example, names, axes, target)
    model = onnx.load(target)
    onnx.helper.set_model_props(model, {"codes": json.dumps(CODES)})
    onnx.save(model, target)
    write_sums(chosen.out, ("faults.onnx",), "faults.sha256")


if __name__ == "__main__":
    main()
