"""The pair model as a PyTorch network: both texts in one encoder, three judgements of the two."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from attrib.compare.pairs import FEATURE_SIZES, LABELS
from network import WIDTH, Encoder
from written import FIGURE_KINDS

HIDDEN = 256
_OF_GENERAL, _OF_NEWS = ("hidden", "labels"), ("clash_hidden", "figures_hidden")


class PairNetwork(nn.Module):
    """Encoder, and three heads over its first piece and the means of the two texts.

    One judges as the sets for inference do (entailment, neutral, contradiction), one as an
    editor does: whether both cannot hold, or one disputes the other. The two differ: "a man
    sleeps" contradicts "a man runs" in those sets, and two men are no dispute. The third says how
    the figures of the two relate.
    """

    def __init__(self, n_vocabulary: int) -> None:
        super().__init__()
        self.encoder = Encoder(n_vocabulary, FEATURE_SIZES)
        self.hidden = nn.Linear(5 * WIDTH, HIDDEN)
        self.labels = nn.Linear(HIDDEN, len(LABELS))
        self.clash_hidden = nn.Linear(5 * WIDTH, HIDDEN)
        self.clash = nn.Linear(HIDDEN, 1)
        self.figures_hidden = nn.Linear(5 * WIDTH, HIDDEN)
        self.figures = nn.Linear(HIDDEN, len(FIGURE_KINDS))

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take the weights of a run without pairs of news; what is a contradiction there is a
        clash to begin with."""
        kept = {
            name: value
            for name, value in weights.items()
            if name.startswith("encoder.") or name.partition(".")[0] in _OF_GENERAL
        }
        self.load_state_dict(kept, strict=False)
        with torch.no_grad():
            for name in _OF_NEWS:
                self.get_submodule(name).load_state_dict(self.hidden.state_dict())
            rest = slice(0, len(LABELS) - 1)
            weight, bias = self.labels.weight, self.labels.bias
            self.clash.weight.copy_(weight[-1:] - weight[rest].mean(0, keepdim=True))
            self.clash.bias.copy_(bias[-1:] - bias[rest].mean(0, keepdim=True))

    def judge(self, encoded: Tensor, features: Tensor, dropout: float = 0.0) -> Tensor:
        """[batch, pieces, 384] and [batch, pieces, 2] -> scores [batch, 9].

        The first three are of LABELS, the fourth is the log-odds of a clash, the others are of
        FIGURE_KINDS. `dropout` is that of the two heads for news, in training.
        """
        joined = compare_texts(encoded, features)
        dropped = nn.functional.dropout(joined, dropout, self.training)
        clash = self.clash(torch.tanh(self.clash_hidden(dropped)))
        inner = torch.tanh(self.figures_hidden(dropped))
        figures = self.figures(nn.functional.dropout(inner, dropout, self.training))
        return torch.cat([self._score_labels(joined), clash, figures], -1)

    def judge_labels(self, encoded: Tensor, features: Tensor) -> Tensor:
        """The same, but scores of LABELS alone [batch, 3]."""
        return self._score_labels(compare_texts(encoded, features))

    def _score_labels(self, joined: Tensor) -> Tensor:
        return self.labels(torch.tanh(self.hidden(joined)))


def at_odds(figures: Tensor) -> Tensor:
    """Scores of FIGURE_KINDS [..., 5] -> the log-odds [...] that two figures differ."""
    return figures[..., 0] - torch.logsumexp(figures[..., 1:], -1)


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
