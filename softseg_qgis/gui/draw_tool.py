"""The map tool that draws an area: dragging makes a rectangle, clicking makes a polygon."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication

_LEAST_CORNERS = 3


class DrawAreaTool(QgsMapTool):
    """Draws one area; a right click, a double click or Enter closes a polygon, Esc gives up."""

    drawn = pyqtSignal(QgsGeometry)  # in the map's coordinates
    given_up = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._band = area_band(canvas)
        self._corners: list[QgsPointXY] = []
        self._pressed: QPoint | None = None

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Remember where a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.pos()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show what would be drawn."""
        here = self.toMapCoordinates(event.pos())
        if self._is_drag(event.pos()):
            self._show(self._rectangle_to(event.pos()))
        elif self._corners:
            self._show(_polygon([*self._corners, here]))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """End a drag, set a corner, or close the polygon."""
        if event.button() == Qt.MouseButton.RightButton:
            self._close()
        elif self._is_drag(event.pos()):
            self._give(self._rectangle_to(event.pos()))
        elif event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._corners.append(self.toMapCoordinates(event.pos()))
        self._pressed = None

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """Close the polygon; its last corner came with the first of the two clicks."""
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter closes, Backspace takes a corner back, Esc gives up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
        elif event.key() == Qt.Key.Key_Backspace and self._corners:
            self._corners.pop()
            self._show(_polygon(self._corners))
            event.ignore()  # otherwise QGIS would delete what is selected
        elif event.key() == Qt.Key.Key_Escape:
            self._forget()
            self.given_up.emit()

    def deactivate(self) -> None:
        """Leave nothing half drawn on the map."""
        self._forget()
        super().deactivate()

    def leave_map(self) -> None:
        """Be gone from the map, which owns its tools."""
        self.canvas().scene().removeItem(self._band)
        self.deleteLater()

    def _is_drag(self, to: QPoint) -> bool:
        if self._pressed is None or self._corners:
            return False
        return (to - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _rectangle_to(self, to: QPoint) -> QgsGeometry:
        corner = self.toMapCoordinates(self._pressed)
        return QgsGeometry.fromRect(QgsRectangle(corner, self.toMapCoordinates(to)))

    def _close(self) -> None:
        if len(self._corners) >= _LEAST_CORNERS:
            self._give(_polygon(self._corners))

    def _give(self, geometry: QgsGeometry) -> None:
        self._forget()
        if not geometry.isEmpty() and geometry.area() > 0:
            self.drawn.emit(geometry.makeValid())

    def _show(self, geometry: QgsGeometry) -> None:
        self._band.setToGeometry(geometry, None)

    def _forget(self) -> None:
        self._corners.clear()
        self._pressed = None
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)


def area_band(canvas: QgsMapCanvas) -> QgsRubberBand:
    """The outline of an area on the map, which shows well on dark and on light pictures."""
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(QColor(255, 196, 0))
    band.setSecondaryStrokeColor(QColor(0, 0, 0, 160))
    band.setFillColor(QColor(255, 196, 0, 40))
    band.setWidth(2)
    return band


def _polygon(corners: list[QgsPointXY]) -> QgsGeometry:
    return QgsGeometry.fromPolygonXY([corners])
