"""Cloud-optimised GeoTIFFs from rows that come in from top to bottom.

Rows go to an uncompressed scratch file and to its overviews at once, so that little is left to do at the end: one
pass of GDAL's COG driver that compresses everything into its place.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # nosec B405 # of our own making
from xml.etree.ElementTree import SubElement  # nosec B405 # of our own making

import numpy as np
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning

from ..errors import DiskFull
from .full_disk import failed_write_is_disk_full, refuse_cut_file
from .grid import Grid
from .pyramid import Halve, Pyramid
from .row_writer import RowWriter
from .scratch import ScratchRaster, georeferencing

BLOCK_PX = 512


class CogWriter(RowWriter):
    """Writes one band.

    Args:
        path: the file to write; a folder beside it holds what is in the making.
        grid: the grid of the raster.
        dtype: type of the pixels.
        nodata: value of pixels without data.
        tags: SOFTSEG_* tags of the file.
        halve: makes an overview pixel of four.
        compression: options of the COG driver for DEFLATE.

    Raises:
        DiskFull: from any method; the disk does not take the file.
    """

    def __init__(
        self,
        path: Path,
        grid: Grid,
        *,
        dtype: np.dtype[Any],
        nodata: float,
        tags: Mapping[str, str],
        halve: Halve,
        compression: Mapping[str, Any],
    ) -> None:
        self.path = path
        self.grid = grid
        self._compression = compression
        with failed_write_is_disk_full():
            self._parts = Path(tempfile.mkdtemp(prefix=".parts-", dir=path.parent))
        size = (grid.height, grid.width)
        self._base = ScratchRaster(self._parts / "base.tif", *size, dtype, nodata=nodata, **georeferencing(grid))
        self._base.describe(dict(tags))
        self._pyramid = Pyramid(self._parts, *size, BLOCK_PX, nodata, dtype, halve)

    def write(self, row: int, rows: NDArray[Any]) -> None:
        """Write rows (rows, W), the first of them at ``row`` of the grid: the one after those that were written."""
        self._expect(row)
        self._next_row += len(rows)
        self._base.write(rows)
        self._pyramid.write(rows)

    def abandon(self) -> None:
        """Close and delete everything."""
        for part in (self._pyramid, self._base):
            with suppress(DiskFull):
                part.close()
        shutil.rmtree(self._parts, ignore_errors=True)
        self.path.unlink(missing_ok=True)

    def _close(self) -> None:
        levels = self._pyramid.finish()
        self._base.close()
        with failed_write_is_disk_full(), warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            rasterio.shutil.copy(
                self._with_overviews(levels),
                self.path,
                driver="COG",
                blocksize=BLOCK_PX,
                compress="DEFLATE",
                overviews="FORCE_USE_EXISTING",
                bigtiff="IF_SAFER",
                num_threads="ALL_CPUS",
                **self._compression,
            )
        refuse_cut_file(self.path)
        shutil.rmtree(self._parts)

    def _with_overviews(self, levels: Sequence[Path]) -> Path:
        """A virtual raster of the scratch file in which the levels are its overviews."""
        path = self._parts / "whole.vrt"
        rasterio.shutil.copy(self._base.path, path, driver="VRT")
        tree = ElementTree.parse(path)  # nosec B314 # of our own making
        for band in tree.iter("VRTRasterBand"):
            for level in levels:
                overview = SubElement(band, "Overview")
                SubElement(overview, "SourceFilename", relativeToVRT="1").text = level.name
                SubElement(overview, "SourceBand").text = "1"
        # GDAL writes control points here with fewer digits than they have.
        for entry, point in zip(tree.iter("GCP"), self.grid.gcps, strict=True):
            places = {"Pixel": point.col, "Line": point.row, "X": point.x, "Y": point.y, "Z": point.z or 0.0}
            entry.attrib.update({key: repr(float(place)) for key, place in places.items()})
        tree.write(path, encoding="utf-8")
        return path


def cog_room(grid: Grid, dtype: np.dtype[Any]) -> int:
    """About how many bytes a file needs while it is made: with overviews, in full and again compressed to a third."""
    return grid.height * grid.width * dtype.itemsize * 16 // 9
