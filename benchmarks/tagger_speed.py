"""How fast the tagger runs: `python benchmarks/tagger_speed.py --help`. Needs the extra [train].

In one run and on the same windows: the shipped model, the same network in PyTorch at full
precision, as training/ has it and as transformers has it (weights drawn by chance, which costs the
same time), and the most that this machine reaches when it only multiplies matrices. Prints tables
and asserts nothing.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper
from transformers import BertConfig, BertModel

from attrib.extract.tagger import CONTEXT, LIMIT, Tagger, load_tagger
from attrib.extract.windows import Window, cut_windows
from attrib.extract.words import Words, lay_out
from attrib.ingest import make_article
from attrib.rulebook import load_rulebook
from attrib.segment import segment
from gate import find_data

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
from batches import lay_window
from corpus import SilverLabels
from network import HEADS, INNER, LAYERS, WIDTH, Network

_SIZE = 2048
_USUAL = BertConfig(
    hidden_size=WIDTH,
    num_hidden_layers=LAYERS,
    num_attention_heads=HEADS,
    intermediate_size=INNER,
)
_WEIGHTS = LAYERS * (4 * WIDTH * WIDTH + 2 * WIDTH * INNER)
"""Multiplications of weights for one word piece."""


_MARKS = (101, 102)
"""The numbers of the pieces [CLS] and [SEP]."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args(arguments)
    folder = find_data("polnear", "dev", "text")
    if folder is None:
        return 0
    torch.set_num_threads(chosen.threads)
    rulebook = load_rulebook()
    paths = sorted(folder.glob("*.txt"))[: chosen.articles]
    articles = [make_article(path.read_bytes().decode("utf-8")) for path in paths]
    laid = [lay_out(segment(article, rulebook)) for article in articles]
    n_words = sum(len(article.text.split()) for article in articles)
    tagger = load_tagger(chosen.threads)
    inputs = [window for words in laid for window in _inputs(tagger, words)]
    n_pieces = sum(len(ids) for ids, _, _ in inputs)
    network = Network(30522, SilverLabels(("a",), ("a",), ("a",))).eval()

    arrays = [
        {"pieces": ids.numpy(), "features": features.numpy(), "firsts": firsts.numpy()}
        for ids, features, firsts in inputs
    ]
    usual = BertModel(_USUAL, add_pooling_layer=False)
    usual.train(False)

    def whole() -> None:
        for words in laid:
            tagger.judge(words)

    def ours() -> None:
        for array in arrays:
            tagger._session.run(None, array)

    @torch.inference_mode()
    def theirs() -> None:
        for ids, features, firsts in inputs:
            encoded, low = network.encoder(ids[None], features[None])
            network.judge(encoded, low, firsts[None])

    @torch.inference_mode()
    def usually() -> None:
        for ids, _, _ in inputs:
            usual(input_ids=ids[None])

    seconds = _time_alternating((ours, theirs, usually, whole), chosen.runs)
    print(f"{len(laid)} articles, {n_words} words, {n_pieces} word pieces in {len(inputs)} windows")
    print(f"{chosen.threads} threads, median of {chosen.runs} runs, alternating")
    int8, float32 = _peak_int8(chosen.threads), _peak_float32()
    peaks = (int8, float32, float32, int8)
    names = (
        "shipped model, int8",
        "the same in PyTorch, float32",
        "its encoder by transformers",
        "shipped, with cutting into pieces",
    )
    for name, took, peak in zip(names, seconds, peaks, strict=True):
        done = 2 * _WEIGHTS * n_pieces / took
        print(
            f"  {name:34}{n_words / took:9.0f} words/s{n_pieces / took:9.0f} pieces/s"
            f"{done / 1e9:8.0f} of {peak / 1e9:5.0f} Gop/s ({100 * done / peak:.0f} %)"
        )
    print(f"  ratios {seconds[1] / seconds[0]:.2f} and {seconds[2] / seconds[0]:.2f}")
    return 0


def _inputs(tagger: Tagger, words: Words) -> list[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    of_words = [tuple(ids) for ids in tagger._pieces_of(words.forms)]
    paragraphs = words.paragraphs.tolist()
    rows = [tuple(row) for row in words.features.tolist()]

    def lay(window: Window) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        ids, firsts, features = lay_window(window, of_words, rows, paragraphs, _MARKS)
        return torch.tensor(ids), torch.tensor(features), torch.tensor(firsts)

    windows = cut_windows([len(ids) for ids in of_words], paragraphs, LIMIT, CONTEXT)
    return [lay(window) for window in windows]


def _time_alternating(jobs: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """Median seconds of each job; one round to warm up, then `runs`, in turns."""
    seconds: list[list[float]] = [[] for _ in jobs]
    for number in range(runs + 1):
        for job, taken in zip(jobs, seconds, strict=True):
            began = time.perf_counter()
            job()
            if number:
                taken.append(time.perf_counter() - began)
    return [statistics.median(taken) for taken in seconds]


def _peak_int8(threads: int) -> float:
    """Operations a second of one large product of 8-bit integers in onnxruntime."""
    weights = np.ones((_SIZE, _SIZE), np.int8)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["x", "w"], ["y"])],
        "peak",
        [helper.make_tensor_value_info("x", TensorProto.UINT8, [_SIZE, _SIZE])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [_SIZE, _SIZE])],
        [onnx.numpy_helper.from_array(weights, "w")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    x = np.ones((_SIZE, _SIZE), np.uint8)
    (took,) = _time_alternating([lambda: session.run(None, {"x": x})], 5)
    return float(2 * _SIZE**3 / took)


def _peak_float32() -> float:
    x = torch.ones(_SIZE, _SIZE)
    (took,) = _time_alternating([lambda: x @ x], 5)
    return float(2 * _SIZE**3 / took)


if __name__ == "__main__":
    sys.exit(main())
