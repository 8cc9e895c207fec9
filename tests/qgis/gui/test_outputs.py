"""The files of a run never land on others."""

from __future__ import annotations

from pathlib import Path

import pytest

from softseg_qgis.core.errors import BadOutput
from softseg_qgis.gui.outputs import Wishes, is_version, next_version, places


def test_a_folder_gets_the_files_that_are_wished_for(tmp_path):
    paths = places(Wishes(str(tmp_path), polygons=True, confidence=True, costs=True), "ortho 2025", 0)
    assert {role: Path(path).name for role, path in paths.items()} == {
        "output": "ortho 2025_classes.tif",
        "confidence": "ortho 2025_confidence.tif",
        "costs": "ortho 2025_costs.tif",
        "polygons": "ortho 2025_polygons.gpkg",
    }


def test_costs_are_kept_aside_when_nobody_wants_them(tmp_path):
    paths = places(Wishes(str(tmp_path), polygons=False), "ortho", 0)
    assert set(paths) == {"output", "costs"}
    assert Path(paths["costs"]).parent != tmp_path


def test_costs_that_would_fill_the_disk_are_not_kept(tmp_path):
    assert set(places(Wishes(str(tmp_path), polygons=False), "ortho", 1 << 62)) == {"output"}


def test_files_that_are_there_stay(tmp_path):
    (tmp_path / "ortho_polygons.gpkg").touch()
    assert Path(places(Wishes(str(tmp_path)), "ortho", 0)["output"]).name == "ortho-2_classes.tif"


def test_a_layer_name_becomes_a_file_name(tmp_path):
    path = places(Wishes(str(tmp_path)), "a/b: c?", 0)["output"]
    assert Path(path).parent == tmp_path
    assert Path(path).name == "a_b_ c__classes.tif"


def test_a_folder_that_is_gone_is_refused(tmp_path):
    with pytest.raises(BadOutput):
        places(Wishes(str(tmp_path / "gone")), "ortho", 0)


def test_versions_count_up(tmp_path):
    first = str(tmp_path / "ortho-2_classes.tif")
    second = next_version(first)
    Path(second).touch()
    third = next_version(second)
    assert [Path(each).name for each in (second, third)] == ["ortho-2_classes-2.tif", "ortho-2_classes-3.tif"]
    assert [is_version(each) for each in (first, second, third)] == [False, True, True]
