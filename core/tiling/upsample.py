"""Costs from the cost grid to the input grid, band by band, and as the whole numbers that are stored."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from ..decide import COST_SCALE, MAX_COST
from .stitch import CostRows

Floats = NDArray[np.float32]

# Strips of this size stay in the allocator's free lists; larger ones are fresh memory from the system each time.
_STRIP_BYTES = 16 * 2**20
# Torch starts its threads from 32,768 values on; waiting for them costs more than such a small job, above all while
# other work has the cores.
_SERIAL_VALUES = 32_767


@dataclass(frozen=True, slots=True, eq=False)
class GridRows:
    """Rows of the input grid: ``values`` (T, rows, W), stored costs: whole thousandths of a logit from -32 to 32."""

    row: int
    values: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Upsampling:
    """From a cost map of ``cost_height`` rows to a grid of ``height`` x ``width`` px.

    ``row_factor`` and ``col_factor`` are px of the grid in one cell of the cost map; any positive number. Both grids
    begin at the same corner, and values stand at the centres of cells and of pixels.
    """

    cost_height: int
    height: int
    width: int
    row_factor: float
    col_factor: float


def upsample(bands: Iterable[CostRows], upsampling: Upsampling) -> Iterator[GridRows]:
    """Interpolate a cost map linearly as its rows come in, from top to bottom.

    How the map is cut into bands makes no difference to the result. Gives strips of at most 16 MB (one row at
    least).
    """
    down = _Taps.of(upsampling.height, upsampling.row_factor, upsampling.cost_height)
    row, first, held = 0, 0, None
    for band in bands:
        held = band.values if held is None else np.concatenate([held, band.values], axis=1)
        ready = int(np.searchsorted(down.after, first + held.shape[1]))
        if ready > row:
            yield from _strips(held, down.part(row, ready, first), row, upsampling)
            row = ready
        kept = min(int(down.before[min(row, len(down.before) - 1)]) - first, held.shape[1])
        first, held = first + kept, held[:, kept:]


@dataclass(frozen=True, slots=True, eq=False)
class _Taps:
    """For each place to interpolate along one axis: the samples before and after it, and the weight of the latter."""

    before: NDArray[np.intp]
    after: NDArray[np.intp]
    weight: Floats

    @classmethod
    def of(cls, length: int, factor: float, samples: int) -> _Taps:
        place = np.clip((np.arange(length) + 0.5) / factor - 0.5, 0, samples - 1)
        before = place.astype(np.intp)
        return cls(before, np.minimum(before + 1, samples - 1), (place - before).astype(np.float32))

    def part(self, start: int, stop: int, first: int) -> _Taps:
        """The places from ``start`` to ``stop``, with samples counted from ``first``."""
        return _Taps(self.before[start:stop] - first, self.after[start:stop] - first, self.weight[start:stop])


def _strips(held: Floats, down: _Taps, row: int, upsampling: Upsampling) -> Iterator[GridRows]:
    row_bytes = held.shape[0] * upsampling.width * np.dtype(np.int16).itemsize
    step = max(1, _STRIP_BYTES // row_bytes)
    for start in range(0, len(down.before), step):
        stop = min(start + step, len(down.before))
        top = int(down.before[start])
        samples = held[:, top : int(down.after[stop - 1]) + 1]
        samples = np.clip(samples / np.float32(COST_SCALE), -MAX_COST / COST_SCALE, MAX_COST / COST_SCALE)
        strip = np.empty((held.shape[0], stop - start, upsampling.width), np.int16)
        _fill_rows(strip, _widen(samples, upsampling), down.part(start, stop, top))
        yield GridRows(row + start, strip)


def _widen(samples: Floats, upsampling: Upsampling) -> Floats:
    """Interpolate (T, n, w) along its rows: (T, n, W)."""
    width, factor = upsampling.width, upsampling.col_factor
    if factor != math.floor(factor):
        taps = _Taps.of(width, factor, samples.shape[2])
        before, after = np.take(samples, taps.before, axis=-1), np.take(samples, taps.after, axis=-1)
        return np.asarray(before + (after - before) * taps.weight)
    lines = torch.from_numpy(samples).reshape(-1, 1, samples.shape[2])
    wide = np.empty((len(lines), width), np.float32)
    step = max(1, _SERIAL_VALUES // math.ceil(lines.shape[2] * factor))
    for start in range(0, len(lines), step):
        piece = functional.interpolate(lines[start : start + step], scale_factor=factor, mode="linear")
        wide[start : start + step] = piece[:, 0, :width].numpy()
    return wide.reshape(*samples.shape[:2], width)


def _fill_rows(strip: NDArray[np.int16], samples: Floats, down: _Taps) -> None:
    """Interpolate (T, n, W) between its rows into (T, rows, W), one row at a time: that stays in the cache."""
    slopes = np.diff(samples, axis=1)
    line = np.empty((strip.shape[0], strip.shape[2]), np.float32)
    for row, (before, after, weight) in enumerate(zip(down.before, down.after, down.weight, strict=True)):
        if before == after:
            line[:] = samples[:, before]
        else:
            np.multiply(slopes[:, before], weight, out=line)
            line += samples[:, before]
        strip[:, row] = np.rint(line, out=line)
