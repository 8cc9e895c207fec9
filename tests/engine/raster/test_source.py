"""Reading blocks: georeferencing, resolution, sharing between threads, the cache key."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.drivers import raster_driver_extensions
from rasterio.io import MemoryFile

from core.errors import BadOption, BadRaster
from core.raster import sample
from core.raster.grid import Block
from core.raster.source import RasterSource

MakeRaster = Callable[..., Path]
Noise = Callable[..., np.ndarray]

UTM_LEFT, UTM_TOP = 500_000.0, 5_300_000.0

GEOREFERENCES = {
    "north up": {},
    "south up": {"transform": Affine(2, 0, UTM_LEFT, 0, 2, UTM_TOP)},
    "rotated": {"transform": Affine.translation(UTM_LEFT, UTM_TOP) @ Affine.rotation(33) @ Affine.scale(2, -2)},
    "degrees": {"crs": "EPSG:4326", "transform": Affine(1e-5, 0, 9.1, 0, -1e-5, 48.3)},
    "no CRS": {"crs": None},
    "nothing": {"transform": None},
}


@pytest.mark.filterwarnings("error::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("options", [pytest.param(options, id=name) for name, options in GEOREFERENCES.items()])
def test_a_raster_keeps_its_georeferencing(make_raster: MakeRaster, noise: Noise, options: dict[str, object]) -> None:
    path = make_raster(noise(3, 20, 30), **options)
    with RasterSource.open(path) as source:
        assert source.work_grid == source.grid
        grid = source.grid
        assert (grid.height, grid.width) == (20, 30)
        assert grid.transform == (options.get("transform", Affine(2, 0, UTM_LEFT, 0, -2, UTM_TOP)) or Affine.identity())
        crs = options.get("crs", "EPSG:32632") if grid.transform != Affine.identity() else None
        assert grid.crs == (rasterio.CRS.from_user_input(crs) if crs else None)
        assert (source.ground_resolution is None) == (crs is None)


@pytest.mark.filterwarnings("error::rasterio.errors.NotGeoreferencedWarning")
def test_a_raster_of_gcps_keeps_them(make_raster: MakeRaster, noise: Noise) -> None:
    gcps = [GroundControlPoint(row=r, col=c, x=9 + c / 1e4, y=48 - r / 1e4) for r, c in ((0, 0), (0, 30), (20, 0))]
    with RasterSource.open(make_raster(noise(3, 20, 30), crs="EPSG:4326", gcps=gcps)) as source:
        assert (source.grid.crs, source.grid.transform) == (None, Affine.identity())
        assert [(g.row, g.col, g.x, g.y) for g in source.grid.gcps] == [(g.row, g.col, g.x, g.y) for g in gcps]
        assert source.grid.gcp_crs == rasterio.CRS.from_epsg(4326)
        assert source.ground_resolution == pytest.approx(9.1, rel=0.02)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "int8", "uint32", "int32", "float32", "float64"])
@pytest.mark.parametrize("bands", [1, 2, 3, 4, 6])
def test_values_come_back_as_written(make_raster: MakeRaster, noise: Noise, dtype: str, bands: int) -> None:
    low, high = (-100, 100) if dtype.startswith(("int", "float")) else (0, 200)
    values = noise(bands, 20, 30, dtype=dtype, low=low, high=high)
    with RasterSource.open(make_raster(values), stretch="minmax") as source:
        read = source.read(Block(3, 4, 10, 12)).values
        assert source.bands == ((1, 2, 3) if bands > 2 else (1, bands, bands))
    expected = values[[band - 1 for band in source.bands]].astype(float)
    ends = expected.min(axis=(1, 2), keepdims=True), expected.max(axis=(1, 2), keepdims=True)
    expected = (expected - ends[0]) / (ends[1] - ends[0])
    assert read.dtype == np.float32
    assert read == pytest.approx(expected[:, 3:13, 4:16], abs=1e-6)


@pytest.mark.parametrize("resolution", [0.8, 1.0, 3.1, 4.0, 7.3, 31.0])
@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_blocks_are_parts_of_one_picture(make_raster: MakeRaster, noise: Noise, resolution: float, dtype: str) -> None:
    path = make_raster(noise(3, 70, 90, dtype=dtype), tiled=True, blockxsize=32, blockysize=32)
    extent = (UTM_LEFT + 6, UTM_TOP - 130, UTM_LEFT + 170, UTM_TOP - 10)
    with RasterSource.open(path, resolution=resolution, extent=extent) as source:
        height, width = source.work_grid.height, source.work_grid.width
        assert (height, width) == (max(1, round(120 / resolution)), max(1, round(164 / resolution)))
        whole = source.read(source.work_grid.whole).values
        for row in range(0, height, 17):
            for col in range(0, width, 23):
                block = Block(row, col, 17, 23).clip(height, width)
                part = whole[:, row : block.bottom, col : block.right]
                assert np.abs(source.read(block).values - part).max() <= 1.001 / 255 * (dtype == "uint8") + 1e-6


def test_a_coarser_pixel_is_the_mean_of_the_ground_it_covers(make_raster: MakeRaster, noise: Noise) -> None:
    values = noise(3, 40, 60)
    extent = (UTM_LEFT + 20, UTM_TOP - 60, UTM_LEFT + 100, UTM_TOP - 20)
    with RasterSource.open(make_raster(values), resolution=10, extent=extent) as source:
        read = source.read(source.work_grid.whole).values
    means = values[:, 10:30, 10:50].reshape(3, 4, 5, 8, 5).mean(axis=(2, 4))
    assert read * 255 == pytest.approx(means, abs=0.51)


def test_a_finer_pixel_lies_where_it_did(make_raster: MakeRaster) -> None:
    ramp = np.tile(np.arange(60, dtype=np.float32) + 0.5, (3, 40, 1))
    with RasterSource.open(make_raster(ramp), resolution=0.5, stretch="minmax") as source:
        read = source.read(source.work_grid.whole).values
    assert read.shape == (3, 160, 240)
    expected = (np.arange(240) + 0.5) / 4
    assert read[0, 80, 20:-20] * 59 + 0.5 == pytest.approx(expected[20:-20], abs=1e-3)


def test_coarse_pixels_are_read_from_overviews(make_raster: MakeRaster) -> None:
    stripes = np.tile(np.array([10, 200], np.uint8), (3, 256, 128))
    with RasterSource.open(make_raster(stripes, overviews=[2, 4, 8]), resolution=16) as source:
        read = source.read(source.work_grid.whole).values
    # Overviews made by nearest neighbour hold one of the two stripes only; the mean of both would be 105.
    assert set((read * 255).round().ravel()) in ({10}, {200})


def test_work_pixels_are_square_on_the_ground(make_raster: MakeRaster, noise: Noise) -> None:
    path = make_raster(noise(3, 40, 60), crs="EPSG:4326", transform=Affine(1e-4, 0, 9.0, 0, -1e-4, 60.0))
    with RasterSource.open(path, resolution=25) as source:
        size = source.work_grid.pixel_size()
        assert (source.grid.height, source.grid.width) == (40, 60)
    assert size == pytest.approx((25, 25), rel=0.05)


@pytest.mark.parametrize("resolution", [None, 0, 2, 1.99, 2.03])
def test_a_resolution_like_the_rasters_own_is_its_own(
    make_raster: MakeRaster, noise: Noise, resolution: float | None
) -> None:
    with RasterSource.open(make_raster(noise(3, 20, 30)), resolution=resolution) as source:
        assert source.work_grid == source.grid


@pytest.mark.parametrize(
    ("resolution", "options", "message"),
    [
        (-1, {}, "above 0"),
        (float("nan"), {}, "above 0"),
        (float("inf"), {}, "above 0"),
        (0.01, {}, "at least 0.0625 m"),
        (1, {"crs": None}, "no coordinate system"),
        (1, {"transform": None}, "no coordinate system"),
    ],
)
def test_an_impossible_resolution_is_refused(
    make_raster: MakeRaster, resolution: float, options: dict[str, object], message: str
) -> None:
    with pytest.raises(BadOption, match=message):
        RasterSource.open(make_raster(np.ones((3, 20, 30), np.uint8), **options), resolution=resolution)


def test_pixels_and_validity_are_read_by_two_threads(make_raster: MakeRaster, noise: Noise) -> None:
    values = noise(3, 96, 96, low=0, high=4)
    path = make_raster(values, nodata=0, tiled=True, blockxsize=16, blockysize=16)
    blocks = [Block(row, col, 16, 16) for row in range(0, 96, 16) for col in range(0, 96, 16)] * 5
    with rasterio.open(path) as dataset:
        for raster in (path, dataset):
            with RasterSource.open(raster) as source, ThreadPoolExecutor(4) as threads:
                read = list(threads.map(source.read, blocks))
                valid = list(threads.map(source.valid, blocks))
            for block, pixels, mask in zip(blocks, read, valid, strict=True):
                part = values[:, block.row : block.bottom, block.col : block.right]
                assert np.array_equal(mask, part.any(axis=0))
                assert np.array_equal((pixels.values * 255).round()[:, mask], part[:, mask])


def test_a_given_dataset_is_left_open(make_raster: MakeRaster, noise: Noise) -> None:
    with rasterio.open(make_raster(noise(3, 20, 30))) as dataset:
        with RasterSource.open(dataset) as source:
            assert source.path == dataset.name
        assert not dataset.closed
        assert dataset.read(1).shape == (20, 30)


def test_a_closed_source_reads_no_more(make_raster: MakeRaster, noise: Noise) -> None:
    with RasterSource.open(make_raster(noise(3, 20, 30), nodata=0)) as source:
        pass
    for read in (source.read, source.valid):
        with pytest.raises(BadRaster):
            read(source.grid.whole)


@pytest.mark.parametrize("layout", [{}, {"tiled": True, "blockxsize": 16, "blockysize": 16}])
def test_a_large_raster_without_overviews_is_sampled_by_patches(
    make_raster: MakeRaster, monkeypatch: pytest.MonkeyPatch, layout: dict[str, object]
) -> None:
    monkeypatch.setattr(sample, "_THINNABLE_PX", 1000)
    monkeypatch.setattr(sample, "_SAMPLE_PX", 64 * 64)
    ramp = np.tile(np.arange(300, dtype=np.uint16), (3, 200, 1))
    with RasterSource.open(make_raster(ramp, **layout)) as source:
        assert source.stretch.low == pytest.approx((6,) * 3, abs=20)
        assert source.stretch.high == pytest.approx((294,) * 3, abs=20)
    collar = ramp * 0
    collar[:, 150, 7] = 55
    with RasterSource.open(make_raster(collar, nodata=0), stretch="minmax") as source:
        assert source.stretch.high == (55,) * 3
        assert source.touches(Block(0, 0, 10, 10))  # nothing cheap is known here


OPTIONS: list[dict[str, object]] = [
    {},
    {"bands": (3, 2, 1)},
    {"bands": (1,)},
    {"stretch": "minmax"},
    {"stretch": "2-98"},
    {"resolution": 4.0},
    {"resolution": 8.0},
    {"extent": (UTM_LEFT, UTM_TOP - 20, UTM_LEFT + 30, UTM_TOP)},
    {"extent": (UTM_LEFT + 2, UTM_TOP - 20, UTM_LEFT + 32, UTM_TOP)},
]


def fingerprint(raster: object, **options: object) -> str:
    with RasterSource.open(raster, **options) as source:
        return source.fingerprint()


def test_the_fingerprint_tells_settings_apart(make_raster: MakeRaster, noise: Noise) -> None:
    path = make_raster(noise(4, 40, 60))
    first = [fingerprint(path, **options) for options in OPTIONS]
    assert len(set(first)) == len(OPTIONS)
    assert first == [fingerprint(str(path), **options) for options in OPTIONS]


def test_the_fingerprint_changes_with_the_file_but_not_with_its_statistics(
    make_raster: MakeRaster, noise: Noise, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_raster(noise(3, 40, 60))
    before = fingerprint(path)
    path.with_name("raster.tif.aux.xml").write_text("<PAMDataset></PAMDataset>")
    monkeypatch.chdir(path.parent)
    assert fingerprint("raster.tif") == before
    os.utime(path, ns=(0, 12345))
    assert fingerprint(path) != before


def test_the_fingerprint_of_a_vrt_follows_its_sources(make_raster: MakeRaster, noise: Noise, tmp_path: Path) -> None:
    path = make_raster(noise(3, 40, 60))
    with rasterio.open(path) as dataset:
        rasterio.shutil.copy(dataset, tmp_path / "mosaic.vrt", driver="VRT")
    before = fingerprint(tmp_path / "mosaic.vrt")
    os.utime(path, ns=(0, 12345))
    assert fingerprint(tmp_path / "mosaic.vrt") != before


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_the_fingerprint_tells_datasets_in_memory_apart() -> None:
    keys = set()
    for value in (1, 2):
        with MemoryFile() as memory, memory.open(driver="GTiff", height=4, width=4, count=1, dtype="uint8") as dataset:
            dataset.write(np.full((1, 4, 4), value, np.uint8))
            keys.add(fingerprint(dataset))
    assert len(keys) == 2


@pytest.mark.parametrize("driver", ["VRT", "JP2OpenJPEG", "COG", "PNG"])
def test_other_formats_are_read_like_geotiff(
    make_raster: MakeRaster, noise: Noise, tmp_path: Path, driver: str
) -> None:
    if driver == "JP2OpenJPEG" and "jp2" not in raster_driver_extensions():
        pytest.skip("this GDAL has no JPEG 2000")
    path = make_raster(noise(3, 80, 100))
    lossless = {"QUALITY": "100", "REVERSIBLE": "YES"} if driver == "JP2OpenJPEG" else {}
    with rasterio.open(path) as dataset:
        rasterio.shutil.copy(dataset, tmp_path / "copy", driver=driver, **lossless)
    with RasterSource.open(path) as original, RasterSource.open(tmp_path / "copy") as copy:
        block = Block(10, 20, 30, 40)
        assert np.array_equal(copy.read(block).values, original.read(block).values)
        assert copy.grid == original.grid
