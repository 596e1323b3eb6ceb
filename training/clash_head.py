"""Give the released pair model a head for clashes: `python training/clash_head.py DATA --model F`.

F is `pairs.onnx`, which is written anew with its checksum beside it. The encoder stays as it is,
byte for byte, so that what the model says of entailment and contradiction does not change; only
the head is trained, over what the encoder makes of both texts, on the pairs that judge a clash
as an editor does (`make_news_epoch`).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from attrib.compare.pairs import LABELS, lay_pair
from batches import find_special
from export import write_sums
from matters import all_pairs, read_matters
from minimal_pairs import APART, CLASH, Pair
from pair_examples import make_news_epoch, read_material
from train import load_tokenizer

HIDDEN = 128
ROUNDS, RATE, BATCH, DECAY, DROPOUT, SMOOTHING = 6, 1e-3, 256, 0.05, 0.3, 0.05
WEIGHTS = ("1.weight", "1.bias", "4.weight", "4.bias")
_SCORES, _GENERAL, _CLASH = "scores", "general_scores", "clash_score"
Array = NDArray[np.float32]
_OPENED: list[tuple[InferenceSession, Tokenizer, tuple[int, int]]] = []


@dataclass(frozen=True, slots=True)
class Head:
    """`(tanh(((x - mean) / spread) @ first + bias)) @ second + last`, the log-odds of a clash."""

    mean: Array
    spread: Array
    first: Array
    bias: Array
    second: Array
    last: Array


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="holds nli/, emergent/, contradoc/, polnear/")
    parser.add_argument("--model", type=Path, required=True, help="pairs.onnx")
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    model = without_head(onnx.load(chosen.model))
    news = make_news_epoch(read_material(chosen.data, news=True), Random(1))
    trained = [pair for pair in news if pair[2] in (APART, CLASH)]
    held = [
        pair
        for matter in read_matters(held_out=True)
        for pairs in all_pairs(matter)
        for pair in pairs[:12]
    ]
    joined = read_joined(model, [*trained, *held], chosen.processes)
    seen, unseen = joined[: len(trained)], joined[len(trained) :]
    head = train(seen, _clashes(trained))
    print(f"{len(trained)} pairs; F1 on matters kept from it {_f1(head, unseen, held):.3f}")
    onnx.save(with_head(model, head), chosen.model)
    write_sums(chosen.model.parent, (chosen.model.name,), "pairs.sha256")


def _clashes(pairs: Sequence[Pair]) -> Array:
    return np.array([label == CLASH for *_, label in pairs], np.float32)


def _f1(head: Head, joined: Array, pairs: Sequence[Pair]) -> float:
    inner = np.tanh((joined - head.mean) / head.spread @ head.first + head.bias)
    found, gold = (inner @ head.second + head.last)[:, 0] > 0, _clashes(pairs) > 0
    return float(2 * (found & gold).sum() / (found.sum() + gold.sum()))


def train(joined: Array, clashes: Array) -> Head:
    """Fit the head to rows of what the encoder makes of a pair, and whether it clashes."""
    torch.manual_seed(1)
    mean, spread = joined.mean(0), joined.std(0) + np.float32(1e-3)
    rows, labels = torch.from_numpy((joined - mean) / spread), torch.from_numpy(clashes)
    labels = labels * (1 - SMOOTHING) + SMOOTHING / 2
    network = nn.Sequential(
        nn.Dropout(DROPOUT), nn.Linear(rows.shape[1], HIDDEN), nn.Tanh(),
        nn.Dropout(DROPOUT), nn.Linear(HIDDEN, 1),
    )  # fmt: skip
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    steps = [
        places for _ in range(ROUNDS) for places in torch.split(torch.randperm(len(rows)), BATCH)
    ]
    for step, places in enumerate(steps):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - step / len(steps))
        scores = network(rows[places])[:, 0]
        loss = functional.binary_cross_entropy_with_logits(scores, labels[places])
        torch.autograd.backward(loss)
        optimizer.step()
        optimizer.zero_grad()
    return Head(mean, spread, *(_array(network.get_parameter(name)) for name in WEIGHTS))


def _array(weights: Tensor) -> Array:
    return np.ascontiguousarray(weights.detach().numpy().T, dtype=np.float32)


def read_joined(model: onnx.ModelProto, pairs: Sequence[Pair], processes: int) -> Array:
    """What the encoder makes of each pair, [pairs, 5 * width], as `compare_texts` joins it."""
    wide = onnx.ModelProto()
    wide.CopyFrom(model)
    wide.graph.output.append(
        helper.make_tensor_value_info(_find_joined(model.graph), TensorProto.FLOAT, None)
    )
    with Pool(processes, _open, (wide.SerializeToString(),)) as pool:
        return np.stack(pool.map(_read_one, [pair[:2] for pair in pairs], chunksize=256))


def _open(content: bytes) -> None:
    """Make ready a process of the pool, which keeps session and tokeniser for itself."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    session = InferenceSession(content, options, providers=["CPUExecutionProvider"])
    tokenizer = load_tokenizer()
    start, end, *_ = find_special(tokenizer)
    _OPENED[:] = [(session, tokenizer, (start, end))]


