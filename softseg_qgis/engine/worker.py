"""The warm worker: takes requests at any time, starts the engine's process when there is work, and starts it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..core.protocol import Done, Error, Event, Hello, Message, Request
from ..core.task import Task
from ..settings import settings
from .failures import End, cancelled, failure_of, no_engine, with_cause
from .found import Engine, current_engine
from .process import QUIET_S, EngineProcess

CANCEL_GRACE_S = 20.0  # a tile on a slow processor may have to be finished first


@dataclass
class _Asked:
    """A request that has no answer yet."""

    request: Request
    is_sent: bool = False
    is_heard: bool = False  # the engine has begun with it
    is_cancelled: bool = False
    is_repeated: bool = False  # it was handed in again, to a second process


class Worker(QObject):
    """Does requests one after the other in a process of its own, in whatever thread the worker was made.

    Each request ends with exactly one `Done` or `Error`, whatever becomes of the process.

    Args:
        parent: owner of the object.
        engine: the interpreter to use; None: the current engine at each start of the process.
        quiet_s: after so many seconds without a word during a request, the process counts as hung.
        cancel_grace_s: after so many seconds a request that was taken back is ended by force.
    """

    said = pyqtSignal(str, object)  # request id, Event
    busy_changed = pyqtSignal(bool)

    def __init__(
        self,
        parent: QObject | None = None,
        engine: Engine | None = None,
        quiet_s: float = QUIET_S,
        cancel_grace_s: float = CANCEL_GRACE_S,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._quiet_s = quiet_s
        self._ids = count(1)
        self._open: dict[str, _Asked] = {}  # in their order; the first one is with the process
        self._process: EngineProcess | None = None
        self._last_process: EngineProcess | None = None
        self._is_outdated = False  # the process runs with settings of before
        self._wake = self._timer(0, self._advance)
        self._renew = self._timer(0, self._stop_outdated)
        self._cancel_limit = self._timer(cancel_grace_s, self._end_cancelled)
        QCoreApplication.instance().aboutToQuit.connect(self._on_quit)

    @property
    def is_busy(self) -> bool:
        """Whether a request waits or runs."""
        return bool(self._open)

    @property
    def pid(self) -> int:
        """The process's number; 0 while none runs."""
        return self._process.pid if self._process else 0

    def ask(self, op: str, task: Task | Mapping[str, Any] | None = None) -> str:
        """Hand in a request; gives its id. Nothing is said about it before this returns."""
        values = task.to_dict() if isinstance(task, Task) else None if task is None else dict(task)
        request = Request(f"r{next(self._ids)}", op, values)
        self._open[request.id] = _Asked(request)
        self._wake.start()
        if len(self._open) == 1:
            self.busy_changed.emit(True)
        return request.id

    def cancel(self, request_id: str = "") -> None:
        """Take back a request, or all of them; each still ends with its answer."""
        for each in self._chosen(request_id):
            each.is_cancelled = True
            if each.is_sent and self._process:
                self._process.send(Request(each.request.id, "cancel"))
                self._cancel_limit.start()
            else:
                self._answer(each.request.id, cancelled())

    def warm_up(self) -> None:
        """Start the process if there is an engine, so that the first request is quick."""
        if self._process is None and (self._engine or current_engine()):
            self._start()

    def restart(self) -> None:
        """End the process once it has nothing to do; the next request starts another, with the settings of then."""
        self._is_outdated = True
        self._stop_outdated()

    def stop(self, at_once: bool = False) -> None:
        """End the process; returns when it is gone. The next request starts another.

        Args:
            at_once: do not give a run the time to clear up behind itself.
        """
        if self._process is not None:
            self._process.close(at_once)
        for each in self._chosen(""):
            self._answer(each.request.id, failure_of(End(cause="stopped")))

    def log_lines(self) -> list[str]:
        """The last lines of the process's standard error, of the last one where none runs; for a report."""
        process = self._process or self._last_process
        if process is None:
            return []
        skipped = [f"{process.skipped} lines on standard output were no events"] if process.skipped else []
        return [*process.log, *skipped]

    def _stop_outdated(self) -> None:
        if self._is_outdated and not self.is_busy:
            self.stop()

    def _on_quit(self) -> None:
        self.stop()

    def _timer(self, seconds: float, call: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(int(seconds * 1000))
        timer.timeout.connect(call)
        return timer

    def _chosen(self, request_id: str) -> list[_Asked]:
        return [each for key, each in self._open.items() if request_id in ("", key)]

    def _advance(self) -> None:
        """Hand the first request to the process, one at a time; where no process runs, start one first."""
        first = next(iter(self._open.values()), None)
        if first is None or first.is_sent:
            return
        if self._process is None:
            self._start()
        elif self._process.takes_requests:
            first.is_sent = True
            self._process.send(first.request)
            self._process.watch(True)

    def _start(self) -> None:
        engine = self._engine or current_engine()
        if engine is None:
            for each in self._chosen(""):
                self._answer(each.request.id, no_engine())
            return
        if self._last_process is not None:
            self._last_process.deleteLater()
            self._last_process = None
        self._is_outdated = False
        self._process = EngineProcess(engine, settings.idle_s, self._quiet_s, self)
        self._process.heard.connect(self._on_heard)
        self._process.ended.connect(self._on_ended)
        self._process.start()

    def _on_heard(self, message: Message) -> None:
        event, asked, process = message.event, self._open.get(message.id), self._process
        if process is None:
            return
        if isinstance(event, Hello):
            process.watch(False)
            self._advance()
        elif asked is not None:
            asked.is_heard = True
            event = with_cause(event) if isinstance(event, Error) else event
            if isinstance(event, Error) and event.code == "gpu_lost":
                process.kill("gpu_lost")  # nothing can be computed in this process any more
            if isinstance(event, (Done, Error)):
                self._answer(message.id, event)
            else:
                self.said.emit(message.id, event)

    def _on_ended(self, end: End) -> None:
        """Answer the request that the process leaves behind; those that wait get another process."""
        self._last_process, self._process = self._process, None
        self._cancel_limit.stop()
        left = [each for each in self._chosen("") if each.is_sent]
        if not left and (not end.greeted or end.cause in ("old", "stopped")):
            left = self._chosen("")  # the next process would do no better
        for each in left:
            if each.is_cancelled:
                self._answer(each.request.id, cancelled())
            elif end.in_good_order and not end.cause and not each.is_heard and not each.is_repeated:
                each.is_sent, each.is_repeated = False, True  # it came in the moment that the idle worker left
            else:
                self._answer(each.request.id, failure_of(end))
        if self._open:
            self._wake.start()

    def _end_cancelled(self) -> None:
        """End a process that works on although its request was taken back."""
        if self._process is not None and any(each.is_sent and each.is_cancelled for each in self._open.values()):
            self._process.kill("cancelled")

    def _answer(self, request_id: str, event: Event) -> None:
        asked = self._open.pop(request_id, None)
        if asked is None:
            return
        if asked.is_sent and self._process is not None:
            self._process.watch(False)
        self.said.emit(request_id, event)
        if self._open:
            self._wake.start()
        else:
            self.busy_changed.emit(False)
            self._renew.start()  # not now: the process may be in the midst of speaking
