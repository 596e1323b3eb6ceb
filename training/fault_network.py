"""The model that reads a draft for faults, as a PyTorch network: an encoder, and for each check a
score of every piece, of which a sentence's is the soft maximum."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from attrib.check.fault_windows import FEATURE_SIZES
from network import WIDTH, Encoder


class FaultNetwork(nn.Module):
    """Encoder and one linear head for `n_codes` checks."""

    def __init__(self, n_vocabulary: int, n_codes: int) -> None:
        super().__init__()
        self.encoder = Encoder(n_vocabulary, FEATURE_SIZES)
        self.codes = nn.Linear(WIDTH, n_codes)
        self.means = nn.Linear(WIDTH, n_codes)

    def judge(self, encoded: Tensor, inside: Tensor) -> tuple[Tensor, Tensor]:
        """[b, p, 384], [b, s, p] (1 where a piece stands in a sentence) -> log-odds of sentences
        [b, s, k] and of pieces [b, p, k]."""
        of_pieces = self.codes(encoded)
        n_pieces = inside.sum(-1, keepdim=True).clamp(min=1)
        mean = (inside @ encoded) / n_pieces
        # The soft maximum over the pieces of a sentence, as in multiple-instance learning.
        masked = of_pieces[:, None] + (inside[..., None] - 1) * 1e4
        return torch.logsumexp(masked, 2) - n_pieces.log() + self.means(mean), of_pieces
