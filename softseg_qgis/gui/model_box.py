"""Choosing a model: a shipped one from a list, or a folder of one's own."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..models import CARD_FILE, ModelFacts, read_model, shipped_models


class ModelBox(QWidget):
    """A list of models, a button for more, and a line about the one that is chosen."""

    def __init__(self, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: dict[str, ModelFacts] = {}
        self.list = QComboBox()
        self.list.setAccessibleName(tr("Model"))
        self.line = QLabel()
        more = QPushButton(tr("From Folder…"))
        more.clicked.connect(self.choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addWidget(more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.line)
        self.list.currentIndexChanged.connect(self._show_line)
        for facts in shipped_models():
            self._offer(facts)
        self._choose(value)

    def value(self) -> str:
        """What a job names the chosen model by."""
        return self.list.currentData() or ""

    def _choose(self, value: str) -> None:
        """Show the model of that name or folder; one that is gone is shown as its name alone."""
        if self.list.findData(value) < 0:
            self._offer(read_model(Path(value)) or ModelFacts(value, value, (0, 0), ""))
        self.list.setCurrentIndex(self.list.findData(value))

    def _offer(self, facts: ModelFacts) -> None:
        if self.list.findData(facts.value) < 0:
            self._facts[facts.value] = facts
            self.list.addItem(facts.title, facts.value)

    def _show_line(self) -> None:
        facts = self._facts[self.value()]
        self.line.setText(facts.describe() if facts.resolutions_m[1] else tr("This model is no longer there."))

    def choose_folder(self) -> None:
        """Ask for the folder of a model, and choose that."""
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of a Model"))
        facts = read_model(Path(folder)) if folder else None
        if facts is not None:
            self._offer(facts)
            self._choose(facts.value)
        elif folder:
            QMessageBox.warning(self, "SoftSeg", tr("That folder holds no model: {file} is missing.", file=CARD_FILE))
