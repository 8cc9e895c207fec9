"""A raster of class numbers on the grid of another raster: what that other one says of the same ground."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.io import DatasetReader
from rasterio.vrt import WarpedVRT

from ..errors import BadOption, BadRaster
from .gdal_errors import damage_is_bad_raster
from .grid import Block, Grid
from .opening import open_raster


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """Values (H, W), and where there are any: inside the raster and not its no-data."""

    values: NDArray[np.integer]
    known: NDArray[np.bool_]


class AlignedRaster:
    """One band of whole numbers, read block by block on another grid; each pixel takes the nearest number."""

    def __init__(self, dataset: DatasetReader | WarpedVRT, name: str) -> None:
        """Take an open dataset on the grid that is read; ``AlignedRaster.open`` is the usual way."""
        self.name = name
        self._dataset = dataset

    @classmethod
    @contextmanager
    def open(cls, path: str, grid: Grid) -> Iterator[AlignedRaster]:
        """Open a raster for the length of a block, to be read on `grid`; no more of it is held than what is read.

        Raises:
            BadRaster: it cannot be read, or is not one band of whole numbers.
            BadOption: only one of the two lies on the ground, or neither does and their sizes differ.
        """
        with open_raster(path) as dataset:
            if dataset.count != 1 or np.dtype(dataset.dtypes[0]).kind not in "iu":
                raise BadRaster(f"{path} is no raster of classes: that has one band of whole numbers.")
            placement = _other_placement(Grid.of(dataset), grid, path)
            if placement is None:
                yield cls(dataset, path)
                return
            with damage_is_bad_raster(path):
                warped = _warped(dataset, grid, *placement)
            with warped:
                yield cls(warped, path)

    def read(self, block: Block, shape: tuple[int, int] | None = None) -> Numbers:
        """The numbers of a block of the grid, or thinned out to `shape`.

        Raises:
            BadRaster: the raster is damaged.
        """
        how = {"window": block.to_window(), "out_shape": shape, "resampling": Resampling.nearest}
        with damage_is_bad_raster(self.name):
            values = self._dataset.read(1, **how)
            known = self._dataset.read(2, **how) if self._dataset.count > 1 else self._dataset.read_masks(1, **how)
        return Numbers(values, known > 0)


def _other_placement(own: Grid, grid: Grid, path: str) -> tuple[CRS, Affine] | None:
    """Where the other grid places its pixels; None if just where this one does."""
    same_size = (own.height, own.width) == (grid.height, grid.width)
    if own.placement is None and grid.placement is None:
        if not same_size:
            sizes = f"{own.width} x {own.height} px and {grid.width} x {grid.height} px"
            raise BadOption(f"{path} and the raster it belongs to have no coordinates and differ in size: {sizes}.")
        return None
    if own.placement is None or grid.placement is None:
        raise BadOption(f"Of {path} and the raster it belongs to only one has coordinates: georeference the other.")
    (own_crs, own_transform), (crs, transform) = own.placement, grid.placement
    same_place = own_crs == crs and own_transform.almost_equals(transform, 1e-9)
    return None if same_size and same_place else (crs, transform)


def _warped(dataset: DatasetReader, grid: Grid, crs: CRS, transform: Affine) -> WarpedVRT:
    """The dataset on the grid, with a second band that is 0 wherever it says nothing."""
    size = {"height": grid.height, "width": grid.width}
    return WarpedVRT(dataset, crs=crs, transform=transform, **size, resampling=Resampling.nearest, add_alpha=True)
