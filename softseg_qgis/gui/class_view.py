"""The table of classes: edited in place, ordered by dragging, with a menu for each row."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QApplication,
    QColorDialog,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QTableView,
    QWidget,
)

from ..i18n import tr
from .class_delegate import ClassDelegate
from .class_model import ClassModel
from .class_row import Column
from .lexicon import synonyms_of

_MOST_ROWS = 9  # more scroll
_LEAST_ROWS = 3
_BUTTON_WIDTH_EM = 2.4


class ClassView(QTableView):
    """Shows and edits a `ClassModel`."""

    pasted = pyqtSignal(str)

    def __init__(self, model: ClassModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("softsegClassTable")
        self.setAccessibleName(tr("Classes"))
        self.setModel(model)
        self._delegate = ClassDelegate(self)
        self._delegate.colour_wanted.connect(self._choose_colour)
        self._delegate.menu_wanted.connect(self._open_menu)
        self.setItemDelegate(self._delegate)
        self._set_up_looks()
        self._set_up_columns()
        self._set_up_dragging()
        model.modelReset.connect(self.updateGeometry)
        model.rowsInserted.connect(self._show_last)

    def sizeHint(self) -> QSize:
        """As high as the rows need, up to a limit."""
        rows = min(max(self.model().rowCount(), _LEAST_ROWS), _MOST_ROWS)
        return QSize(super().sizeHint().width(), rows * self._row_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """The height is not for squeezing: the panel scrolls instead."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def selected_rows(self) -> list[int]:
        """The numbers of the selected rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Alt with an arrow moves, Space and Enter press buttons, lists can be pasted."""
        rows = self.selected_rows()
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.model().mimeData(self.selectedIndexes()).text())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and rows:
            self.model().remove(rows)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(rows, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_run(event):
            if not self._delegate.activate(self.currentIndex()):
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows; where there are none, what to do about it."""
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        colour = self.palette().color(QPalette.ColorRole.Text)
        colour.setAlphaF(0.6)
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        text = tr("What should be found? Type classes below, paste a list, or take a preset.")
        painter.drawText(self.viewport().rect().adjusted(12, 4, -12, -4), flags, text)
        painter.end()

    def row_menu(self, row: int) -> QMenu:
        """What can be done with a row."""
        menu, last = QMenu(self), self.model().rowCount() - 1
        menu.setToolTipsVisible(True)
        synonyms = synonyms_of(self.model().rows[row].spec)
        add = _entry(menu, tr("Add Synonyms"), lambda: self.model().add_prompts(row, synonyms), bool(synonyms))
        add.setToolTip(", ".join(synonyms) or tr("The lexicon of land cover has none to add for this class"))
        _entry(menu, tr("Move Up"), lambda: self._move([row], -1), row > 0)
        _entry(menu, tr("Move Down"), lambda: self._move([row], 1), row < last)
        merge = menu.addMenu(tr("Merge Into"))
        merge.setEnabled(last > 0)
        for number, each in enumerate(self.model().rows):
            if number != row:
                _entry(merge, each.spec.name.replace("&", "&&"), lambda _=False, n=number: self.model().merge(row, n))
        menu.addSeparator()
        _entry(menu, tr("Remove"), lambda: self.model().remove([row]))
        return menu

    def _set_up_looks(self) -> None:
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_up_columns(self) -> None:
        header, button = self.horizontalHeader(), round(self.fontMetrics().height() * _BUTTON_WIDTH_EM * 0.7)
        header.setMinimumSectionSize(button)
        for column in (Column.COLOUR, Column.ON, Column.MENU):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, button)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.PROMPTS, QHeaderView.ResizeMode.Stretch)

    def _set_up_dragging(self) -> None:
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 10

    def _show_last(self, _parent: QModelIndex, _first: int, last: int) -> None:
        self.updateGeometry()
        self.scrollTo(self.model().index(last, Column.NAME))

    def _move(self, rows: list[int], by: int) -> None:
        if not rows or not 0 <= rows[0] + min(by, 0) <= rows[-1] + by < self.model().rowCount():
            return
        self.model().move(rows, rows[0] - 1 if by < 0 else rows[-1] + 2)
        first = rows[0] + by
        self.setCurrentIndex(self.model().index(first, Column.NAME))

    def _choose_colour(self, row: int) -> None:
        index = self.model().index(row, Column.COLOUR)
        before = QColor(index.data(Qt.ItemDataRole.DecorationRole))
        chosen = QColorDialog.getColor(before, self, tr("Colour of {name}", name=self.model().rows[row].spec.name))
        if chosen.isValid():
            self.model().setData(index, chosen.name(), Qt.ItemDataRole.EditRole)

    def _open_menu(self, row: int) -> None:
        rect = self.visualRect(self.model().index(row, Column.MENU))
        menu = self.row_menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(rect.bottomLeft()))

    def _is_run(self, event: QKeyEvent) -> bool:
        """Ctrl+Enter belongs to the panel, which runs."""
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _entry(menu: QMenu, text: str, do: Callable[..., object], enabled: bool = True) -> QAction:
    action = menu.addAction(text)
    action.setEnabled(enabled)
    action.triggered.connect(do)
    return action
