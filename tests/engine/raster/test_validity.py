"""Which pixels are data, in every way a raster can say it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from rasterio.enums import ColorInterp as Colour

from core.raster.grid import Block
from core.raster.source import RasterSource

MakeRaster = Callable[..., Path]

RGBA = (Colour.red, Colour.green, Colour.blue, Colour.alpha)
HOLE = (slice(2, 5), slice(3, 9))


def picture(dtype: str = "uint8", bands: int = 3, hole: float = 0) -> np.ndarray:
    """12 x 16 px of 100 with a hole of another value."""
    values = np.full((bands, 12, 16), 100, dtype)
    values[(slice(None), *HOLE)] = hole
    return values


def with_alpha(dtype: str = "uint8", opaque: int = 255) -> np.ndarray:
    values = picture(dtype, 4)
    values[3] = np.where(values[0] == 0, 0, opaque)
    return values


MASK = np.where(picture()[0] == 0, 0, 255).astype(np.uint8)

WITH_HOLE = {
    "no-data 0": lambda make: make(picture(), nodata=0),
    "no-data 255 of four bands": lambda make: make(picture(bands=4, hole=255), nodata=255),
    "no-data of one band": lambda make: make(picture(bands=1), nodata=0),
    "no-data of two bands": lambda make: make(picture(bands=2), nodata=0),
    "negative no-data": lambda make: make(picture("int16", hole=-9999), nodata=-9999),
    "no-data 65535": lambda make: make(picture("uint16", hole=65535), nodata=65535),
    "lowest float as no-data": lambda make: make(picture("float32", hole=-3.4028235e38), nodata=-3.4028235e38),
    "NaN": lambda make: make(picture("float32", hole=np.nan)),
    "NaN declared": lambda make: make(picture("float64", hole=np.nan), nodata=np.nan),
    "NaN beside another no-data": lambda make: make(picture("float32", hole=np.nan), nodata=-9999),
    "infinity": lambda make: make(picture("float32", hole=-np.inf)),
    "alpha": lambda make: make(with_alpha(), colours=RGBA),
    "faint alpha": lambda make: make(with_alpha(opaque=1), colours=RGBA),
    "alpha beside a no-data value that does not occur": lambda make: make(with_alpha(), nodata=7, colours=RGBA),
    "16-bit alpha": lambda make: make(with_alpha("uint16", 65535), colours=RGBA),
    "mask band": lambda make: make(picture(hole=100), mask=MASK),
    "mask band of floats": lambda make: make(picture("float32", hole=100), mask=MASK),
}


def jointly(make: MakeRaster, values: np.ndarray) -> Path:
    """No-data values that hold for all bands together, as GDAL's metadata item has it."""
    path = make(values)
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(NODATA_VALUES="0 0 0")
    return path


WITH_HOLE["joint no-data values"] = lambda make: jointly(make, picture())


def with_palette(make: MakeRaster, hole: int, **profile: object) -> Path:
    """Indexed colours of which number 7 is wholly transparent and number 8 nearly."""
    colours = {7: (70, 7, 7, 255), 8: (80, 8, 8, 255), 100: (200, 100, 50, 255)}
    path = make(picture(bands=1, hole=hole), photometric="palette", colormap=colours, **profile)
    virtual = path.with_suffix(".vrt")  # a TIFF keeps no transparency
    rasterio.shutil.copy(path, virtual, driver="VRT")
    text = virtual.read_text()
    for opaque, faint in (('c1="70" c2="7" c3="7" c4="255"', 0), ('c1="80" c2="8" c3="8" c4="255"', 1)):
        assert opaque in text
        text = text.replace(opaque, opaque.replace("255", str(faint)))
    virtual.write_text(text)
    return virtual


WITH_HOLE["transparent colour"] = lambda make: with_palette(make, 7)
WITH_HOLE["transparent colour beside no-data"] = lambda make: with_palette(make, 7, nodata=3)

WITHOUT_HOLE = {
    "black collar that nobody declared": lambda make: make(picture()),
    "no-data in one band only": lambda make: make(np.concatenate([picture(), picture(hole=7)])[[0, 1, 5]], nodata=0),
    "NaN in one band only": lambda make: make(
        np.concatenate([picture("float32"), picture("float32", hole=np.nan)])[[0, 1, 5]]
    ),
    "joint no-data in one band only": lambda make: jointly(
        make, np.concatenate([picture(), picture(hole=7)])[[0, 1, 5]]
    ),
    "faint colour of a palette": lambda make: with_palette(make, 8),
    "no-data that does not occur": lambda make: make(picture(hole=50), nodata=0),
    "alpha that is opaque": lambda make: make(picture(bands=4, hole=90), colours=RGBA),
}

CASES = [pytest.param(write, True, id=name) for name, write in WITH_HOLE.items()]
CASES += [pytest.param(write, False, id=name) for name, write in WITHOUT_HOLE.items()]


