"""The file of polygons: there whole or not at all; it replaces only what is ours, and says why when it cannot."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyogrio
import pyogrio.raw
import pytest
import rasterio
import shapely
from affine import Affine

from core.errors import BadOption, BadOutput, BadRaster, Cancelled
from core.polygons import write_polygons

ROOT = Path(__file__).resolve().parents[2]
UTM = "EPSG:32632"
ONES = np.ones((10, 4), np.uint8)


@pytest.fixture
def write_raster(tmp_path):
    """A function that writes values (H, W) as a raster and returns its path."""

    def write(values: np.ndarray, name: str = "classes.tif", classes: tuple[str, ...] = ()) -> Path:
        shape = {"height": values.shape[0], "width": values.shape[1], "count": 1, "dtype": values.dtype}
        transform = Affine(2, 0, 500_000, 0, -2, 5_300_000)
        with rasterio.open(tmp_path / name, "w", driver="GTiff", crs=UTM, transform=transform, **shape) as dataset:
            dataset.write(values, 1)
            if classes:
                entries = [{"id": i, "name": n, "prompts": [], "colour": "#102030"} for i, n in enumerate(classes, 1)]
                dataset.update_tags(SOFTSEG_CLASSES=json.dumps(entries))
        return tmp_path / name

    return write


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_progress_ends_with_all_rows(tmp_path, write_raster):
    seen = []
    write_polygons(write_raster(ONES), tmp_path / "out.gpkg", strip_rows=4, on_progress=lambda *done: seen.append(done))
    assert seen == [(4, 10), (8, 10), (10, 10)]


def test_a_cancelled_run_leaves_nothing_new_and_what_was_there(tmp_path, write_raster):
    source, output = write_raster(ONES), tmp_path / "out.gpkg"
    write_polygons(source, output)
    before = output.read_bytes()
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        write_polygons(source, output, strip_rows=4, cancelled=lambda: next(asked))
    assert output.read_bytes() == before
    assert names_in(tmp_path) == ["classes.tif", "out.gpkg"]


def test_a_geopackage_of_ours_is_replaced(tmp_path, write_raster):
    for values, polygons in ((ONES, 1), (np.eye(4, dtype=np.uint8), 4)):
        write_polygons(write_raster(values), tmp_path / "out.gpkg")
        assert pyogrio.read_info(tmp_path / "out.gpkg")["features"] == polygons


def test_a_geopackage_of_others_is_not_replaced(tmp_path, write_raster):
    fields = {"field_data": [np.array([1])], "fields": ["a"], "geometry_type": "Point", "crs": UTM}
    pyogrio.raw.write(tmp_path / "out.gpkg", shapely.to_wkb(np.array([shapely.Point(0, 0)])), **fields)
    with pytest.raises(BadOutput, match="was not made by SoftSeg"):
        write_polygons(write_raster(ONES), tmp_path / "out.gpkg")


def test_a_raster_whose_transform_is_no_number_gives_no_polygons(tmp_path, write_raster):
    path = write_raster(ONES)
    with rasterio.open(path, "r+") as dataset:
        dataset.transform = Affine(float("nan"), 0, 0, 0, -2, 0)
    with pytest.raises(BadRaster):
        write_polygons(path, tmp_path / "out.gpkg")
    assert names_in(tmp_path) == [path.name]


def test_the_class_raster_itself_is_not_overwritten(write_raster):
    source = write_raster(ONES)
    with rasterio.open(source, "r+") as dataset:
        dataset.update_tags(SOFTSEG_VERSION="1")
    with pytest.raises(BadOutput, match="is an input"):
        write_polygons(source, source)


def test_looking_at_the_polygons_leaves_no_side_file(tmp_path, write_raster):
    write_polygons(write_raster(ONES), tmp_path / "out.gpkg")
    pyogrio.raw.read(tmp_path / "out.gpkg", layer="classes")
    assert names_in(tmp_path) == ["classes.tif", "out.gpkg"]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"min_area_m2": -1}, BadOption),
        ({"simplify_m": float("nan")}, BadOption),
        ({"keep": {1, 5}}, BadOption),
        ({"confidence_path": "small.tif"}, BadRaster),
        ({"confidence_path": "absent.tif"}, BadRaster),
    ],
)
def test_options_that_do_not_fit_are_refused_and_nothing_is_written(
    tmp_path, monkeypatch, write_raster, options, error
):
    monkeypatch.chdir(tmp_path)
    source = write_raster(ONES, classes=("a", "b"))
    write_raster(np.ones((3, 4), np.float32), "small.tif")
    with pytest.raises(error):
        write_polygons(source, tmp_path / "out.gpkg", **options)
    assert names_in(tmp_path) == ["classes.tif", "small.tif"]


@pytest.mark.parametrize(
    "values", [np.ones((4, 4), np.float32), np.full((4, 4), -3, np.int16), np.full((4, 4), 70_000, np.int32)]
)
def test_what_is_no_class_raster_is_refused(tmp_path, write_raster, values):
    with pytest.raises(BadRaster, match="not a class raster"):
        write_polygons(write_raster(values), tmp_path / "out.gpkg")
    assert names_in(tmp_path) == ["classes.tif"]


# In a process of its own, as a limit that is set cannot be lifted again.
FULL_DISK = """
import resource, signal, sys
from core.errors import DiskFull
from core.polygons import write_polygons

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    write_polygons(sys.argv[1], sys.argv[2])
except DiskFull as error:
    print(error.text)
"""


def test_a_full_disk_is_said_in_one_sentence_and_leaves_nothing(tmp_path, write_raster):
    pytest.importorskip("resource", reason="needs a limit on the size of files")
    source = write_raster(np.random.default_rng(0).integers(1, 4, (80, 80)).astype(np.uint8))
    command = [sys.executable, "-c", FULL_DISK, str(source), str(tmp_path / "out.gpkg"), "300000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout == "The disk is full or failing: free some space or choose another place for the outputs.\n"
    assert names_in(tmp_path) == ["classes.tif"]
