"""Small rasters made on the spot."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import NotGeoreferencedWarning

UTM_32 = "EPSG:32632"
UTM_TRANSFORM = Affine(2.0, 0.0, 500_000.0, 0.0, -2.0, 5_300_000.0)

MakeRaster = Callable[..., Path]


@pytest.fixture
def make_raster(tmp_path: Path) -> MakeRaster:
    """A function that writes values (bands, H, W) as a raster and returns its path."""

    def make(
        values: np.ndarray,
        name: str = "raster.tif",
        *,
        crs: str | None = UTM_32,
        transform: Affine | None = UTM_TRANSFORM,
        colours: Sequence[ColorInterp] | None = None,
        mask: np.ndarray | None = None,
        gcps: Sequence[GroundControlPoint] = (),
        colormap: dict[int, tuple[int, int, int, int]] | None = None,
        overviews: Sequence[int] = (),
        **profile: object,
    ) -> Path:
        count, height, width = values.shape
        profile = {"driver": "GTiff", "count": count, "height": height, "width": width, "dtype": values.dtype} | profile
        if transform is not None and not gcps:
            profile |= {"transform": transform, "crs": crs}
        path = tmp_path / name
        with warnings.catch_warnings(), rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path, "w", **profile) as dataset:
                if gcps:
                    dataset.gcps = (list(gcps), rasterio.CRS.from_user_input(crs))
                if colours is not None:
                    dataset.colorinterp = colours
                if colormap is not None:
                    dataset.write_colormap(1, colormap)
                dataset.write(values)
                if mask is not None:
                    dataset.write_mask(mask)
            if overviews:
                with rasterio.open(path, "r+") as dataset:
                    dataset.build_overviews(overviews, Resampling.nearest)
        return path

    return make


@pytest.fixture
def noise() -> Callable[..., np.ndarray]:
    """A function that gives repeatable random values of a shape and type, away from 0 and 255."""

    def make(*shape: int, dtype: str = "uint8", low: int = 20, high: int = 230) -> np.ndarray:
        return np.random.default_rng(7).integers(low, high, shape).astype(dtype)

    return make
