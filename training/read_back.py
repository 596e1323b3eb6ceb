"""Read the weights of a released pair model back: `python training/read_back.py ONNX PT`.

For a run that goes on from a release whose checkpoint is gone. Weights are those of 8 bits, so
what is read back scores as the file does and not to the last place as what it was made from.
The heads for news are taken where the file has them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from network import LAYERS

Array = NDArray[np.float32]
_SUFFIX = "_quantized"


def read_back(file: Path) -> dict[str, Tensor]:
    """The state of a PairNetwork, as far as the file has it."""
    arrays = {one.name: numpy_helper.to_array(one) for one in onnx.load(file).graph.initializer}
    named = {
        name.removeprefix("network."): value
        for name, value in arrays.items()
        if name.startswith("network.") and value.dtype == np.float32
    }
    tables = {name.removesuffix(_SUFFIX) for name in arrays if name.endswith(_SUFFIX)}
    products = iter(sorted((name for name in tables if name.startswith("onnx::")), key=_number_of))
    found: dict[str, Array] = {
        name: value
        for name, value in named.items()
        if ".split." not in name and "_scale" not in name
    }
    for name in tables:
        if name.startswith("network."):
            value = _dequantise(name, arrays)
            is_matrix = not name.startswith("network.encoder.")
            found[name.removeprefix("network.")] = value.T if is_matrix else value
    for number in range(LAYERS):
        found.update(_read_layer(f"encoder.layers.{number}", named, products, arrays))
    return {name: torch.from_numpy(value.copy()) for name, value in found.items()}


def _read_layer(
    at: str,
    named: dict[str, Array],
    products: Iterator[str],
    arrays: dict[str, NDArray[np.generic]],
) -> dict[str, Array]:
    """The matrices of one layer, which come in the order in which they are used."""
    qkv, out, *parts = (_dequantise(next(products), arrays).T for _ in range(6))
    split = f"{at}.split."
    # export.py parts the feed-forward units in two and scales a few inputs; the order of units
    # means nothing.
    scale = named[f"{split}ups.0.scale"]
    biases = [named[f"{split}ups.{part}.linear.bias"] for part in (0, 1)]
    return {
        f"{at}.qkv.weight": qkv,
        f"{at}.out.weight": out,
        f"{at}.up.weight": np.concatenate([parts[0], parts[2]]) * scale,
        f"{at}.up.bias": np.concatenate(biases),
        f"{at}.down.weight": np.concatenate([parts[1], parts[3]], 1),
        f"{at}.down.bias": named[f"{split}downs.0.bias"],
    }


def _number_of(product: str) -> int:
    """The number at the end of a name such as "onnx::MatMul_727"."""
    return int(product.rpartition("_")[2])


def _dequantise(name: str, arrays: dict[str, NDArray[np.generic]]) -> Array:
    whole, zero, scale = (
        arrays[f"{name}{part}"].astype(np.float32) for part in (_SUFFIX, "_zero_point", "_scale")
    )
    return (whole - zero) * scale


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="pairs.onnx")
    parser.add_argument("out", type=Path, help="where the weights go")
    chosen = parser.parse_args()
    torch.save(read_back(chosen.file), chosen.out)


if __name__ == "__main__":
    main()
