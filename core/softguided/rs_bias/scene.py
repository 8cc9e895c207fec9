"""Candidates that need no memory: the image's own embedding as the bias."""

from __future__ import annotations

from dataclasses import replace

from torch import Tensor
from torch.nn import functional as F

from ..guided import Bias, Guided
from .candidate import BiasCandidate

_SHARE = 0.3


class SceneBias(BiasCandidate):
    """Candidate D: the image's embedding looks at the texts, and they at it (after SCORE's global context).

    There it is a frozen encoder's; the guide exists in training only, so that the encoder's own stands in for it.
    """

    def forward(self, texts: Tensor, pooled: Tensor) -> Bias:
        """The unit embedding as the one thing to look at."""
        return Bias(F.normalize(pooled, dim=-1), None)


class SubtractedScene(BiasCandidate):
    """Candidate C: v - 0.3 g of unit vectors; what all cells have in common tells none apart (after SegEarth-OV)."""

    def refine(self, guided: Guided, bias: Bias | None, pooled: Tensor) -> Guided:
        """Takes a share of the image's embedding from each cell."""
        common = F.normalize(pooled, dim=1)[:, :, None, None]
        return replace(guided, dense=guided.dense - _SHARE * common)
