"""Real rasters of many makes, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from core.raster.source import RasterSource

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "rasters"
RASTERS = sorted(FOLDER.glob("*.tif"))

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder of real rasters is not here")


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("path", RASTERS, ids=lambda path: path.stem)
def test_the_grid_is_the_rasters_own(path: Path) -> None:
    with rasterio.open(path) as dataset, RasterSource.open(path) as source:
        profile = dataset.profile
        assert (source.grid.height, source.grid.width) == (profile["height"], profile["width"])
        assert source.grid.crs == profile["crs"]
        assert source.grid.transform == profile["transform"]
        assert len(source.grid.gcps) == len(dataset.gcps[0])
        assert source.work_grid == source.grid


@pytest.mark.parametrize("path", RASTERS, ids=lambda path: path.stem)
def test_the_picture_has_contrast_and_agrees_with_its_mask(path: Path) -> None:
    with rasterio.open(path) as dataset, RasterSource.open(path) as source:
        pixels, valid = source.read(source.work_grid.whole), source.valid(source.grid.whole)
        masks = dataset.read_masks(list(dict.fromkeys(source.bands)))
    assert np.array_equal(valid, masks.any(axis=0))
    assert np.array_equal(pixels.valid, valid)
    assert 0.05 < pixels.values[:, valid].mean() < 0.95
    assert pixels.values[:, valid].std() > 0.04
