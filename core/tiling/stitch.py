"""The stitcher: the costs of overlapping tiles become one cost map, row band by row band."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from .plan import Tile, TilePlan
from .window import Axis, blend_weights, even_weights, nearest_weights

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class CostRows:
    """Finished rows of the cost map: ``values`` (T, rows, W) float32, the first of them at ``row`` of the cost grid."""

    row: int
    values: Floats


class Stitcher:
    """Blends costs on the cost grid and lets go of each row as soon as no later tile touches it.

    Args:
        classes: number of classes T.
        height: rows of the cost grid.
        width: columns of the cost grid.
        plan: the tiles, which have to come row of tiles by row of tiles.
        stride: px of the work grid in one cell.
        hard: cut each cell from the tile with the nearest centre instead of blending.

    Holds (T, rows of one tile, W) float32, twice while a band is handed over.
    """

    def __init__(
        self, classes: int, height: int, width: int, plan: TilePlan, stride: int, *, hard: bool = False
    ) -> None:
        self._size = (classes, height, width)
        self._tops = [row // stride for row in plan.rows]
        self._lefts = [col // stride for col in plan.cols]
        self._tile_height = plan.tile_height // stride
        weights = nearest_weights if hard else even_weights if plan.blend.even else blend_weights
        self._down = weights(Axis(self._tops, self._tile_height))
        self._across = weights(Axis(self._lefts, plan.tile_width // stride))
        self._row_index = 0
        self._missing = len(plan.cols)
        self._band = self._empty_band(0)

    def add(self, tile: Tile, costs: Tensor | Floats) -> list[CostRows]:
        """Blend in one tile's costs (T, h, w) float32, on the CPU; gives the rows that this finishes: mostly none."""
        if tile.row_index != self._row_index:
            raise ValueError(f"tile of row {tile.row_index} while row {self._row_index} is not complete")
        left = self._lefts[tile.col_index]
        target = self._band[:, : costs.shape[1], left : left + costs.shape[2]]
        height, width = target.shape[1:]
        weights = self._down[tile.row_index][:height, None] * self._across[tile.col_index][:width]
        weighted = np.empty_like(weights)
        # One plane at a time stays in the cache, and numpy never waits for threads that other work holds up.
        for plane, part in zip(np.asarray(costs)[:, :height, :width], target, strict=True):
            np.multiply(plane, weights, out=weighted)
            part += weighted
        self._missing -= 1
        return [] if self._missing else [self._finish_row()]

    def _finish_row(self) -> CostRows:
        """Hand over the rows above the next row of tiles, and carry the others to a new band."""
        top, done = self._tops[self._row_index], self._band
        self._row_index += 1
        self._missing = len(self._lefts)
        if self._row_index == len(self._tops):
            self._band = done[:, :0]
            return CostRows(top, done)
        finished = self._tops[self._row_index] - top
        self._band = self._empty_band(self._tops[self._row_index])
        self._band[:, : done.shape[1] - finished] = done[:, finished:]
        return CostRows(top, done[:, :finished])

    def _empty_band(self, top: int) -> Floats:
        classes, height, width = self._size
        return np.zeros((classes, min(self._tile_height, height - top), width), np.float32)
