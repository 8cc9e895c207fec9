"""The engine's set-up as a dialog, for changing it from the options."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ..i18n import tr
from .setup_page import SetupPage


class SetupDialog(QDialog):
    """Shows the set-up page, and stays until it is closed; accepted when an engine became ready meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("SoftSeg Engine"))
        page = SetupPage(self)
        page.ready.connect(lambda: self.setResult(QDialog.DialogCode.Accepted))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(lambda: self.done(self.result()))
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
