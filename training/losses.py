"""What the tagger is trained to do, as one number for a batch."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from batches import Batch
from network import Network, Output

_WORDS_OF_A_CUE = 20.0
"""About how many words have a role for a cue: what the sum over all words is divided by."""
SILVER_WEIGHT = 0.1
TOKEN_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Losses:
    """Means over a batch, in nats."""

    crf: Tensor
    token: Tensor
    roles: Tensor
    silver: Tensor

    @property
    def total(self) -> Tensor:
        return self.crf + TOKEN_WEIGHT * self.token + self.roles + SILVER_WEIGHT * self.silver


def score_batch(network: Network, output: Output, batch: Batch) -> Losses:
    """The losses of one batch: tags as a sequence and one by one, roles, silver labels."""
    tags = batch.tags.masked_fill(~batch.mask, -100)
    roles = role_scores(network, output, batch)
    wanted = batch.roles.masked_fill(~(batch.cue_mask[..., None] & batch.mask[:, None]), -100)
    n_cues = batch.cue_mask.sum().clamp(min=1)
    return Losses(
        crf=network.crf.loss(output.tags, batch.tags, batch.starts, batch.mask),
        token=_mean(output.tags, tags),
        roles=functional.cross_entropy(
            roles.flatten(0, 2), wanted.flatten(), ignore_index=-100, reduction="sum"
        )
        / (n_cues * _WORDS_OF_A_CUE),
        silver=_silver(network, output.low, batch),
    )


def role_scores(network: Network, output: Output, batch: Batch) -> Tensor:
    """[batch, cues, words, 5]"""
    cues = batch.anchors @ output.cues
    return network.score_roles(output.words, cues, batch.distances, batch.steps)


def _silver(network: Network, low: Tensor, batch: Batch) -> Tensor:
    loss = low.new_zeros(())
    for head, labels in zip(
        (network.pos, network.ner, network.deprel), batch.silver[:3], strict=True
    ):
        loss = loss + _mean(head(low), labels)
    arcs = network.dependent(low) @ network.head(low).transpose(1, 2)
    arcs = arcs.masked_fill(~batch.mask[:, None], -1e4)
    return loss + _mean(arcs, batch.silver[3])


def _mean(scores: Tensor, labels: Tensor) -> Tensor:
    wanted = labels.masked_fill(labels < 0, -100)
    if not bool((wanted >= 0).any()):
        return scores.new_zeros(())
    return functional.cross_entropy(scores.flatten(0, -2), wanted.flatten(), ignore_index=-100)


def locked_dropout(
    n_layers: int, n_batch: int, width: int, rate: float, device: torch.device | None = None
) -> Tensor:
    """[layers, 2, batch, 1, width]: masks that hold for all pieces of a window (Gal, 2016)."""
    keep = torch.rand(n_layers, 2, n_batch, 1, width, device=device) >= rate
    return keep.float() / (1 - rate)
