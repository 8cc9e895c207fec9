"""The CLIP ConvNeXt as a dense image tower."""

from __future__ import annotations

from typing import Any, cast

from torch import Tensor, nn

from .features import Features, TapSpec, TowerSpec


class ConvNextTower(nn.Module):
    """A CLIP ConvNeXt (open_clip `TimmModel`) with taps res2 to res5 and dense features at stride 32.

    The pooled head (norm, then a linear map or MLP) is applied to every cell, as SED does.

    Args:
        visual: the image tower.
        dim: channels C of the joint space.
    """

    trunk: Any
    head: Any

    def __init__(self, visual: Any, dim: int) -> None:
        super().__init__()
        self.trunk, self.head = visual.trunk, visual.head
        widths = [int(info["num_chs"]) for info in self.trunk.feature_info]
        taps = tuple(TapSpec(f"res{i + 2}", width, 4 * 2**i) for i, width in enumerate(widths))
        self.spec = TowerSpec(taps, taps[-1].stride, dim, compensated=("res3", "res4", "res5"))

    @property
    def first_convolution(self) -> nn.Conv2d:
        """The convolution that reads the bands of the image."""
        return cast(nn.Conv2d, self.trunk.stem[0])

    def forward(self, images: Tensor) -> Features:
        """Encodes (B, bands, H, W) normalised images; H and W multiples of 32."""
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
