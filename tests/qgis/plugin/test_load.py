"""Loading the plugin is light: no library of the engine comes with it, and without windows only the algorithms do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile

import pytest
from qgis.core import QgsApplication

from softseg_qgis import classFactory

LOAD = """
import json, sys, time
import qgis.core, qgis.gui, qgis.PyQt.QtWidgets, qgis.PyQt.sip
before = set(sys.modules)
sys.path.insert(0, sys.argv[1])
def load():
    start = time.process_time()  # of the processor: what else runs on the machine does not count
    import softseg_qgis.plugin, softseg_qgis.processing.provider
    import softseg_qgis.gui.help, softseg_qgis.gui.layer_menu, softseg_qgis.gui.locator, softseg_qgis.gui.options_page
    return 1000 * (time.process_time() - start)
took_ms = load()
light = sorted(set(sys.modules) - before)
import softseg_qgis.gui.dock, softseg_qgis.engine.worker
print(json.dumps([took_ms, light, sorted(set(sys.modules) - before)]))
"""
HEAVY = {"numpy", "torch", "rasterio", "scipy", "pandas", "PIL", "osgeo"}


@pytest.fixture(scope="module")
def loaded(zip_file, tmp_path_factory):
    """Milliseconds, and the modules that loading and then opening the panel imports."""
    folder = tmp_path_factory.mktemp("plugins")
    with zipfile.ZipFile(zip_file) as archive:
        archive.extractall(folder)
    command = [sys.executable, "-c", LOAD, str(folder)]
    subprocess.run(command, check=True, capture_output=True)  # the first time Python compiles
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
    return json.loads(done.stdout.splitlines()[-1])


def test_no_library_of_the_engine_is_imported(loaded):
    took_ms, light, whole = loaded
    print(f"Importing all that is needed at load takes {took_ms:.0f} ms of processor time.")
    assert HEAVY & {name.split(".")[0] for name in whole} == set()
    assert "softseg_qgis.plugin" in light


def test_the_panel_is_imported_when_it_is_wanted(loaded):
    _, light, whole = loaded
    assert {"softseg_qgis.gui.dock", "softseg_qgis.gui.panel", "softseg_qgis.gui.setup_page"} & set(light) == set()
    assert {"softseg_qgis.gui.dock", "softseg_qgis.gui.panel"} <= set(whole)


def test_without_windows_there_are_the_algorithms_and_unloading_takes_them_out():
    registry = QgsApplication.processingRegistry()
    before = [each.id() for each in registry.providers()]
    plugin = classFactory(None)
    plugin.initProcessing()
    plugin.initProcessing()  # QGIS does so again
    assert [each.id() for each in registry.providers()].count("softseg") == 1
    plugin.unload()
    assert [each.id() for each in registry.providers()] == before
