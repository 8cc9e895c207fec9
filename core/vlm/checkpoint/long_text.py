"""Long-text checkpoints (LongCLIP, FarSLIP2, LRSCLIP): their two position tables merged into the one they add up to."""

from __future__ import annotations

import torch
from torch import Tensor

_KEPT_ROWS = 20
_BASE, _REST = "positional_embedding", "positional_embedding_res"
_MASKS = ("mask1", "mask2")


def merge_long_text(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Merges the position tables exactly; a table of weights without a second one comes back as it is.

    These models take the first 20 positions from one table, which was frozen, and the others from a second one.
    """
    if _REST not in tensors or tensors[_REST].shape != tensors.get(_BASE, torch.empty(0)).shape:
        return tensors
    merged = tensors[_REST].clone()
    merged[:_KEPT_ROWS] = tensors[_BASE][:_KEPT_ROWS]
    kept = {name: tensor for name, tensor in tensors.items() if name not in (_REST, *_MASKS)}
    return {**kept, _BASE: merged}
