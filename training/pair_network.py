"""The pair model as a PyTorch network: both texts in one encoder, two judgements of the two."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from attrib.compare.pairs import FEATURE_SIZES, LABELS
from network import WIDTH, Encoder

HIDDEN = 256


class PairNetwork(nn.Module):
    """Encoder, and two heads over its first piece and the means of the two texts.

    One judges as the sets for inference do (entailment, neutral, contradiction), one as an
    editor does: whether both cannot hold, or one disputes the other. The two differ: "a man
    sleeps" contradicts "a man runs" in those sets, and two men are no dispute.
    """

    def __init__(self, n_vocabulary: int) -> None:
        super().__init__()
        self.encoder = Encoder(n_vocabulary, FEATURE_SIZES)
        self.hidden = nn.Linear(5 * WIDTH, HIDDEN)
        self.labels = nn.Linear(HIDDEN, len(LABELS))
        self.clash_hidden = nn.Linear(5 * WIDTH, HIDDEN)
        self.clash = nn.Linear(HIDDEN, 1)

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take the weights of a run without pairs of news; what is a contradiction there is a
        clash to begin with."""
        self.load_state_dict(weights, strict=False)
        with torch.no_grad():
            self.clash_hidden.load_state_dict(self.hidden.state_dict())
            rest = slice(0, len(LABELS) - 1)
            weight, bias = self.labels.weight, self.labels.bias
            self.clash.weight.copy_(weight[-1:] - weight[rest].mean(0, keepdim=True))
            self.clash.bias.copy_(bias[-1:] - bias[rest].mean(0, keepdim=True))

    def judge(self, encoded: Tensor, features: Tensor) -> Tensor:
        """[batch, pieces, 384] and [batch, pieces, 2] -> scores [batch, 4].

        The first three are of LABELS, the last is the log-odds of a clash.
        """
        joined = compare_texts(encoded, features)
        labels = self._score_labels(joined)
        clash = self.clash(torch.tanh(self.clash_hidden(joined)))
        return torch.cat([labels, clash], -1)

    def judge_labels(self, encoded: Tensor, features: Tensor) -> Tensor:
        """The same, but scores of LABELS alone [batch, 3]."""
        return self._score_labels(compare_texts(encoded, features))

    def _score_labels(self, joined: Tensor) -> Tensor:
        return self.labels(torch.tanh(self.hidden(joined)))


def compare_texts(encoded: Tensor, features: Tensor) -> Tensor:
    """[batch, pieces, width] -> [batch, 5 * width]: what the heads see of a window.

    Its first piece, and the means over the words of each text, also compared element by element,
    as in InferSent (Conneau et al., 2017).
    """
    is_word = features[..., 1] > 0
    texts = []
    for side in (0, 1):
        inside = ((features[..., 0] == side) & is_word).to(encoded.dtype)[..., None]
        texts.append((encoded * inside).sum(1) / inside.sum(1).clamp(min=1))
    one, other = texts
    return torch.cat([encoded[:, 0], one, other, (one - other).abs(), one * other], -1)
