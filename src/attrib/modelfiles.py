"""The files of the shipped model: held against their checksums, and opened once."""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrib.errors import ModelError
from attrib.resources import find_folder

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_FOLDER = "models"
_MODEL, _TOKENIZER, _SUMS = "tagger.onnx", "tokenizer.json", "tagger.sha256"
_PAIRS, _PAIR_SUMS = "pairs.onnx", "pairs.sha256"
_FAULTS, _FAULT_SUMS = "faults.onnx", "faults.sha256"
_WEIGHTS, _WEIGHT_SUMS = "antecedents.json", "antecedents.sha256"
_lock = threading.Lock()
_opened: dict[tuple[Path, str, int], OpenModel] = {}


@dataclass(frozen=True, slots=True)
class OpenModel:
    """A model ready to run, and the tables that stand in its file beside the graph, as JSON."""

    session: InferenceSession
    tokenizer: Tokenizer
    tables: dict[str, str]


def open_model(threads: int = 0) -> OpenModel:
    """The tagger that ships with attrib, on `threads` threads (0: one a core).

    Opened once per process and number of threads. Raises ModelError if a file of it is missing
    or is not, byte for byte, the one that was released.
    """
    return _open_once(_MODEL, _SUMS, threads)


def open_pair_model(threads: int = 0) -> OpenModel:
    """The model that reads two claims side by side, as `open_model`."""
    return _open_once(_PAIRS, _PAIR_SUMS, threads)


def open_fault_model(threads: int = 0) -> OpenModel:
    """The model that reads a draft for faults, as `open_model`."""
    return _open_once(_FAULTS, _FAULT_SUMS, threads)


def _open_once(name: str, sums_name: str, threads: int) -> OpenModel:
    with _lock:
        key = (find_folder(_FOLDER), name, threads)
        if key not in _opened:
            _opened[key] = _open(key[0], name, sums_name, threads)
        return _opened[key]


def read_weights() -> dict[str, Any]:
    """The weights of the antecedent ranker, by task. Raises ModelError as `open_model` does."""
    return _weights_in(find_folder(_FOLDER))


@cache
def _weights_in(folder: Path) -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(_read_held(folder, _WEIGHTS, _WEIGHT_SUMS))
    return tables


def _open(folder: Path, name: str, sums_name: str, threads: int) -> OpenModel:
    import onnxruntime
    from tokenizers import Tokenizer

    content, tokens = _read_held(folder, name, sums_name), _read_held(folder, _TOKENIZER)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # The graph was fused when it was made.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_str(tokens.decode("utf-8"))
    except Exception as problem:
        # The runtimes have errors of their own: for a version that is too old, say.
        raise ModelError(f"the model cannot be opened: {problem}", path=str(folder)) from problem
    return OpenModel(session, tokenizer, session.get_modelmeta().custom_metadata_map)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise ModelError(
            f"the model cannot be read: {problem.strerror}; install attrib again", path=str(path)
        ) from problem


def _read_held(folder: Path, name: str, sums_name: str = _SUMS) -> bytes:
    """The bytes of a file, held against the checksum beside it."""
    content = _read(folder / name)
    sums = _read(folder / sums_name).decode("ascii", "replace").split()
    expected = dict(zip(sums[1::2], sums[::2], strict=False)).get(name, "none")
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise ModelError(
            f"the model is not the one released (SHA-256 {found[:12]}..., "
            f"expected {expected[:12]}...); install attrib again",
            path=str(folder / name),
        )
    return content
