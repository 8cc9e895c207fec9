"""The improved upsampling decoder: three stages refine the cost map with image detail and calibrate it by text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .aggregation import ClassAttention
from .config import NetworkConfig
from .cost_volume import cosine_costs
from .doubling import Doubling


class ConvNextBlock(nn.Module):
    """Depthwise 9x9, norm over channels, MLP, scaled residual."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.around = nn.Conv2d(width, width, 9, padding=4, groups=width)
        self.norm = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.ReLU(), nn.Linear(4 * width, width))
        self.scale = nn.Parameter(torch.full((width,), 0.1))

    def forward(self, x: Tensor) -> Tensor:
        """(N, d, h, w) to the same shape."""
        update = self.mlp(self.norm(self.around(x).permute(0, 2, 3, 1)))
        return cast(Tensor, x + (self.scale * update).permute(0, 3, 1, 2))


class StageCost(nn.Module):
    """Matches a pyramid level with the texts: the cost map seen at the level's own scale."""

    def __init__(self, dim: int, config: NetworkConfig) -> None:
        super().__init__()
        self.image = nn.Conv2d(config.pyramid_width, config.stage_cost_dim, 1)
        self.text = nn.Linear(dim, config.stage_cost_dim)

    def forward(self, level: Tensor, texts: Tensor) -> Tensor:
        """(B, c, h, w) and (B, T, C) to (B, T, h, w) cosines."""
        return cosine_costs(self.image(level), self.text(texts))


class UpsamplingStage(nn.Module):
    """Neck with bias, 9x9 block, class attention with text, then twice the resolution fused with image and costs.

    What is the same for all classes (bias, guidance) is convolved once an image and added to each class: exactly
    the convolution of the concatenation, for a T-th of the work.
    """

    def __init__(self, dim: int, wide: int, narrow: int, pool: int, config: NetworkConfig) -> None:
        super().__init__()
        text, scales = config.decoder_text, config.decoder_scales
        self.neck = nn.Conv2d(wide, wide, 1)
        self.bias = nn.Linear(dim, wide) if config.has_context else None
        self.block = ConvNextBlock(wide)
        self.classes = ClassAttention(wide, dim, config.heads, pool) if text else None
        self.cost = StageCost(dim, config) if text and scales else None
        self.up = Doubling(wide, narrow)
        self.from_guidance = nn.Conv2d(config.pyramid_width, narrow, 3, padding=1) if scales else None
        self.from_costs = nn.Conv2d(1 if self.cost is None else 2, narrow, 3, padding=1)
        self.fuse = nn.Conv2d(narrow, narrow, 3, padding=1)
        self.settle = nn.Conv2d(narrow, narrow, 3, padding=1)

    def forward(
        self,
        chunks: Sequence[Tensor],
        raw: Sequence[Tensor],
        level: Tensor | None,
        bias: Tensor | None,
        texts: Sequence[Tensor],
    ) -> tuple[list[Tensor], list[Tensor]]:
        """Doubles the resolution of cost chunks.

        Args:
            chunks: (B, T_i, d, h, w) cost features.
            raw: (B, T_i, h_0, w_0) cost maps of the dense grid.
            level: (B, c, 2h, 2w) pyramid level; None for a decoder without scales.
            bias: (B, C) RS-bias, or (B, C, h_0, w_0) with one for each cell; None for a network without.
            texts: (B, T_i, C) class texts.

        Returns:
            Cost features (B, T_i, d', 2h, 2w) and the stage's cost maps (B, T_i, 2h, 2w), chunk by chunk: its own, or
            the raw ones where it does not match scales with text.
        """
        necks = [self._shifted(self._per_class(self.neck, x), bias) for x in chunks]
        refined = [self._per_class(self.block, x) for x in necks]
        if self.classes is not None:
            refined = self.classes(refined, texts)
        guidance = None if self.from_guidance is None else self.from_guidance(level).unsqueeze(1)
        size = (2 * chunks[0].shape[-2], 2 * chunks[0].shape[-1])
        coarse = [F.interpolate(r, size=size, mode="bilinear", align_corners=False) for r in raw]
        costs = coarse if self.cost is None else [self.cost(level, t) for t in texts]
        fused = [self._fuse(x, guidance, r, c) for x, r, c in zip(refined, coarse, costs, strict=True)]
        return fused, costs

    def _shifted(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """Adds the bias, the same for all classes, to (B, T, d, h, w)."""
        if self.bias is None or bias is None:
            return x
        if bias.dim() == 2:
            return cast(Tensor, x + self.bias(bias)[:, None, :, None, None])
        shift = self.bias(bias.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        return x + F.interpolate(shift, size=x.shape[-2:], mode="bilinear", align_corners=False).unsqueeze(1)

    def _fuse(self, x: Tensor, guidance: Tensor | None, raw: Tensor, cost: Tensor) -> Tensor:
        up = self._per_class(self.up, x)
        costs = self._per_class(self.from_costs, torch.stack([raw] if self.cost is None else [raw, cost], dim=2))
        seen = self._per_class(self.fuse, up)
        y = F.relu((seen if guidance is None else seen + guidance) + costs)
        return F.relu(up + self._per_class(self.settle, y))

    @staticmethod
    def _per_class(layer: nn.Module, x: Tensor) -> Tensor:
        """Applies an image layer to each class of (B, T, c, h, w)."""
        return cast(Tensor, layer(x.flatten(0, 1)).unflatten(0, x.shape[:2]))


class Decoder(nn.Module):
    """Upsampling stages and the output layer; logits at the resolution of the last stage."""

    def __init__(self, dim: int, config: NetworkConfig) -> None:
        super().__init__()
        widths = (config.cost_width, *config.stage_widths)
        pools = config.class_pool
        self.stages = nn.ModuleList(
            UpsamplingStage(dim, wide, narrow, pool, config)
            for wide, narrow, pool in zip(widths[:-1], config.stage_widths, pools, strict=True)
        )
        self.head = nn.Conv2d(widths[-1], 1, 3, padding=1)
        self.cost_gain = nn.Parameter(torch.tensor(5.0))
        # A class covers a small share of a scene: starting there keeps the first steps calm.
        nn.init.constant_(cast(Tensor, self.head.bias), -2.0)

    def forward(
        self,
        chunks: Sequence[Tensor],
        raw: Sequence[Tensor],
        levels: Sequence[Tensor],
        bias: Tensor | None,
        texts: Sequence[Tensor],
    ) -> list[Tensor]:
        """Logits (B, T_i, H', W') of each chunk; arguments as `UpsamplingStage`, with all pyramid levels or none."""
        costs: list[Tensor] = []
        guidance: Sequence[Tensor | None] = levels or [None] * len(self.stages)
        for stage, level in zip(self.stages, guidance, strict=True):
            chunks, costs = stage(chunks, raw, level, bias, texts)
        return [self._logits(x, c) for x, c in zip(chunks, costs, strict=True)]

    def _logits(self, x: Tensor, cost: Tensor) -> Tensor:
        return cast(Tensor, self.head(x.flatten(0, 1)).unflatten(0, x.shape[:2]).squeeze(2) + self.cost_gain * cost)
