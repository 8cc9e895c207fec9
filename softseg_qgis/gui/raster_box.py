"""Choosing the raster: the active layer is followed until the pin holds another."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ..i18n import tr
from ..layers.facts import RasterFacts, facts_of
from ..layers.results import run_of
from .hint_label import HintLabel
from .live_layer import is_preview


class RasterBox(QWidget):
    """The list of rasters, the pin, and a line of facts. Results and previews of SoftSeg are not offered."""

    changed = pyqtSignal()

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self.list = QgsMapLayerComboBox()
        self.list.setObjectName("softsegRaster")
        self.list.setAccessibleName(tr("Raster"))
        self.list.setToolTip(tr("The raster to segment; it follows the active layer"))
        self.list.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.pin = QToolButton()
        self.pin.setObjectName("softsegPin")
        self.pin.setCheckable(True)
        self.pin.setAutoRaise(True)
        self.pin.setIcon(QgsApplication.getThemeIcon("/pin.svg"))
        self.pin.setAccessibleName(tr("Keep this raster"))
        self.pin.setToolTip(tr("Keep this raster, whichever layer is active"))
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.hint = HintLabel()
        self.hint.linkActivated.connect(lambda _: iface.actionAddRasterLayer().trigger())
        self._lay_out()
        self._leave_results_out()
        self.list.layerChanged.connect(self._show)
        self.pin.toggled.connect(lambda on: on or self.follow(iface.activeLayer()))
        iface.currentLayerChanged.connect(self.follow)
        QgsProject.instance().layersAdded.connect(self._leave_results_out)
        self.follow(iface.activeLayer())
        self._show()

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The chosen raster."""
        layer = self.list.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) and layer.isValid() else None

    @property
    def facts(self) -> RasterFacts | None:
        """What the chosen raster is made of."""
        return facts_of(self.layer) if self.layer is not None else None

    def choose(self, layer: QgsMapLayer) -> None:
        """Take a raster and stay with it."""
        self.pin.setChecked(True)
        self.list.setLayer(layer)

    def follow(self, layer: QgsMapLayer | None) -> None:
        """Take the active layer, if it is a raster that can be segmented and none is pinned."""
        if isinstance(layer, QgsRasterLayer) and not self.pin.isChecked() and not _is_made(layer):
            self.list.setLayer(layer)

    def _leave_results_out(self, *_layers: object) -> None:
        made = [layer for layer in QgsProject.instance().mapLayers().values() if _is_made(layer)]
        self.list.setExceptedLayerList(made)

    def _show(self, *_layer: object) -> None:
        facts = self.facts
        self.line.setText(facts.text if facts else "")
        self.line.setVisible(facts is not None)
        self.list.setEnabled(self.list.count() > 0)
        self.pin.setEnabled(facts is not None)
        if facts is None:
            link = tr("Open one…")
            self.hint.show_text(f'{tr("There is no raster in the project.")} <a href="open">{link}</a>')
        else:
            self.hint.clear_text()
        self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.list, 1)
        row.addWidget(self.pin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.line)
        column.addWidget(self.hint)


def _is_made(layer: QgsMapLayer) -> bool:
    """Whether SoftSeg has made a layer."""
    return is_preview(layer) or run_of(layer) is not None
