"""Dense image towers out of open_clip: ConvNeXt and ViT."""

from __future__ import annotations

from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..errors import NoModel
from .features import Features, TapSpec, TowerSpec

_CLIP_MEAN = (0.48145466, 0.4578275, 0.40821073)
_CLIP_STD = (0.26862954, 0.26130258, 0.27577711)


class ConvNextTower(nn.Module):
    """A CLIP ConvNeXt (open_clip `TimmModel`) with taps res2 to res5 and dense features at stride 32.

    The pooled head (norm, then a linear map or MLP) is applied to every cell, as SED does.
    """

    mean, std = _CLIP_MEAN, _CLIP_STD
    trunk: Any
    head: Any

    def __init__(self, visual: Any, dim: int) -> None:
        super().__init__()
        self.trunk, self.head = visual.trunk, visual.head
        widths = [int(info["num_chs"]) for info in self.trunk.feature_info]
        taps = tuple(TapSpec(f"res{i + 2}", width, 4 * 2**i) for i, width in enumerate(widths))
        self.spec = TowerSpec(taps, taps[-1].stride, dim, compensated=("res3", "res4", "res5"))

    def forward(self, images: Tensor) -> Features:
        """Encodes (B, 3, H, W) normalised images; H and W multiples of 32."""
        x = self.trunk.stem(images)
        taps = []
        for stage in self.trunk.stages:
            x = stage(x)
            taps.append(x)
        x = self.trunk.norm_pre(x)
        dense = self._project(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        return Features(dense, tuple(taps), self._project(x.mean(dim=(2, 3))))

    def _project(self, cells: Tensor) -> Tensor:
        """Norm and projection of the classifier head on (..., C_5) cells."""
        flat = cells.reshape(-1, cells.shape[-1], 1, 1)
        normed = self.trunk.head.norm(flat).flatten(1)
        return cast(Tensor, self.head(normed)).reshape(*cells.shape[:-1], -1)


class VitTower(nn.Module):
    """A CLIP ViT (open_clip `VisionTransformer`) with two inner taps and dense features at patch stride.

    The last block runs in the dense mode `value`: each patch keeps its own value instead of attending
    to the others, so that patch features stay in place and in the joint space (CAT-Seg, MaskCLIP).
    """

    mean, std = _CLIP_MEAN, _CLIP_STD
    visual: Any

    def __init__(self, visual: Any, dim: int) -> None:
        super().__init__()
        blocks = visual.transformer.resblocks
        if len(blocks) < 3:
            raise NoModel(f"A ViT of {len(blocks)} blocks is too shallow for dense features; it needs three or more.")
        self.visual = visual
        self.tap_blocks = (len(blocks) // 3 - 1, 2 * len(blocks) // 3 - 1)
        stride, width = int(visual.patch_size[0]), int(visual.conv1.out_channels)
        taps = tuple(TapSpec(f"block{i}", width, stride) for i in self.tap_blocks)
        self.spec = TowerSpec(taps, stride, dim, compensated=tuple(tap.name for tap in taps))

    def forward(self, images: Tensor) -> Features:
        """Encodes (B, 3, H, W) normalised images; H and W multiples of the patch size."""
        patches = self.visual.conv1(images)
        grid = patches.shape[-2:]
        x = self._embed(patches)
        taps = []
        blocks = self.visual.transformer.resblocks
        for index, block in enumerate(blocks[:-1]):
            x = block(x)
            if index in self.tap_blocks:
                taps.append(_to_map(x[:, 1:], grid))
        dense = self._project(self._value_only(blocks[-1], x[:, 1:]))
        pooled = self._project(blocks[-1](x)[:, 0])
        return Features(_to_map(dense, grid), tuple(taps), pooled)

    def _embed(self, patches: Tensor) -> Tensor:
        """Class token, resized positions and the first norm: (B, 1 + h*w, D)."""
        tokens = patches.flatten(2).transpose(1, 2)
        cls = self.visual.class_embedding.expand(len(tokens), 1, -1)
        x = torch.cat([cls, tokens], dim=1) + self._positions(patches.shape[-2:])
        return cast(Tensor, self.visual.ln_pre(x))

    def _positions(self, grid: torch.Size) -> Tensor:
        """Positional embedding resized bicubically to the grid; the class position is kept."""
        table = self.visual.positional_embedding
        side = round((len(table) - 1) ** 0.5)
        patches = table[1:].T.reshape(1, -1, side, side)
        if tuple(grid) != (side, side):
            patches = F.interpolate(patches, size=tuple(grid), mode="bicubic", align_corners=False)
        return torch.cat([table[:1], patches.flatten(2)[0].T])

    @staticmethod
    def _value_only(block: Any, tokens: Tensor) -> Tensor:
        """The block with its attention replaced by the value path, residuals kept."""
        attention = block.attn
        width = tokens.shape[-1]
        bias = attention.in_proj_bias[2 * width :]
        value = F.linear(block.ln_1(tokens), attention.in_proj_weight[2 * width :], bias)
        tokens = tokens + block.ls_1(attention.out_proj(value))
        return cast(Tensor, tokens + block.ls_2(block.mlp(block.ln_2(tokens))))

    def _project(self, tokens: Tensor) -> Tensor:
        return cast(Tensor, self.visual.ln_post(tokens) @ self.visual.proj)


def _to_map(tokens: Tensor, grid: torch.Size) -> Tensor:
    """(B, h*w, D) tokens to (B, D, h, w)."""
    cells: Tensor = tokens.transpose(1, 2).unflatten(2, tuple(grid))
    return cells
