"""Candidate B: every cell gathers the prototypes of the classes that it resembles (the released first version)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..config import NetworkConfig
from ..cost_volume import cosine_costs
from ..guided import Bias, Guided
from .memory import RsBias

_TEMPERATURE = 0.07


class CellBias(RsBias):
    """Memory as candidate A; what guides the decoder is a map instead of one vector a scene.

    A cell's memory is softmax_t(cost / 0.07) . C_t; all cells attend to all of it, and a 3x3 convolution joins
    what they see with their features.
    """

    def __init__(self, dim: int, config: NetworkConfig, names: Sequence[str] = ()) -> None:
        super().__init__(dim, names)
        width = config.cost_width
        self.heads = config.heads
        self.query = nn.Linear(dim, width)
        self.key_value = nn.Linear(dim, 2 * width)
        self.join = nn.Conv2d(dim + width, width, 3, padding=1)
        self.out = nn.Conv2d(width, dim, 1)

    def refine(self, guided: Guided, bias: Bias | None, pooled: Tensor) -> Guided:
        """Gives the decoder a bias (B, C, h, w) of each cell."""
        if bias is None or bias.classes is None:
            return guided
        shares = (cosine_costs(guided.dense, guided.texts) / _TEMPERATURE).softmax(dim=1)
        selected = torch.einsum("bthw,btc->bhwc", shares, bias.classes.to(shares.dtype))
        seen = self._attend(F.normalize(guided.dense, dim=1), selected)
        joined = self.join(torch.cat([guided.dense, seen], dim=1))
        return replace(guided, bias=self.out(F.gelu(joined)))

    def _attend(self, dense: Tensor, selected: Tensor) -> Tensor:
        """(B, C, h, w) cells look at (B, h, w, C) memory: (B, d, h, w)."""
        query = self._split(self.query(dense.flatten(2).transpose(1, 2)))
        key, value = (self._split(x) for x in self.key_value(selected.flatten(1, 2)).chunk(2, dim=-1))
        seen = F.scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)
        return cast(Tensor, seen.transpose(1, 2).unflatten(2, dense.shape[-2:]))

    def _split(self, y: Tensor) -> Tensor:
        heads: Tensor = y.unflatten(-1, (self.heads, -1)).transpose(1, 2)
        return heads
