"""From the page of models to a class layer: a tiny CLIP is downloaded, chosen in the dock, and segments untrained."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
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
CONFIG = {
    "embed_dim": 24,
    "vision_cfg": {"layers": 3, "width": 32, "head_width": 16, "patch_size": 16, "image_size": 32},
    "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1},
}
MAKE = """
import json, sys, torch
from open_clip.model import CLIP
torch.manual_seed(0)
model = CLIP(**json.loads(sys.argv[2]), quick_gelu=True)
torch.save({name: each for name, each in model.state_dict().items() if name != "attn_mask"}, sys.argv[1])
"""
ENTRY = {
    "id": "tiny",
    "title": "Tiny CLIP",
    "family": "Tiny",
    "what": "Small",
    "architecture": "tiny",
    "files": [
        {"role": "weights", "names": ["weights.pt"], "repo": "somebody/Tiny"},
        {"role": "model_config", "names": ["open_clip.json"], "repo": "somebody/Tiny"},
    ],
    "image_size": 32,
    "patch": 16,
    "mean": [0.5, 0.4, 0.3],
    "std": [0.2, 0.3, 0.4],
    "text": {"kind": "clip", "context_length": 77, "languages": ["en"]},
    "activation": "quick_gelu",
    "activation_verified": True,
    "layout": "bare",
    "licence": {"id": "MIT", "text": "MIT.", "commercial": "yes", "verified": True},
}


@pytest.fixture
def offered(tmp_path, monkeypatch):
    """A plugin whose zoo has one tiny model, and a server on this machine that has its files."""
    files = tmp_path / "hub"
    files.mkdir()
    (files / "open_clip.json").write_text(json.dumps({"model_cfg": CONFIG}))
    subprocess.run(
        [os.environ["SOFTSEG_PYTHON"], "-c", MAKE, str(files / "weights.pt"), json.dumps(CONFIG)], check=True
    )
    plugin = tmp_path / "plugin"
    shutil.copytree(ROOT / "core", plugin / "core", ignore=shutil.ignore_patterns("__pycache__"))
    (plugin / "metadata.txt").symlink_to(ROOT / "metadata.txt")
    (plugin / "resources").mkdir()
    for each in (ROOT / "resources").iterdir():
        if each.name != "zoo.json":
            (plugin / "resources" / each.name).symlink_to(each)
    (plugin / "resources" / "zoo.json").write_text(json.dumps({"format": 1, "models": [ENTRY]}))
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
    yield
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
    add_raster(size=96)
    dock = SoftSegDock(iface, worker, iface.window)
    iface.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    yield dock
    dock.deleteLater()


def test_a_downloaded_clip_segments_untrained(dock, iface, worker, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    page = ModelsPage(worker)
    page.changed.connect(dock.panel.reload_settings)
    until(lambda: not page.desk.is_busy)
    assert [row.title for row in page.model.rows] == ["Tiny CLIP"], page.hint.label.text()
    page.download.click()
    until(lambda: not page.desk.is_busy)
    assert page.hint.label.text() == "Tiny CLIP is ready."
    sip.delete(page)

    chosen = dock.panel.advanced.model
    chosen.setCurrentIndex(chosen.findData("tiny"))
    assert settings.model == "tiny"
    dock.panel.classes.model.add_text("water; building; grass")
    dock.panel.classes.everything_else.switch.click()
    dock.panel.area.choose("layer")
    dock.segment()
    until(lambda: not dock.conductor.controller.is_running)
    assert iface.messages() == []
    result = dock.panel.result.result
    layer = QgsProject.instance().mapLayer(result.layer_ids["classes"])
    assert (layer.width(), layer.height()) == (96, 96)
    assert result.stats["model"].startswith("tiny ")
    assert result.decision.unsure == 0.5  # with everything else, even odds decide
    assert sum(each.share for each in result.shares) == pytest.approx(1) or result.unlabelled_share == 1
