"""Similarity maps made finer by the image: a guided filter on T maps in place of upsampling C feature channels.

The filter is linear in what it filters and depends on the image alone, so it commutes with the product of features
and text: T filtered maps are the products of text and C filtered channels, for a C/T-th of the work.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor
from torch.nn import functional as F

RADIUS_CELLS = 2
"""Half the side of the filter's window, cells of the dense grid."""

TOLERANCE = 3e-4
"""Variance of brightness (0..1) below which a window counts as flat: epsilon of the guided filter.

Both were chosen on labelled aerial pictures, whose labels were averaged over patches of 16 px, given noise, and brought
back to 4 px. Without noise interpolation is 3 points of mean IoU better; from noise on that leaves nine in ten pixels
right the filter is, and by 17 points where it leaves three in four. Encoders that nobody trained for maps are noisy.
"""


def guided_upsample(maps: Tensor, guide: Tensor, factor: int) -> Tensor:
    """The fast guided filter (He and Sun, 2015) with a colour guide.

    In each window of the coarse grid a map p is taken for linear in the guide's colours I: a = (cov(I) + eps)^-1
    cov(I, p) and b = mean(p) - a mean(I) are the least squares; a and b are averaged over the windows that hold a
    cell, interpolated, and applied to the fine guide: q = a I + b.

    Args:
        maps: (B, T, h, w) on the coarse grid.
        guide: (B, G, h * factor, w * factor), the image on the fine grid, 0..1.
        factor: cells of the fine grid along one coarse cell.

    Returns:
        (B, T, h * factor, w * factor), float32.
    """
    maps, guide = maps.float(), guide.float()
    coarse = F.avg_pool2d(guide, factor)
    mean, mean_map = _window_mean(coarse), _window_mean(maps)
    together = coarse.unsqueeze(1) * maps.unsqueeze(2)
    covariance = _window_mean(together.flatten(1, 2)).unflatten(1, together.shape[1:3])
    covariance = covariance - mean.unsqueeze(1) * mean_map.unsqueeze(2)
    slope = torch.einsum("bhwij,btjhw->btihw", _inverse_covariance(coarse, mean), covariance)
    offset = mean_map - (slope * mean.unsqueeze(1)).sum(dim=2)
    lines = _window_mean(torch.cat([slope, offset.unsqueeze(2)], dim=2).flatten(1, 2))
    fine = F.interpolate(lines, scale_factor=factor, mode="bilinear", align_corners=False)
    fine = fine.unflatten(1, (maps.shape[1], guide.shape[1] + 1))
    return cast(Tensor, (fine[:, :, :-1] * guide.unsqueeze(1)).sum(dim=2) + fine[:, :, -1])


def _inverse_covariance(coarse: Tensor, mean: Tensor) -> Tensor:
    """Of the guide's colours in each window, with the tolerance on its diagonal: (B, h, w, G, G)."""
    squares = (coarse.unsqueeze(1) * coarse.unsqueeze(2)).flatten(1, 2)
    between = _window_mean(squares).unflatten(1, (coarse.shape[1],) * 2) - mean.unsqueeze(1) * mean.unsqueeze(2)
    flat = TOLERANCE * torch.eye(coarse.shape[1], device=coarse.device)
    return cast(Tensor, torch.linalg.inv(between.permute(0, 3, 4, 1, 2) + flat))


def _window_mean(planes: Tensor) -> Tensor:
    """The mean over each window, of the part of it that lies inside."""
    side = 2 * RADIUS_CELLS + 1
    return F.avg_pool2d(planes, side, stride=1, padding=RADIUS_CELLS, count_include_pad=False)
