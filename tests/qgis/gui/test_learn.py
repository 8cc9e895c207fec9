"""Learn from My Polygons: which polygons, what the engine is asked, and what its answer does to the sliders."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtWidgets import QDialogButtonBox, QLabel

from softseg_qgis.core.protocol import Done
from softseg_qgis.gui.learn_dialog import LearnDialog

from .conftest import NORTH_WEST


@pytest.fixture
def labelled():
    """Two polygons, of which the second is not saved yet; two fields, of which the second names our classes."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633", "kinds", "memory")
    layer.dataProvider().addAttributes([QgsField("note", QVariant.String), QgsField("kind", QVariant.String)])
    layer.updateFields()
    layer.dataProvider().addFeature(square(layer, 0, "Water"))
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    layer.addFeature(square(layer, 12, "road"))
    yield layer
    layer.rollBack()


def square(layer, start, kind):
    x, y = NORTH_WEST
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x + start, y - 4, x + start + 4, y)))
    feature.setAttributes(["by hand", kind])
    return feature


@pytest.fixture
def done(ready, worker):
    """The dock with a result."""
    ready.panel.area.choose("layer")
    ready.segment()
    worker.finish()
    return ready


@pytest.fixture
def accepted(monkeypatch):
    """Whoever is asked, accepts."""
    monkeypatch.setattr(LearnDialog, "exec", lambda _self: LearnDialog.DialogCode.Accepted)


def answer(balance, thresholds=None, before=0.7, after=0.8):
    classes = [{"name": name, "polygons": 3} for name in ("water", "road")]
    learnt = {"balance": balance, "thresholds": thresholds or {}}
    return Done({}, {**learnt, "before": before, "after": after, "classes": classes})


def ok(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def test_field_that_names_our_classes_is_found(qgis_app, labelled):
    dialog = LearnDialog(["water", "road"])
    assert (dialog.layer, dialog.field) == (labelled, "kind")
    assert ok(dialog).isEnabled()
    assert dialog.hint.isHidden()
    dialog.fields.setField("note")
    assert "water, road" in dialog.hint.label.text()


def test_without_polygons_there_is_nothing_to_learn_from(qgis_app):
    dialog = LearnDialog(["water"])
    assert not ok(dialog).isEnabled()
    assert "Draw polygons first" in dialog.hint.label.text()


def test_engine_is_asked_with_polygons_as_they_are_on_the_screen(done, worker, labelled, accepted):
    costs = done.panel.result.result.outputs["costs"]
    done.panel.result.learn.click()
    op, job = worker.asked[-1]
    assert op == "calibrate"
    assert (job.costs, job.field, job.output) == (costs, "kind", None)
    copy = QgsVectorLayer(job.polygons, "copy", "ogr")
    assert sorted(feature["kind"] for feature in copy.getFeatures()) == ["Water", "road"]
    assert "note" not in copy.fields().names()
    assert not done.panel.result.learn.isEnabled()


def test_answer_moves_the_sliders_and_waits_for_apply(done, worker, labelled, accepted):
    result = done.panel.result
    result.rows._sliders["water"].setValue(20)
    result.learn.click()
    assert result.thresholds.isHidden()
    worker.say(answer({"road": -1.2}, {"water": 0.35}))
    assert result.rows.balance() == {"road": -1.2}
    assert "water 0.35" in result.thresholds.findChild(QLabel).text()
    assert not result.thresholds.isHidden()
    assert "80.0 % in place of 70.0 %" in result.note.label.text()
    assert "this raster alone" in result.note.label.text()
    assert worker.asked[-1][0] == "calibrate"
    result.apply.click()
    op, job = worker.asked[-1]
    assert (op, job.balance, job.thresholds, job.unsure) == ("redecide", {"road": -1.2}, {"water": 0.35}, 0)


def test_thresholds_can_be_forgotten(done, worker, labelled, accepted):
    result = done.panel.result
    result.learn.click()
    worker.say(answer({}, {"water": 0.35}))
    assert result.decision().thresholds == {"water": 0.35}
    assert result.apply.isEnabled()
    result.thresholds.forget.click()
    assert result.decision().thresholds == {}
    assert result.thresholds.isHidden()
    assert not result.apply.isEnabled()


def test_where_nothing_is_better_nothing_moves(done, worker, labelled, accepted):
    result = done.panel.result
    result.rows._sliders["water"].setValue(20)
    result.learn.click()
    worker.say(answer({}, before=0.7, after=0.7))
    assert result.rows.balance() == {"water": 2.0}
    assert "Nothing is changed" in result.note.label.text()


def test_polygons_that_are_refused_are_a_sentence(done, worker, iface, labelled, accepted):
    done.panel.result.learn.click()
    worker.fail("bad_option", "The costs know no class “oak”.")
    assert iface.messages() == ["The costs know no class “oak”."]
    assert done.panel.result.learn.isEnabled()


def test_whoever_cancels_asks_nothing(done, worker, labelled, monkeypatch):
    monkeypatch.setattr(LearnDialog, "exec", lambda _self: LearnDialog.DialogCode.Rejected)
    done.panel.result.learn.click()
    assert worker.asked[-1][0] == "segment"
