"""How much each of several overlapping tiles counts in a cell: weights along one axis that add up to one.

Tiles form a lattice, so the weight in a cell is the weight of its row times the weight of its column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]

# Networks are worst at the border of what they see: the outer eighth of an overlap is left to the neighbour.
_MARGIN = 0.125
# Keeps the sum of weights positive where all tiles are in their margin.
_FLOOR = 1e-3


@dataclass(frozen=True, slots=True)
class Axis:
    """Tiles along rows or columns: where each starts and how long all are, in cells of the cost grid."""

    starts: Sequence[int]
    tile: int


def blend_weights(axis: Axis) -> list[Weights]:
    """Smooth weights (tile,) for each tile: a raised cosine over the overlaps, none at the ends of the grid.

    In every cell of the grid the weights of all tiles add up to one.
    """
    weights = [np.ones(axis.tile) for _ in axis.starts]
    for before, after, start, next_start in zip(weights, weights[1:], axis.starts, axis.starts[1:], strict=False):
        ramp = _ramp(start + axis.tile - next_start)
        before[axis.tile - len(ramp) :] *= ramp[::-1]
        after[: len(ramp)] *= ramp
    total = np.zeros(axis.starts[-1] + axis.tile)
    for start, weight in zip(axis.starts, weights, strict=True):
        total[start : start + axis.tile] += weight
    parts = (total[start : start + axis.tile] for start in axis.starts)
    return [(weight / part).astype(np.float32) for weight, part in zip(weights, parts, strict=True)]


def even_weights(axis: Axis) -> list[Weights]:
    """Weights (tile,) that are the same for all tiles over a cell: the plain mean."""
    counts = np.zeros(axis.starts[-1] + axis.tile, np.float32)
    for start in axis.starts:
        counts[start : start + axis.tile] += 1
    return [np.reciprocal(counts[start : start + axis.tile]) for start in axis.starts]


def nearest_weights(axis: Axis) -> list[Weights]:
    """Weights (tile,) that are one in the tile with the nearest centre and zero in all others: a hard cut."""
    starts = np.array(axis.starts)
    cells = np.arange(axis.starts[-1] + axis.tile) + 0.5
    nearest = np.abs(cells[:, None] - (starts + axis.tile / 2)).argmin(axis=1)
    return [(nearest[start : start + axis.tile] == i).astype(np.float32) for i, start in enumerate(axis.starts)]


def _ramp(length: int) -> NDArray[np.float64]:
    """The rise from nearly zero to one over an overlap of ``length`` cells."""
    place = (np.arange(length) + 0.5) / max(length, 1)
    risen = np.clip((place - _MARGIN) / (1 - 2 * _MARGIN), 0, 1)
    return np.asarray(_FLOOR + (1 - _FLOOR) * (1 - np.cos(np.pi * risen)) / 2)
