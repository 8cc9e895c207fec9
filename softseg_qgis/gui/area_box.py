"""Choosing where: what the map shows, the whole layer, the polygons of a layer, or what is drawn on the map."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from ..core.errors import BadOption
from ..i18n import tr
from ..layers.area import KINDS, Area
from .draw_tool import DrawAreaTool, area_band
from .hint_label import HintLabel

_MANY_POLYGONS = 500


class AreaBox(QWidget):
    """The four ways to choose an area, what each of them needs, and how large the area is."""

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._drawn: Area | None = None
        self._tool = DrawAreaTool(canvas)
        self._band = area_band(canvas)
        self._former_tool = None
        self.radios = _radios()
        self.polygons = QgsMapLayerComboBox()
        self.polygons.setObjectName("softsegPolygonLayer")
        self.polygons.setAccessibleName(tr("Polygon layer"))
        self.polygons.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.selected_only = QCheckBox(tr("Selected polygons only"))
        self.selected_only.setObjectName("softsegSelectedOnly")
        self.draw = QPushButton(tr("Draw on Map"))
        self.draw.setObjectName("softsegDraw")
        self.draw.setCheckable(True)
        self.draw.setToolTip(tr("Esc gives up"))
        self.size = HintLabel()
        self._lay_out()
        self._connect()
        self.choose("view")

    @property
    def kind(self) -> str:
        """One of `layers.area.KINDS`."""
        return KINDS[self._group.checkedId()]

    def choose(self, kind: str) -> None:
        """Choose a way as a click on it would."""
        self.radios[kind].setChecked(True)

    def area(self, as_box: bool = False) -> Area:
        """The chosen area; `as_box` spares the reading of many polygons where the box around them is enough.

        Raises:
            BadOption: nothing was drawn, or there is no polygon.
        """
        if self.kind == "view":
            return Area.view(self._canvas.extent(), self._canvas.mapSettings().destinationCrs())
        if self.kind == "layer":
            return Area.layer()
        if self.kind == "drawn":
            if self._drawn is None:
                raise BadOption(tr("Draw on the map: drag a rectangle, or click corners and close with a right click."))
            return self._drawn
        return self._area_of_polygons(as_box)

    def take_off_map(self) -> None:
        """Hide what this box has put on the map."""
        if not sip.isdeleted(self._canvas):
            self._canvas.unsetMapTool(self._tool)
            self._band.hide()

    def leave_map(self) -> None:
        """Leave nothing behind on the map, which lives longer than this box."""
        self.take_off_map()
        if not sip.isdeleted(self._canvas):
            self._canvas.scene().removeItem(self._band)
            self._tool.leave_map()

    def put_on_map(self) -> None:
        """Show the drawn area on the map while it is the chosen one."""
        self._band.setVisible(self.kind == "drawn" and self._drawn is not None)

    def _area_of_polygons(self, as_box: bool) -> Area:
        layer = self.polygons.currentLayer()
        if not isinstance(layer, QgsVectorLayer):
            raise BadOption(tr("There is no polygon layer in the project: add one, or draw the area."))
        selected = self.selected_only.isChecked()
        if selected and not layer.selectedFeatureCount():
            raise BadOption(tr("No polygon of “{name}” is selected.", name=layer.name()))
        if as_box and layer.featureCount() > _MANY_POLYGONS:
            box = layer.boundingBoxOfSelected() if selected else layer.extent()
            return Area("polygons", QgsGeometry.fromRect(box), layer.crs())
        return Area.polygons(layer.getSelectedFeatures() if selected else layer.getFeatures(), layer.crs())

    def _take_drawn(self, geometry: object) -> None:
        self._drawn = Area.drawn(geometry, self._canvas.mapSettings().destinationCrs())
        self._band.setToGeometry(geometry, self._drawn.crs)
        self._stop_drawing()
        self._show_kind()

    def _draw_or_stop(self, wanted: bool) -> None:
        if not wanted:
            self._stop_drawing()
            return
        self._former_tool = self._canvas.mapTool()
        self._canvas.setMapTool(self._tool)
        self._canvas.setFocus()

    def _stop_drawing(self) -> None:
        """Give the map back to the tool that it had."""
        former, self._former_tool = self._former_tool, None
        if former is not None and not sip.isdeleted(former):
            self._canvas.setMapTool(former)
        else:
            self._canvas.unsetMapTool(self._tool)

    def _show_kind(self) -> None:
        self.polygons.setVisible(self.kind == "polygons")
        self.selected_only.setVisible(self.kind == "polygons")
        self.draw.setVisible(self.kind == "drawn")
        self.draw.setText(tr("Draw on Map") if self._drawn is None else tr("Draw Another"))
        self.put_on_map()
        self.changed.emit()

    def _on_map_moved(self) -> None:
        if self.kind == "view":
            self.changed.emit()

    def _on_selection(self) -> None:
        if self.kind == "polygons":
            self.changed.emit()

    def _on_radio(self, kind: str, on: bool) -> None:
        if not on:
            return
        self._show_kind()
        if kind != "drawn":
            self._canvas.unsetMapTool(self._tool)
        elif self._drawn is None and self.isVisible():
            self.draw.click()

    def _connect(self) -> None:
        for kind, radio in self.radios.items():
            radio.toggled.connect(lambda on, kind=kind: self._on_radio(kind, on))
        self.polygons.layerChanged.connect(lambda _: self.changed.emit())
        self.selected_only.toggled.connect(lambda _: self.changed.emit())
        self.draw.clicked.connect(self._draw_or_stop)
        self._tool.setButton(self.draw)
        self._tool.drawn.connect(self._take_drawn)
        self._tool.given_up.connect(self._stop_drawing)
        self._canvas.extentsChanged.connect(self._on_map_moved)
        self._canvas.selectionChanged.connect(self._on_selection)

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for number, radio in enumerate(self.radios.values()):
            self._group.addButton(radio, number)
            grid.addWidget(radio, number // 2, number % 2)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(grid)
        for widget in (self.polygons, self.selected_only, self.draw, self.size):
            column.addWidget(widget)


def _radios() -> dict[str, QRadioButton]:
    """The ways to choose an area, in the order of `KINDS`."""
    texts = {
        "view": (tr("Visible map"), tr("What the map shows of the raster")),
        "layer": (tr("Whole layer"), tr("All of the raster")),
        "polygons": (tr("Polygons"), tr("Inside the polygons of a layer")),
        "drawn": (tr("Drawn area"), tr("Inside an area that you draw on the map")),
    }
    radios = {}
    for kind in KINDS:
        radios[kind] = QRadioButton(texts[kind][0])
        radios[kind].setToolTip(texts[kind][1])
        radios[kind].setObjectName(f"softsegArea{kind.title()}")
    return radios
