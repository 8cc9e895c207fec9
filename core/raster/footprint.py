"""Which part of a raster is asked for: an extent in map units, a mask of polygons."""

from __future__ import annotations

import math

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import geometry_mask

from ..errors import BadOption, BadRaster
from .grid import Block, Grid

Extent = tuple[float, float, float, float]

# An extent that misses a pixel's edge by less than this, in px, was meant to lie on it.
_EDGE_PX = 0.01
_BROKEN = "The raster's georeferencing is broken: its pixels have no size that makes sense."


def grid_transform(grid: Grid) -> Affine:
    """Pixel (col, row) to map units, fitted where only GCPs place the raster.

    Raises:
        BadRaster: the transform has no inverse.
    """
    transform = grid.placement[1] if grid.placement else grid.transform
    if transform.is_degenerate or not all(map(math.isfinite, transform)):
        raise BadRaster(_BROKEN)
    return transform


def grid_bounds(grid: Grid) -> Extent:
    """The extent (xmin, ymin, xmax, ymax) around all corners of a grid, in map units."""
    transform = grid_transform(grid)
    corners = [transform @ (col, row) for col in (0, grid.width) for row in (0, grid.height)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def extent_block(grid: Grid, extent: Extent) -> Block:
    """The pixels that an extent (xmin, ymin, xmax, ymax) in map units touches.

    Raises:
        BadOption: the extent is not one, or lies outside the raster.
        BadRaster: the raster's transform has no inverse.
    """
    xmin, ymin, xmax, ymax = extent
    if not (all(map(math.isfinite, extent)) and xmin < xmax and ymin < ymax):
        raise BadOption(f"The extent {_listed(extent)} is not xmin,ymin,xmax,ymax with xmin < xmax and ymin < ymax.")
    to_pixels = ~grid_transform(grid)
    corners = [to_pixels @ corner for corner in ((xmin, ymin), (xmin, ymax), (xmax, ymin), (xmax, ymax))]
    (left, right), (top, bottom) = ((min(ends), max(ends)) for ends in zip(*corners, strict=True))
    if not all(map(math.isfinite, (left, right, top, bottom))):
        raise BadRaster(_BROKEN)
    row, col = math.floor(top + _EDGE_PX), math.floor(left + _EDGE_PX)
    height, width = math.ceil(bottom - _EDGE_PX) - row, math.ceil(right - _EDGE_PX) - col
    block = Block(row, col, max(1, height), max(1, width)).clip(grid.height, grid.width)
    if not block.height or not block.width:
        covered = _listed(grid_bounds(grid))
        raise BadOption(f"The extent {_listed(extent)} lies outside the raster, which covers {covered}.")
    return block


class PolygonMask:
    """Polygons in the pixel coordinates of a grid; a pixel is inside when its centre is.

    Memory grows with the polygons, never with the grid.
    """

    def __init__(self, polygons: NDArray[np.object_]) -> None:
        """Take shapely polygons whose x is the column and y the row, in px."""
        self._polygons = polygons
        self._tree = shapely.STRtree(polygons)

    def touches(self, block: Block) -> bool:
        """Whether any polygon reaches into a block."""
        return bool(self._tree.query(_box(block), predicate="intersects").size)

    def inside(self, block: Block) -> NDArray[np.bool_]:
        """Which pixels of a block are inside, (height, width)."""
        shape, box = (block.height, block.width), _box(block)
        if self._tree.query(box, predicate="covered_by").size:
            return np.ones(shape, np.bool_)
        near = self._polygons[self._tree.query(box, predicate="intersects")]
        if not near.size:
            return np.zeros(shape, np.bool_)
        corner = Affine.translation(block.col, block.row)
        return np.asarray(geometry_mask(near, shape, corner, invert=True))


def _box(block: Block) -> shapely.Polygon:
    return shapely.box(block.col, block.row, block.right, block.bottom)


def _listed(extent: Extent) -> str:
    return ",".join(f"{value:.10g}" for value in extent)
