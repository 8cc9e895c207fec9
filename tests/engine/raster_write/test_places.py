"""Where outputs are made, and what may be replaced."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from core.errors import BadOption, BadOutput, DiskFull
from core.raster.ownership import is_ours
from core.raster.place import Output, Places


def places(*paths, inputs=(), room_bytes=0):
    return Places([Output(Path(path), room_bytes) for path in paths], inputs)


def write_tif(path, **tags):
    with rasterio.open(
        path, "w", driver="GTiff", height=4, width=4, count=1, dtype="uint8", transform=rasterio.Affine.scale(2, -2)
    ) as dataset:
        dataset.write(np.ones((1, 4, 4), np.uint8))
        dataset.update_tags(**tags)


def write_gpkg(path, metadata):
    geometry = shapely.to_wkb(np.array([shapely.box(0, 0, 1, 1)]))
    fields = {"fields": ["class_id"], "geometry_type": "Polygon", "crs": "EPSG:32632"}
    pyogrio.raw.write(path, geometry, [np.array([1])], driver="GPKG", dataset_metadata=metadata, **fields)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_outputs_appear_together_at_the_end(tmp_path):
    first, second = tmp_path / "classes.tif", tmp_path / "polygons.gpkg"
    with places(first, second) as made:
        for path in (first, second):
            made.temporary(path).write_text(path.name)
            made.temporary(Path(f"{path}.aux.xml")).write_text("side")
        assert not first.exists()
        assert not second.exists()
    assert names(tmp_path) == ["classes.tif", "classes.tif.aux.xml", "polygons.gpkg", "polygons.gpkg.aux.xml"]
    assert first.read_text() == "classes.tif"


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_failure_leaves_nothing_new_and_everything_old(tmp_path, error):
    old, new = tmp_path / "old.tif", tmp_path / "new.tif"
    write_tif(old, SOFTSEG_VERSION="0.1")
    before = old.read_bytes()

    def fail():
        with places(old, new) as made:
            made.temporary(old).write_text("half")
            made.temporary(new).write_text("half")
            raise error

    with pytest.raises(error):
        fail()
    assert names(tmp_path) == ["old.tif"]
    assert old.read_bytes() == before


def test_our_own_raster_is_replaced_with_its_side_files(tmp_path):
    path = tmp_path / "classes.tif"
    write_tif(path, SOFTSEG_VERSION="0.1")
    for suffix in (".aux.xml", ".ovr"):
        Path(f"{path}{suffix}").write_text("stale")
    with places(path) as made:
        made.temporary(path).write_text("new")
    assert names(tmp_path) == ["classes.tif"]
    assert path.read_text() == "new"


def test_our_own_polygons_are_replaced(tmp_path):
    path = tmp_path / "polygons #1? %20.gpkg"
    write_gpkg(path, {"SOFTSEG_VERSION": "0.1"})
    with places(path) as made:
        made.temporary(path).write_text("new")
    assert path.read_text() == "new"


def make_foreign(path, kind):
    if kind == "raster":
        write_tif(path, TITLE="mine")
    elif kind == "geopackage":
        write_gpkg(path, {"TITLE": "mine"})
    elif kind == "database":
        with closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE notes (text)")
            database.commit()
    else:
        path.write_bytes({"text": b"SOFTSEG_VERSION", "empty": b"", "broken": b"II*\0SOFTSEG_VERSION"}[kind])


@pytest.mark.filterwarnings("ignore:The filename extension:RuntimeWarning")
@pytest.mark.parametrize("kind", ["raster", "geopackage", "database", "text", "empty", "broken"])
def test_what_softseg_did_not_make_is_not_replaced(tmp_path, kind):
    path = tmp_path / "precious.tif"
    make_foreign(path, kind)
    before = path.read_bytes()
    with pytest.raises(BadOutput, match=r"was not made by SoftSeg.*\.$"):
        places(path)
    assert path.read_bytes() == before
    assert names(tmp_path) == ["precious.tif"]


def test_an_input_is_not_replaced_under_any_of_its_names(tmp_path):
    path, link = tmp_path / "costs.tif", tmp_path / "link.tif"
    write_tif(path, SOFTSEG_VERSION="0.1")
    link.symlink_to(path)
    for output in (path, link, tmp_path / "." / "costs.tif"):
        with pytest.raises(BadOutput, match="is an input of this run"):
            places(output, inputs=[path])


def test_an_input_that_is_no_local_file_does_no_harm(tmp_path):
    with places(tmp_path / "classes.tif", inputs=["https://example.com/raster.tif", "/vsimem/raster.tif"]):
        pass
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("folder", "is a folder"),
        ("missing/classes.tif", "There is no folder"),
        ("x" * 201, "is too long"),
        ("水" * 100, "is too long"),
        (f"{'x' * 300}/classes.tif", ""),
        ("loop/classes.tif", ""),
    ],
)
def test_unusable_places_are_refused(tmp_path, output, sentence):
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(BadOutput, match=rf"{sentence}.*\.$"):
        places(tmp_path / output)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser writes everywhere")
def test_a_folder_without_permission_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(BadOutput, match="cannot be written"):
        places(tmp_path / "classes.tif")


def test_a_folder_that_refuses_at_the_last_moment_leaves_nothing(tmp_path, monkeypatch):
    other = tmp_path / "other"
    other.mkdir()

    def refuse(prefix, dir):
        if dir == other:
            raise PermissionError(13, "Permission denied")
        (dir / f"{prefix}x").mkdir()
        return str(dir / f"{prefix}x")

    monkeypatch.setattr("core.raster.place.tempfile.mkdtemp", refuse)
    made = places(tmp_path / "classes.tif", other / "polygons.gpkg")
    with pytest.raises(BadOutput, match="cannot be written"):
        made.__enter__()
    assert names(tmp_path) == ["other"]


def test_two_outputs_need_two_paths(tmp_path):
    with pytest.raises(BadOption, match="same path"):
        places(tmp_path / "classes.tif", tmp_path / "sub" / ".." / "classes.tif")


def test_a_disk_without_room_is_refused_before_any_work(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")(10**12, 10**12 - 10**9, 10**9)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(DiskFull, match=r"has 1\.0 GB left, and the outputs need about 1\.2 GB"):
        places(tmp_path / "classes.tif", tmp_path / "costs.tif", room_bytes=6 * 10**8)
    places(tmp_path / "classes.tif", room_bytes=6 * 10**8)


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (PermissionError(13, "in use"), BadOutput),
        (OSError(28, "full"), DiskFull),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_place_that_cannot_be_taken_leaves_all_as_before(tmp_path, monkeypatch, raised, expected):
    first, second = tmp_path / "classes.tif", tmp_path / "confidence.tif"
    for path in (first, second):
        write_tif(path, SOFTSEG_VERSION="0.1")
    before = first.read_bytes()
    replace = Path.replace

    def refuse(source, destination):
        if source == second:
            raise raised
        return replace(source, destination)

    monkeypatch.setattr(Path, "replace", refuse)

    def run():
        with places(first, second) as made:
            for path in (first, second):
                made.temporary(path).write_text("new")

    with pytest.raises(expected):
        run()
    assert names(tmp_path) == ["classes.tif", "confidence.tif"]
    assert first.read_bytes() == before


def test_ownership_is_not_asked_of_what_is_no_file(tmp_path):
    assert not is_ours(tmp_path)
    assert not is_ours(tmp_path / "missing.tif")
