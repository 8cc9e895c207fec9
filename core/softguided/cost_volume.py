"""The cost volume: how well every cell of the image matches every class text."""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def cosine_costs(dense: Tensor, texts: Tensor) -> Tensor:
    """Cosine of (B, C, h, w) cells and (B, T, C) texts: (B, T, h, w), without a temperature (spec 2.6)."""
    return torch.einsum("bchw,btc->bthw", F.normalize(dense, dim=1), F.normalize(texts, dim=-1))


class CostEmbedding(nn.Module):
    """Lifts each class's cost map to d channels by a 7x7 convolution."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.lift = nn.Conv2d(1, width, 7, padding=3)

    def forward(self, costs: Tensor) -> Tensor:
        """(B, T, h, w) to (B, T, d, h, w)."""
        lifted = self.lift(costs.flatten(0, 1).unsqueeze(1))
        return cast(Tensor, lifted.unflatten(0, costs.shape[:2]))
