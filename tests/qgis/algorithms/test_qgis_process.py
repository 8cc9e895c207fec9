"""The algorithms without windows: the program `qgis_process`, in a profile where the plugin is enabled."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr

ROOT = Path(__file__).resolve().parents[3]
# Debian's wrapper puts an option first that the program of QGIS 3.22 takes for the command.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@pytest.fixture
def qgis_process(tmp_path):
    """Run `qgis_process` with arguments; gives what it says on standard output, as JSON."""
    plugin = tmp_path / "plugins" / "softseg_qgis"
    plugin.mkdir(parents=True)
    for each in (*(ROOT / "softseg_qgis").iterdir(), ROOT / "core", ROOT / "resources", ROOT / "metadata.txt"):
        (plugin / each.name).symlink_to(each)
    settings = tmp_path / "config" / "profiles" / "default" / "QGIS"
    settings.mkdir(parents=True)
    for name in ("QGIS3.ini", "QGIS4.ini"):
        (settings / name).write_text("[PythonPlugins]\nsoftseg_qgis=true\n")
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "config"),
        "QGIS_PLUGINPATH": str(plugin.parent),
        "QT_QPA_PLATFORM": "offscreen",
    }

    def run(*arguments):
        ended = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return json.loads(ended.stdout[ended.stdout.index("{") :])

    return run


def write_polygon(path, left, bottom, right, top):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32633)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = source.CreateLayer("fields", reference, ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    ring = f"{left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
    layer.CreateFeature(feature)


@pytest.mark.skipif(PROGRAM is None, reason="there is no qgis_process")
def test_command_line_segments_inside_of_an_extent_and_of_polygons(qgis_process, make_ortho, tmp_path):
    mask, output = str(tmp_path / "fields.gpkg"), str(tmp_path / "part.tif")
    write_polygon(mask, 499_000, 5_799_975, 501_000, 5_800_000)
    parameters = {
        "INPUT": make_ortho(),
        "CLASSES": "roof: grey roof; tree",
        "EXTENT": "500000,500050,5799950,5800000 [EPSG:32633]",
        "MASK": mask,
        "DEVICE": "cpu",
        "OUTPUT": output,
    }
    said = qgis_process(
        "run", "softseg:segmentraster", "--json", "--", *(f"{name}={value}" for name, value in parameters.items())
    )
    assert said["results"]["OUTPUT"] == output
    part = gdal.Open(output)
    assert (part.RasterXSize, part.RasterYSize) == (100, 100)
    upper, lower = (set(part.ReadRaster(0, row, 100, 50)) for row in (0, 50))
    assert upper <= {1, 2}
    assert lower == {0}
