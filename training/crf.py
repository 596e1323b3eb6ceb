"""A linear-chain conditional random field over the tags (Lafferty, McCallum and Pereira, 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from attrib.extract.tagger import TAGS

_NEVER = -1e4


def forbidden() -> Tensor:
    """`[n_tags + 1, n_tags]`, bool: which tag cannot follow which; the last row is the start."""
    table = torch.zeros(len(TAGS) + 1, len(TAGS), dtype=torch.bool)
    for later, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            for earlier in range(len(TAGS) + 1):
                same = earlier < len(TAGS) and TAGS[earlier][2:] == tag[2:] and earlier > 0
                table[earlier, later] = not same
    return table


class Crf(nn.Module):
    """Scores of tag after tag; a tag sequence starts anew with each paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(TAGS) + 1, len(TAGS)))
        self.banned: Tensor
        self.register_buffer("banned", forbidden())

    def table(self) -> Tensor:
        """`[n_tags + 1, n_tags]`: score of column after row, the last row at a start."""
        return self.steps.masked_fill(self.banned, _NEVER)

    def loss(self, scores: Tensor, tags: Tensor, starts: Tensor, mask: Tensor) -> Tensor:
        """Mean over words of -log p(tags).

        `scores` [batch, words, tags]; `tags`, `starts` (a paragraph opens) and `mask` are
        [batch, words]. Padding stands at the end.
        """
        table = self.table()
        chain, start = table[:-1], table[-1]
        before = torch.cat([tags[:, :1], tags[:, :-1]], 1)
        step = torch.where(starts, start[tags], chain[before, tags])
        gold = ((scores.gather(2, tags[..., None])[..., 0] + step) * mask).sum()
        alpha = scores[:, 0] + start
        for word in range(1, scores.shape[1]):
            inside = torch.logsumexp(alpha[:, :, None] + chain, 1)
            anew = torch.logsumexp(alpha, 1, keepdim=True) + start
            after = torch.where(starts[:, word, None], anew, inside) + scores[:, word]
            alpha = torch.where(mask[:, word, None], after, alpha)
        return (torch.logsumexp(alpha, 1).sum() - gold) / mask.sum()
