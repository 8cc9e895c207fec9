"""What an image tower gives: dense features in the joint space, and taps of its stages."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor


@dataclass(frozen=True, slots=True)
class TapSpec:
    """One stage that a tower lets out.

    Args:
        name: the stage's name in the field ("res3", or "block7" for a ViT).
        channels: feature channels.
        stride: input px per feature cell.
    """

    name: str
    channels: int
    stride: int


@dataclass(frozen=True, slots=True)
class TowerSpec:
    """The shapes that a network on top of an image tower has to know.

    Args:
        taps: stages from fine to coarse; the guidance of the decoder.
        dense_stride: input px per cell of the dense features.
        dim: channels C of the joint image-text space.
        compensated: names of the taps that the generalization-compensation loss compares.
    """

    taps: tuple[TapSpec, ...]
    dense_stride: int
    dim: int
    compensated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Features:
    """Features of B images.

    Args:
        dense: (B, C, h, w) in the joint space, not normalised.
        taps: (B, C_i, h_i, w_i) each, in the order of `TowerSpec.taps`.
        pooled: (B, C), one embedding an image.
    """

    dense: Tensor
    taps: tuple[Tensor, ...]
    pooled: Tensor
