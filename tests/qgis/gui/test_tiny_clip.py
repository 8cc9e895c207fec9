"""From the page of models to a class layer: tiny CLIPs are downloaded, chosen in the dock, and segment untrained."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

import pytest
from osgeo import gdal
from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox

from softseg_qgis import models
from softseg_qgis.engine import command
from softseg_qgis.engine.worker import Worker
from softseg_qgis.gui.dock import SoftSegDock
from softseg_qgis.gui.models_page import ModelsPage
from softseg_qgis.settings import settings

from .conftest import until

ROOT = Path(__file__).resolve().parents[3]
# The same weights in each layout that the engine's tests know: the engine's Python writes them.
MAKE = """
import json, sys
from pathlib import Path
import torch
sys.path.insert(0, sys.argv[2])
from tests.engine.vlm.checkpoint.test_layouts import WRITERS
from tests.engine.vlm.checkpoint.tiny_models import CONFIG, reference, save_config
folder, state = Path(sys.argv[1]), reference().state_dict()
save_config(folder, CONFIG)
for name, (_, write) in WRITERS.items():
    torch.save(write(state), folder / f"{name}.pt")
print(json.dumps({name: layout for name, (layout, _) in WRITERS.items()}))
"""
ENTRY = {
    "family": "Tiny",
    "what": "Small",
    "architecture": "tiny",
    "image_size": 32,
    "patch": 16,
    "mean": [0.5, 0.4, 0.3],
    "std": [0.2, 0.3, 0.4],
    "text": {"kind": "clip", "context_length": 77, "languages": ["en"]},
    "activation": "quick_gelu",
    "activation_verified": True,
    "licence": {"id": "MIT", "text": "MIT.", "commercial": "yes", "verified": True},
}


def entry(name, layout):
    """What the zoo declares of a tiny model."""
    roles = {"weights": f"{name}.pt", "model_config": "open_clip.json"}
    files = [{"role": role, "names": [file], "repo": "somebody/Tiny"} for role, file in roles.items()]
    return {"id": f"tiny-{name}", "title": f"Tiny {name}", "files": files, "layout": layout, **ENTRY}


@pytest.fixture
def offered(tmp_path, monkeypatch):
    """A plugin whose zoo has a tiny model in each layout, and a server on this machine that has their files."""
    files = tmp_path / "hub"
    files.mkdir()
    made = subprocess.run(
        [os.environ["SOFTSEG_PYTHON"], "-c", MAKE, str(files), str(ROOT)], check=True, capture_output=True, text=True
    )
    entries = [entry(name, layout) for name, layout in json.loads(made.stdout.splitlines()[-1]).items()]
    plugin = tmp_path / "plugin"
    shutil.copytree(ROOT / "core", plugin / "core", ignore=shutil.ignore_patterns("__pycache__"))
    (plugin / "metadata.txt").symlink_to(ROOT / "metadata.txt")
    (plugin / "resources").mkdir()
    for each in (ROOT / "resources").iterdir():
        if each.name != "zoo.json":
            (plugin / "resources" / each.name).symlink_to(each)
    (plugin / "resources" / "zoo.json").write_text(json.dumps({"format": 1, "models": entries}))
    monkeypatch.setattr(command, "plugin_root", lambda: plugin)
    # A developer's environment has the checkout's core installed: here the plugin's own has to win.
    monkeypatch.setattr(command, "_BOOT", command._BOOT.replace("sys.path.append(", "sys.path.insert(0, "))
    monkeypatch.setattr(models, "resource", lambda *parts: plugin.joinpath("resources", *parts))
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path / "models"))

    class Hub(BaseHTTPRequestHandler):
        def do_GET(self):
            data = (files / self.path.rpartition("/")[2]).read_bytes()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    yield [each["id"] for each in entries]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def worker(iface):
    worker = Worker(iface.window)
    yield worker
    worker.stop(at_once=True)


@pytest.fixture
def dock(iface, worker, offered, add_raster):
    paint(add_raster(size=96).source())
    dock = SoftSegDock(iface, worker, iface.window)
    iface.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    yield dock
    dock.deleteLater()


def paint(path):
    """Squares of 8 px in random colours, so that there is something to tell apart."""
    chance, raster = Random(0), gdal.Open(path, gdal.GA_Update)
    for row in range(0, raster.RasterYSize, 8):
        for col in range(0, raster.RasterXSize, 8):
            for band in (1, 2, 3):
                raster.GetRasterBand(band).WriteRaster(col, row, 8, 8, bytes([chance.randrange(256)]) * 64)


def download(page, name):
    """Choose a model on the page and fetch it."""
    page.table.selectRow([row.name for row in page.model.rows].index(name))
    page.download.click()
    until(lambda: not page.desk.is_busy)


def segmented(dock, name):
    """Choose a model in the dock and segment with it; the result, and the costs, in logits, that decided it."""
    chosen = dock.panel.advanced.model
    chosen.setCurrentIndex(chosen.findData(name))
    assert settings.model == name
    dock.segment()
    until(lambda: not dock.conductor.controller.is_running)
    result = dock.panel.result.result
    assert result.stats["model"].startswith(f"{name} ")
    assert QgsProject.instance().mapLayer(result.layer_ids["classes"]).isValid()
    return result, gdal.Open(result.outputs["costs"]).ReadAsArray() / 1000


def test_a_clip_in_each_layout_is_downloaded_and_segments_untrained(dock, iface, worker, offered, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    page = ModelsPage(worker)
    page.changed.connect(dock.panel.reload_settings)
    until(lambda: not page.desk.is_busy)
    assert [row.name for row in page.model.rows] == offered, page.hint.label.text()
    for name in offered:
        download(page, name)
        assert page.hint.label.text() == f"{name.replace('tiny-', 'Tiny ')} is ready."
    sip.delete(page)

    dock.panel.classes.model.add_text("water; building; grass")
    dock.panel.classes.everything_else.switch.click()
    dock.panel.area.choose("layer")
    costs = {}
    for name in offered:
        result, costs[name] = segmented(dock, name)
        assert result.decision.unsure == 0.5  # with everything else, even odds decide
    assert iface.messages() == []
    first = costs["tiny-bare"]
    assert first.shape == (3, 96, 96)
    assert first.std(axis=(1, 2)).min() > 0.01  # or else any layout would do
    assert len(costs) == 7
    for name, found in costs.items():
        assert abs(found - first).mean() <= (0.02 if name == "tiny-half" else 1e-5), name
