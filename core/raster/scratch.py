"""Scratch rasters: what a run writes on the way to its outputs, uncompressed and row by row."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import DatasetWriter
from rasterio.windows import Window

from .full_disk import failed_write_is_disk_full
from .grid import Grid


class ScratchRaster:
    """A GeoTIFF of one band that takes rows from top to bottom.

    Args:
        path: where it goes.
        height: rows in px.
        width: columns in px.
        dtype: type of the pixels.
        profile: further creation options of rasterio, georeferencing among them.

    Every method raises DiskFull when the disk does not take what it is given.
    """

    def __init__(self, path: Path, height: int, width: int, dtype: np.dtype[Any], **profile: Any) -> None:
        self.path = path
        self.height = height
        self.width = width
        self.dtype = dtype
        self._row = 0
        self._dataset = create_geotiff(path, height=height, width=width, count=1, dtype=dtype.name, **profile)

    def write(self, rows: NDArray[Any]) -> None:
        """Write the next rows (rows, W)."""
        if not len(rows):
            return
        window = Window(0, self._row, self.width, len(rows))
        with failed_write_is_disk_full():
            self._dataset.write(rows, 1, window=window)
        self._row += len(rows)

    def describe(self, tags: dict[str, str], colours: dict[int, tuple[int, int, int, int]] | None = None) -> None:
        """Give the raster tags and a colour table."""
        self._dataset.update_tags(**tags)
        if colours:
            self._dataset.write_colormap(1, colours)

    def close(self) -> None:
        """Close the file; once more does no harm."""
        with failed_write_is_disk_full():
            self._dataset.close()


def georeferencing(grid: Grid) -> dict[str, Any]:
    """What places a raster on the ground, as rasterio wants it for a new file."""
    control = {"rpcs": grid.rpcs} if grid.rpcs else {}
    if grid.gcps:
        return {"gcps": list(grid.gcps), "crs": grid.gcp_crs or CRS(), **control}
    return {"crs": grid.crs, "transform": grid.transform, **control}


def create_geotiff(path: Path, **profile: Any) -> DatasetWriter:
    """Open a new GeoTIFF for writing; one without georeferencing is no reason to warn."""
    with failed_write_is_disk_full(), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        return rasterio.open(path, "w", driver="GTiff", BIGTIFF="IF_SAFER", **profile)
