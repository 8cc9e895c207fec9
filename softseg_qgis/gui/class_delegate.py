"""Paints the cells of the class table, and turns clicks on swatch, eye and dots into signals."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ..i18n import tr
from .class_row import Column

_ICON_PX = 16
_SWATCH_PX = 14


class ClassDelegate(QStyledItemDelegate):
    """Cells that are buttons ask for something; `activate` does what a click on the cell would."""

    colour_wanted = pyqtSignal(int)  # row
    menu_wanted = pyqtSignal(int)

    def activate(self, index: QModelIndex) -> bool:
        """Do what the cell is for; says whether it is for anything but text."""
        if index.column() == Column.COLOUR:
            self.colour_wanted.emit(index.row())
        elif index.column() == Column.MENU:
            self.menu_wanted.emit(index.row())
        elif index.column() == Column.ON:
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            index.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)
        else:
            return False
        return True

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        """A left click on a cell that is a button."""
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            return self.activate(index)
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        """The line that edits a name or synonyms."""
        editor = super().createEditor(parent, option, index)
        named = index.sibling(index.row(), Column.NAME).data()
        editor.setAccessibleName(
            tr("Synonyms of {name}", name=named) if index.column() == Column.PROMPTS else tr("Class name")
        )
        return editor

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Rows are as high as the text and a little air."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The cell's ground as the style draws it, then what is in it."""
        column = Column(index.column())
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        is_on = index.sibling(index.row(), Column.ON).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        if column in (Column.NAME, Column.PROMPTS):
            self._paint_text(painter, option, column, is_on)
            return
        colour = index.data(Qt.ItemDataRole.DecorationRole)
        option.features = QStyleOptionViewItem.ViewItemFeature.None_
        option.text = ""
        _style_of(option).drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if column is Column.COLOUR:
            painter.setOpacity(1.0 if is_on else 0.4)
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Mid)))
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(_centred(option.rect, _SWATCH_PX)).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        elif column is Column.ON:
            name = "/mActionShowAllLayers.svg" if is_on else "/mActionHideAllLayers.svg"
            QgsApplication.getThemeIcon(name).paint(painter, _centred(option.rect, _ICON_PX))
        else:
            painter.setPen(_text_colour(option, is_on=True))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, "\u22ee")
        painter.restore()

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, column: Column, is_on: bool) -> None:
        is_empty = not option.text
        if is_empty and column is Column.PROMPTS:
            option.text = tr("synonyms…")
            option.font.setItalic(True)
        dimmed = not is_on or is_empty
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            colour = option.palette.color(role)
            if dimmed:
                colour.setAlphaF(0.45)
            option.palette.setColor(role, colour)
        _style_of(option).drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)


def _style_of(option: QStyleOptionViewItem) -> QStyle:
    return option.widget.style() if option.widget is not None else QApplication.style()


def _text_colour(option: QStyleOptionViewItem, is_on: bool) -> QPalette:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    return option.palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)


def _centred(rect: QRect, size: int) -> QRect:
    return QRect(rect.center().x() - size // 2 + 1, rect.center().y() - size // 2 + 1, size, size)
