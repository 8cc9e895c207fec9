"""Tokens of vision transformers on a grid: position tables resized to it, tokens laid out as maps."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

_SIZES_KEPT = 8


class Positions:
    """Resizes a trained position table to any grid and remembers the last few sizes.

    A table that is being trained is resized afresh each time, so that its gradient flows.
    """

    def __init__(self) -> None:
        self._tables: OrderedDict[tuple[Any, ...], Tensor] = OrderedDict()

    def on_grid(self, table: Tensor, trained: tuple[int, int], grid: tuple[int, int]) -> Tensor:
        """The table for a grid; tokens before the patches (a class token) keep theirs.

        Args:
            table: (P + h0*w0, D), P tokens before the patches, then the patches row by row.
            trained: (h0, w0), the grid that the table was trained on.
            grid: (h, w) wanted.

        Returns:
            (P + h*w, D).
        """
        if grid == trained:
            return table
        if table.requires_grad and torch.is_grad_enabled():
            return _resized(table, trained, grid)
        version = 0 if table.is_inference() else table._version
        key = (grid, table.device, table.dtype, table.data_ptr(), version)
        if key not in self._tables:
            with torch.inference_mode(False), torch.no_grad():
                self._tables[key] = _resized(table.detach(), trained, grid)
        self._tables.move_to_end(key)
        while len(self._tables) > _SIZES_KEPT:
            self._tables.popitem(last=False)
        return self._tables[key]


def to_map(tokens: Tensor, grid: tuple[int, int]) -> Tensor:
    """(B, h*w, D) tokens to (B, D, h, w)."""
    cells: Tensor = tokens.transpose(1, 2).unflatten(2, grid)
    return cells


def _resized(table: Tensor, trained: tuple[int, int], grid: tuple[int, int]) -> Tensor:
    """Bicubic with antialiasing, as open_clip and timm resize when they load."""
    before = len(table) - trained[0] * trained[1]
    patches = table[before:].T.unflatten(1, trained).unsqueeze(0)
    patches = F.interpolate(patches, size=grid, mode="bicubic", align_corners=False, antialias=True)
    return torch.cat([table[:before], patches[0].flatten(1).T])
