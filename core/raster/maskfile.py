"""Reading a polygon file as a mask in the pixel coordinates of a raster."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import BadOption
from .footprint import PolygonMask
from .grid import Grid
from .polygon_layer import PolygonLayer


def read_mask(path: str | os.PathLike[str], grid: Grid) -> PolygonMask:
    """The polygons of a vector file, in any CRS, that lie on a grid.

    A file without a CRS is taken to be in the raster's.

    Raises:
        BadOption: not a vector file, no polygons in it, none on the raster, or no way between the two CRS.
    """
    if not Path(path).exists():
        raise BadOption(f"There is no mask file {path}.")
    polygons, _ = PolygonLayer.find(path).read(grid)
    if not polygons.size:
        raise BadOption(f"The polygons of the mask {path} do not overlap the raster.")
    return PolygonMask(polygons)
