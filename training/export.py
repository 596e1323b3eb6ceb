"""Write the trained tagger as ONNX, its matrices in 8-bit integers, with its tokeniser.

`python training/export.py DATA WEIGHTS --out FOLDER`. Each output of a matrix has a scale of its
own (per channel); scales of activations are taken at run time, a window a call. DATA tells which
inputs of the matrices are set apart (outliers.py).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

import onnx
import torch
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from attrib.rulebook import load_rulebook
from batches import Pieces, cut_epoch
from corpus import SilverLabels, read_examples
from network import Network
from outliers import measure_reach, set_apart
from train import load_tokenizer

_OPSET = 17
MEASURED = 28
"""How many training articles, spread over all, tell how far the inputs of matrices reach."""
INPUTS = ("pieces", "features", "firsts")
OUTPUTS = ("tags", "words", "cues")
CONSTANTS = ("steps", "distances", "paragraph_steps", "roles", "roles_bias")


class Graph(nn.Module):
    """What is exported: one window in, the scores of its words out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """pieces [p], features [p, 4], firsts [w] -> tags [w, 7], words [w, 256], cues [w, 256]."""
        network = self.network
        encoded, _ = network.encoder(pieces[None], features[None])
        words = encoded[0].index_select(0, firsts)
        return network.tags(words), network.link_words(words), network.link_cues(words)


def load_network(path: Path) -> Network:
    """The network whose weights `train.py` saved."""
    weights = torch.load(path, weights_only=True)
    sizes = (weights[f"{name}.bias"].numel() for name in ("pos", "ner", "deprel"))
    labels = SilverLabels(*(tuple(str(i) for i in range(size)) for size in sizes))
    network = Network(weights["encoder.pieces.weight"].shape[0], labels)
    network.load_state_dict(weights)
    return network.eval()


def export(network: Network, target: Path) -> None:
    """Write `network` to the ONNX file `target`."""
    example = (
        torch.arange(100, 140), torch.zeros(40, 4, dtype=torch.long), torch.arange(1, 30)
    )  # fmt: skip
    axes = {
        "pieces": {0: "pieces"}, "features": {0: "pieces"}, "firsts": {0: "words"},
        "tags": {0: "words"}, "words": {0: "words"}, "cues": {0: "words"},
    }  # fmt: skip
    write_onnx(Graph(network), example, (INPUTS, OUTPUTS), axes, target)


def write_onnx(
    graph: nn.Module,
    example: tuple[Tensor, ...],
    names: tuple[Sequence[str], Sequence[str]],
    axes: dict[str, dict[int, str]],
    target: Path,
) -> None:
    """Write `graph` to the ONNX file `target`, quantised and with its nodes fused.

    `names` are those of its inputs and outputs, `axes` which of their dimensions vary. Fusing
    beforehand halves the time that a session takes to start.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            graph,
            example,
            str(plain),
            input_names=list(names[0]),
            output_names=list(names[1]),
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            small,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )
        options = SessionOptions()
        # The level above would fuse for the processor of this machine.
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(target)
        InferenceSession(
            small,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],
        )


def write_sums(folder: Path, names: Sequence[str], target: str) -> None:
    """Write the SHA-256 of the files `names` of `folder` to its file `target`, and print them."""
    sums = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names]
    lines = "".join(f"{digest}  {name}\n" for digest, name in zip(sums, names, strict=True))
    (folder / target).write_text(lines, encoding="ascii")
    print(lines, end="")


def constants(network: Network) -> dict[str, list[list[float]]]:
    """The small tables that decoding reads, as nested lists."""
    tables = (
        network.crf.table(),
        network.distances.weight,
        network.paragraph_steps.weight,
        network.roles.weight.T,
        network.roles.bias[None],
    )
    return {
        name: [[round(value, 6) for value in row] for row in table.detach().tolist()]
        for name, table in zip(CONSTANTS, tables, strict=True)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds polnear/")
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="folder of the model files")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    network = load_network(chosen.weights)
    tokenizer = load_tokenizer()
    examples, _ = read_examples(chosen.data / "polnear" / "train", load_rulebook())
    measured = examples[:: max(len(examples) // MEASURED, 1)]
    batches = cut_epoch(measured, Pieces(tokenizer), {}, Random(0))
    set_apart(network.encoder, measure_reach(network.encoder, batches))
    export(network, chosen.out / "tagger.onnx")
    model = onnx.load(chosen.out / "tagger.onnx")
    onnx.helper.set_model_props(
        model, {name: json.dumps(table) for name, table in constants(network).items()}
    )
    onnx.save(model, chosen.out / "tagger.onnx")
    tokenizer.save(str(chosen.out / "tokenizer.json"), pretty=False)
    write_sums(chosen.out, ("tagger.onnx", "tokenizer.json"), "tagger.sha256")


if __name__ == "__main__":
    main()
