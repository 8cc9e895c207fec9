"""The entries of SoftSeg in the menu that a right click on a layer opens."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction

from ..i18n import tr


class LayerMenu:
    """Keeps one action in the menus of all raster layers, and another in those of layers that SoftSeg has made.

    Args:
        iface: QGIS's windows.
        action: what to show on raster layers.
        call: takes the raster layer that was clicked.
    """

    def __init__(self, iface: QgisInterface, action: QAction, call: Callable[[QgsRasterLayer], None]) -> None:
        self._iface = iface
        self._action = action
        self._call = call
        action.triggered.connect(self._pass_on)
        self._copy = QAction(tr("Copy as Processing Command"), iface.mainWindow())
        self._copy.setObjectName("SoftSegCopyCommand")
        self._copy.setVisible(False)
        self._copy.triggered.connect(self._copy_command)
        # What a layer says of itself is the right value in every QGIS: the enum has changed its name.
        raster, vector = QgsRasterLayer().type(), QgsVectorLayer().type()
        self._entries = ((action, raster), (self._copy, raster), (self._copy, vector))
        for entry, kind in self._entries:
            iface.addCustomActionForLayerType(entry, "", kind, True)
        # The toolbox says only after a layer came what made it, perhaps when it is the current one: so each press
        # looks, and keys, which open the menu too, move from layer to layer.
        view = iface.layerTreeView()
        view.pressed.connect(self._look)
        view.currentLayerChanged.connect(self._look)

    def remove(self) -> None:
        """Take the actions out of every layer's menu."""
        view = self._iface.layerTreeView()
        view.pressed.disconnect(self._look)
        view.currentLayerChanged.disconnect(self._look)
        for entry, _ in self._entries:
            self._iface.removeCustomActionForLayerType(entry)
        self._action.triggered.disconnect(self._pass_on)
        self._copy.deleteLater()

    def _pass_on(self) -> None:
        layer = self._iface.layerTreeView().currentLayer()
        if isinstance(layer, QgsRasterLayer):
            self._call(layer)

    def _look(self, _where: object) -> None:
        """Show the command on layers that have one."""
        from ..layers.run import run_of

        layer = self._iface.layerTreeView().currentLayer()
        self._copy.setVisible(layer is not None and run_of(layer) is not None)

    def _copy_command(self) -> None:
        """Copy the call that made the layer."""
        from .copied_command import copy_command

        copy_command(self._iface, self._iface.layerTreeView().currentLayer())
