"""The teachers' encoder, MPNet (Song et al., 2020), and the teacher of the pair model."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from attrib.compare.pairs import FEATURE_SIZES, LABELS
from pair_network import compare_texts

WIDTH, HEADS, INNER, LAYERS = 768, 12, 3072, 12
HIDDEN = 512
_BUCKETS, _FAR = 32, 128
_EPSILON = 1e-5
_SHIFT, _START, _END, _FIRST_PLACE = 4, 0, 2, 2
"""MPNet's pieces are BERT's, four places on; it has its own marks, and begins to count at 2."""


class Layer(nn.Module):
    """One encoder layer, with the three projections in one."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, _EPSILON)

    def forward(self, x: Tensor, bias: Tensor, dropout: float) -> Tensor:
        n_batch, n_pieces, _ = x.shape
        shape = (n_batch, n_pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = self.qkv(x).view(shape).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, bias.to(query.dtype))
        attended = self.out(mixed.transpose(1, 2).reshape(n_batch, n_pieces, WIDTH))
        x = self.norm(x + functional.dropout(attended, dropout, self.training))
        fed = self.down(functional.gelu(self.up(x)))
        return self.last(x + functional.dropout(fed, dropout, self.training))


class TeacherEncoder(nn.Module):
    """Pieces as BERT numbers them, with their features -> [batch, pieces, 768]."""

    def __init__(self, n_vocabulary: int, features: Sequence[int] = FEATURE_SIZES) -> None:
        super().__init__()
        self.pieces = nn.Embedding(n_vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in features)
        self.distances = nn.Embedding(_BUCKETS, HEADS)
        self.norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.distances.requires_grad_(False)
        for size_table in self.features.parameters():
            nn.init.zeros_(size_table)

    def forward(
        self, pieces: Tensor, features: Tensor, bias: Tensor, dropout: float = 0.1
    ) -> Tensor:
        """`bias` [batch, 1, 1, pieces]: what keeps attention from the end of shorter windows."""
        n_pieces = pieces.shape[1]
        x = self.pieces(pieces) + self.places.weight[:n_pieces]
        for place, table in enumerate(self.features):
            x = x + table(features[..., place])
        x = self.norm(x)
        by_distance = self.distances(_buckets(n_pieces, x.device)).permute(2, 0, 1)[None]
        if torch.is_autocast_enabled(x.device.type):
            by_distance = by_distance.to(torch.get_autocast_dtype(x.device.type))
        whole = by_distance + bias.to(by_distance.dtype)
        for layer in self.layers:
            x = layer(x, whole, dropout)
        return x


class TeacherNetwork(nn.Module):
    """The encoder, and a head over its first piece and the means of the two texts."""

    def __init__(self, n_vocabulary: int) -> None:
        super().__init__()
        self.encoder = TeacherEncoder(n_vocabulary)
        self.hidden = nn.Linear(5 * WIDTH, HIDDEN)
        self.labels = nn.Linear(HIDDEN, len(LABELS))

    def judge(self, encoded: Tensor, features: Tensor) -> Tensor:
        """[batch, pieces, 768] and [batch, pieces, 2] -> scores of LABELS [batch, 3]."""
        return self.labels(torch.tanh(self.hidden(compare_texts(encoded, features))))


def _buckets(n_pieces: int, device: torch.device) -> Tensor:
    """[pieces, pieces]: MPNet's class of how far each piece stands from each."""
    places = torch.arange(n_pieces, device=device)
    steps = places[:, None] - places[None]
    half = _BUCKETS // 2
    exact = half // 2
    far = steps.abs().clamp(min=1)
    log = (far.float() / exact).log() / math.log(_FAR / exact) * (half - exact)
    coarse = (exact + log.long()).clamp(max=half - 1)
    return (steps < 0).long() * half + torch.where(steps.abs() < exact, steps.abs(), coarse)


def read_mpnet(path: Path, marks: Sequence[int]) -> dict[str, Tensor]:
    """The weights of a published MPNet as those of TeacherEncoder.

    `marks` are BERT's numbers of the start of a window, the end of a text and a masked piece.
    """
    return arrange(load_file(path), marks)


def arrange(given: Mapping[str, Tensor], marks: Sequence[int]) -> dict[str, Tensor]:
    """MPNet's weights by its names as those of TeacherEncoder, without its features."""
    table = given["embeddings.word_embeddings.weight"]
    pieces = table[_SHIFT:-1].clone()
    for number, row in zip(marks, (_START, _END, len(table) - 1), strict=True):
        pieces[number] = table[row]
    places = given["embeddings.position_embeddings.weight"][_FIRST_PLACE:]
    found = {"pieces.weight": pieces, "places.weight": places[:512]}
    found["distances.weight"] = given["encoder.relative_attention_bias.weight"]
    parts = {
        "out": "attention.attn.o",
        "norm": "attention.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "last": "output.LayerNorm",
    }
    for kind in ("weight", "bias"):
        found[f"norm.{kind}"] = given[f"embeddings.LayerNorm.{kind}"]
        for number in range(LAYERS):
            name = f"encoder.layer.{number}"
            projections = [given[f"{name}.attention.attn.{part}.{kind}"] for part in "qkv"]
            found[f"layers.{number}.qkv.{kind}"] = torch.cat(projections)
            for ours, theirs in parts.items():
                found[f"layers.{number}.{ours}.{kind}"] = given[f"{name}.{theirs}.{kind}"]
    return found
