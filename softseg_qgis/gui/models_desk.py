"""Has models listed, fetched, taken in, checked and deleted, by a worker of its own: downloads keep no run waiting."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.model_jobs import DownloadJob, ImportJob, RemoveJob, VerifyJob
from ..core.protocol import Done, Error, Event, Progress, Stage
from ..core.task import Task
from ..engine.worker import Worker
from .models_row import ModelRow

_LIST = "models"


class ModelsDesk(QObject):
    """Does one thing at a time; each that has begun also ends.

    Args:
        worker: who does it.
        parent: owner of the object.
    """

    began = pyqtSignal()
    went_on = pyqtSignal(object)  # a Stage or a Progress
    ended = pyqtSignal()
    listed = pyqtSignal(object)  # a list of ModelRow
    changed = pyqtSignal(object)  # the ModelRow of a model that came, went or was looked at
    failed = pyqtSignal(object)  # an Error

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._request = self._op = ""
        worker.said.connect(self._on_said)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._request)

    def look(self) -> None:
        """Have all models listed."""
        self._ask(_LIST)

    def download(self, name: str) -> None:
        """Fetch a model, whose user has agreed to what speaks against it."""
        self._ask("download_model", DownloadJob(name, accepted=True))

    def take(self, name: str, source: str) -> None:
        """Take a model from a folder or a file; its user has agreed as for `download`."""
        self._ask("import_model", ImportJob(name, source, accepted=True))

    def verify(self, name: str) -> None:
        """Have a model's files compared with what came first."""
        self._ask("verify_model", VerifyJob(name))

    def remove(self, name: str) -> None:
        """Delete a model's files."""
        self._ask("remove_model", RemoveJob(name))

    def cancel(self) -> None:
        """Stop what is under way; what of a download has come is kept."""
        if self._request:
            self._worker.cancel(self._request)

    def leave(self) -> None:
        """Stop, and tell nobody any more."""
        self.cancel()
        self._worker.said.disconnect(self._on_said)

    def _ask(self, op: str, task: Task | None = None) -> None:
        if not self._request:
            self._op = op
            self._request = self._worker.ask(op, task)
            self.began.emit()

    def _on_said(self, request_id: str, event: Event) -> None:
        if request_id != self._request:
            return
        if isinstance(event, (Stage, Progress)):
            self.went_on.emit(event)
        elif isinstance(event, (Done, Error)):
            self._request = ""
            self.ended.emit()
            self._tell(event)

    def _tell(self, answer: Event) -> None:
        if isinstance(answer, Error):
            self.failed.emit(answer)
            if self._op != _LIST:  # a model may be half here now
                self.look()
        elif "models" in answer.stats:
            self.listed.emit([ModelRow.of(values) for values in answer.stats["models"]])
        else:
            self.changed.emit(ModelRow.of(answer.stats))
