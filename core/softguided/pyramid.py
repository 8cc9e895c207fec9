"""The multi-scale guidance of the decoder: taps of the encoder merged from coarse to fine, once an image."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from torch import Tensor, nn
from torch.nn import functional as F

from ..vlm.features import TapSpec, TowerSpec
from .doubling import smoothly_doubled


class Refine(nn.Module):
    """Depthwise 3x3, then pointwise, with a residual: cheap smoothing after a merge."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.around = nn.Conv2d(width, width, 3, padding=1, groups=width)
        self.mix = nn.Conv2d(width, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, c, h, w) to the same shape."""
        return cast(Tensor, x + self.mix(F.gelu(self.around(x))))


class Pyramid(nn.Module):
    """One level per decoder stage, each twice as fine as the one before, out of the taps nearest to it.

    A tap that is coarser than its level (a ViT has all taps at patch stride) is upsampled by a learnt transposed
    convolution.
    """

    def __init__(self, spec: TowerSpec, stages: int, width: int, detach: bool) -> None:
        super().__init__()
        self.detach = detach
        strides = [max(1, spec.dense_stride >> (i + 1)) for i in range(stages)]
        self.taps = tuple(_nearest(spec.taps, stride, stages - 1 - i) for i, stride in enumerate(strides))
        self.base = nn.Conv2d(spec.dim, width, 1)
        self.laterals = nn.ModuleList(
            _lateral(spec.taps[tap], stride, width) for tap, stride in zip(self.taps, strides, strict=True)
        )
        self.refine = nn.ModuleList(Refine(width) for _ in strides)

    def forward(self, dense: Tensor, taps: Sequence[Tensor]) -> list[Tensor]:
        """Levels (B, c, 2h, 2w), (B, c, 4h, 4w), ... for (B, C, h, w) dense features."""
        below = self.base(dense)
        levels = []
        for tap, lateral, refine in zip(self.taps, self.laterals, self.refine, strict=True):
            source = taps[tap].detach() if self.detach else taps[tap]
            below = smoothly_doubled(below)
            side = lateral(source)
            if side.shape[-2:] != below.shape[-2:]:
                side = F.interpolate(side, size=below.shape[-2:], mode="bilinear", align_corners=False)
            below = refine(side + below)
            levels.append(below)
        return levels


def _nearest(taps: Sequence[TapSpec], stride: int, fine_rank: int) -> int:
    """Index of the tap whose stride is nearest; among equals the shallower one serves the finer stage."""
    gap = min(abs(tap.stride.bit_length() - stride.bit_length()) for tap in taps)
    equal = [i for i, tap in enumerate(taps) if abs(tap.stride.bit_length() - stride.bit_length()) == gap]
    return equal[min(fine_rank, len(equal) - 1)]


def _lateral(tap: TapSpec, stride: int, width: int) -> nn.Module:
    if tap.stride <= stride:
        return nn.Conv2d(tap.channels, width, 1)
    factor = tap.stride // stride
    return nn.ConvTranspose2d(tap.channels, width, factor, stride=factor)
