"""Early rejection: of many classes only those that some cell finds near are looked at closer.

The decoder's work grows with the classes, most of which are nowhere near what a tile shows. SED (CVPR 2024) ranks them
by heads that are trained for it; ours are ranked by their raw cosines, which training brings into line with the labels
as well.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

FEW = 8  # classes are not worth the choice


def pays(classes: int, count: int) -> bool:
    """Whether it is worth while to let each cell name so many classes; 0: all."""
    return count > 0 and classes > max(FEW, count)


def candidates(raw: Tensor, count: int) -> Tensor:
    """Which classes are among the nearest of any cell.

    Args:
        raw: (B, T, h, w) cosines on the dense grid.
        count: how many classes each cell names, 1 to T.

    Returns:
        Ascending indices of classes.
    """
    named: Tensor = raw.topk(count, dim=1, sorted=False).indices.unique()
    return named


def only(parts: Sequence[Tensor], kept: Tensor) -> list[Tensor]:
    """The kept classes of (B, T_i, ...) parts, in parts no longer than the longest of these."""
    return list(torch.cat(list(parts), dim=1)[:, kept].split(max(part.shape[1] for part in parts), dim=1))


def among_all(logits: Tensor, kept: Tensor, classes: int) -> Tensor:
    """Logits (B, K, H, W) of the kept classes among all (B, T, H, W); the others are behind the last of them."""
    behind = logits.amin(dim=1, keepdim=True) - 1
    return behind.repeat(1, classes, 1, 1).index_copy(1, kept, logits)
