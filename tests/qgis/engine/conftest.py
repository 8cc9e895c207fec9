"""Engines for the tests: the real one of the checkout, and small scripts that play one and go wrong in a known way."""

from __future__ import annotations

import os
import stat
import sys
import textwrap
import time
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication

from softseg_qgis.core.protocol import PROTOCOL_VERSION, Done, Error
from softseg_qgis.engine.command import PLUGIN_VERSION
from softseg_qgis.engine.found import Engine
from softseg_qgis.engine.worker import Worker

ACTOR = f"""#!{sys.executable}
import json, os, signal, sys, time

def say(event, id="", **values):
    print(json.dumps({{"event": event, "id": id, **values}}), flush=True)

def hello(**others):
    say("hello", **{{"version": {PLUGIN_VERSION!r}, "protocol": {PROTOCOL_VERSION}, "python": "3", **others}})

def requests():
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "quit":
            sys.exit()
        yield request["id"], request["op"]

"""


@pytest.fixture(autouse=True)
def _qgis(qgis_app):
    """Every test here needs a running Qt."""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A data root of the test's own, and no developer's engine."""
    monkeypatch.setenv("SOFTSEG_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SOFTSEG_PYTHON", raising=False)
    return tmp_path / "home"


@pytest.fixture
def actor(tmp_path):
    """Gives an engine whose interpreter is a script of the test's."""

    def make(script):
        path = tmp_path / "python"
        path.write_text(ACTOR + textwrap.dedent(script))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return Engine(str(path), "own")

    return make


@pytest.fixture
def real():
    """The engine of the checkout."""
    return Engine(os.environ["SOFTSEG_PYTHON"], "developer")


class Talk:
    """A worker and all that it has said."""

    def __init__(self, engine, **settings):
        self.worker = Worker(engine=engine, **settings)
        self.said = []
        self.busy = []
        self.worker.said.connect(lambda request_id, event: self.said.append((request_id, event)))
        self.worker.busy_changed.connect(self.busy.append)

    def events(self, request_id, kind=object):
        return [event for who, event in self.said if who == request_id and isinstance(event, kind)]

    def answer(self, request_id, seconds=60):
        """Wait for the one answer to a request."""
        until(lambda: self.events(request_id, (Done, Error)), seconds)
        (answer,) = self.events(request_id, (Done, Error))
        return answer

    def do(self, op="probe", task=None):
        return self.answer(self.worker.ask(op, task))


@pytest.fixture
def talk():
    """Gives a worker on an engine, and stops it at the end."""
    talks = []

    def make(engine, **settings):
        talks.append(Talk(engine, **settings))
        return talks[-1]

    yield make
    for each in talks:
        each.worker.stop(at_once=True)


def until(condition, seconds=60):
    """Let Qt work until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to pass"
        QCoreApplication.processEvents()
        time.sleep(0.005)


def is_running(pid):
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def small_raster(tmp_path):
    """200 x 200 px in three bands, 1 m a pixel: water on the left, something grey on the right."""
    from osgeo import gdal, osr

    path = tmp_path / "small.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 200, 200, 3, gdal.GDT_Byte)
    dataset.SetGeoTransform((500_000, 1, 0, 5_800_000, 0, -1))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32631)
    dataset.SetProjection(reference.ExportToWkt())
    for band, (left, right) in enumerate(((30, 130), (60, 128), (110, 125)), 1):
        row = bytes([left] * 100 + [right] * 100)
        dataset.GetRasterBand(band).WriteRaster(0, 0, 200, 200, row * 200)
    dataset = None
    return path
