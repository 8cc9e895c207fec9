"""A small, fair sample of a raster, from which its stretch and its mean colour are decided."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling

from ..errors import BadRaster
from .grid import Block
from .pixels import PixelReader

_SAMPLE_PX = 1_000_000
# Thinning out a raster that has no overviews decodes all of it; above this size patches are looked at instead.
_THINNABLE_PX = 16_000_000
_PATCHES = 8
_SEARCH_PX = 1024


@dataclass(frozen=True, slots=True, eq=False)
class CoarseMap:
    """Where a thinned picture of a raster of ``height`` x ``width`` px shows data, bool (h, w)."""

    shown: NDArray[np.bool_]
    height: int
    width: int

    def shows_data(self, block: Block) -> bool:
        """Whether data was seen in or next to a block of the raster; there may be some that was not seen."""
        height, width = self.shown.shape
        part = block.covering(height / self.height, width / self.width)
        return bool(self.shown[part.row : part.bottom, part.col : part.right].any())


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Raw values (channels, h, w), which of them are data (h, w), and a map of the whole raster if it was thinned."""

    values: NDArray[Any]
    valid: NDArray[np.bool_]
    coarse: CoarseMap | None = None


def take_sample(reader: PixelReader) -> Sample:
    """About a million pixels at most, of which at least one is data.

    Raises:
        BadRaster: every pixel of the raster is no data, or it cannot be read.
    """
    small = reader.height * reader.width <= _THINNABLE_PX
    sample = _thinned(reader) if small or reader.overviews else _joined(reader, _patches(reader))
    if sample.valid.any():
        return sample
    for block in _tiles(reader):
        if reader.valid(block.to_window()).any():
            return replace(_joined(reader, [block]), coarse=sample.coarse)
    raise BadRaster(f"The raster {reader.name} holds no data: every pixel is marked as no-data.")


def _thinned(reader: PixelReader) -> Sample:
    least = max(1.0, math.sqrt(reader.height * reader.width / _SAMPLE_PX))
    step = min((factor for factor in reader.overviews if factor >= least), default=least)
    height, width = max(1, int(reader.height / step)), max(1, int(reader.width / step))
    # Nearest neighbour keeps the spread of values, which averages would narrow.
    raw = reader.read(Block(0, 0, reader.height, reader.width).to_window(), height, width, Resampling.nearest)
    return Sample(raw.values, raw.valid, CoarseMap(raw.valid, reader.height, reader.width))


def _joined(reader: PixelReader, blocks: list[Block]) -> Sample:
    """The pixels of some blocks, all in one row."""
    parts = [reader.read(block.to_window(), block.height, block.width) for block in blocks]
    values = np.concatenate([part.values.reshape(len(part.values), 1, -1) for part in parts], axis=-1)
    return Sample(values, np.concatenate([part.valid.reshape(1, -1) for part in parts], axis=-1))


def _patches(reader: PixelReader) -> list[Block]:
    """Patches spread evenly over the raster."""
    side = math.isqrt(_SAMPLE_PX) // _PATCHES
    rows, cols = (_starts(*axis) for axis in zip((reader.height, reader.width), reader.block_shape, strict=True))
    return [Block(row, col, side, side).clip(reader.height, reader.width) for row in rows for col in cols]


def _starts(length: int, own: int) -> list[int]:
    """Where patches begin along one axis: where the file's own blocks do, if small, so that few must be decoded."""
    step = own if own * _PATCHES <= length else 1
    return [int((i + 0.5) * length / _PATCHES) // step * step for i in range(_PATCHES)]


def _tiles(reader: PixelReader) -> Iterator[Block]:
    """All of the raster, tile by tile."""
    for row in range(0, reader.height, _SEARCH_PX):
        for col in range(0, reader.width, _SEARCH_PX):
            yield Block(row, col, _SEARCH_PX, _SEARCH_PX).clip(reader.height, reader.width)
