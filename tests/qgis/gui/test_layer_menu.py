"""SoftSeg's entries in the menus of layers: the command is offered where there is one."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.core.job import Job
from softseg_qgis.core.protocol import Done
from softseg_qgis.gui.layer_menu import LayerMenu
from softseg_qgis.layers.run import Run, remember

RUN = Run.of(Job("/data/ortho.tif", parse_classes("water; road"), "/data/classes.tif"), Done(), "EPSG:32633")


@pytest.fixture
def entries(iface):
    """What hangs in the menus, as action and kind of layer."""
    entries = []
    iface.layerTreeView = lambda: iface.tree
    iface.addCustomActionForLayerType = lambda action, _menu, kind, every: entries.append((action, kind, every))

    def remove(action):  # QGIS takes out one at a time
        entries.remove(next(entry for entry in entries if entry[0] is action))

    iface.removeCustomActionForLayerType = remove
    iface.tree.resize(400, 300)
    iface.tree.show()
    yield entries
    iface.tree.close()


@pytest.fixture
def menu(iface, entries):
    menu = LayerMenu(iface, QAction("Segment", iface.window), lambda layer: None)
    yield menu
    if entries:
        menu.remove()


@pytest.fixture
def command(menu, iface):
    """The action that copies."""
    return iface.window.findChild(QAction, "SoftSegCopyCommand")


def press(iface, layer):
    """Press the right button on a layer."""
    index = iface.tree.node2index(QgsProject.instance().layerTreeRoot().findLayer(layer.id()))
    place = iface.tree.visualRect(index).center()
    QTest.mouseClick(iface.tree.viewport(), Qt.MouseButton.RightButton, pos=place)


def test_the_command_is_offered_on_layers_that_softseg_made_only(command, iface, raster, polygon_layer):
    remember(polygon_layer, RUN)
    assert not command.isVisible()
    press(iface, polygon_layer)
    assert command.isVisible()
    press(iface, raster)
    assert not command.isVisible()
    iface.tree.setCurrentLayer(polygon_layer)  # as with the arrow keys
    assert command.isVisible()
    command.trigger()
    assert QApplication.clipboard().text().startswith('processing.run(\n    "softseg:segmentraster"')
    assert iface.messages() == ["The command is on the clipboard."]


def test_a_layer_may_get_to_know_what_made_it_while_it_is_the_current_one(command, iface, raster):
    iface.tree.setCurrentLayer(raster)
    remember(raster, RUN)
    press(iface, raster)
    assert command.isVisible()


def test_layers_of_a_project_that_is_opened_again_have_it(command, iface, raster, tmp_path):
    remember(raster, RUN)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "town.qgz"))
    project.clear()
    assert not command.isVisible()
    assert project.read(str(tmp_path / "town.qgz"))
    (layer,) = project.mapLayers().values()
    press(iface, layer)
    assert command.isVisible()


def test_a_run_of_another_version_is_said_in_a_sentence(command, iface, raster):
    remember(raster, Run("segment", {"v": 99, "raster": "/data/ortho.tif", "classes": []}, {}, {}))
    press(iface, raster)
    QApplication.clipboard().setText("before")
    command.trigger()
    assert QApplication.clipboard().text() == "before"
    assert len(iface.messages()) == 1


def test_the_menus_of_rasters_and_polygons_have_it_and_lose_it(menu, iface, entries, raster):
    kinds = {kind for action, kind, every in entries if action.objectName() == "SoftSegCopyCommand" and every}
    assert kinds == {QgsRasterLayer().type(), QgsVectorLayer().type()}
    menu.remove()
    assert entries == []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert iface.window.findChild(QAction, "SoftSegCopyCommand") is None
    press(iface, raster)  # nobody listens any more
