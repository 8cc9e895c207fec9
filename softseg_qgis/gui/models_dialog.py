"""The page of models as a dialog, which may stay open while one works on."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget

from ..engine.worker import Worker
from ..i18n import tr
from .models_page import ModelsPage


class ModelsDialog(QDialog):
    """Shows the page with a worker of its own, and deletes itself when it is closed."""

    changed = pyqtSignal()  # a model has come or gone
    chosen = pyqtSignal(str)  # the name of a model to use

    def __init__(self, parent: QWidget | None = None, worker: Worker | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("SoftSegModels")
        self.setWindowTitle(tr("SoftSeg Models"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._worker = worker or Worker(self)
        self.page = ModelsPage(self._worker, self)
        self.page.changed.connect(self.changed)
        self.page.chosen.connect(self._on_chosen)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page, 1)
        layout.addWidget(buttons)

    def sizeHint(self) -> QSize:
        """Wide enough for the table."""
        return QSize(980, 560)

    def reject(self) -> None:
        """Close; what is under way is stopped, if its user agrees."""
        if self.page.desk.is_busy and self.page.model.rows:
            text = tr("Stop what is under way? What has come of a download is kept.")
            if QMessageBox.question(self, self.windowTitle(), text) != QMessageBox.StandardButton.Yes:
                return
        super().reject()

    def done(self, result: int) -> None:
        """Leave no process behind."""
        self.page.desk.leave()
        self._worker.stop()
        super().done(result)

    def _on_chosen(self, name: str) -> None:
        self.chosen.emit(name)
        if not self.page.desk.is_busy:
            self.accept()
