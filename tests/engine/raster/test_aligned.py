"""A raster of class numbers is read on the grid of another raster."""

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio import Affine
from rasterio.crs import CRS

from core.errors import BadOption, BadRaster
from core.raster.aligned import AlignedRaster
from core.raster.grid import Block, Grid

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")

UTM = CRS.from_epsg(32633)
OWN = Affine(10, 0, 500_000, 0, -10, 5_000_000)
NUMBERS = np.arange(64, dtype=np.uint8).reshape(8, 8)


def write(path: Path, pixels: np.ndarray = NUMBERS, crs: CRS | None = UTM, **more) -> str:
    bands = pixels if pixels.ndim == 3 else pixels[None]
    profile = {"driver": "GTiff", "count": len(bands), "height": 8, "width": 8, "dtype": pixels.dtype}
    place = {"crs": crs, "transform": OWN} if crs else {}
    with rasterio.open(path, "w", **profile, **place, **more) as raster:
        raster.write(bands)
    return str(path)


def read(path: str, grid: Grid, block: Block | None = None) -> tuple[np.ndarray, np.ndarray]:
    with AlignedRaster.open(path, grid) as raster:
        found = raster.read(block or grid.whole)
    return found.values, found.known


def test_same_grid_gives_the_very_numbers(tmp_path: Path) -> None:
    values, known = read(write(tmp_path / "a.tif"), Grid(UTM, OWN, 8, 8))
    np.testing.assert_array_equal(values, NUMBERS)
    assert known.all()


def test_finer_grid_with_another_corner_repeats_them_and_knows_where_they_end(tmp_path: Path) -> None:
    grid = Grid(UTM, Affine(5, 0, 500_010, 0, -5, 5_000_010), 20, 20)
    values, known = read(write(tmp_path / "a.tif"), grid, Block(0, 0, 20, 16))
    assert not known[:2].any()
    assert not known[18:].any()
    assert not known[:, 14:].any()
    np.testing.assert_array_equal(values[2:18, :14], np.kron(NUMBERS[:, 1:], np.ones((2, 2), np.uint8)))


@pytest.mark.parametrize("step", [5, 10])
def test_no_data_is_not_known(tmp_path: Path, step: int) -> None:
    grid = Grid(UTM, Affine(step, 0, 500_000, 0, -step, 5_000_000), 80 // step, 80 // step)
    _, known = read(write(tmp_path / "a.tif", nodata=9), grid)
    expected = np.kron(NUMBERS != 9, np.ones((10 // step, 10 // step), bool))
    np.testing.assert_array_equal(known, expected)


def test_blocks_are_parts_of_the_whole(tmp_path: Path) -> None:
    path, grid = write(tmp_path / "a.tif"), Grid(UTM, Affine(3, 0, 500_001, 0, -3, 4_999_999), 25, 22)
    whole, _ = read(path, grid)
    part, _ = read(path, grid, Block(7, 3, 11, 9))
    np.testing.assert_array_equal(part, whole[7:18, 3:12])


@pytest.mark.parametrize(
    ("own", "other", "message"),
    [
        (None, Grid(UTM, OWN, 8, 8), "only one"),
        (UTM, Grid(None, Affine.identity(), 8, 8), "only one"),
        (None, Grid(None, Affine.identity(), 8, 9), "differ in size: 8 x 8 px and 9 x 8 px"),
    ],
)
def test_rasters_that_cannot_be_aligned_are_refused(tmp_path: Path, own: CRS | None, other: Grid, message: str) -> None:
    with pytest.raises(BadOption, match=message):
        read(write(tmp_path / "a.tif", crs=own), other)


@pytest.mark.parametrize("pixels", [NUMBERS.astype(np.float32), np.stack([NUMBERS] * 3)])
def test_raster_that_is_none_of_classes_is_refused(tmp_path: Path, pixels: np.ndarray) -> None:
    with pytest.raises(BadRaster, match="no raster of classes"):
        read(write(tmp_path / "a.tif", pixels), Grid(UTM, OWN, 8, 8))
