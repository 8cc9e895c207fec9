"""The table of models: one row a model, read only."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..i18n import tr
from .models_model import ModelsModel
from .models_row import Column

_TITLE_CHARACTERS = 26  # longer titles are cut here, and whole below the table


class ModelsTable(QTableView):
    """Shows a `ModelsModel`; one row is chosen at a time."""

    def __init__(self, model: ModelsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("softsegModels")
        self.setAccessibleName(tr("Models"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._set_up_rows()
        self._set_up_columns()

    def _set_up_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 8)

    def _set_up_columns(self) -> None:
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Interactive)
        columns.resizeSection(Column.TITLE, self.fontMetrics().averageCharWidth() * _TITLE_CHARACTERS)
        columns.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
