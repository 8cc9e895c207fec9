"""The page of models: which there are, what each is good for, and fetching, taking in and removing them."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ..core.protocol import Error, Progress, Stage
from ..engine.worker import Worker
from ..i18n import tr
from ..models import downloaded_models
from ..settings import Settings, settings
from .hint_label import HintLabel
from .models_desk import ModelsDesk
from .models_model import ModelsModel
from .models_row import ABSENT, DAMAGED, ModelRow
from .models_table import ModelsTable
from .push_button import push_button
from .run_bar import format_clock


class ModelsPage(QWidget):
    """A table of models, what is known of the chosen one, and buttons.

    Args:
        worker: who does the work.
        parent: owner of the page.
    """

    changed = pyqtSignal()  # a model has come or gone
    chosen = pyqtSignal(str)  # the name of a model to use

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = ModelsDesk(worker, self)
        self.model = ModelsModel(self)
        self.table = ModelsTable(self.model)
        self.facts, self.hint = _facts_label(), HintLabel()
        self.download = push_button(tr("Download…"), "softsegDownload", self._download)
        self.take = push_button(tr("Import from Folder…"), "softsegImport", self._take)
        self.verify = push_button(tr("Verify"), "softsegVerify", self._verify)
        self.verify.setToolTip(tr("Read the files, and compare them with what came first"))
        self.remove = push_button(tr("Remove"), "softsegRemove", self._remove)
        self.use = push_button(tr("Use"), "softsegUse", self._use)
        self.use.setToolTip(tr("Segment with this model from now on"))
        self.cancel = push_button(tr("Cancel"), "softsegCancelModel", self.desk.cancel)
        self.bar, self.doing = QProgressBar(), QLabel()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self._stage = ""
        self._lay_out()
        self._connect()
        self._show_state()
        self.desk.look()

    @property
    def _row(self) -> ModelRow | None:
        """The chosen model."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _use(self) -> None:
        """Choose the model; where nobody states its activation function, with the likeliest."""
        name = self._row.name
        values = [facts.value for facts in downloaded_models() if facts.value.partition("@")[0] == name]
        self.chosen.emit(values[0] if values else name)

    def _download(self) -> None:
        row = self._row
        self.hint.clear_text()
        if self._agreed(row, tr("Download Model")):
            self.desk.download(row.name)

    def _take(self) -> None:
        row = self._row
        self.hint.clear_text()
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder with the Files of {title}", title=row.title), settings.last_folder
        )
        if folder and (not row.concerns or self._agreed(row, tr("Import Model"))):
            settings.last_folder = folder
            self.desk.take(row.name, folder)

    def _verify(self) -> None:
        self.hint.clear_text()
        self.desk.verify(self._row.name)

    def _remove(self) -> None:
        row = self._row
        self.hint.clear_text()
        text = tr("Delete the files of {title}? They can be fetched again.", title=row.title)
        yes = QMessageBox.StandardButton.Yes
        if QMessageBox.question(self, tr("Remove Model"), text) == yes:
            self.desk.remove(row.name)

    def _agreed(self, row: ModelRow, title: str) -> bool:
        """Show licence, size and what speaks against a model, and ask; no is the answer of a careless Enter."""
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        question = f"{row.question()}\n\n{tr('Go on?')}"
        return QMessageBox.question(self, title, question, yes | no, no if row.concerns else yes) == yes

    def _on_listed(self, rows: list[ModelRow]) -> None:
        number = max(0, self.table.currentIndex().row())
        self.model.set_rows(rows)
        self.table.selectRow(number)

    def _on_changed(self, row: ModelRow) -> None:
        self.model.set_state(row.name, row.state)
        if row.state == ABSENT and settings.model.partition("@")[0] == row.name:
            settings.model = Settings.model.default
        if row.state == DAMAGED:
            self.hint.show_text(tr("{title} is damaged: download it again.", title=row.title), "warning")
        else:
            self.hint.show_text(tr("{title} is ready.", title=row.title) if row.is_ready else "")
        self.changed.emit()
        self._show_state()

    def _on_failed(self, error: Error) -> None:
        self.hint.show_text(error.text, "info" if error.code == "cancelled" else "warning")

    def _on_went_on(self, event: object) -> None:
        if isinstance(event, Stage):
            self._stage = _stage_text(event)
            self.bar.setRange(0, 0)
            self.doing.setText(self._stage)
            self.doing.setToolTip(event.text)
        elif isinstance(event, Progress) and event.total > 0:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * event.done / event.total))
            parts = [self._stage, tr("{percent} %", percent=round(100 * event.done / event.total))]
            if event.eta_s is not None and event.done < event.total:
                parts.append(tr("{time} left", time=format_clock(event.eta_s)))
            self.doing.setText(" · ".join(parts))

    def _on_began(self) -> None:
        self._stage = ""
        self.bar.setRange(0, 0)
        self.doing.setText(tr("Looking at the models…") if not self.model.rows else "")
        self._show_state()

    def _show_state(self) -> None:
        row, busy = self._row, self.desk.is_busy
        self.facts.setText(_describe(row) if row is not None else "")
        self.download.setEnabled(not busy and row is not None and not row.is_ready)
        self.take.setEnabled(not busy and row is not None and not row.is_ready)
        for button in (self.verify, self.remove):
            button.setEnabled(not busy and row is not None and row.state != ABSENT)
        self.use.setEnabled(row is not None and row.is_ready)
        for widget in (self.bar, self.doing, self.cancel):
            widget.setVisible(busy)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_state())
        self.desk.began.connect(self._on_began)
        self.desk.ended.connect(self._show_state)
        self.desk.went_on.connect(self._on_went_on)
        self.desk.listed.connect(self._on_listed)
        self.desk.changed.connect(self._on_changed)
        self.desk.failed.connect(self._on_failed)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.download, self.take, self.verify, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.use)
        progress = QHBoxLayout()
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.facts)
        column.addWidget(self.hint)
        column.addLayout(buttons)
        column.addWidget(self.doing)
        column.addLayout(progress)


def _stage_text(stage: Stage) -> str:
    """What is being done with a model, in the user's language."""
    known = {
        "start": tr("Starting the engine…"),
        "download": tr("Downloading…"),
        "check": tr("Checking…"),
        "copy": tr("Copying…"),
        "unpack": tr("Unpacking…"),
        "wait": tr("Waiting for another SoftSeg…"),
    }
    return known.get(stage.name, stage.text)


def _describe(row: ModelRow) -> str:
    """All that is known of a model, as rich text."""
    texts = [row.what, tr("Licence: {licence}", licence=row.licence_text)]
    texts += [tr("Mind: {concern}.", concern=each) for each in row.concerns]
    texts += row.notes
    return f"<b>{html.escape(row.title)}</b> · " + "<br>".join(html.escape(each) for each in texts)


def _facts_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setMinimumHeight(label.fontMetrics().height() * 5)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
