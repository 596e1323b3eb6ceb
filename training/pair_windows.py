"""Windows of two texts made on the device that trains, from the pieces of all texts at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from attrib.compare.pairs import LIMIT

ROOM = LIMIT - 3
_ROUND = 8
"""Windows are as long as the longest of their batch, up to a multiple of this."""
_SORTED = 64
"""Of so many batches at once the pairs are put in order of length."""
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Texts:
    """Pieces of many texts: text n is `flat[starts[n] : starts[n] + sizes[n]]`.

    `marks` are the pieces for the start of a window, the end of a text and a masked piece.
    """

    flat: Tensor
    starts: Tensor
    sizes: Tensor
    marks: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Windows:
    """`pieces` [b, p], `features` [b, p, 2], `bias` [b, 1, 1, p]."""

    pieces: Tensor
    features: Tensor
    bias: Tensor


def gather_texts(
    pieces: Sequence[Sequence[int]], marks: tuple[int, int, int], device: str
) -> Texts:
    """`pieces` of each text as Texts on `device`; no more of a text than a window holds."""
    cut = [row[:ROOM] for row in pieces]
    sizes = np.array([len(row) for row in cut], np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    flat = np.fromiter((piece for row in cut for piece in row), np.int64, int(sizes.sum()))
    flat_there, starts_there, sizes_there = (
        torch.from_numpy(array).to(device) for array in (flat, starts, sizes)
    )
    return Texts(flat_there, starts_there, sizes_there, marks)


def lay_windows(
    texts: Texts, one: Tensor, other: Tensor, longest: int, masked: float = 0.0
) -> Windows:
    """Windows of the texts numbered `one` [b] and `other` [b], as attrib's `lay_pair` lays them.

    `longest` is what `window_sizes` says of the longest. Of the words the share `masked`, chosen
    by chance, is hidden.
    """
    n_one, n_other = _shorten(texts.sizes[one], texts.sizes[other])
    total = n_one + n_other + 3
    longest = -(-longest // _ROUND) * _ROUND
    place = torch.arange(longest, device=one.device)[None]
    first, second = n_one[:, None], n_other[:, None]
    in_one = (place > 0) & (place <= first)
    in_other = (place > first + 1) & (place < first + 2 + second)
    inside = in_one | in_other
    source = torch.where(
        in_one, texts.starts[one][:, None] + place - 1,
        texts.starts[other][:, None] + place - first - 2,
    )  # fmt: skip
    start, end, hidden = texts.marks
    pieces = texts.flat[torch.where(inside, source, 0)]
    if masked:
        chosen = torch.rand(pieces.shape, device=pieces.device) < masked
        pieces = torch.where(chosen, hidden, pieces)
    is_used = place < total[:, None]
    marks = torch.where(place == 0, start, torch.where(is_used, end, 0))
    pieces = torch.where(inside, pieces, marks)
    across = in_one[:, :, None] & in_other[:, None, :]
    alike = (pieces[:, :, None] == pieces[:, None, :]) & (across | across.transpose(1, 2))
    words = inside.long() + (inside & alike.any(2)).long()
    side = ((place > first + 1) & is_used).long()
    bias = torch.where(is_used, 0.0, -1e4)[:, None, None]
    return Windows(pieces, torch.stack([side, words], -1), bias)


def window_sizes(one: Places, other: Places) -> Places:
    """How long the windows of texts of so many pieces are."""
    words: Places = np.minimum(np.minimum(one, ROOM) + np.minimum(other, ROOM), ROOM)
    return words + 3


def _shorten(one: Tensor, other: Tensor) -> tuple[Tensor, Tensor]:
    """How many pieces of each text a window has: of two too long ones the longer loses its end."""
    short = torch.minimum(torch.minimum(one, other), torch.full_like(one, ROOM // 2))
    kept = torch.maximum(ROOM - other, torch.where(one > other, ROOM - short, short))
    one = torch.minimum(one, kept)
    return one, torch.minimum(other, ROOM - one)


def batches_by_length(
    sizes: Places, n_batch: int, random: np.random.Generator | None = None
) -> Iterator[Places]:
    """Numbers of all pairs once, in batches of alike length; without `random` in order of length,
    else in random order, and the last few left out."""
    if random is None:
        order = np.argsort(sizes, kind="stable")
        yield from (order[n : n + n_batch] for n in range(0, len(order), n_batch))
        return
    order = random.permutation(len(sizes))
    for begin in range(0, len(order), _SORTED * n_batch):
        part = order[begin : begin + _SORTED * n_batch]
        part = part[np.argsort(sizes[part], kind="stable")]
        cut = [part[n : n + n_batch] for n in range(0, len(part) - n_batch + 1, n_batch)]
        for number in random.permutation(len(cut)):
            yield cut[number]
