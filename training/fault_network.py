"""The model that reads a draft for faults, as a PyTorch network: an encoder, and for each check a
score of every piece, of which a sentence's is the soft maximum. Its teacher is the same over a
larger encoder."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from attrib.check.fault_windows import FEATURE_SIZES
from network import WIDTH, Encoder
from teacher_network import WIDTH as TEACHER_WIDTH
from teacher_network import TeacherEncoder

FROZEN = 4
"""How many layers of the teacher stay as they come."""


class FaultHead(nn.Module):
    """Two linear maps of pieces of `width` to `n_codes` checks: of each piece, and of a mean."""

    def __init__(self, width: int, n_codes: int) -> None:
        super().__init__()
        self.codes = nn.Linear(width, n_codes)
        self.means = nn.Linear(width, n_codes)
        nn.init.constant_(self.codes.bias, -2.0)
        nn.init.constant_(self.means.bias, -2.0)

    def judge(self, encoded: Tensor, inside: Tensor) -> tuple[Tensor, Tensor]:
        """[b, p, width], [b, s, p] (1 where a piece stands in a sentence) -> log-odds of
        sentences [b, s, k] and of pieces [b, p, k]."""
        of_pieces = self.codes(encoded)
        n_pieces = inside.sum(-1, keepdim=True).clamp(min=1)
        mean = (inside @ encoded) / n_pieces
        # The soft maximum over the pieces of a sentence, as in multiple-instance learning.
        masked = of_pieces[:, None] + (inside[..., None] - 1) * 1e4
        return torch.logsumexp(masked, 2) - n_pieces.log() + self.means(mean), of_pieces


class FaultNetwork(FaultHead):
    """Encoder and one linear head for `n_codes` checks."""

    def __init__(self, n_vocabulary: int, n_codes: int) -> None:
        super().__init__(WIDTH, n_codes)
        self.encoder = Encoder(n_vocabulary, FEATURE_SIZES)


class FaultStudent(FaultNetwork):
    """The same while it learns from a teacher: with a map of its states on the teacher's."""

    def __init__(self, n_vocabulary: int, n_codes: int) -> None:
        super().__init__(n_vocabulary, n_codes)
        self.states = nn.Linear(WIDTH, TEACHER_WIDTH)


class FaultTeacher(FaultHead):
    """The same over MPNet. Its pieces and first layers, and what knows of distances, learn nothing:
    drafts are few, and steps dear."""

    def __init__(self, n_vocabulary: int, n_codes: int) -> None:
        super().__init__(TEACHER_WIDTH, n_codes)
        self.encoder = TeacherEncoder(n_vocabulary, FEATURE_SIZES)
        encoder = self.encoder
        for part in (encoder.pieces, encoder.places, encoder.norm, *encoder.layers[:FROZEN]):
            part.requires_grad_(False)
