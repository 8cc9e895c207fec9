"""The models that can be had, as a Qt model: one row a model, with what is needed to choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ..i18n import tr
from .models_row import Column, ModelRow


class ModelsModel(QAbstractTableModel):
    """Holds the rows; they change as a whole list, or in their state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ModelRow, ...] = ()

    @property
    def rows(self) -> tuple[ModelRow, ...]:
        """The rows in order."""
        return self._rows

    def set_rows(self, rows: Iterable[ModelRow]) -> None:
        """Replace the whole list."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_state(self, name: str, state: str) -> None:
        """Note that a model has come or gone."""
        for number, row in enumerate(self._rows):
            if row.name == name:
                self._rows = (*self._rows[:number], replace(row, state=state), *self._rows[number + 1 :])
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The number of models."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, and says when the mouse rests on it."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.shown(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tool_tip(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Model"), tr("State"), tr("Size"), tr("Licence"), tr("Reads"), tr("Good For"))[section]
