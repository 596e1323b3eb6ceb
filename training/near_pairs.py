"""Pairs without labels for the teacher to label: near texts, and texts with a word changed.

Near is near in meaning, as the encoder that the student begins as has it (all-MiniLM-L6-v2 was
made for just that). Words are changed for words that lie near in its table, in the manner of
TinyBERT (Jiao et al., 2020).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from distil_material import Stock
from pair_network import PairNetwork
from pair_trainer import encode, on_batches
from pair_windows import Texts

NEIGHBOURS, OF_EACH = 32, 8
"""How many nearest texts there are to choose from, and how many of them are paired with each."""
_NEAR_WORDS = 16
_CHANGED = 140_000
"""How many texts are paired with themselves, a word or two changed."""
_BLOCK = 2048
Array = NDArray[np.int64]


@torch.inference_mode()
def embed(network: PairNetwork, texts: Texts, places: Array, empty: int) -> Tensor:
    """Unit vectors of the texts numbered `places`: the mean over their pieces, as published for
    the encoder. `empty` is the number of a text without pieces."""
    found: list[tuple[Array, Tensor]] = []
    blank = np.full(len(places), empty, np.int64)
    for batch, windows in on_batches(texts, places, blank, 1024):
        encoded = encode(network.encoder, windows).float()
        inside = (windows.features[..., 1] > 0).float()[..., None]
        mean = (encoded * inside).sum(1) / inside.sum(1).clamp(min=1)
        found.append((batch, functional.normalize(mean, dim=-1)))
    order = torch.from_numpy(np.concatenate([batch for batch, _ in found]))
    vectors = torch.cat([vector for _, vector in found])
    return vectors[torch.argsort(order).to(vectors.device)]


@torch.inference_mode()
def nearest(vectors: Tensor, count: int) -> Array:
    """[n, count]: numbers of the nearest rows of each row, itself left out."""
    rows = []
    half = vectors.to(torch.bfloat16)
    for start in range(0, len(half), _BLOCK):
        likeness = half[start : start + _BLOCK] @ half.T
        own = torch.arange(len(likeness), device=half.device)
        likeness[own, own + start] = -1
        rows.append(likeness.topk(count, dim=-1).indices.cpu())
    return torch.cat(rows).numpy()


def near_words(table: Tensor, words: Array) -> dict[int, list[int]]:
    """For each of the pieces `words` [n] those of them nearest to it in the `table`
    [vocabulary, width] of an encoder."""
    rows = table.detach()[torch.from_numpy(words)]
    found = words[nearest(functional.normalize(rows.float(), dim=-1), _NEAR_WORDS)]
    return dict(zip(words.tolist(), found.tolist(), strict=True))


def make_near_pairs(
    stock: Stock, near: Array, words: dict[int, list[int]], random: np.random.Generator
) -> tuple[list[list[int]], Array]:
    """Further texts, and pairs [n, 2] of all; `near` gives the nearest of each of stock.loose.

    The further texts are numbered after those of `stock`.
    """
    texts = stock.texts()
    near = stock.loose[near]
    place_of = np.full(len(texts), -1, np.int64)
    place_of[stock.loose] = np.arange(len(stock.loose))
    made: list[list[int]] = []

    def other_than(numbers: Array) -> Array:
        return near[place_of[numbers], random.integers(0, near.shape[1], len(numbers))]

    def changed(numbers: Array) -> Array:
        begin = len(texts) + len(made)
        made.extend(change(texts[number], words, random) for number in numbers.tolist())
        return np.arange(begin, begin + len(numbers), dtype=np.int64)

    pairs = []
    for _ in range(OF_EACH):
        pairs.append((stock.loose, other_than(stock.loose)))
    known = stock.general[(place_of[stock.general[:, :2]] >= 0).all(1)]
    one, other = known[:, 0], known[:, 1]
    pairs += [(one, other_than(other)), (other_than(one), other), (one, changed(other))]
    some = random.permutation(stock.loose)[:_CHANGED]
    pairs.append((some, changed(some)))
    pairs.append((other_than(some), changed(some)))
    joined = np.concatenate([np.stack(pair, 1) for pair in pairs])
    joined = joined[joined[:, 0] != joined[:, 1]]
    turned = random.random(len(joined)) < 0.5
    joined[turned] = joined[turned][:, ::-1]
    return made, np.unique(joined, axis=0)


def change(
    pieces: Sequence[int], words: dict[int, list[int]], random: np.random.Generator
) -> list[int]:
    """The text with one or two words replaced by near ones, or a few pieces left out."""
    changed = list(pieces)
    at = [place for place, piece in enumerate(pieces) if piece in words]
    if len(pieces) > 6 and (not at or random.random() < 0.2):
        start = int(random.integers(0, len(pieces) - 3))
        del changed[start : start + int(random.integers(1, 4))]
        return changed
    if at:
        for place in random.choice(at, min(len(at), int(random.integers(1, 3))), replace=False):
            near = words[changed[place]]
            changed[place] = near[int(random.integers(0, len(near)))]
    return changed
