"""The writers of class raster and confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..classes import ClassList
from ..decide import class_dtype
from .classmap import CLASSES_TAG
from .cog import CogWriter, cog_room
from .full_disk import failed_write_is_disk_full
from .grid import Grid
from .legend import classes_to_tag, colour_table, write_side_file
from .pyramid import halve_by_mean, halve_by_mode

CONFIDENCE_STEP = 1 / 1024
"""Stored confidences are multiples of this: their last bits are zeros, which compress well."""


def class_raster_room(grid: Grid, classes: ClassList) -> int:
    """About how many bytes a class raster needs while it is made: scratch files with overviews, and the result."""
    return cog_room(grid, class_dtype(len(classes)))


def confidence_room(grid: Grid) -> int:
    """About how many bytes a confidence raster needs while it is made."""
    return cog_room(grid, np.dtype(np.float32))


class ClassRasterWriter(CogWriter):
    """Writes class ids: UInt8, or UInt16 above 254 classes; 0 is no data or unlabelled.

    The class list is in the tag SOFTSEG_CLASSES, the colours are in the colour table; names and the raster attribute
    table are in the .aux.xml beside the file.
    """

    def __init__(self, path: Path, grid: Grid, classes: ClassList, tags: Mapping[str, str]) -> None:
        tags = {**tags, CLASSES_TAG: classes_to_tag(classes)}
        dtype, compression = class_dtype(len(classes)), {"level": 5}
        super().__init__(path, grid, dtype=dtype, nodata=0, tags=tags, halve=halve_by_mode, compression=compression)
        self.classes = classes
        self._base.describe({}, colour_table(classes))

    def finish(self, measures: Mapping[str, Sequence[float]] | None = None) -> None:
        """Make the cloud-optimised file and its table.

        Args:
            measures: further columns of the attribute table, one number a class.
        """
        super().finish()
        with failed_write_is_disk_full():
            write_side_file(self.path, self.classes, measures)


class ConfidenceWriter(CogWriter):
    """Writes confidence: Float32 from 0 to 1 in steps of 1/1024, NaN (declared as no-data) where there is no data."""

    def __init__(self, path: Path, grid: Grid, tags: Mapping[str, str]) -> None:
        dtype, compression = np.dtype(np.float32), {"level": 1, "predictor": "YES"}
        halve = _halve_confidence
        super().__init__(path, grid, dtype=dtype, nodata=np.nan, tags=tags, halve=halve, compression=compression)

    def write(self, row: int, rows: NDArray[np.float32]) -> None:
        """Write rows (rows, W) of confidence, the first of them at ``row`` of the grid."""
        super().write(row, _rounded(rows))


def _halve_confidence(pixels: NDArray[Any]) -> NDArray[Any]:
    return _rounded(halve_by_mean(pixels))


def _rounded(confidence: NDArray[np.float32]) -> NDArray[np.float32]:
    steps = np.rint(confidence / np.float32(CONFIDENCE_STEP))
    return np.asarray(steps * np.float32(CONFIDENCE_STEP), np.float32)
