"""Answers that come when nobody waits for them any more, and failures that nobody has foreseen."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtTest import QTest

from softseg_qgis.core.protocol import Done, Preview, Warn
from softseg_qgis.gui import run_controller

from .conftest import write_classes, write_raster
from .test_runs import class_layer, remote, slider_of, tree  # noqa: F401


def settle():
    QTest.qWait(50)


@pytest.fixture
def folder(ready, tmp_path):
    """The user's own folder for outputs."""
    folder = tmp_path / "mine"
    folder.mkdir()
    ready.panel.output.folder.setFilePath(str(folder))
    return folder


def apply(dock, value):
    slider_of(dock, "water").setValue(value)
    dock.panel.result.apply.click()


def test_of_a_cancelled_run_only_its_end_is_taken(ready, worker, iface):
    ready.segment()
    job = worker.job
    ready.panel.run_bar.cancel.click()
    worker.say(Preview(write_classes(Path(job.preview) / "live-1.tif")))
    worker.say(Warn("comma_list", "There is one class."))
    assert (tree(), iface.messages()) == (["ortho"], [])
    worker.finish()
    assert tree() == ["ortho"]
    assert ready.panel.result.isHidden()
    assert not ready.panel.run_bar.is_running
    assert "cancelled" in iface.messages()[0]
    assert not Path(job.output).exists()


def test_files_in_a_folder_of_the_users_stay_and_are_told_of(ready, worker, iface, folder):
    ready.segment()
    ready.panel.run_bar.cancel.click()
    worker.finish()
    assert Path(worker.job.output).exists()
    (text,) = iface.messages()
    assert str(folder) in text


def test_an_outcome_that_is_cancelled_on_its_way_is_told_of_too(ready, worker, iface, folder):
    ready.segment()
    worker.answer()
    ready.panel.run_bar.cancel.click()
    settle()
    assert tree() == ["ortho"]
    assert str(folder) in iface.messages()[0]


def test_a_run_whose_project_is_closed_ends_at_once_and_brings_nothing_later(ready, worker, iface):
    ready.segment()
    job = worker.job
    QgsProject.instance().clear()
    assert not ready.panel.run_bar.is_running
    assert worker.cancelled == [worker.last_id]
    worker.say(Preview(write_classes(Path(job.preview) / "live-1.tif")))
    worker.finish()
    assert tree() == []
    assert ready.panel.result.isHidden()
    assert not Path(job.output).exists()


def test_a_copy_for_a_closed_project_does_not_end_the_next_run(ready, worker, add_raster, remote):  # noqa: F811
    ready.panel.area.choose("layer")
    ready.segment()
    QgsProject.instance().clear()
    add_raster("next")
    ready.panel.classes.model.add_text("water")
    ready.segment()
    settle()
    assert [Path(job.raster).stem for _, job in worker.asked] == ["next"]
    assert ready.panel.run_bar.is_running


def test_layers_that_are_on_the_map_come_with_their_result(ready, worker):
    ready.segment()
    worker.answer()
    while "Classes" not in tree():
        QCoreApplication.processEvents()
    ready.panel.run_bar.cancel.click()
    settle()
    assert tree() == ["Classes", "ortho"]
    assert class_layer(ready) is not None


def test_a_decision_that_is_there_cannot_be_cancelled(ready, worker):
    ready.segment()
    worker.finish()
    apply(ready, 5)
    worker.answer([0.2, 0.8])
    ready.panel.run_bar.cancel.click()
    assert class_layer(ready).source() == worker.job.output == ready.panel.result.result.outputs["classes"]
    settle()
    assert [each.share for each in ready.panel.result.result.shares] == [0.2, 0.8]
    assert not ready.panel.run_bar.is_running


def test_decisions_in_a_folder_of_the_users_stay(ready, worker, folder):
    ready.segment()
    worker.finish()
    for value in (5, 10, 15):
        apply(ready, value)
        worker.finish()
    ready.panel.result.undo.click()
    assert len(list(folder.glob("ortho_classes*.tif"))) == 4


@pytest.mark.parametrize("step", ["apply", "undo"])
def test_a_decision_that_cannot_be_opened_leaves_map_and_files_as_they_are(ready, worker, iface, step):
    ready.segment()
    worker.finish()
    apply(ready, 5)
    worker.finish()
    shown = ready.panel.result.result
    if step == "undo":
        Path(shown.before.outputs["classes"]).write_bytes(b"")
        ready.panel.result.undo.click()
    else:
        apply(ready, 10)
        Path(worker.job.output).write_bytes(b"")
        worker.say(Done({"classes": worker.job.output}, {}))
    assert "cannot be opened" in iface.messages()[0]
    assert ready.panel.result.result is shown
    assert class_layer(ready).source() == shown.outputs["classes"]
    assert class_layer(ready).isValid()
    assert Path(shown.outputs["classes"]).exists()
    assert not ready.panel.run_bar.is_running


def test_a_raster_with_a_very_long_name_is_segmented(ready, worker, raster, folder):
    raster.setName("ö" * 260)
    ready.segment()
    name = Path(worker.job.output).name
    assert len(name.encode()) < 240
    assert name == "ö" * 100 + "_classes.tif"


def test_a_full_disk_is_a_sentence(ready, worker, iface, monkeypatch):
    def full():
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("softseg_qgis.gui.order.temporary_folder", full)
    ready.segment()
    assert "No space left on device" in iface.messages()[0]
    assert not ready.panel.run_bar.is_running
    monkeypatch.undo()
    ready.segment()
    assert len(worker.asked) == 1


def test_a_fault_of_ours_ends_the_run_and_is_not_hidden(ready, monkeypatch):
    def fault(*_):
        raise KeyError("fault")

    monkeypatch.setattr(run_controller, "segment_job", fault)
    order = ready.panel.order()
    with pytest.raises(KeyError):
        ready.conductor.controller.segment(order)
    assert not ready.panel.run_bar.is_running


@pytest.mark.parametrize("provider", ["gdal", "gone"])
def test_run_again_on_a_broken_layer_is_a_sentence(ready, worker, iface, raster, tmp_path, provider):
    ready.segment()
    worker.finish()
    source = raster.source()
    raster.setDataSource(str(tmp_path / "gone.tif"), "ortho", provider)
    assert not raster.isValid()
    ready.panel.result.again.click()
    raster.setDataSource(source, "ortho", "gdal")
    assert "ortho" in iface.messages()[0]
    assert len(worker.asked) == 1
    assert not ready.panel.run_bar.is_running


def test_a_preview_is_no_raster_to_segment(ready, worker, iface, raster):
    ready.preview()
    worker.finish()
    preview = ready.conductor.controller.live.layer
    iface.activate(preview)
    listed = [ready.panel.raster.list.layer(row) for row in range(ready.panel.raster.list.count())]
    assert listed == [raster]
    assert ready.panel.raster.layer == raster


def test_a_raster_off_the_globe_has_no_size_and_can_be_segmented(ready, worker, tmp_path, iface):
    layer = QgsRasterLayer(write_raster(tmp_path / "plain.tif"), "plain")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))  # its coordinates are metres
    QgsProject.instance().addMapLayer(layer)
    iface.activate(layer)
    ready.panel.area.choose("layer")
    ready.panel.refresh()
    assert "megapixels" in ready.panel.area.size.label.text()
    ready.segment()
    assert worker.job.raster == layer.source()
