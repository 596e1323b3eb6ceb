"""The pair model as a PyTorch network: both texts in one encoder, one judgement of the two."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from attrib.compare.pairs import FEATURE_SIZES, LABELS
from network import WIDTH, Encoder

HIDDEN = 256


class PairNetwork(nn.Module):
    """Encoder, and a head over its first piece and the means of the two texts."""

    def __init__(self, n_vocabulary: int) -> None:
        super().__init__()
        self.encoder = Encoder(n_vocabulary, FEATURE_SIZES)
        self.hidden = nn.Linear(5 * WIDTH, HIDDEN)
        self.labels = nn.Linear(HIDDEN, len(LABELS))

    def judge(self, encoded: Tensor, features: Tensor) -> Tensor:
        """[batch, pieces, 384] and [batch, pieces, 2] -> scores [batch, 3].

        The means are over the words of each text; the two are also compared element by
        element, as in InferSent (Conneau et al., 2017).
        """
        is_word = features[..., 1] > 0
        texts = []
        for side in (0, 1):
            inside = ((features[..., 0] == side) & is_word).to(encoded.dtype)[..., None]
            texts.append((encoded * inside).sum(1) / inside.sum(1).clamp(min=1))
        one, other = texts
        joined = torch.cat([encoded[:, 0], one, other, (one - other).abs(), one * other], -1)
        return self.labels(torch.tanh(self.hidden(joined)))
