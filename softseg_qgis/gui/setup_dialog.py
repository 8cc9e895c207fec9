"""The engine's set-up as a dialog, for changing it from the options."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget

from ..i18n import tr
from .setup_page import SetupPage


class SetupDialog(QDialog):
    """Shows the set-up page; accepted when another engine came into use, however the dialog is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("SoftSeg Engine"))
        self._page = SetupPage(self)
        self._page.engine_changed.connect(lambda: self.setResult(QDialog.DialogCode.Accepted))
        self._page.ready.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._page)
        layout.addWidget(buttons)

    def reject(self) -> None:
        """Close, as Esc and the window's own button do too; a set-up under way is stopped, or the dialog stays."""
        if self._page.is_busy and not self._is_to_stop():
            return
        self._page.stop()
        self.done(self.result())

    def _is_to_stop(self) -> bool:
        text = tr("The engine is still being set up. Stop that, and keep what was in use before?")
        return QMessageBox.question(self, self.windowTitle(), text) == QMessageBox.StandardButton.Yes
