"""The dock as a whole: its pages, its advice, and its words for people who do not see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QSlider

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.gui import dock as dock_module
from softseg_qgis.gui.dock import SoftSegDock
from softseg_qgis.gui.draw_tool import DrawAreaTool
from softseg_qgis.settings import settings


def test_classes_and_raster_can_be_given(dock, add_raster, iface, raster):
    other = add_raster("other")
    dock.set_raster(raster)
    iface.activate(other)
    dock.set_classes(parse_classes("a; b"))
    assert dock.panel.raster.layer == raster
    assert dock.panel.classes.class_list().names == ("a", "b")


def test_without_an_engine_it_is_set_up_first(iface, worker, raster, monkeypatch):
    monkeypatch.setattr(dock_module, "current_engine", lambda: None)
    dock = SoftSegDock(iface, worker)
    assert dock.panel.isHidden()
    assert not dock._setup.isHidden()
    monkeypatch.undo()
    dock._setup.widget().ready.emit()
    assert not dock.panel.isHidden()
    assert dock._setup.isHidden()
    dock.deleteLater()


def test_a_deleted_dock_leaves_nothing_behind(ready, iface, worker):
    ready.segment()
    ready.panel.area.choose("drawn")
    items = len(iface.canvas.scene().items())
    ready.deleteLater()
    for _ in range(2):  # the map's tool goes after the dock
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert worker.cancelled == [worker.last_id]
    assert len(iface.canvas.scene().items()) == items - 2
    assert iface.canvas.findChildren(DrawAreaTool) == []
    worker.fail("cancelled")
    iface.canvas.zoomIn()
    iface.activate(None)
    QgsProject.instance().clear()


def test_a_new_project_forgets_the_last_result(ready, worker):
    ready.segment()
    worker.finish()
    assert not ready.panel.result.isHidden()
    QgsProject.instance().clear()
    assert ready.panel.result.isHidden()
    assert ready.panel.raster.layer is None


def test_what_is_missing_is_said(dock, raster):
    bar = dock.panel.run_bar
    assert not bar.missing.isHidden()
    assert not bar.preview.isEnabled()
    dock.panel.classes.model.add_text("water")
    assert bar.missing.isHidden()
    assert bar.preview.isEnabled()
    QgsProject.instance().removeMapLayer(raster.id())
    dock.panel.refresh()
    assert not bar.preview.isEnabled()
    assert "no raster" in dock.panel.raster.hint.label.text()


def test_an_area_beside_the_raster_is_refused_before_the_run(ready, iface):
    extent = iface.canvas.extent()
    extent.setXMinimum(extent.xMaximum() + 5000)
    extent.setXMaximum(extent.xMinimum() + 10)
    iface.canvas.setExtent(extent)
    ready.panel.refresh()
    assert not ready.panel.run_bar.segment.isEnabled()
    assert "ortho" in ready.panel.area.size.label.text()


@pytest.mark.parametrize(("pixel_m", "advice"), [(0.5, ""), (100.0, "coarser"), (0.01, "looks at")])
def test_pixels_that_do_not_suit_the_model_are_pointed_out(dock, add_raster, pixel_m, advice):
    add_raster("pixels", pixel_m=pixel_m)
    dock.panel.refresh()
    text = dock.panel.raster.hint.label.text()
    assert advice in text if advice else text == ""


def test_a_web_map_comes_with_a_note_and_a_resolution(ready, worker, iface):
    layer = QgsRasterLayer("type=xyz&url=http://localhost:9/{z}/{x}/{y}.png&zmax=19", "tiles", "wms")
    QgsProject.instance().addMapLayer(layer)
    iface.activate(layer)
    ready.panel.refresh()
    assert "64 megapixels" in ready.panel.raster.hint.label.text()
    settings.web_limit_px = 1000
    ready.segment()
    assert worker.asked == []
    assert "megapixels" in iface.messages()[0]
    assert not ready.panel.run_bar.is_running


def test_every_control_has_a_name_for_screen_readers(ready):
    nameless = []
    for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QSlider):
        for widget in ready.panel.findChildren(kind):
            is_inner = isinstance(widget.parent(), (QComboBox, QAbstractSpinBox, QLineEdit))
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not is_inner and not widget.accessibleName() and not text and widget.isVisibleTo(ready.panel):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_tab_goes_from_top_to_bottom(ready, worker):
    ready.segment()
    worker.finish()
    wanted = [
        *("softsegOptions", "softsegRaster", "softsegPin", "softsegAreaView", "softsegPresets", "softsegClassMenu"),
        *("softsegClassTable", "softsegClassLine", "softsegApply", "softsegToPolygons", "softsegRunAgain"),
        *("softsegPreview", "softsegSegment"),
    ]
    found, widget = [], ready.widget()
    while widget.nextInFocusChain() is not ready.widget():
        widget = widget.nextInFocusChain()
        found += [widget.objectName()] if widget.objectName() in wanted else []
    assert found == wanted


def test_nothing_is_cut_off_at_the_side(ready, worker):
    ready.panel.classes.model.add_text("a class with a name that is much longer than any other name")
    ready.segment()
    worker.finish()
    for section in (ready.panel.output, ready.panel.advanced):
        section.setCollapsed(False)
    QCoreApplication.processEvents()
    scroll = ready.panel._scroll
    assert scroll.minimumSizeHint().width() > scroll.widget().minimumSizeHint().width()


def test_colours_come_from_the_palette_alone():
    files = list(Path(dock_module.__file__).parent.glob("*.py"))
    assert len(files) > 20
    assert [path.name for path in files if "setStyleSheet" in path.read_text(encoding="utf-8")] == []


def test_a_set_up_under_way_stays_on_the_screen(iface, worker, raster, monkeypatch):
    dock = SoftSegDock(iface, worker)
    dock.show_setup()
    page = dock._setup.widget()
    assert "<a " in dock.device.text()
    monkeypatch.setattr(type(page), "is_busy", True)
    page.busy_changed.emit(True)
    assert dock.device.text() == ""
    dock._choose_page()
    assert dock.panel.isHidden()
    monkeypatch.undo()
    page.busy_changed.emit(False)
    assert "<a " in dock.device.text()
    dock._choose_page()
    assert dock._setup.isHidden()
    dock.deleteLater()


def test_another_engine_is_used_even_if_nobody_presses_continue(iface, worker, raster):
    dock = SoftSegDock(iface, worker)
    dock.show_setup()
    dock._setup.widget().engine_changed.emit()
    assert worker.restarts == 1
    dock.deleteLater()


def test_links_can_be_followed_with_the_keyboard(dock, raster):
    opened = []
    hint = dock.panel.raster.hint
    hint.linkActivated.connect(opened.append)
    QgsProject.instance().removeMapLayer(raster.id())
    dock.show_setup()
    assert hint.label.focusPolicy() == dock.device.focusPolicy() == Qt.FocusPolicy.StrongFocus
    dock._choose_page()
    assert dock.device.focusPolicy() == Qt.FocusPolicy.NoFocus
    dock.activateWindow()
    hint.label.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(hint.label, Qt.Key.Key_Tab)
    QTest.keyClick(hint.label, Qt.Key.Key_Return)
    assert opened == ["open"]


def test_plain_advice_is_no_stop_for_the_tab_key(dock):
    assert dock.panel.run_bar.missing.label.focusPolicy() == Qt.FocusPolicy.NoFocus