@pytest.mark.filterwarnings("error::RuntimeWarning")
@pytest.mark.parametrize(("write", "hole"), CASES)
def test_pixels_without_data_are_not_valid(make_raster: MakeRaster, write: Callable[..., Path], hole: bool) -> None:
    expected = np.ones((12, 16), bool)
    expected[HOLE] = not hole
    with RasterSource.open(write(make_raster)) as source:
        pixels = source.read(source.work_grid.whole)
        assert np.array_equal(source.valid(source.grid.whole), expected)
        assert np.array_equal(source.valid(Block(1, 2, 5, 4)), expected[1:6, 2:6])
        assert np.array_equal(pixels.valid, expected)
    assert np.isfinite(pixels.values).all()
    assert pixels.values.min() >= 0
    assert pixels.values.max() <= 1


# GDAL knows one no-data value a band: averages also leave out NaN where no other value is declared, but no infinity.
MIXED = ("NaN beside another no-data", "infinity")
# The numbers of a palette cannot be averaged: of several pixels the nearest one counts.
PICKED = ("transparent colour", "transparent colour beside no-data")


@pytest.mark.parametrize(("write", "hole"), [case for case in CASES if case.id not in MIXED + PICKED])
def test_coarser_pixels_leave_out_what_is_no_data(
    make_raster: MakeRaster, write: Callable[..., Path], hole: bool
) -> None:
    with RasterSource.open(write(make_raster), resolution=4, stretch="0-100") as source:
        assert (source.work_grid.height, source.work_grid.width) == (6, 8)
        pixels = source.read(source.work_grid.whole)
    blank = np.zeros((6, 8), bool)
    blank[1:2, 2:4] = hole  # 4 x 4 m squares that lie in the hole entirely
    assert np.array_equal(~pixels.valid, blank)
    if hole:  # all data has one value, so a mixture with the hole would show
        assert np.ptp(pixels.values) == 0


@pytest.mark.parametrize("resolution", [0.7, 1, 2, 5])
def test_what_is_not_valid_looks_like_the_data_beside_it(make_raster: MakeRaster, resolution: float) -> None:
    values = np.zeros((3, 40, 40), np.uint8)
    values[:, :20, :20] = np.array([50, 100, 200])[:, None, None]
    values[:, 20:, :20] = np.array([200, 50, 100])[:, None, None]
    with RasterSource.open(make_raster(values, nodata=0), resolution=resolution) as source:
        pixels = source.read(source.work_grid.whole)
    third = pixels.valid.shape[0] // 3
    parts = slice(None, third), slice(-third, None)
    for part, colour in zip(parts, ([50, 100, 200], [200, 50, 100]), strict=True):
        beyond = pixels.values[:, part][:, ~pixels.valid[part]]
        assert beyond.size
        assert np.abs(beyond - np.array(colour)[:, None] / 255).max() < 0.01


def test_a_block_without_data_gets_the_mean_colour(make_raster: MakeRaster) -> None:
    values = np.zeros((3, 40, 40), np.uint8)
    values[:, :, :10], values[:, :, 10:20] = 50, 150
    with RasterSource.open(make_raster(values, nodata=0)) as source:
        pixels = source.read(Block(0, 25, 40, 15))
    assert not pixels.valid.any()
    assert np.abs(pixels.values - 100 / 255).max() < 1e-6


def test_nothing_is_read_where_all_is_data(make_raster: MakeRaster) -> None:
    path = make_raster(picture())
    with rasterio.open(path) as dataset:
        source = RasterSource.open(dataset)
    # The dataset is closed now, so that any read would fail.
    assert source.valid(source.grid.whole).all()
    assert source.touches(source.work_grid.whole)


def test_blocks_without_data_are_not_touched(make_raster: MakeRaster) -> None:
    values = picture(hole=100)
    values[:, :, 8:] = 0
    with RasterSource.open(make_raster(values, nodata=0)) as source:
        assert source.touches(Block(0, 0, 12, 9))
        assert not source.touches(Block(0, 8, 12, 8))
        assert not source.touches(Block(5, 12, 1, 1))


def test_a_lone_pixel_that_no_overview_shows_is_found(make_raster: MakeRaster) -> None:
    values = np.zeros((1, 1501, 1501), np.uint8)
    values[0, 700, 903] = 9
    path = make_raster(values, nodata=0, tiled=True, sparse_ok=True, compress="deflate", overviews=[2, 4])
    with RasterSource.open(path, stretch="minmax") as source:
        assert source.stretch.high == (9.0,) * 3
        assert source.touches(Block(690, 890, 20, 20))
        assert not source.touches(Block(0, 0, 690, 1501))
        assert source.valid(Block(690, 890, 20, 20)).sum() == 1
