"""The scene prior: what a coarse encoder says of whole scenes weighs the scores that a finer one gives to their cells.

An idea of our own, and a gentle one: it was not measured on labelled images yet.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

SCALE = 50.0
"""What cosines of scenes and words are multiplied with before the softmax: half of what CLIP learns, so that a scene
of many classes is not taken for one of them."""

STRENGTH = 0.5
"""The power of the scene's probabilities."""

LEAST = 0.05
"""No class is held for less likely than this, next to the likeliest one: what is small in a scene must not vanish."""


def window_starts(length: int, side: int) -> list[int]:
    """First px of windows of a side, evenly spread over a length, each over half of the next or more."""
    count = 1 + math.ceil(max(length - side, 0) / (side / 2))
    return [round(number * (length - side) / (count - 1)) for number in range(count)] if count > 1 else [0]


def scene_windows(images: Tensor, side: int) -> Tensor:
    """(B, rows, cols, 3, side, side): windows over (B, 3, H, W) images; a smaller image is stretched to one."""
    high, wide = min(side, images.shape[2]), min(side, images.shape[3])
    rows, cols = window_starts(images.shape[2], high), window_starts(images.shape[3], wide)
    views = torch.stack([images[:, :, row : row + high, col : col + wide] for row in rows for col in cols], dim=1)
    if (high, wide) != (side, side):
        views = F.interpolate(views.flatten(0, 1), (side, side), mode="bilinear").unflatten(0, views.shape[:2])
    windows: Tensor = views.unflatten(1, (len(rows), len(cols)))
    return windows


def scene_shift(scenes: Tensor, texts: Tensor, strength: float = STRENGTH) -> Tensor:
    """What to add to scores: (B, Q, rows, cols), 0 for the likeliest text of a scene, below 0 for the others.

    strength * log(max(p_q / max p, LEAST)) with p the softmax of SCALE * cos over the Q texts: added to logits before a
    softmax, it multiplies their probabilities with a power of the scene's.

    Args:
        scenes: (B, C, rows, cols) embeddings of windows.
        texts: (Q, C).
        strength: 0 changes nothing.
    """
    cosines = torch.einsum("bcij,qc->bqij", F.normalize(scenes.float(), dim=1), F.normalize(texts.float(), dim=1))
    odds: Tensor = SCALE * (cosines - cosines.amax(dim=1, keepdim=True))
    return odds.clamp(min=math.log(LEAST)) * strength


def spread_over(shift: Tensor, size: tuple[int, int], side_share: tuple[float, float]) -> Tensor:
    """(B, Q, h, w) of (B, Q, rows, cols): linear between the centres of windows, constant beyond the outer ones.

    Args:
        shift: one value a window.
        size: h and w of the finer grid over the same image.
        side_share: a window's height and width as a share of the image's.
    """
    axes = [_places(count, share, shift) for count, share in zip(size, side_share, strict=True)]
    down, across = torch.meshgrid(*axes, indexing="ij")
    grid = torch.stack([across, down], dim=-1).expand(len(shift), -1, -1, -1)
    return F.grid_sample(shift, grid, mode="bilinear", padding_mode="border", align_corners=True)


def _places(count: int, share: float, like: Tensor) -> Tensor:
    """Centres of cells along one axis: -1 is the centre of the first window, 1 that of the last."""
    centres = (torch.arange(count, device=like.device, dtype=like.dtype) + 0.5) / count
    return (2 * centres - 1) / max(1 - share, 1e-6)
