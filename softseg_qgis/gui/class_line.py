"""The line under the class table: a typed class becomes a row with Enter, a pasted list becomes rows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.PyQt.QtCore import QStringListModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QCompleter, QLineEdit, QWidget

from ..i18n import tr


class ClassLine(QLineEdit):
    """Says what was typed; whoever takes it clears the line.

    Args:
        words: gives what to complete from; asked at the first typing, since it may have to read files.
        parent: owns the line.
    """

    typed = pyqtSignal(str)

    def __init__(self, words: Callable[[], Iterable[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_words = words
        self.setObjectName("softsegClassLine")
        self.setPlaceholderText(tr("type a class and press Enter…"))
        self.setAccessibleName(tr("New class"))
        self.setToolTip(
            tr(
                "One class, or several with commas between. Synonyms and a colour may follow: "
                "water: river, lake #3a7fc4"
            )
        )
        self.setClearButtonEnabled(True)
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._fill_completer)
        self.textEdited.connect(self._take_list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds; with Ctrl it is left to the panel, which runs; Enter on an empty line does nothing at all."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif self.text().strip():
            self.typed.emit(self.text())

    def _fill_completer(self, _text: str) -> None:
        self.textEdited.disconnect(self._fill_completer)
        self._words.setStringList(sorted(self._read_words(), key=str.casefold))

    def _take_list(self, text: str) -> None:
        """Several lines can only have been pasted."""
        if any(mark in text for mark in "\n\r\u2028\u2029\t"):
            self.typed.emit(text)
