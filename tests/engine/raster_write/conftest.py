"""Grids and label maps that the tests of the writers share."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from core.raster.grid import Grid


@pytest.fixture
def make_grid():
    def make(height, width):
        return Grid(CRS.from_epsg(32632), Affine(0.5, 0, 500_000, 0, -0.5, 5_000_000), height, width)

    return make


@pytest.fixture
def labels():
    """Label maps (height, width) of patches, 0 in a corner."""

    def make(height, width, classes, dtype=np.uint8):
        coarse = np.random.default_rng(height).integers(1, classes + 1, (height // 7 + 1, width // 7 + 1))
        ids = coarse.repeat(7, 0).repeat(7, 1)[:height, :width].astype(dtype)
        ids[: height // 3, : width // 4] = 0
        return ids

    return make
