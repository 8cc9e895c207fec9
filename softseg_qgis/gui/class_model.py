"""The class list as a Qt model: colour, name, synonyms, on or off, in an order that dragging changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..core.classes import ClassList, name_key, parse_classes
from ..core.errors import BadClasses, SoftSegError
from ..i18n import tr
from .class_row import ClassRow, Column, changed, shown, spoken, tool_tip
from .typed_classes import class_text

_ROWS_MIME = "application/x-softseg-class-rows"


class ClassModel(QAbstractTableModel):
    """Holds the classes; every change is checked as a whole list, and refused with a sentence where it is not valid."""

    edited = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ClassRow, ...] = ()
        self._before: tuple[ClassRow, ...] = ()

    @property
    def rows(self) -> tuple[ClassRow, ...]:
        """The rows in order."""
        return self._rows

    @property
    def can_restore(self) -> bool:
        """Whether a list was replaced as a whole, and can come back."""
        return bool(self._before)

    def class_list(self) -> ClassList | None:
        """The classes that are on; None where there are none."""
        specs = tuple(row.spec for row in self._rows if row.is_on)
        return ClassList(specs) if specs else None

    def text(self) -> str:
        """All classes as class text, one a line."""
        return "\n".join(row.spec.to_text() for row in self._rows)

    def set_rows(self, rows: Iterable[ClassRow]) -> None:
        """Replace the whole list; `restore` brings the former one back."""
        rows = tuple(rows)
        if rows == self._rows:
            return
        self._before = self._rows
        self._put(rows)

    def set_classes(self, classes: ClassList) -> None:
        """Replace the whole list by classes that are all on."""
        self.set_rows(ClassRow(spec) for spec in classes)

    def restore(self) -> None:
        """Exchange the list with the one that it replaced."""
        self.set_rows(self._before)

    def add_text(self, typed: str) -> bool:
        """Append the classes that were typed or pasted; says whether they were taken."""
        try:
            text = class_text(typed)
            if not text:
                return False
            self._refuse_present(parse_classes(text))
            together = parse_classes(f"{self.text()}\n{text}")
        except SoftSegError as error:
            self.refused.emit(error.text)
            return False
        added = tuple(ClassRow(spec) for spec in together.classes[len(self._rows) :])
        self.beginInsertRows(QModelIndex(), len(self._rows), len(together) - 1)
        self._rows += added
        self.endInsertRows()
        self.edited.emit()
        return True

    def remove(self, numbers: Iterable[int]) -> None:
        """Take rows out."""
        gone = set(numbers)
        if gone:
            self._before = self._rows
            self._put(tuple(row for number, row in enumerate(self._rows) if number not in gone))

    def move(self, numbers: Sequence[int], to: int) -> None:
        """Bring rows together, in their order, before row `to` (as counted now; the number of rows: to the end)."""
        moved = sorted(set(numbers))
        before = [row for number, row in enumerate(self._rows[:to]) if number not in moved]
        after = [row for number, row in enumerate(self._rows[to:], start=to) if number not in moved]
        self._put((*before, *(self._rows[number] for number in moved), *after))

    def merge(self, number: int, into: int) -> None:
        """Make a class a synonym of another: its prompts, or its name where it has none, move there."""
        gone, kept = self._rows[number].spec, self._rows[into].spec
        prompts = tuple(dict.fromkeys((*kept.texts, *gone.texts)))
        rows = list(self._rows)
        rows[into] = replace(rows[into], spec=replace(kept, prompts=prompts))
        del rows[number]
        self._before = self._rows
        self._put(tuple(rows))

    def add_prompts(self, number: int, prompts: Iterable[str]) -> None:
        """Have the model read more for a class; its name, too, where it has read that so far."""
        spec = self._rows[number].spec
        texts = shown(replace(spec, prompts=(*spec.texts, *prompts)), Column.PROMPTS)
        self.setData(self.index(number, Column.PROMPTS), texts)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The number of classes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, holds for editing, and is called by a screen reader."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return shown(row.spec, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.COLOUR:
            return QColor(row.spec.colour)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.ON:
            return Qt.CheckState.Checked if row.is_on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns, which screen readers say."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Colour"), tr("Class"), tr("Synonyms"), tr("Use"), tr("More"))[section]

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        """What can be done with a cell; between the rows things can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if index.column() in (Column.NAME, Column.PROMPTS):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.ON else flags

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a cell; False, with a sentence on `refused`, where the list would not be valid."""
        number = index.row()
        try:
            row = changed(self._rows[number], Column(index.column()), value, role)
            ClassList(tuple((row if each == number else self._rows[each]).spec for each in range(len(self._rows))))
        except SoftSegError as error:
            self.refused.emit(error.text)
            return False
        if row == self._rows[number]:
            return True
        self._rows = (*self._rows[:number], row, *self._rows[number + 1 :])
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))
        self.edited.emit()
        return True

    def supportedDropActions(self) -> Qt.DropActions:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own rows can be dropped here."""
        return [_ROWS_MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """Rows on their way: their numbers for us, class text for everybody else."""
        numbers = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(_ROWS_MIME, json.dumps(numbers).encode())
        data.setText("\n".join(self._rows[number].spec.to_text() for number in numbers))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: QModelIndex) -> bool:
        """Move the dropped rows; False keeps the view from deleting what it believes to be their originals."""
        if action == Qt.DropAction.MoveAction and data.hasFormat(_ROWS_MIME):
            to = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
            self.move(json.loads(bytes(data.data(_ROWS_MIME)).decode()), to)
        return False

    def _refuse_present(self, classes: ClassList) -> None:
        """Refuse classes of which one is in the list already."""
        present = {name_key(row.spec.name) for row in self._rows}
        for name in classes.names:
            if name_key(name) in present:
                raise BadClasses(tr("“{name}” is in the list already.", name=name))

    def _put(self, rows: tuple[ClassRow, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.edited.emit()
