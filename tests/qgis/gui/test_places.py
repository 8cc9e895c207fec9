"""Where a run works and how large it is: raster box, area box, drawing, preview, size."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from softseg_qgis.core.errors import BadOption
from softseg_qgis.gui.area_box import AreaBox
from softseg_qgis.gui.order import preview_area
from softseg_qgis.gui.pace import learn
from softseg_qgis.gui.raster_box import RasterBox
from softseg_qgis.gui.work_size import work_size
from softseg_qgis.layers.area import Area
from softseg_qgis.layers.facts import facts_of

from .conftest import NORTH_WEST, write_classes

X, Y = NORTH_WEST  # the raster of the fixture ends 32 m east and south of it


@pytest.fixture
def box(iface, raster):
    iface.window.resize(400, 400)
    iface.window.show()
    box = AreaBox(iface.canvas)
    box.show()
    yield box
    box.take_off_map()
    box.close()
    iface.window.close()


def test_the_map_is_the_area_at_first(box, iface, raster):
    iface.canvas.setExtent(QgsRectangle(X + 8, Y - 16, X + 16, Y - 8))
    left, bottom, right, top = box.area().extent_in(facts_of(raster))
    view = iface.canvas.extent()
    assert (left, bottom, right, top) == pytest.approx(
        (max(X, view.xMinimum()), max(Y - 32, view.yMinimum()), min(X + 32, view.xMaximum()), min(Y, view.yMaximum()))
    )


def test_the_whole_layer_has_no_limits(box, raster):
    box.choose("layer")
    assert box.area().extent_in(facts_of(raster)) is None


def test_polygons_and_their_selection(box, raster, polygon_layer):
    box.choose("polygons")
    assert box.area().extent_in(facts_of(raster)) == pytest.approx((X, Y - 4, X + 16, Y))
    box.selected_only.setChecked(True)
    with pytest.raises(BadOption, match="selected"):
        box.area()
    polygon_layer.select([max(polygon_layer.allFeatureIds())])
    for as_box in (False, True):
        assert box.area(as_box).extent_in(facts_of(raster)) == pytest.approx((X + 12, Y - 4, X + 16, Y))


def test_the_ground_is_that_of_the_polygons_and_many_are_measured_by_their_box(box, raster, polygon_layer, monkeypatch):
    box.choose("polygons")
    facts = facts_of(raster)
    assert work_size(facts, box.area(as_box=True), {}, 0.0).ground_m2 == pytest.approx(2 * 16, rel=0.01)
    monkeypatch.setattr("softseg_qgis.gui.area_box._MANY_POLYGONS", 1)
    assert work_size(facts, box.area(as_box=True), {}, 0.0).ground_m2 == pytest.approx(16 * 4, rel=0.01)


def test_without_polygons_there_is_a_sentence(box):
    box.choose("polygons")
    with pytest.raises(BadOption, match="polygon layer"):
        box.area()


def test_dragging_draws_a_rectangle(box, iface):
    with_before = iface.canvas.mapTool()
    box.choose("drawn")
    assert box.draw.isChecked()
    view = iface.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    QTest.mouseMove(view, QPoint(80, 80))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 120))
    pixel = iface.canvas.mapUnitsPerPixel()
    drawn = box.area().geometry.boundingBox()
    assert (drawn.width(), drawn.height()) == pytest.approx((100 * pixel, 60 * pixel))
    assert not box.draw.isChecked()
    assert iface.canvas.mapTool() is with_before


def test_clicks_draw_a_polygon_that_a_right_click_closes(box, iface):
    box.choose("drawn")
    view = iface.canvas.viewport()
    for corner in ((50, 50), (150, 50), (50, 150)):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(*corner))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    pixel = iface.canvas.mapUnitsPerPixel()
    assert box.area().geometry.area() == pytest.approx(100 * 100 / 2 * pixel**2)


def test_escape_gives_drawing_up(box, iface):
    box.choose("drawn")
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)
    assert not box.draw.isChecked()
    with pytest.raises(BadOption, match="Draw"):
        box.area()


def test_the_active_raster_is_followed_until_it_is_pinned(iface, add_raster):
    first = add_raster("first")
    box = RasterBox(iface)
    assert box.layer == first
    second = add_raster("second")
    assert box.layer == second
    box.pin.setChecked(True)
    iface.activate(first)
    assert box.layer == second
    box.pin.setChecked(False)
    assert box.layer == first
    assert box.line.text() == "3 bands · Byte · 0.50 m · EPSG:32633"


def test_results_are_no_rasters_to_segment(iface, raster, tmp_path):
    box = RasterBox(iface)
    made = QgsRasterLayer(write_classes(tmp_path / "made.tif"), "made")
    run = '{"v": 1, "op": "segment", "job": {}, "outputs": {}, "stats": {}, "finished": "", "crs": ""}'
    made.setCustomProperty("softseg/run", run)
    QgsProject.instance().addMapLayer(made)
    iface.activate(made)
    assert box.layer == raster
    assert box.list.count() == 1


def test_without_a_raster_the_way_to_one_is_shown(iface):
    opened = []
    iface.add_raster.triggered.connect(opened.append)
    box = RasterBox(iface)
    assert box.layer is None
    box.hint.linkActivated.emit("open")
    assert len(opened) == 1


def test_a_preview_is_a_square_around_the_middle(add_raster):
    facts = facts_of(add_raster(size=2048))
    area = preview_area(facts, QgsPointXY(X + 500, Y - 500), facts.crs, None)
    assert area.extent_in(facts) == pytest.approx((X + 244, Y - 756, X + 756, Y - 244))


def test_a_preview_at_the_rim_is_pushed_inside(add_raster):
    facts = facts_of(add_raster(size=2048))
    area = preview_area(facts, QgsPointXY(X, Y), facts.crs, 0.5)
    assert area.extent_in(facts) == pytest.approx((X, Y - 512, X + 512, Y))


def test_a_preview_of_a_small_raster_is_all_of_it(raster):
    facts = facts_of(raster)
    here = QgsPointXY(15.0, 52.3)
    area = preview_area(facts, QgsPointXY(X + 1, Y - 1), facts.crs, None)
    assert area.extent_in(facts) is None
    with pytest.raises(BadOption, match="ortho"):
        preview_area(facts, here, QgsCoordinateReferenceSystem("EPSG:4326"), None)


def test_the_size_of_a_run(add_raster):
    facts = facts_of(add_raster(size=2048))
    size = work_size(facts, Area.layer(), {"tile": 1024, "overlap": 0.5}, 0.0)
    assert (size.width, size.height, size.tiles, size.output_px) == (2048, 2048, 9, 2048**2)
    assert size.ground_m2 == pytest.approx(1024**2, rel=0.01)
    coarse = work_size(facts, Area.layer(), {"resolution": 1.0}, 0.0)
    assert coarse.width == pytest.approx(1024, abs=2)
    assert work_size(facts, Area.layer(), {}, 1.0).width == coarse.width
    assert coarse.output_px == 2048**2


def test_time_is_estimated_from_past_runs(raster):
    size = work_size(facts_of(raster), Area.layer(), {"resolution": 0.01}, 0.0)
    assert "about" not in size.text("cpu", "/models/my own")
    learn(10.0, 20.0, "cpu", "/models/my own")
    assert "about 20 s" in size.text("cpu", "/models/my own")
    assert "about" not in size.text("cuda:1", "/models/my own")
    assert "about" not in size.text("cpu", "starter")
