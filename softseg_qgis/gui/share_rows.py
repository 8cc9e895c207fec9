"""The classes of a result: how much each covers, as a bar, and a slider that gives it more or less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSlider, QWidget

from ..i18n import tr
from ..numbers import fixed
from .result import ClassShare
from .work_size import format_ground

_NAME, _BAR, _NUMBER, _SLIDER = range(4)  # columns
_STEPS_PER_UNIT = 10  # of a logit
_BAR_PX = 60
_TITLE_OPACITY = 0.65
_MOST_BALANCE = 3.0  # logits; far beyond what a class needs to win or to vanish


class ShareBar(QWidget):
    """A bar in the colour of a class, as long as its share of the longest."""

    def __init__(self, colour: str, length: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor(colour)
        self._length = length  # 0..1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A bar of the text's height."""
        return QSize(_BAR_PX, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Not much, but seen."""
        return QSize(_BAR_PX // 3, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 4.5, -0.5, -4.5)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(self._colour)
        painter.drawRoundedRect(
            QRectF(room.left(), room.top(), max(room.width() * self._length, 2.0), room.height()), 2, 2
        )
        painter.end()


class BalanceSlider(QSlider):
    """A slider whose middle changes nothing; a double click brings it back there."""

    def __init__(self, name: str, value: float, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        end = round(_MOST_BALANCE * _STEPS_PER_UNIT)
        self.setRange(-end, end)
        self.setPageStep(_STEPS_PER_UNIT // 2)
        self.setValue(round(value * _STEPS_PER_UNIT))
        self.setMinimumWidth(48)
        self.setAccessibleName(tr("Balance of {name}", name=name))
        self.setToolTip(tr("Give {name} less or more of the map; a double click takes it back", name=name))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the middle."""
        self.setValue(0)


class ShareRows(QWidget):
    """One row a class: name, bar and slider."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sliders: dict[str, BalanceSlider] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        for column, stretch in ((_NAME, 3), (_BAR, 2), (_SLIDER, 3)):
            self._grid.setColumnStretch(column, stretch)

    def show_classes(self, shares: Sequence[ClassShare], balance: Mapping[str, float], can_decide: bool) -> None:
        """Show the classes of a result; the sliders stand where the balance says."""
        self._clear()
        titles = {_NAME: tr("Class"), _BAR: tr("Share"), **({_SLIDER: tr("Balance")} if can_decide else {})}
        for column, title in titles.items():
            self._grid.addWidget(_title_label(title), 0, column)
        longest = max((each.share for each in shares), default=0.0) or 1.0
        for row, each in enumerate(shares, start=1):
            name = _name_label(each)
            self._grid.addWidget(name, row, _NAME)
            self._grid.addWidget(ShareBar(each.colour, each.share / longest), row, _BAR)
            self._grid.addWidget(_number_label(each), row, _NUMBER)
            if can_decide:
                slider = BalanceSlider(each.name, balance.get(each.name, 0.0))
                slider.valueChanged.connect(lambda _: self.changed.emit())
                name.setBuddy(slider)
                self._sliders[each.name] = slider
                self._grid.addWidget(slider, row, _SLIDER)

    def balance(self) -> dict[str, float]:
        """What the sliders add to each class's logit; those in the middle are left out."""
        values = {name: slider.value() / _STEPS_PER_UNIT for name, slider in self._sliders.items()}
        return {name: value for name, value in values.items() if value}

    def set_balance(self, balance: Mapping[str, float]) -> None:
        """Move the sliders; those of classes that are not named go to the middle."""
        for name, slider in self._sliders.items():
            slider.setValue(round(balance.get(name, 0.0) * _STEPS_PER_UNIT))

    def _clear(self) -> None:
        self._sliders.clear()
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()


def format_share(share: float) -> str:
    """A share as people write it: `12.3 %`."""
    return f"< {fixed(0.1, 1)} %" if 0 < share < 0.0005 else f"{fixed(share * 100, 1)} %"


def _title_label(text: str) -> QLabel:
    """The head of a column, in the colour of what is not the matter itself."""
    label = QLabel(text)
    palette = label.palette()
    colour = palette.color(QPalette.ColorRole.WindowText)
    colour.setAlphaF(_TITLE_OPACITY)
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    label.setPalette(palette)
    return label


def _name_label(share: ClassShare) -> QLabel:
    label = QLabel(share.name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setToolTip(share.name)
    label.setMinimumWidth(40)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _number_label(share: ClassShare) -> QLabel:
    label = QLabel(format_share(share.share))
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setAccessibleName(f"{share.name}: {format_share(share.share)}")
    label.setToolTip(format_ground(share.area_m2) if share.area_m2 is not None else "")
    return label
