"""The commands that work on a run's files, and the probe: without stand-ins."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.crs import CRS

from core import cli
from core.classes import parse_classes
from core.raster.cost_raster import CostWriter
from core.raster.grid import Grid

ROOT = Path(__file__).resolve().parents[2]


def test_the_real_process_exits_2_and_writes_nothing(tmp_path):
    words = ["polygons", str(tmp_path / "none.tif"), "--output", str(tmp_path / "p.gpkg"), "--json"]
    done = subprocess.run([sys.executable, "-m", "core.cli", *words], cwd=ROOT, capture_output=True)
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "bad_raster"
    assert done.stderr.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_polygons_of_a_class_raster_are_written_and_counted(tmp_path, capfd):
    path, output = tmp_path / "classes.tif", tmp_path / "p.gpkg"
    profile = {"driver": "GTiff", "width": 4, "height": 2, "count": 1, "dtype": "uint8", "crs": "EPSG:32631"}
    with rasterio.open(path, "w", **profile, transform=rasterio.Affine(10, 0, 500_000, 0, -10, 20)) as dataset:
        dataset.write(np.array([[1, 1, 2, 0], [1, 1, 2, 0]], np.uint8), 1)
        names = ("Água", "road")
        tag = [{"id": place, "name": name, "colour": "#888888"} for place, name in enumerate(names, start=1)]
        dataset.update_tags(SOFTSEG_CLASSES=json.dumps(tag))
    assert cli.main(["polygons", str(path), "--output", str(output), "--keep", "água", "--json"]) == 0
    values = json.loads(capfd.readouterr().out)
    assert values["outputs"] == {"polygons": str(output)}
    assert values["polygons"] == 1
    assert output.is_file()
    assert cli.main(["polygons", str(path), "--output", str(output), "--keep", "sea"]) == 2
    assert "no class “sea”" in capfd.readouterr().err


def test_stored_costs_are_decided_again_with_a_balance(tmp_path, capfd):
    costs, output = tmp_path / "costs.tif", tmp_path / "again.tif"
    grid = Grid(CRS.from_epsg(32631), rasterio.Affine(10, 0, 500_000, 0, -10, 40), 4, 4)
    values = np.zeros((2, 4, 4), np.int16)
    values[0], values[1] = 500, 400
    with CostWriter(costs, grid, parse_classes("water; Road"), {"SOFTSEG_VERSION": "1"}) as writer:
        writer.write(0, values, np.ones((4, 4), bool))
    words = ["redecide", str(costs), "--output", str(output)]
    assert cli.main(words) == 0
    assert "water  100.0 %  1,601 m²" in capfd.readouterr().out.splitlines()[1]
    assert cli.main([*words, "--balance", "road=+0.2", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["outputs"] == {"classes": str(output)}
    assert [each["pixels"] for each in told["areas"]["classes"]] == [0, 16]
    with rasterio.open(output) as dataset:
        assert (dataset.read(1) == 2).all()
    assert cli.main([*words, "--balance", "sea=1"]) == 2
    assert "“sea”" in capfd.readouterr().err


def test_a_quick_probe_lists_the_packages(capfd):
    assert cli.main(["probe", "--quick", "--json"]) == 0
    report = json.loads(capfd.readouterr().out)
    assert report["packages"]["torch"]
    assert "devices" not in report
    assert cli.main(["probe", "--quick"]) == 0
    assert "All packages are there." in capfd.readouterr().out


@pytest.mark.parametrize("words", [["--help"], ["models"], ["models", "--json"], ["segment", "--help"]])
def test_a_reader_that_goes_away_is_no_fault_of_ours(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        command = [sys.executable, "-m", "core.cli", *words]
        done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 1
