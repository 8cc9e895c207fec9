"""Report…: where the page goes, what it is made of, and that it is opened."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from softseg_qgis.core.protocol import Done


@pytest.fixture
def opened(monkeypatch):
    addresses = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toLocalFile()))
    return addresses


@pytest.fixture
def done(ready, worker):
    """The dock with a result."""
    ready.panel.area.choose("layer")
    ready.segment()
    worker.finish()
    return ready


def test_a_page_is_written_and_opened(done, worker, raster, opened, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "run"), ""))
    done.panel.result.report.click()
    op, job = worker.asked[-1]
    assert op == "report"
    assert (job.output, job.title, job.raster) == (str(tmp_path / "run.html"), "ortho", raster.source())
    assert job.classes == done.panel.result.result.outputs["classes"]
    assert "softseg:segmentraster" in job.command
    assert not done.panel.result.report.isEnabled()
    worker.say(Done({"report": job.output}))
    assert opened == [job.output]
    assert done.panel.result.report.isEnabled()


def test_no_page_without_a_place(done, worker, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    done.panel.result.report.click()
    assert worker.asked[-1][0] == "segment"


def test_a_page_needs_no_layers(done, worker, opened, monkeypatch, tmp_path):
    QgsProject.instance().removeAllMapLayers()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "run.html"), ""))
    done.panel.result.report.click()
    assert (worker.job.raster, worker.job.command) == (None, "")


def test_a_page_that_cannot_be_written_is_said(done, worker, iface, opened, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "run.html"), ""))
    done.panel.result.report.click()
    worker.fail("bad_output", "The page cannot be written.")
    assert iface.messages() == ["The page cannot be written."]
    assert opened == []
