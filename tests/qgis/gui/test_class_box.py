"""The Classes section with keyboard, clipboard, files and layers."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QSignalSpy, QTest
from qgis.PyQt.QtWidgets import QApplication

from softseg_qgis.gui.class_row import Column
from softseg_qgis.gui.legend_classes import layers_with_classes, legend_classes
from softseg_qgis.gui.presets import load_presets

from .conftest import until, write_raster


def names(box):
    return [row.spec.name for row in box.model.rows]


def type_in(box, text):
    QTest.keyClicks(box.line, text)
    QTest.keyClick(box.line, Qt.Key.Key_Return)


def test_enter_adds_what_was_typed(box):
    type_in(box, "water, road: street #112233")
    assert names(box) == ["water", "road"]
    assert box.line.text() == ""


def test_what_is_refused_stays_in_the_line(box):
    refused = QSignalSpy(box.refused)
    type_in(box, "water")
    type_in(box, "Water")
    assert box.line.text() == "Water"
    assert len(refused) == 1


def test_a_pasted_list_becomes_rows_at_once(box):
    QApplication.clipboard().setText("water\nroad\tstreet, path\ntree")
    box.line.setFocus()
    QTest.keyClick(box.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(box) == ["water", "road", "tree"]
    assert box.line.text() == ""


def test_the_table_takes_and_gives_lists(box):
    QApplication.clipboard().setText("water, road")
    box.view.setFocus()
    QTest.keyClick(box.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(box) == ["water", "road"]
    box.view.selectAll()
    QTest.keyClick(box.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == box.model.text()


def test_keys_remove_move_and_switch_rows(box):
    type_in(box, "water, road, tree")
    box.view.setCurrentIndex(box.model.index(2, Column.NAME))
    QTest.keyClick(box.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(box) == ["water", "tree", "road"]
    box.view.setCurrentIndex(box.model.index(1, Column.ON))
    QTest.keyClick(box.view, Qt.Key.Key_Space)
    assert box.class_list().names == ("water", "road")
    QTest.keyClick(box.view, Qt.Key.Key_Delete)
    assert names(box) == ["water", "road"]


def test_a_click_on_the_eye_leaves_a_class_out(box):
    type_in(box, "water, road")
    cell = box.view.visualRect(box.model.index(0, Column.ON))
    QTest.mouseClick(box.view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert box.class_list().names == ("road",)


def test_the_row_menu_offers_what_fits(box):
    type_in(box, "water, road")
    entries = {action.text(): action for action in box.view.row_menu(0).actions() if action.text()}
    assert not entries["Move Up"].isEnabled()
    entries["Move Down"].trigger()
    assert names(box) == ["road", "water"]
    entries["Remove"].trigger()
    assert names(box) == ["water"]


def test_what_is_still_typed_counts(box):
    assert not box.has_classes
    QTest.keyClicks(box.line, "water")
    assert box.has_classes
    assert box.take_typed()
    assert names(box) == ["water"]


@pytest.mark.parametrize("suffix", [".json", ".csv", ".txt", ""])
def test_a_list_survives_a_file(box, tmp_path, suffix):
    type_in(box, "water: river, lake #0a0b0c, bed")
    before = box.model.rows
    box.menu.write_file(str(tmp_path / f"set{suffix}"))
    box.model.remove([0])
    box.menu.read_file(str(tmp_path / f"set{suffix or '.json'}"))
    assert box.model.rows == before


def test_a_bad_file_is_refused_with_a_sentence(box, tmp_path):
    refused = QSignalSpy(box.refused)
    (tmp_path / "set.json").write_text("{")
    box.menu.read_file(str(tmp_path / "set.json"))
    assert len(refused) == 1


def test_presets_ship_and_can_be_taken(box):
    presets = load_presets()
    assert presets
    box._preset_menu.actions()[0].trigger()
    assert names(box) == list(presets[0].classes.names)


def test_a_broken_preset_is_left_out(tmp_path):
    (tmp_path / "a.json").write_text('{"id": "a", "name": "A", "classes": [{"name": "water"}]}')
    (tmp_path / "b.json").write_text('{"id": "b"}')
    (preset,) = load_presets(tmp_path)
    assert (preset.id, preset.title, preset.classes.names, preset.suggestions) == ("a", "A", ("water",), ())


def test_suggestions_leave_out_what_is_there(box):
    assert ">building<" in box._hints.text()
    type_in(box, "building")
    assert ">building<" not in box._hints.text()
    box._hints.linkActivated.emit("road")
    assert names(box) == ["building", "road"]


def test_classes_of_a_paletted_raster(tmp_path):
    colours = {0: ((0, 0, 0, 255), ""), 1: ((1, 2, 3, 255), "water"), 2: ((4, 5, 6, 255), "bare soil")}
    layer = QgsRasterLayer(write_raster(tmp_path / "classes.tif", bands=1, colours=colours), "classes")
    assert [(spec.name, spec.colour) for spec in legend_classes(layer)] == [
        ("water", "#010203"),
        ("bare soil", "#040506"),
    ]


def test_classes_of_a_categorised_vector():
    layer = QgsVectorLayer("Polygon?field=use:string", "use", "memory")
    symbols = [QgsFillSymbol.createSimple({"color": colour}) for colour in ("1,2,3", "4,5,6", "7,8,9", "7,8,9")]
    categories = [
        QgsRendererCategory("w", symbols[0], "Water"),
        QgsRendererCategory("r", symbols[1], "Road"),
        QgsRendererCategory("w2", symbols[2], "water"),
        QgsRendererCategory(None, symbols[3], "all others"),
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("use", categories))
    assert [(spec.name, spec.colour) for spec in legend_classes(layer)] == [("Water", "#010203"), ("Road", "#040506")]
    QgsProject.instance().addMapLayer(layer)
    assert layers_with_classes(QgsProject.instance()) == [layer]


def test_layers_without_named_classes_give_none(raster):
    plain = QgsVectorLayer("Point", "points", "memory")
    numbers = QgsVectorLayer("Polygon?field=n:int", "numbers", "memory")
    symbol = QgsSymbol.defaultSymbol(numbers.geometryType())
    numbers.setRenderer(QgsCategorizedSymbolRenderer("n", [QgsRendererCategory(1, symbol, "1")]))
    assert [legend_classes(layer) for layer in (raster, plain, numbers)] == [(), (), ()]


def test_a_row_is_dragged_to_its_place_with_the_mouse(box):
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("nothing can be dragged without a screen")
    type_in(box, "water, road, tree")
    QTest.qWaitForWindowExposed(box)
    window, left, none = box.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def place(row, below=0):
        rect = box.view.visualRect(box.model.index(row, Column.NAME))
        return box.view.viewport().mapTo(box, rect.center() + QPoint(0, below))

    start, end = place(0), place(2, below=place(1).y() // 8)

    def drop():  # the drag has a loop of its own
        for point in (end - QPoint(0, 2), end):
            QTest.mouseMove(window, point)
            QTest.qWait(20)
        QTest.mouseRelease(window, left, none, end)

    QTest.mousePress(window, left, none, start)
    QTimer.singleShot(300, drop)
    for step in (5, 15, 25, 35):
        QTest.mouseMove(window, start + QPoint(0, step))
    until(lambda: names(box) == ["road", "tree", "water"], seconds=20)
