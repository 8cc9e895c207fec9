"""Class rasters lie exactly where real rasters lie."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from core.classes import parse_classes
from core.raster.grid import Grid
from core.raster.write import ClassRasterWriter

RASTERS = Path(__file__).resolve().parents[4] / "shared" / "data" / "rasters"

pytestmark = [
    pytest.mark.skipif(not RASTERS.is_dir(), reason="the folder of real rasters is not here"),
    pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning"),
]


@pytest.mark.parametrize("name", sorted(path.name for path in RASTERS.glob("*.tif")))
def test_a_class_raster_has_the_place_of_its_input(tmp_path, name):
    with rasterio.open(RASTERS / name) as dataset:
        grid = Grid.of(dataset)
    with ClassRasterWriter(tmp_path / name, grid, parse_classes("land; water"), {}) as writer:
        writer.write(0, np.ones((grid.height, grid.width), np.uint8))
    with rasterio.open(tmp_path / name) as dataset:
        found = Grid.of(dataset)
    assert (found.crs, found.transform) == (grid.crs, grid.transform)
    assert (found.height, found.width) == (grid.height, grid.width)
    assert found.gcp_crs == grid.gcp_crs
    assert [(p.row, p.col, p.x, p.y, p.z) for p in found.gcps] == [(p.row, p.col, p.x, p.y, p.z) for p in grid.gcps]
