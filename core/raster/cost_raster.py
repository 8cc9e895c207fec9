"""The cost raster: quantised costs of all classes, kept so that deciding anew needs no model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.io import DatasetReader
from rasterio.windows import Window

from ..classes import ClassList
from ..decide import COST_NODATA, COST_SCALE
from ..errors import BadRaster, DiskFull
from .classmap import CLASSES_TAG
from .full_disk import failed_write_is_disk_full, refuse_cut_file
from .gdal_errors import damage_is_bad_raster
from .grid import Grid
from .legend import classes_from_tag, classes_to_tag
from .opening import open_raster
from .row_writer import RowWriter
from .scratch import create_geotiff, georeferencing

Costs = NDArray[np.int16]

DISTRACTORS_TAG = "SOFTSEG_DISTRACTORS"
"""What else there was to see beside the classes; empty where nothing was named."""

_LARGEST_BLOCK_PX = 512
_SMALLEST_BLOCK_PX = 64
_BAND_BYTES = 64 * 2**20  # what one row of blocks of all classes may take while it fills


class CostWriter(RowWriter):
    """Writes costs: Int16 in steps of 0.001, one band a class, described by its name; -32768 where there is no data.

    Rows are compressed as they come. That makes a tiled GeoTIFF without overviews, not one for the cloud: reordering
    would compress this large file twice, and nobody looks at it from afar.

    Raises:
        DiskFull: from any method; the disk does not take the file.
    """

    def __init__(self, path: Path, grid: Grid, classes: ClassList, tags: Mapping[str, str]) -> None:
        self.path = path
        self._grid = grid
        self._block = _block_px(len(classes), grid.width)
        self._band: Costs = np.empty((len(classes), self._block, grid.width), np.int16)
        self._dataset = create_geotiff(
            path,
            height=grid.height,
            width=grid.width,
            count=len(classes),
            dtype="int16",
            nodata=COST_NODATA,
            tiled=True,
            blockxsize=self._block,
            blockysize=self._block,
            interleave="band",
            compress="DEFLATE",
            predictor=2,
            zlevel=1,
            num_threads="ALL_CPUS",
            **georeferencing(grid),
        )
        self._dataset.update_tags(**{**tags, CLASSES_TAG: classes_to_tag(classes)})
        self._dataset.descriptions = classes.names
        self._dataset.scales = (COST_SCALE,) * len(classes)

    def write(self, row: int, costs: Costs, valid: NDArray[np.bool_]) -> None:
        """Write costs (T, rows, W), from top to bottom and without gaps.

        Args:
            row: where the first of the rows is in the grid.
            costs: the costs.
            valid: (rows, W), false where there is no data.
        """
        self._expect(row)
        start = 0
        while start < costs.shape[1]:
            place = self._next_row % self._block
            rows = slice(start, min(start + self._block - place, costs.shape[1]))
            count = rows.stop - rows.start
            part = self._band[:, place : place + count]
            part[:] = costs[:, rows]
            if not valid[rows].all():
                part[:, ~valid[rows]] = COST_NODATA
            self._next_row, start = self._next_row + count, rows.stop
            if self._next_row % self._block == 0 or self._next_row == self._grid.height:
                self._write_band()

    def abandon(self) -> None:
        """Close and delete the file."""
        with suppress(DiskFull), failed_write_is_disk_full():
            self._dataset.close()
        self.path.unlink(missing_ok=True)

    def _close(self) -> None:
        with failed_write_is_disk_full():
            self._dataset.close()
        refuse_cut_file(self.path)

    def _write_band(self) -> None:
        top = (self._next_row - 1) // self._block * self._block
        window = Window(0, top, self._grid.width, self._next_row - top)
        with failed_write_is_disk_full():
            self._dataset.write(self._band[:, : self._next_row - top], window=window)


def cost_room(grid: Grid, classes: ClassList) -> int:
    """About how many bytes a cost raster needs: costs between samples of the cost grid compress to three quarters."""
    return grid.height * grid.width * len(classes) * 3 // 2


@dataclass(frozen=True, slots=True, eq=False)
class StoredRows:
    """Rows of a cost raster: costs (T, rows, W) int16, the first of them at ``row``, and where there is data."""

    row: int
    costs: Costs
    valid: NDArray[np.bool_]


class CostRaster:
    """A cost raster, open for reading."""

    def __init__(self, dataset: DatasetReader, name: str) -> None:
        self._dataset = dataset
        self._name = name
        tags = dataset.tags()
        if CLASSES_TAG not in tags or set(dataset.dtypes) != {"int16"}:
            raise BadRaster(f"{name} is not a cost raster of SoftSeg: segment again and keep the costs.")
        self.grid = Grid.of(dataset)
        self.classes = classes_from_tag(tags[CLASSES_TAG])
        self.tags = {key: text for key, text in tags.items() if key.startswith("SOFTSEG_")}
        if len(self.classes) != dataset.count:
            raise BadRaster(f"{name} has {dataset.count} bands for {len(self.classes)} classes; segment again.")

    @property
    def has_distractors(self) -> bool:
        """Whether the costs tell of each class against something else, besides against the other classes."""
        return bool(self.tags.get(DISTRACTORS_TAG))

    @classmethod
    @contextmanager
    def open(cls, path: str | Path) -> Iterator[CostRaster]:
        """Open a cost raster for the length of a block.

        Raises:
            BadRaster: it cannot be read, or is not a cost raster.
        """
        with rasterio.Env(GDAL_NUM_THREADS="ALL_CPUS"), open_raster(str(path)) as dataset:
            yield cls(dataset, Path(path).name)

    def rows(self) -> Iterator[StoredRows]:
        """All rows from top to bottom, a row of blocks at a time.

        Raises:
            BadRaster: the raster is damaged.
        """
        step = self._dataset.block_shapes[0][0]
        for row in range(0, self.grid.height, step):
            window = Window(0, row, self.grid.width, min(step, self.grid.height - row))
            with damage_is_bad_raster(self._name):
                costs = self._dataset.read(window=window)
            yield StoredRows(row, costs, costs[0] != COST_NODATA)


def _block_px(classes: int, width: int) -> int:
    """The largest block of which a whole row stays in bounds."""
    block = _LARGEST_BLOCK_PX
    while block > _SMALLEST_BLOCK_PX and classes * width * block * 2 > _BAND_BYTES:
        block //= 2
    return block
