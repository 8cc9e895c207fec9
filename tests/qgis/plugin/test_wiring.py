"""What the plugin hangs into QGIS it takes out again, and its actions do what they say."""

from __future__ import annotations

from unittest.mock import MagicMock

import pytest
from qgis.core import QgsApplication, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QMenu

from softseg_qgis import classFactory
from softseg_qgis import plugin as wiring
from softseg_qgis.gui import help as help_page
from softseg_qgis.gui.help import help_url

PAIRS = {
    "addToolBarIcon": "removeToolBarIcon",
    "addCustomActionForLayerType": "removeCustomActionForLayerType",
    "registerOptionsWidgetFactory": "unregisterOptionsWidgetFactory",
    "registerLocatorFilter": "deregisterLocatorFilter",
}


@pytest.fixture
def window():
    return QMainWindow()


@pytest.fixture
def iface(window):
    """QGIS's windows: notes what is hung in and taken out."""
    iface = MagicMock()
    iface.mainWindow.return_value = window
    iface.pluginHelpMenu.return_value = QMenu(window)
    iface.rasterMenu.return_value = QMenu(window)
    return iface


@pytest.fixture
def plugin(iface):
    plugin = classFactory(iface)
    plugin.initGui()
    yield plugin
    plugin.unload()


def things(calls):
    """The object that each call is about: the last argument that is no text and no number."""
    return [next(each for each in reversed(call.args) if not isinstance(each, (str, int))) for call in calls]


def actions(window):
    return {each.objectName(): each for each in window.findChildren(QAction) if each.objectName()}


@pytest.mark.parametrize("add", PAIRS)
def test_what_is_hung_in_is_taken_out(plugin, iface, add):
    added = list(map(id, things(getattr(iface, add).call_args_list)))
    assert added
    plugin.unload()
    assert sorted(map(id, things(getattr(iface, PAIRS[add]).call_args_list))) == sorted(added)


def test_no_action_stays_in_the_window(plugin, iface, window):
    assert "SoftSegShowPanel" in actions(window)
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert actions(window) == {}
    assert iface.pluginHelpMenu().actions() == iface.rasterMenu().actions() == []
    assert QgsApplication.processingRegistry().providerById("softseg") is None


def test_the_raster_menu_has_a_sub_menu(plugin, iface):
    (entry,) = iface.rasterMenu().actions()
    names = [each.objectName() for each in entry.menu().actions()]
    assert names == ["SoftSegShowPanel", "SoftSegSegmentFolder", "SoftSegOptions", "SoftSegHelp"]


def test_the_panel_is_not_made_before_it_is_wanted(plugin, iface):
    assert not iface.addDockWidget.called


@pytest.fixture
def dock(plugin, monkeypatch):
    dock = MagicMock()
    monkeypatch.setattr(plugin, "_make_panel", lambda: dock)
    return dock


def test_the_layer_menu_shows_the_panel_with_that_layer(plugin, dock, iface, window):
    layer = QgsRasterLayer()
    iface.layerTreeView().currentLayer.return_value = layer
    actions(window)["SoftSegSegmentLayer"].trigger()
    dock.setUserVisible.assert_called_with(True)
    dock.set_raster.assert_called_once_with(layer)


def test_the_locator_bar_fills_the_classes_and_segments(plugin, dock, iface):
    (locator,) = things(iface.registerLocatorFilter.call_args_list)
    result = MagicMock(userData="water\nroad #112233")
    locator.triggerResult(result)
    (classes,) = dock.set_classes.call_args.args
    assert (classes.names, classes.colours[1]) == (("water", "road"), "#112233")
    dock.segment.assert_called_once_with()


def test_the_options_open_at_the_page_of_softseg(plugin, iface, window):
    actions(window)["SoftSegOptions"].trigger()
    iface.showOptionsDialog.assert_called_once_with(window, "softsegOptions")


@pytest.mark.parametrize("name", ["SoftSegHelp", "SoftSegHelpMenu"])
def test_help_opens_the_page_that_comes_with_the_plugin(plugin, window, monkeypatch, name):
    opened = []
    monkeypatch.setattr(help_page.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    actions(window)[name].trigger()
    assert [url.toString() for url in opened] == [help_url().toString()]


def test_a_panel_that_was_open_last_time_opens_again(iface, monkeypatch):
    monkeypatch.setattr(type(wiring.settings), "panel_open", True)
    opened = []
    plugin = classFactory(iface)
    monkeypatch.setattr(plugin, "_open_panel", lambda: opened.append(1))
    plugin.initGui()
    assert opened == []  # QGIS has to be ready first
    QCoreApplication.processEvents()
    plugin.unload()
    assert opened == [1]
