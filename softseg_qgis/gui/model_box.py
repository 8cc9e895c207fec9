"""Choosing a model in the options: from a list, from the page of models, or a folder of one's own."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMessageBox, QVBoxLayout, QWidget

from ..i18n import tr
from ..models import CARD_FILE, keep_own_model, read_model
from .model_list import ModelList
from .push_button import push_button


class ModelBox(QWidget):
    """A list of models, buttons for more, and a line about the one that is chosen."""

    def __init__(self, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ModelList()
        self.line = QLabel()
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addWidget(push_button(tr("From Folder…"), "softsegModelFolder", self.choose_folder))
        row.addWidget(push_button(tr("More Models…"), "softsegMoreModels", self.show_models))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.line)
        self.list.currentIndexChanged.connect(self._show_line)
        self.list.offer(value)

    def value(self) -> str:
        """What a job names the chosen model by."""
        return self.list.value()

    def show_models(self) -> None:
        """Open the page of models, and take over what comes of it."""
        from .models_dialog import ModelsDialog

        dialog = ModelsDialog(self)
        dialog.changed.connect(lambda: self.list.offer(self.value()))
        dialog.chosen.connect(self.list.offer)
        dialog.exec()

    def choose_folder(self) -> None:
        """Ask for the folder of a model, and choose that."""
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of a Model"))
        facts = read_model(Path(folder)) if folder else None
        if facts is not None:
            keep_own_model(facts.value)
            self.list.offer(facts.value)
        elif folder:
            QMessageBox.warning(self, "SoftSeg", tr("That folder holds no model: {file} is missing.", file=CARD_FILE))

    def _show_line(self, *_index: int) -> None:
        facts = self.list.facts()
        self.line.setText(facts.describe() if facts is not None else tr("This model is no longer there."))
