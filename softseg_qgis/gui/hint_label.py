"""A line of advice with a small sign before it, which takes no room while there is nothing to say."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QWidget

_SIGNS = {"info": "/mIconInfo.svg", "warning": "/mIconWarning.svg", "plain": ""}


class HintLabel(QWidget):
    """Shows advice; links in it can be followed."""

    linkActivated = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self.label = QLabel(), QLabel()
        self.label.setWordWrap(True)
        self.label.linkActivated.connect(self.linkActivated)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.label, 1)
        self.clear_text()

    def show_text(self, text: str, kind: str = "info") -> None:
        """Say something; `kind` is "info", "warning", or "plain" for no sign. Empty: nothing."""
        size = self.fontMetrics().height()
        self._sign.setVisible(bool(_SIGNS[kind]))
        if _SIGNS[kind]:
            self._sign.setPixmap(QgsApplication.getThemeIcon(_SIGNS[kind]).pixmap(size, size))
        show_links(self.label, text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def clear_text(self) -> None:
        """Say nothing."""
        self.label.clear()
        self.hide()


def show_links(label: QLabel, text: str) -> None:
    """Show a text whose links mouse and keyboard can follow; without links it is no stop for the Tab key."""
    flags = Qt.TextInteractionFlag
    links = flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
    label.setTextInteractionFlags(links if "<a " in text else flags.NoTextInteraction)
    label.setText(text)