def _read_one(texts: tuple[str, str]) -> Array:
    ((session, tokenizer, marks),) = _OPENED
    one, other = (tokenizer.encode(text, add_special_tokens=False).ids for text in texts)
    pieces, features = lay_pair(one, other, marks)
    given = {"pieces": np.array(pieces, np.int64), "features": np.array(features, np.int64)}
    return np.asarray(session.run(None, given)[-1], np.float32).reshape(-1)


def _find_joined(graph: onnx.GraphProto) -> str:
    """The name of what the head for labels reads, before it is quantised."""
    quantised = next(
        node.input[0] for node in graph.node if "network.hidden.weight_quantized" in node.input
    )
    return str(next(node.input[0] for node in graph.node if quantised in node.output))


def without_head(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model as it was before a head was put on."""
    graph = model.graph
    kept = [node for node in graph.node if not node.name.startswith("clash.")]
    for node in kept:
        node.output[:] = [_SCORES if name == _GENERAL else name for name in node.output]
    weights = [one for one in graph.initializer if not one.name.startswith("clash.")]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(kept)
    graph.initializer.extend(weights)
    _count_scores(graph, len(LABELS))
    return model


def with_head(model: onnx.ModelProto, head: Head) -> onnx.ModelProto:
    """The model with a fourth score, the log-odds of a clash; weights in 8-bit integers."""
    graph, joined = model.graph, _find_joined(model.graph)
    for node in graph.node:
        node.output[:] = [_GENERAL if name == _SCORES else name for name in node.output]
    scale = np.abs(head.first).max(0) / 127
    arrays = {
        "mean": head.mean, "spread": head.spread, "scale": scale.astype(np.float32),
        "first": np.rint(head.first / scale).astype(np.int8), "bias": head.bias,
        "zero": np.zeros(HIDDEN, np.int8), "second": head.second, "last": head.last,
        "flat": np.array([-1], np.int64),
    }  # fmt: skip
    graph.initializer.extend(
        numpy_helper.from_array(array, f"clash.{name}") for name, array in arrays.items()
    )
    chain = (
        ("Reshape", (joined, "flat"), "row"), ("Sub", ("row", "mean"), "moved"),
        ("Div", ("moved", "spread"), "even"), ("MatMul", ("even", "weights"), "inner"),
        ("Add", ("inner", "bias"), "shifted"), ("Tanh", ("shifted",), "bent"),
        ("MatMul", ("bent", "second"), "sum"), ("Add", ("sum", "last"), _CLASH),
    )  # fmt: skip
    named = {*arrays, *(output for *_, output in chain), "weights"}
    stored = ["clash.first", "clash.scale", "clash.zero"]
    nodes = [_node("DequantizeLinear", stored, "clash.weights", axis=1)]
    for kind, inputs, output in chain:
        ours = [f"clash.{name}" if name in named else name for name in inputs]
        nodes.append(_node(kind, ours, f"clash.{output}"))
    nodes.append(_node("Concat", [_GENERAL, f"clash.{_CLASH}"], _SCORES, axis=0))
    graph.node.extend(nodes)
    _count_scores(graph, len(LABELS) + 1)
    onnx.checker.check_model(model, full_check=False)
    return model


def _count_scores(graph: onnx.GraphProto, count: int) -> None:
    graph.output[0].type.tensor_type.shape.dim[0].dim_value = count


def _node(kind: str, inputs: Sequence[str], output: str, **given: Any) -> onnx.NodeProto:
    return helper.make_node(kind, inputs, [output], name=f"clash.{output}", **given)


if __name__ == "__main__":
    main()
