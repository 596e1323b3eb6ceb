"""Write the trained pair model as ONNX, its matrices in 8-bit integers.

`python training/export_pairs.py DATA WEIGHTS... --out FOLDER`, in the manner of export.py. Of
several runs that began alike it writes the mean (Wortsman et al., 2022).
"""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from attrib.compare.pairs import LABELS
from batches import Pieces
from export import write_onnx, write_sums
from outliers import measure_reach, set_apart
from pair_examples import make_epoch, read_material
from pair_network import PairNetwork, at_odds
from train import load_tokenizer, mean_of
from train_pairs import batch_up

MEASURED = 60
"""How many batches of pairs tell how far the inputs of matrices reach."""


class Graph(nn.Module):
    """What is exported: one window in, five scores out."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """pieces [p], features [p, 2] -> [5]: scores of LABELS, log-odds of a clash, and of figures
        that differ."""
        encoded, _ = self.network.encoder(pieces[None], features[None])
        scores = self.network.judge(encoded, features[None])[0]
        n_plain = len(LABELS) + 1
        return torch.cat([scores[:n_plain], at_odds(scores[n_plain:])[None]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="holds nli/, emergent/, contradoc/, polnear/")
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model files")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    weights = mean_of([torch.load(path, weights_only=True) for path in chosen.weights])
    network = PairNetwork(weights["encoder.pieces.weight"].shape[0])
    network.load_state_dict(weights)
    network.eval()
    random = Random(0)
    pairs = make_epoch(read_material(chosen.data), random)
    batches = batch_up(pairs, Pieces(load_tokenizer()), random)
    set_apart(network.encoder, measure_reach(network.encoder, islice(batches, MEASURED)))
    example = (torch.arange(100, 140), torch.ones(40, 2, dtype=torch.long))
    axes = {"pieces": {0: "pieces"}, "features": {0: "pieces"}}
    names = (("pieces", "features"), ("scores",))
    write_onnx(Graph(network), example, names, axes, chosen.out / "pairs.onnx")
    write_sums(chosen.out, ("pairs.onnx",), "pairs.sha256")


if __name__ == "__main__":
    main()
