"""What some classes need to be shown at all: learnt from polygons, shown as a line, and taken back with a click."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ..i18n import tr
from ..numbers import fixed


class ThresholdLine(QWidget):
    """Thresholds by class; hidden while there are none."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, float] = {}
        self._text = QLabel()
        self._text.setObjectName("softsegThresholds")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.forget = QToolButton()
        self.forget.setObjectName("softsegForgetThresholds")
        self.forget.setText(tr("Forget"))
        self.forget.setToolTip(tr("Show these classes wherever they win"))
        self.forget.clicked.connect(lambda _checked: self.set_values({}))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self.forget)
        self.hide()

    def values(self) -> dict[str, float]:
        """How sure the model has to be of a class, 0 to 1, by name."""
        return dict(self._values)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show other thresholds."""
        self._values = dict(values)
        shown = ", ".join(f"{name} {fixed(value, 2)}" for name, value in self._values.items())
        self._text.setText(tr("Unlabelled below, class by class: {classes}", classes=shown))
        self.setVisible(bool(self._values))
        self.changed.emit()
