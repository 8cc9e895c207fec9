"""The entry of SoftSeg in the menu that a right click on a raster layer opens."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction


class LayerMenu:
    """Keeps an action in the menus of all raster layers, those to come too.

    Args:
        iface: QGIS's windows.
        action: what to show.
        call: takes the raster layer that was clicked.
    """

    def __init__(self, iface: QgisInterface, action: QAction, call: Callable[[QgsRasterLayer], None]) -> None:
        self._iface = iface
        self._action = action
        self._call = call
        action.triggered.connect(self._pass_on)
        # What a raster layer says of itself is the right value in every QGIS: the enum has changed its name.
        iface.addCustomActionForLayerType(action, "", QgsRasterLayer().type(), True)

    def remove(self) -> None:
        """Take the action out of every layer's menu."""
        self._iface.removeCustomActionForLayerType(self._action)
        self._action.triggered.disconnect(self._pass_on)

    def _pass_on(self) -> None:
        layer = self._iface.layerTreeView().currentLayer()
        if isinstance(layer, QgsRasterLayer):
            self._call(layer)
