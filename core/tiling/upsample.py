"""Costs from the cost grid to the input grid, band by band, and as the whole numbers that are stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..decide import COST_SCALE, MAX_COST
from .stitch import CostRows

Floats = NDArray[np.float32]

# Whoever decides makes several numbers of each: these add to what the network needs at the same time.
_STRIP_BYTES = 4 * 2**20

# Most products of this size are computed in this thread, without waiting for others that the network holds up.
_BLOCK_ROWS = 8
_BLOCK_COLS = 64
_PRODUCT_COLS = 1024


@dataclass(frozen=True, slots=True, eq=False)
class GridRows:
    """Rows of the input grid: ``values`` (T, rows, W), stored costs: whole thousandths of a logit from -32 to 32."""

    row: int
    values: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Upsampling:
    """From a cost map of ``cost_height`` rows to a grid of ``height`` x ``width`` px.

    ``row_factor`` and ``col_factor`` are px of the grid in one cell of the cost map; any positive number. Both grids
    begin at the same corner, and values stand at the centres of cells and of pixels. ``linear``: straight lines from
    one centre to the next, instead of a B-spline of the fifth degree.
    """

    cost_height: int
    height: int
    width: int
    row_factor: float
    col_factor: float
    linear: bool = False


def upsample(bands: Iterable[CostRows], upsampling: Upsampling) -> Iterator[GridRows]:
    """Bring a cost map to the grid as its rows come in, from top to bottom.

    Between two centres a line takes on a mean of both, which is nearer to zero than either: classes then change more
    often half-way, on the borders of cells, which is where tiles meet. A B-spline of the fifth degree is as good as
    even; one of the third still shows cells where scores go up and down from one to the next.
    How the map is cut into bands makes no difference to the result. Gives strips of at most 4 MB (eight rows at least).
    """
    down = _Taps.of(upsampling.height, upsampling.row_factor, upsampling.cost_height, linear=upsampling.linear)
    row, first, held = 0, 0, None
    for band in bands:
        held = band.values if held is None else np.concatenate([held, band.values], axis=1)
        ready = int(np.searchsorted(down.cells[-1], first + held.shape[1]))
        if ready < upsampling.height:
            ready -= ready % _BLOCK_ROWS
        if ready > row:
            yield from _strips(held, down.part(row, ready, first), row, upsampling)
            row = ready
        kept = min(int(down.cells[0, min(row, upsampling.height - 1)]) - first, held.shape[1])
        first, held = first + kept, held[:, kept:]


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """Places next to each other, the cells that count in any of them, and how much: ``weights`` (cells, places).

    Most of these are zero, and still the product with them takes a fraction of the time of adding up tap by tap.
    """

    places: slice
    cells: slice
    weights: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Taps:
    """For each place along one axis the cells that count there, (K, places) from the first to the last, and how much.

    Beyond the outermost cells these go on.
    """

    cells: NDArray[np.intp]
    weights: Floats

    @classmethod
    def of(cls, length: int, factor: float, samples: int, *, linear: bool) -> _Taps:
        place = (np.arange(length) + 0.5) / factor - 0.5
        before = np.floor(place).astype(np.intp)
        t = place - before
        if linear:
            reach, weights = range(2), [1 - t, t]
        else:
            reach = range(-2, 4)
            weights = [_b_spline(np.abs(t - tap)) for tap in reach]
        cells = np.clip(before + np.array(reach)[:, None], 0, samples - 1)
        return cls(cells, np.stack(weights).astype(np.float32))

    def part(self, start: int, stop: int, first: int) -> _Taps:
        """The places from ``start`` to ``stop``, with cells counted from ``first``."""
        return _Taps(self.cells[:, start:stop] - first, self.weights[:, start:stop])

    def blocks(self, size: int) -> Iterator[_Block]:
        """All places in blocks of ``size``."""
        length = self.cells.shape[1]
        for start in range(0, length, size):
            stop = min(start + size, length)
            cells = self.cells[:, start:stop]
            first, last = int(cells[0, 0]), int(cells[-1, -1])
            matrix = np.zeros((last - first + 1, stop - start), np.float32)
            np.add.at(matrix, (cells - first, np.arange(stop - start)), self.weights[:, start:stop])
            yield _Block(slice(start, stop), slice(first, last + 1), matrix)


def _b_spline(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weight that a B-spline of the fifth degree gives a sample so many cells away."""
    three, two, one = (np.maximum(reach - distance, 0) ** 5 for reach in (3, 2, 1))
    return np.asarray((three - 6 * two + 15 * one) / 120)


def _strips(held: Floats, down: _Taps, row: int, upsampling: Upsampling) -> Iterator[GridRows]:
    block_bytes = _BLOCK_ROWS * held.shape[0] * upsampling.width * np.dtype(np.int16).itemsize
    step = _BLOCK_ROWS * max(1, _STRIP_BYTES // block_bytes)
    along = _Taps.of(upsampling.width, upsampling.col_factor, held.shape[2], linear=upsampling.linear)
    across = list(along.blocks(_BLOCK_COLS))
    for start in range(0, down.cells.shape[1], step):
        stop = min(start + step, down.cells.shape[1])
        top = int(down.cells[0, start])
        samples = held[:, top : int(down.cells[-1, stop - 1]) + 1]
        samples = np.clip(samples / np.float32(COST_SCALE), -MAX_COST / COST_SCALE, MAX_COST / COST_SCALE)
        yield GridRows(row + start, _between_rows(_along_rows(samples, across), down.part(start, stop, top)))


def _along_rows(samples: Floats, across: Sequence[_Block]) -> Floats:
    """Interpolate (T, n, w) along its rows: (T, n, W)."""
    wide = np.empty((*samples.shape[:2], across[-1].places.stop), np.float32)
    for block in across:
        np.matmul(samples[..., block.cells], block.weights, out=wide[..., block.places])
    return wide


def _between_rows(wide: Floats, down: _Taps) -> NDArray[np.int16]:
    """Interpolate (T, n, W) between its rows and round: (T, rows, W)."""
    classes, _, width = wide.shape
    strip = np.empty((classes, down.cells.shape[1], width), np.int16)
    for block in down.blocks(_BLOCK_ROWS):
        for left in range(0, width, _PRODUCT_COLS):
            cols = slice(left, left + _PRODUCT_COLS)
            lines = np.matmul(block.weights.T, wide[:, block.cells, cols])
            strip[:, block.places, cols] = np.rint(lines, out=lines)
    return strip
