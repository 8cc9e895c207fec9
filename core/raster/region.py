"""The part of a raster that is worked on, and the resolution at which: three grids over the same ground."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from dataclasses import dataclass

from rasterio.windows import Window

from ..errors import BadOption
from .footprint import Extent, PolygonMask, extent_block
from .grid import Block, Grid
from .maskfile import read_mask

Resize = Callable[[int, int], tuple[int, int]]
"""Height and width of the work grid, from those of the output grid."""

# A resolution so close to the raster's own is meant to be the raster's own.
_NATIVE_TOLERANCE = 0.02
# With more pixels than so many along one of the raster's, there is nothing more to see, only time and memory to spend.
_FINEST = 32


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A crop of the input grid, as output grid and as work grid, and the polygons that mask it.

    Attributes:
        crop: the part of the input grid that becomes the output grid.
        grid: the output grid.
        work_grid: the grid that the network sees, over exactly the same ground.
        polygons: in pixel coordinates of the output grid; None for all of it.
    """

    crop: Block
    grid: Grid
    work_grid: Grid
    polygons: PolygonMask | None

    def input_window(self, block: Block) -> Window:
        """A block of the work grid as a window, fractional if need be, of the input grid."""
        rows, cols = self._factors()
        corner = (self.crop.col + block.col * cols, self.crop.row + block.row * rows)
        return Window(*corner, block.width * cols, block.height * rows)

    def output_block(self, block: Block) -> Block:
        """The smallest block of the output grid that covers a block of the work grid."""
        return block.covering(*self._factors()).clip(self.grid.height, self.grid.width)

    def _factors(self) -> tuple[float, float]:
        """Output rows and columns to one of the work grid."""
        return self.grid.height / self.work_grid.height, self.grid.width / self.work_grid.width


def choose_region(
    whole: Grid,
    extent: Extent | None,
    mask: str | os.PathLike[str] | None,
    resolution: float | None,
    resize: Resize | None = None,
) -> Region:
    """The region of an input grid inside an extent and a mask file, worked on at a resolution in m/px or resized.

    Raises:
        BadOption: one of them is malformed or does not fit the raster.
    """
    crop = whole.whole if extent is None else extent_block(whole, extent)
    grid = whole if extent is None else whole.crop(crop)
    if resize is not None:
        work_grid = grid.resized(*resize(grid.height, grid.width))
    else:
        work_grid = at_resolution(grid, resolution) if resolution else grid
    return Region(crop, grid, work_grid, None if mask is None else read_mask(mask, grid))


def at_resolution(grid: Grid, resolution: float) -> Grid:
    """The same ground in pixels of ``resolution`` m, square at the centre; the grid itself when it is as good as that.

    Raises:
        BadOption: the resolution is not positive or far too fine, or the grid has no CRS to measure in.
    """
    if not (math.isfinite(resolution) and resolution > 0):
        raise BadOption("The resolution must be a number of metres above 0, or 0 for the raster's own.")
    size = grid.pixel_size()
    if size is None:
        raise BadOption("The raster has no coordinate system to measure metres in, so no resolution can be given.")
    rows, cols = size[0] / resolution, size[1] / resolution
    if max(rows, cols) > _FINEST:
        least = max(size) / _FINEST
        raise BadOption(f"The resolution {resolution:g} m is too fine for this raster; give at least {least:.3g} m.")
    if max(abs(rows - 1), abs(cols - 1)) <= _NATIVE_TOLERANCE:
        return grid
    return grid.resized(max(1, round(grid.height * rows)), max(1, round(grid.width * cols)))
