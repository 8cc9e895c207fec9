"""Everything else: a switch under the classes, the words for it, and what becomes of them."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtTest import QSignalSpy

from softseg_qgis.gui.everything_else import EverythingElse
from softseg_qgis.layers.results import processing_command, run_of


@pytest.fixture
def row(ready):
    return ready.panel.classes.everything_else


def test_it_is_off_at_first(ready, row, worker):
    assert row.distractors() == ()
    ready.segment()
    assert worker.job.distractors == ()


def test_what_else_there_is_goes_along_with_a_run_but_never_a_class(ready, row, worker):
    row.switch.click()
    assert row.words.isVisibleTo(row)
    assert "water" not in row.words.text()
    row.words.setText("car, Street, field\\, ploughed")  # street is a synonym of road
    ready.panel.area.choose("layer")
    ready.segment()
    assert worker.job.distractors == ("car", "field, ploughed")
    worker.finish()
    layer = QgsProject.instance().mapLayer(ready.panel.result.result.layer_ids["classes"])
    assert "'DISTRACTORS': 'car, field\\\\, ploughed'" in processing_command(run_of(layer))


def test_a_run_again_takes_it_as_it_is_now(ready, row, worker):
    ready.panel.area.choose("layer")
    ready.segment()
    worker.finish()
    row.switch.click()
    row.words.setText("car")
    ready.panel.result.again.click()
    assert worker.job.distractors == ("car",)


def test_switching_is_an_edit(ready, row):
    edited = QSignalSpy(ready.panel.classes.edited)
    row.switch.click()
    assert len(edited) == 1


def test_it_is_kept_in_the_project(ready, row, tmp_path):
    row.switch.click()
    row.words.setText("car, snow")
    row.words.editingFinished.emit()
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert (row.switch.isChecked(), row.words.text()) == (False, "")
    assert QgsProject.instance().read(path)
    assert row.distractors() == ("car", "snow")


def test_nonsense_in_a_project_counts_as_off(qgis_new_project):
    QgsProject.instance().writeEntry("softseg", "everythingElse", "[1]")
    row = EverythingElse(QgsProject.instance())
    assert row.distractors() == ()
    sip.delete(row)
