"""What cannot be used is refused with one sentence that names it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile

from core.errors import BadRaster
from core.raster.grid import Block
from core.raster.source import RasterSource

MakeRaster = Callable[..., Path]


def refused(raster: object) -> str:
    with pytest.raises(BadRaster) as raised:
        RasterSource.open(raster)
    sentence = raised.value.text
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    return sentence


@pytest.mark.parametrize("name", ["gone.tif", "no/such/folder/gone.tif", "x" * 5000, "a\0b.tif"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert refused(path) == f"There is no file {path}."


def test_a_missing_part_of_a_container_is_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(f"GPKG:{tmp_path}/gone.gpkg:ortho")


def test_a_folder_is_not_a_raster(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.tif"
    path.touch()
    assert refused(path) == f"The file {path} is empty."


@pytest.mark.parametrize("content", [b"just text", b'{"type": "FeatureCollection", "features": []}', b"\x00" * 500])
def test_another_kind_of_file_is_not_a_raster(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.tif"
    path.write_bytes(content)
    assert "not a raster in a format that can be read" in refused(path)


def test_a_header_cut_short_is_damage(make_raster: MakeRaster) -> None:
    path = make_raster(np.ones((3, 40, 40), np.uint8))
    path.write_bytes(path.read_bytes()[:100])
    assert "damaged" in refused(path)


def test_a_file_cut_short_is_damage(make_raster: MakeRaster, noise: Callable[..., np.ndarray]) -> None:
    path = make_raster(noise(3, 512, 512), compress="deflate")
    path.write_bytes(path.read_bytes()[:-100_000])
    assert refused(path) == f"The raster {path} cannot be read: it is damaged or incomplete."


def test_damage_met_in_mid_run_names_the_file(make_raster: MakeRaster, noise: Callable[..., np.ndarray]) -> None:
    path = make_raster(noise(3, 1100, 1024), "whole.tif")
    cut = path.with_name("cut.tif")
    with rasterio.open(path) as dataset:  # a COG holds its overviews first, so that the sample is not hurt
        rasterio.shutil.copy(dataset, cut, driver="COG", compress="none")
    cut.write_bytes(cut.read_bytes()[:-1_000_000])
    with RasterSource.open(cut) as source:
        assert source.read(Block(0, 0, 200, 200)).valid.all()
        with pytest.raises(BadRaster) as raised:
            source.read(Block(900, 800, 200, 200))
    assert raised.value.text == f"The raster {cut} cannot be read: it is damaged or incomplete."


@pytest.mark.parametrize(
    "options", [{"nodata": 0}, {"nodata": 0, "sparse_ok": True}, {"mask": np.zeros((30, 40), np.uint8)}]
)
def test_a_raster_without_any_data_is_refused(make_raster: MakeRaster, options: dict[str, object]) -> None:
    path = make_raster(np.zeros((3, 30, 40), np.uint8), **options)
    assert refused(path) == f"The raster {path} holds no data: every pixel is marked as no-data."


def test_a_raster_of_nothing_but_nan_is_refused(make_raster: MakeRaster) -> None:
    assert "holds no data" in refused(make_raster(np.full((1, 30, 40), np.nan, np.float32)))


@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
def test_complex_numbers_are_refused(make_raster: MakeRaster, dtype: str) -> None:
    assert f"holds {dtype} numbers" in refused(make_raster(np.ones((1, 4, 4), dtype)))


def test_a_file_of_several_rasters_lists_them(tmp_path: Path) -> None:
    path = tmp_path / "several.gpkg"
    for number, table in enumerate(("ortho", "dem")):
        options = {"driver": "GPKG", "width": 256, "height": 256, "count": 3, "dtype": "uint8", "crs": "EPSG:3857"}
        options |= {"transform": Affine(1, 0, 10, 0, -1, 10), "RASTER_TABLE": table}
        with rasterio.open(path, "w", **options, APPEND_SUBDATASET="YES" if number else "NO") as dataset:
            dataset.write(np.full((3, 256, 256), 9, np.uint8))
    sentence = refused(path)
    assert "holds 2 rasters" in sentence
    assert f"GPKG:{path}:ortho" in sentence
    with RasterSource.open(f"GPKG:{path}:dem") as source:
        assert source.grid.height == 256


@pytest.mark.parametrize(
    "name", ["s3://bucket/key.tif", "/vsis3/bucket/key.tif", "ftp://host/x.tif", "WMS:https://host", "/vsigs/b/k.tif"]
)
def test_other_remote_places_are_not_contacted(name: str) -> None:
    assert "neither a local file nor an http(s) address" in refused(name)


def test_a_closed_dataset_is_refused(make_raster: MakeRaster) -> None:
    with rasterio.open(make_raster(np.ones((3, 4, 4), np.uint8))) as dataset:
        pass
    assert "closed" in refused(dataset)


def test_an_open_dataset_in_memory_is_read() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with MemoryFile() as memory, memory.open(driver="GTiff", height=4, width=5, count=1, dtype="uint8") as dataset:
            dataset.write(np.full((1, 4, 5), 51, np.uint8))
            with RasterSource.open(dataset) as source:
                assert source.read(source.work_grid.whole).values == pytest.approx(0.2)


@pytest.mark.parametrize("name", ["Luftbild März (Kopie).tif", "衛星画像.tif", "a'b\"c, d;e#f&g=h.tif", "what?.tif"])
def test_any_file_name_is_read(make_raster: MakeRaster, name: str) -> None:
    values = np.ones((1, 8, 8), np.float32)
    values[0, 0, 0] = np.nan
    with RasterSource.open(make_raster(values, name), resolution=4) as source:
        assert source.read(source.work_grid.whole).values.shape == (3, 4, 4)
        assert source.valid(source.grid.whole).sum() == 63
