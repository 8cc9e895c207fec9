"""The straightforward way to segment with a dual encoder: what SoftSeg is measured and checked against.

One crop at a time, in float32; all C feature channels are brought to the pixels before they meet the words.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from ..tiling.plan import TilePlan
from .model import TrainingFree


@torch.inference_mode()
def plain_scores(model: TrainingFree, picture: Tensor, texts: Tensor, plan: TilePlan) -> Tensor:
    """The mean over crops of the cosines of every pixel and every text.

    Args:
        model: gives the features, as SoftSeg takes them.
        picture: (3, H, W) in 0..1, covered by the plan without rest.
        texts: (T, C) unit vectors.
        plan: the crops.

    Returns:
        (T, H, W).
    """
    total = torch.zeros(len(texts), *picture.shape[1:])
    counts = torch.zeros(picture.shape[1:])
    for tile in plan.tiles():
        rows, cols = slice(tile.row, tile.row + tile.height), slice(tile.col, tile.col + tile.width)
        dense = model.observe(picture[None, :, rows, cols]).dense.float()
        features = F.interpolate(dense, size=(tile.height, tile.width), mode="bilinear", align_corners=False)[0]
        total[:, rows, cols] += torch.einsum("chw,tc->thw", features, texts)
        counts[rows, cols] += 1
    return total / counts
