"""What flows between RS-bias and collaboration, and from there into costs and decoder."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor


@dataclass(frozen=True, slots=True)
class Bias:
    """What an RS-bias says to a list of classes.

    Args:
        scene: R, (B, C), the bias common to all classes.
        classes: C_t, (B, T, C), the context of each class; None where it has none.
    """

    scene: Tensor
    classes: Tensor | None


@dataclass(frozen=True, slots=True)
class Guided:
    """Texts and features after the collaboration.

    Args:
        texts: (B, T, C) unit vectors.
        dense: (B, C, h, w), modulated by the bias.
        bias: what guides the decoder: (B, C), or (B, C, h, w) where each cell has its own; None without a bias.
    """

    texts: Tensor
    dense: Tensor
    bias: Tensor | None
