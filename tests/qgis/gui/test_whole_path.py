"""Layer, dock, worker, styled layers: once with the real engine."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

from softseg_qgis.engine.worker import Worker
from softseg_qgis.gui.dock import SoftSegDock

from .conftest import until


@pytest.fixture
def dock(iface, add_raster):
    worker = Worker(iface.window)
    add_raster(size=256)
    dock = SoftSegDock(iface, worker, iface.window)
    iface.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    yield dock
    worker.stop(at_once=True)
    dock.deleteLater()


def test_from_a_layer_to_class_layers_and_another_decision(dock, iface):
    dock.panel.classes.model.add_text("water, building, grass")
    dock.panel.area.choose("layer")
    dock.segment()
    controller = dock.conductor.controller
    until(lambda: not controller.is_running)
    assert iface.messages() == []
    result = dock.panel.result.result
    layer = QgsProject.instance().mapLayer(result.layer_ids["classes"])
    assert (layer.width(), layer.height()) == (256, 256)
    assert [each.label for each in layer.renderer().classes()] == ["water", "building", "grass"]
    assert "polygons" in result.layer_ids
    assert sum(each.share for each in result.shares) == pytest.approx(1)

    dock.panel.result.rows._sliders["grass"].setValue(30)
    dock.panel.result.apply.click()
    until(lambda: not controller.is_running)
    again = dock.panel.result.result
    assert layer.source() == again.outputs["classes"] != result.outputs["classes"]
    assert again.shares[2].share >= result.shares[2].share
    assert gdal.Open(layer.source()).GetRasterBand(1).ReadRaster() is not None
