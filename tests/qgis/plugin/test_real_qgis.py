"""The zip in empty profiles of the real QGIS: two at once, both segment, in one it is reloaded five times first.

The worker runs in the engine of the checkout, but reads its code from the profile.
"""

from __future__ import annotations

import configparser
import json
import os
import shutil
import signal
import subprocess
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, osr

SCRIPT = Path(__file__).with_name("inside_qgis.py")
QGIS = shutil.which("qgis")
RELOADS = 5
PATIENCE_S = 800

pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.skipif(not QGIS or not shutil.which("Xvfb"), reason="it takes the QGIS application and Xvfb"),
]


def install(zip_file, folder):
    """Unpack the zip into an empty profile, as QGIS's plugin manager does, and switch the plugin on."""
    profile = folder / "profiles" / "default"
    with zipfile.ZipFile(zip_file) as archive:
        archive.extractall(profile / "python" / "plugins")
    for version in (3, 4):
        settings = configparser.ConfigParser()
        settings.optionxform = str
        settings["PythonPlugins"] = {"softseg_qgis": "true"}
        settings["qgis"] = {"checkVersion": "false", "askToSaveProjectChanges": "false"}
        path = profile / "QGIS" / f"QGIS{version}.ini"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w") as file:
            settings.write(file, space_around_delimiters=False)


def write_raster(path):
    """A raster of 96 x 96 px that is dark on the left and bright on the right."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 96, 96, 3)
    dataset.SetGeoTransform((500_000, 1, 0, 5_000_000, 0, -1))
    grid = osr.SpatialReference()
    grid.ImportFromEPSG(32633)
    dataset.SetProjection(grid.ExportToWkt())
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).WriteRaster(0, 0, 96, 96, (bytes([30] * 48) + bytes([220] * 48)) * 96)
    return path


@pytest.fixture(scope="module")
def screen():
    """A screen that nobody sees."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def start(folder, screen, reloads):
    """Start QGIS with the folder as its home, so that nothing of the user's is touched."""
    environment = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "PYTHONPATH")}
    environment |= {
        "DISPLAY": screen,
        "HOME": str(folder),
        "PATH": os.pathsep.join([str(Path(QGIS).parent), os.environ["PATH"]]),  # its Python looks for itself there
        "SOFTSEG_TEST_RASTER": str(write_raster(folder / "town.tif")),
        "SOFTSEG_TEST_REPORT": str(folder / "report.json"),
        "SOFTSEG_TEST_RELOADS": str(reloads),
    }
    command = [QGIS, "--nologo", "--profiles-path", str(folder), "--code", str(SCRIPT)]
    with (folder / "log.txt").open("w") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)


@pytest.fixture(scope="module")
def reports(zip_file, screen, tmp_path_factory):
    """What two QGIS saw that ran at the same time, the first with reloads, and their folders."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    for folder in folders:
        install(zip_file, folder)
    started = [start(folder, screen, reloads) for folder, reloads in zip(folders, (RELOADS, 0), strict=True)]
    try:
        for each in started:
            each.wait(PATIENCE_S)
    finally:
        for each in started:
            if each.poll() is None:
                os.killpg(each.pid, signal.SIGKILL)
    reports = []
    for folder in folders:
        path = folder / "report.json"
        assert path.exists(), (folder / "log.txt").read_text()[-4000:]
        reports.append(json.loads(path.read_text()))
        assert "error" not in reports[-1], reports[-1]["error"]
    return list(zip(folders, reports, strict=True))


def test_the_plugin_runs_from_the_profile(reports):
    for folder, report in reports:
        assert report["plugin"] == str(folder / "profiles/default/python/plugins/softseg_qgis/__init__.py")
        assert report["started"]
        print(f"Loading took {report['ms']} in a fresh profile.")


def test_no_error_comes_to_the_surface(reports):
    assert [report["errors"] for _, report in reports] == [[], []]


def test_it_hangs_in_what_it_should(reports):
    for _, report in reports:
        names = {"SoftSegShowPanel", "SoftSegSegmentFolder", "SoftSegOptions", "SoftSegHelp", "SoftSegSegmentLayer"}
        assert {*names, "provider softseg", "SegmentFilter", "menu SoftSeg"} <= set(report["hung_in"])


def test_unloading_five_times_leaves_nothing_and_loading_asks_no_network(reports):
    reloads = reports[0][1]["reloads"]
    assert len(reloads) == RELOADS
    assert [each["left"] for each in reloads] == [[]] * RELOADS
    assert [each["requests"] for each in reloads] == [[]] * RELOADS
    assert all(each["pid"] for each in reloads)
    print("Loading again took", ", ".join(f"{each['ms']:.0f} ms" for each in reloads))


def test_two_qgis_at_once_segment_from_the_panel(reports):
    extent = "500000,4999904 : 500096,5000000"  # of the raster
    for _, report in reports:
        assert report["layers"] == [["Classes", 96, 96, extent, "paletted"]]


def test_no_library_of_the_engine_is_in_qgis(reports):
    for _, report in reports:
        assert {"torch", "rasterio", "transformers"} & set(report["modules"]) == set()


def test_closing_qgis_ends_the_worker(reports):
    for _, report in reports:
        assert report["pid"]
        assert not Path(f"/proc/{report['pid']}").exists()
