"""What the panel asks of the worker, and what it makes of the answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from softseg_qgis.core.follow_up import RedecideJob
from softseg_qgis.core.job import Job
from softseg_qgis.core.protocol import Preview, Progress, Stage, Warn
from softseg_qgis.layers.results import run_of
from softseg_qgis.models import ModelFacts
from softseg_qgis.settings import settings

from .conftest import until, write_classes, write_raster

CTRL = Qt.KeyboardModifier.ControlModifier


def tree():
    return [each.layer().name() for each in QgsProject.instance().layerTreeRoot().findLayers()]


def class_layer(dock):
    return QgsProject.instance().mapLayer(dock.panel.result.result.layer_ids["classes"])


def slider_of(dock, name):
    return dock.panel.result.rows._sliders[name]


def test_typing_and_one_click_is_all(dock, worker, raster):
    dock.panel.area.choose("layer")
    assert not dock.panel.run_bar.segment.isEnabled()
    QTest.keyClicks(dock.panel.classes.line, "water, road")
    assert dock.panel.run_bar.segment.isEnabled()
    dock.panel.run_bar.segment.click()
    ((op, job),) = worker.asked
    assert op == "segment"
    assert isinstance(job, Job)
    assert job.raster == raster.source()
    assert job.classes.names == ("water", "road")
    assert job.extent is None
    assert job.costs
    assert job.polygons
    assert Path(job.preview).is_dir()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("place", ["line", "view"])
def test_ctrl_enter_runs_and_escape_cancels(ready, worker, key, place):
    ready.activateWindow()
    widget = getattr(ready.panel.classes, place)
    widget.setFocus()
    QTest.qWait(50)
    QTest.keyClick(widget, key, CTRL)
    assert [op for op, _ in worker.asked] == ["segment"]
    assert ready.panel.classes.model.rows[0].spec.name == "water"
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert worker.cancelled == [worker.last_id]
    worker.fail("cancelled", "The run was cancelled; nothing was written.")
    assert not ready.panel.run_bar.is_running


def test_a_run_is_shown_and_ends_in_styled_layers(ready, worker, iface):
    ready.segment()
    bar = ready.panel.run_bar
    assert bar.is_running
    worker.say(Stage("segment", "Segmenting"))
    worker.say(Progress(118, 512, 41.2))
    assert bar.doing.text() == "118 of 512 tiles · 0:41 left"
    worker.say(Preview(write_classes(Path(worker.job.preview) / "live-1.tif")))
    assert tree() == ["SoftSeg preview", "ortho"]
    worker.finish()
    assert tree() == ["Classes", "ortho"]
    assert not bar.is_running
    assert [each.label for each in class_layer(ready).renderer().classes()] == ["water", "road"]
    assert run_of(class_layer(ready)).op == "segment"
    assert ready.panel.raster.layer.name() == "ortho"
    assert not ready.panel.result.isHidden()


def test_an_outcome_that_is_cancelled_on_its_way_to_the_screen_does_not_come(ready, worker):
    ready.segment()
    worker.answer()
    assert ready.panel.run_bar.is_running
    ready.panel.run_bar.cancel.click()
    assert not ready.panel.run_bar.is_running
    QTest.qWait(50)
    assert tree() == ["ortho"]
    assert ready.panel.result.isHidden()
    assert worker.cancelled == []


def test_an_outcome_does_not_come_into_the_next_project(ready, worker):
    ready.segment()
    worker.answer()
    QgsProject.instance().clear()
    QTest.qWait(50)
    assert tree() == []
    assert ready.panel.result.isHidden()
    assert not ready.panel.run_bar.is_running


def test_the_pace_is_learned_only_from_what_was_not_seen_before(ready, worker, monkeypatch):
    learned = []
    monkeypatch.setattr("softseg_qgis.gui.run_controller.learn", lambda *values: learned.append(values))
    for _ in range(2):
        ready.segment()
        worker.finish()
    ((megapixels, _, device, model),) = learned
    assert (megapixels, device, model) == (64 * 64 / 1e6, "auto", "starter")


def test_while_one_run_goes_on_no_other_begins(ready, worker):
    ready.segment()
    ready.segment()
    ready.preview()
    assert len(worker.asked) == 1


def test_a_preview_is_replaced_by_the_next_and_by_the_run(ready, worker):
    for _ in range(2):
        ready.preview()
        assert worker.job.costs is None
        assert worker.job.polygons is None
        worker.finish()
        assert tree() == ["SoftSeg preview", "ortho"]
    ready.segment()
    worker.finish()
    assert tree() == ["Classes", "ortho"]


def test_a_preview_that_fails_leaves_the_one_before(ready, worker):
    ready.preview()
    worker.finish()
    ready.preview()
    worker.fail()
    assert tree() == ["SoftSeg preview", "ortho"]


def test_a_single_class_has_to_be_sure(dock, worker):
    dock.panel.classes.model.add_text("water")
    dock.segment()
    assert worker.job.unsure == 0.5


def test_polygons_become_a_mask(ready, worker, polygon_layer):
    ready.panel.area.choose("polygons")
    ready.segment()
    assert Path(worker.job.mask).is_file()


def test_options_reach_the_job_and_the_next_session(ready, worker, tmp_path):
    panel = ready.panel
    panel.advanced.tile.setValue(512)
    panel.advanced.overlap.setValue(25)
    panel.advanced.stretch.setCurrentIndex(1)
    panel.advanced.resolution.setValue(2.5)
    for place, band in enumerate((3, 2, 1)):
        panel.advanced.bands[place].setBand(band)
    panel.output.folder.setFilePath(str(tmp_path))
    panel.output.polygons.setChecked(False)
    panel.output.confidence.setChecked(True)
    ready.segment()
    job = worker.job
    assert (job.tile, job.overlap, job.stretch, job.resolution, job.bands) == (512, 0.25, "2-98", 2.5, (3, 2, 1))
    assert (job.polygons, Path(job.confidence).name) == (None, "ortho_confidence.tif")
    assert (settings.tile, settings.overlap, settings.stretch) == (512, 0.25, "2-98")
    assert (settings.output_folder, settings.with_polygons, settings.with_confidence) == (str(tmp_path), False, True)


def test_a_model_of_numbers_is_asked_for_an_offset_and_one_of_pictures_for_bands(ready, worker, monkeypatch):
    advanced = ready.panel.advanced
    advanced.setCollapsed(False)
    assert advanced.stretch.isVisibleTo(advanced)
    assert not advanced.offset.isVisibleTo(advanced)
    facts = ModelFacts("ten", "Ten", None, "", tuple("abcdefghij"))
    monkeypatch.setattr(advanced, "model_facts", lambda: facts)
    advanced.bands[0].setBand(1)  # half a choice, which no longer counts
    advanced.reload()
    assert advanced.offset.isVisibleTo(advanced)
    assert not advanced.stretch.isVisibleTo(advanced)
    assert not advanced.bands[0].isVisibleTo(advanced)
    assert advanced.options()["offset"] is None
    advanced.offset.setValue(-1000)
    ready.segment()
    assert (worker.job.offset, worker.job.bands) == (-1000, None)


def test_half_a_choice_of_bands_is_refused(ready, worker, iface):
    ready.panel.advanced.bands[0].setBand(1)
    ready.segment()
    assert worker.asked == []
    assert "bands" in iface.messages()[0]


def test_a_failure_is_a_sentence_with_an_action(ready, worker, iface):
    ready.segment()
    worker.say(Preview(write_classes(Path(worker.job.preview) / "live-1.tif")))
    worker.fail("oom", "Memory ran out.", "CUDA out of memory")
    assert iface.messages() == ["Memory ran out."]
    assert tree() == ["ortho"]
    iface.press("softsegRemedy")
    assert worker.job.tile == settings.tile == 576
    assert iface.messages() == []


@pytest.mark.parametrize(
    ("code", "device"), [("gpu_lost", "cpu"), ("no_device", "cpu"), ("engine_died", "auto"), ("engine_silent", "auto")]
)
def test_remedies_run_again(ready, worker, iface, code, device):
    ready.segment()
    worker.fail(code)
    iface.press("softsegRemedy")
    assert len(worker.asked) == 2
    assert worker.job.device == device


def test_other_remedies(ready, worker, iface):
    for code in ("no_model", "bad_output", "internal", "no_engine"):
        ready.segment()
        worker.fail(code)
        iface.press("softsegRemedy")
    assert iface.options_opened == ["softsegOptions"]
    assert not ready.panel.output.isCollapsed()
    assert "a line of the log" in QApplication.clipboard().text()
    assert ready.panel.isHidden()
    assert len(worker.asked) == 4


def test_warnings_are_told_and_the_run_goes_on(ready, worker, iface):
    ready.segment()
    worker.say(Warn("comma_list", "There is one class."))
    assert iface.messages() == ["There is one class."]
    assert ready.panel.run_bar.is_running


def test_answers_to_other_requests_are_not_ours(ready, worker):
    ready.segment()
    worker.said.emit("r99", Progress(1, 2))
    worker.said.emit("r99", Stage("segment", ""))
    assert ready.panel.run_bar.bar.maximum() == 0


def test_deciding_again_sends_only_costs(ready, worker):
    ready.segment()
    worker.finish()
    first, costs = class_layer(ready).source(), worker.job.costs
    result = ready.panel.result
    assert not result.apply.isEnabled()
    slider_of(ready, "road").setValue(15)
    result.min_area.setValue(20)
    result.unsure.setValue(0.35)
    result.apply.click()
    op, job = worker.asked[-1]
    assert op == "redecide"
    assert job == RedecideJob(costs, job.output, None, {"road": 1.5}, 0.35, 20)
    layer = class_layer(ready)
    worker.finish([0.2, 0.8])
    assert class_layer(ready) == layer
    assert layer.source() == job.output != first
    assert [each.share for each in result.result.shares] == [0.2, 0.8]
    assert run_of(layer).op == "redecide"
    assert not result.apply.isEnabled()
    result.undo.click()
    assert layer.source() == first
    assert Path(first).exists()
    assert not Path(job.output).exists()
    assert result.rows.balance() == {}


def test_a_decision_comes_back_to_the_map_when_its_layer_was_taken_out(ready, worker):
    ready.segment()
    worker.finish()
    QgsProject.instance().removeMapLayer(class_layer(ready).id())
    slider_of(ready, "road").setValue(5)
    ready.panel.result.apply.click()
    worker.finish()
    assert class_layer(ready).source() == worker.job.output
    assert tree() == ["Classes", "ortho"]


def test_only_the_last_two_decisions_are_kept(ready, worker):
    ready.segment()
    worker.finish()
    paths = [class_layer(ready).source()]
    for value in (5, 10, 15):
        slider_of(ready, "water").setValue(value)
        ready.panel.result.apply.click()
        worker.finish()
        paths.append(class_layer(ready).source())
    assert [Path(path).exists() for path in paths] == [True, False, True, True]


def test_without_costs_there_is_nothing_to_decide(ready, worker, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 0}))
    settings.with_costs = False
    ready.panel.output.costs.setChecked(False)
    ready.segment()
    assert worker.job.costs is None
    worker.finish()
    assert ready.panel.result._decide.isHidden()
    assert "room" in ready.panel.result.note.label.text()


def test_run_again_takes_the_classes_of_now_and_the_area_of_then(ready, worker, polygon_layer):
    ready.panel.area.choose("polygons")
    ready.segment()
    worker.finish()
    extent = worker.job.extent
    ready.panel.area.choose("layer")
    QTest.keyClicks(ready.panel.classes.line, "grass")
    ready.panel.result.again.click()
    assert worker.job.extent == extent
    assert worker.job.classes.names == ("water", "road", "grass")


def test_the_result_can_be_taken_along(ready, worker, iface):
    ready.segment()
    worker.finish([0.25, 0.75])
    actions = {action.text(): action for action in ready.panel.result.again.menu().actions()}
    actions["Copy Areas"].trigger()
    assert QApplication.clipboard().text().splitlines()[1:] == ["water\t0.250000\t25.0", "road\t0.750000\t75.0"]
    actions["Copy as Processing Command"].trigger()
    assert QApplication.clipboard().text().startswith("processing.run(")
    ready.panel.classes.model.remove([0])
    actions["Use the Classes of This Run"].trigger()
    assert ready.panel.classes.class_list().names == ("water", "road")


def test_to_polygons_opens_the_toolbox_with_the_class_layer(ready, worker, monkeypatch):
    opened = []
    monkeypatch.setattr("qgis.processing.execAlgorithmDialog", lambda *values: opened.append(values), raising=False)
    ready.segment()
    worker.finish()
    ready.panel.result.polygons.click()
    ((algorithm, values),) = opened
    assert algorithm == "softseg:classestopolygons"
    assert values["INPUT"] == class_layer(ready).id()


@pytest.fixture
def remote(iface):
    """A layer that only this process can read, as if it were on a server."""
    layer = QgsRasterLayer(write_raster("/vsimem/remote.tif"), "remote")
    QgsProject.instance().addMapLayer(layer)
    iface.activate(layer)
    return layer


def test_what_only_qgis_can_read_is_copied_first(ready, worker, remote):
    ready.panel.area.choose("layer")
    ready.segment()
    assert worker.asked == []
    assert ready.panel.run_bar.doing.text() == "Copying the map…"
    until(lambda: worker.asked)
    assert Path(worker.job.raster).name == "map.tif"
    copy = QgsRasterLayer(worker.job.raster, "copy")
    assert (copy.width(), copy.extent()) == (remote.width(), remote.extent())


def test_copying_can_be_cancelled(ready, worker, remote, iface):
    ready.segment()
    ready.panel.run_bar.cancel.click()
    until(lambda: not ready.panel.run_bar.is_running)
    assert worker.asked == []
    assert "cancelled" in iface.messages()[0]


def test_a_raster_that_was_taken_out_is_missed(ready, worker, iface, raster):
    ready.segment()
    worker.finish()
    QgsProject.instance().removeMapLayer(raster.id())
    ready.panel.result.again.click()
    assert len(worker.asked) == 1
    assert "ortho" in iface.messages()[0]
    assert not ready.panel.run_bar.is_running
