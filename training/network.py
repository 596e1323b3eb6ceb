"""The tagger as a PyTorch network: a BERT encoder, a CRF over tags, and links of words to cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from attrib.extract.links import N_DISTANCES, N_PARAGRAPH_STEPS
from attrib.extract.tagger import TAGS
from attrib.extract.words import FEATURE_SIZES
from corpus import SilverLabels
from crf import Crf

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
LINK_WIDTH = 128
ROLE_TAGS = 5
"""O, B-source, I-source, B-content, I-content: what a word is to one cue."""
SILVER_LAYER = 4
_EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Output:
    """What the network says of a batch; words are the first pieces of each.

    `tags` [batch, words, 7]; `words` and `cues` [batch, words, 256], each the two projections
    that a link is scored from; `low` [batch, words, 384], of a middle layer.
    """

    tags: Tensor
    words: Tensor
    cues: Tensor
    low: Tensor


class Layer(nn.Module):
    """One encoder layer (Devlin et al., 2019), with the three projections in one."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, _EPSILON)

    def forward(self, x: Tensor, bias: Tensor | None, drop: Tensor | None) -> Tensor:
        attended = self.out(self.attend(x, bias))
        x = self.norm(x + (attended if drop is None else attended * drop[0]))
        fed = self.feed(x)
        return self.last(x + (fed if drop is None else fed * drop[1]))

    def attend(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """Attention of each piece to all of its window, in several heads."""
        n_batch, n_pieces, _ = x.shape
        shape = (n_batch, n_pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = self.qkv(x).view(shape).permute(2, 0, 3, 1, 4)
        weights = (query * (WIDTH // HEADS) ** -0.5) @ key.transpose(-1, -2)
        if bias is not None:
            weights = weights + bias.to(weights.dtype)
        mixed = torch.softmax(weights, -1, dtype=weights.dtype) @ value
        return mixed.transpose(1, 2).reshape(n_batch, n_pieces, WIDTH)

    def feed(self, x: Tensor) -> Tensor:
        """The feed-forward part."""
        return self.down(functional.gelu(self.up(x)))


class Encoder(nn.Module):
    """Word pieces with the features of their words -> [batch, pieces, 384], and a middle layer."""

    def __init__(self, n_vocabulary: int, features: Sequence[int] = FEATURE_SIZES) -> None:
        super().__init__()
        self.pieces = nn.Embedding(n_vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in features)
        self.norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for size_table in self.features.parameters():
            nn.init.zeros_(size_table)

    def forward(
        self,
        pieces: Tensor,
        features: Tensor,
        bias: Tensor | None = None,
        drop: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """`drop` [layers, 2, batch, 1, width]: dropout with one mask for all pieces of a window."""
        x = self.pieces(pieces) + self.places.weight[: pieces.shape[1]]
        for place, table in enumerate(self.features):
            x = x + table(features[..., place])
        x = self.norm(x)
        low = x
        for number, layer in enumerate(self.layers):
            x = layer(x, bias, None if drop is None else drop[number])
            if number + 1 == SILVER_LAYER:
                low = x
        return x, low


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, n_vocabulary: int, silver: SilverLabels) -> None:
        super().__init__()
        self.encoder = Encoder(n_vocabulary)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.crf = Crf()
        self.link_words = nn.Linear(WIDTH, 2 * LINK_WIDTH)
        self.link_cues = nn.Linear(WIDTH, 2 * LINK_WIDTH)
        self.distances = nn.Embedding(N_DISTANCES, LINK_WIDTH)
        self.paragraph_steps = nn.Embedding(N_PARAGRAPH_STEPS, LINK_WIDTH)
        self.roles = nn.Linear(2 * LINK_WIDTH, ROLE_TAGS)
        self.pos = nn.Linear(WIDTH, len(silver.pos))
        self.ner = nn.Linear(WIDTH, len(silver.ner))
        self.deprel = nn.Linear(WIDTH, len(silver.deprel))
        self.head = nn.Linear(WIDTH, LINK_WIDTH)
        self.dependent = nn.Linear(WIDTH, LINK_WIDTH)
        for table in (self.distances, self.paragraph_steps):
            nn.init.normal_(table.weight, std=0.02)

    def judge(self, encoded: Tensor, low: Tensor, firsts: Tensor) -> Output:
        """`firsts` [batch, words]: place of each word's first piece."""
        index = firsts[..., None].expand(-1, -1, WIDTH)
        words = encoded.gather(1, index)
        return Output(
            self.tags(words), self.link_words(words), self.link_cues(words), low.gather(1, index)
        )

    def score_roles(self, words: Tensor, cues: Tensor, distances: Tensor, steps: Tensor) -> Tensor:
        """[batch, cues, words, 5]: what each word is to each cue.

        `words` [batch, words, 256], `cues` [batch, cues, 256]; `distances` and `steps`
        [batch, cues, words] are the classes of attrib.extract.links.
        """
        place = self.distances(distances) + self.paragraph_steps(steps)
        one, two = words[:, None].chunk(2, -1)
        here, there = cues[:, :, None].chunk(2, -1)
        joined = torch.cat([torch.relu(one + here + place), two * there], -1)
        return self.roles(joined)


def load_encoder(encoder: Encoder, weights: Path) -> None:
    """Fill `encoder` from a published BERT-like model.safetensors of the same shape."""
    given = {name.removeprefix("bert."): t for name, t in load_file(weights).items()}
    with torch.no_grad():
        n_kept = encoder.pieces.num_embeddings
        encoder.pieces.weight.copy_(given["embeddings.word_embeddings.weight"][:n_kept])
        encoder.places.weight.copy_(
            given["embeddings.position_embeddings.weight"]
            + given["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(encoder.norm, given, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{number}."
            parts = [name + f"attention.self.{part}" for part in ("query", "key", "value")]
            assert isinstance(layer, Layer)
            layer.qkv.weight.copy_(torch.cat([given[part + ".weight"] for part in parts]))
            layer.qkv.bias.copy_(torch.cat([given[part + ".bias"] for part in parts]))
            _copy(layer.out, given, name + "attention.output.dense")
            _copy(layer.norm, given, name + "attention.output.LayerNorm")
            _copy(layer.up, given, name + "intermediate.dense")
            _copy(layer.down, given, name + "output.dense")
            _copy(layer.last, given, name + "output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, given: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(given[name + ".weight"])
    module.bias.copy_(given[name + ".bias"])
