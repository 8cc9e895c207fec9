"""What a set-up is made of: things that take their time, can be cancelled, and end with a result or a failure."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsFeedback
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QProcess, QProcessEnvironment, QRunnable, QThreadPool, QTimer, pyqtSignal

from ..core.protocol import Done, Error, Event
from .found import Engine
from .uv_output import plain
from .worker import Worker

_KEPT_LINES = 400
_GRACE_MS = 3000


class StepFailed(Exception):
    """Why a step came to nothing: one sentence, more for a report, and the code of an error of the engine."""

    def __init__(self, text: str, detail: str = "", code: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.detail = detail
        self.code = code

    @property
    def is_cancelled(self) -> bool:
        """Whether the user broke it off."""
        return self.code == "cancelled"


class Step(QObject):
    """Something that is started once and ends once; `result` tells how.

    Each kind has `start()`, which begins it, and `stop()`, which breaks it off and returns when nothing of it runs any
    more.
    """

    ended = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._is_cancelled = False
        self._value: Any = None
        self._failure: StepFailed | None = None

    def cancel(self) -> None:
        """Break it off; it still ends."""
        self._is_cancelled = True

    def result(self) -> Any:
        """What came of it; raises StepFailed where nothing did."""
        if self._is_cancelled:
            raise StepFailed("", code="cancelled")
        if self._failure is not None:
            raise self._failure
        return self._value

    def _end(self, value: Any = None, failure: StepFailed | None = None) -> None:
        self._value, self._failure = value, failure
        self.ended.emit()


class Run(Step):
    """A program that runs to its end; the result is what it printed, as lines.

    Args:
        program: its path.
        arguments: its arguments.
        environment: its variables.
        folder: where it runs.
        on_line: called with every line that it prints.
        explain: makes one sentence of what it printed when it fails.
    """

    def __init__(
        self,
        program: Path | str,
        arguments: Sequence[str],
        environment: QProcessEnvironment,
        folder: Path,
        on_line: Callable[[str], None],
        explain: Callable[[Sequence[str]], str],
    ) -> None:
        super().__init__()
        self._lines: deque[str] = deque(maxlen=_KEPT_LINES)
        self._rest = b""
        self._on_line = on_line
        self._explain = explain
        self._process = QProcess(self)
        self._process.setProgram(str(program))
        self._process.setArguments([str(each) for each in arguments])
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(str(folder))
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyRead.connect(self._read)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)

    def start(self) -> None:
        """Start the program; it finds its input empty."""
        self._process.start()
        self._process.closeWriteChannel()

    def cancel(self) -> None:
        """Ask the program to end, and end it if it does not."""
        super().cancel()
        self._process.terminate()
        QTimer.singleShot(_GRACE_MS, self._process.kill)

    def stop(self) -> None:
        """End the program."""
        super().cancel()
        self._process.kill()
        self._process.waitForFinished(_GRACE_MS)

    def _read(self) -> None:
        *lines, self._rest = (self._rest + bytes(self._process.readAll())).replace(b"\r", b"\n").split(b"\n")
        for line in lines:
            text = plain(line.decode("utf-8", "replace"))
            if text:
                self._lines.append(text)
                self._on_line(text)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            text = f"{self._process.program()}: {self._process.errorString()}"
            self._end(failure=StepFailed(self._explain([text]), text))

    def _on_finished(self, exit_code: int, status: QProcess.ExitStatus) -> None:
        self._rest += b"\n"
        self._read()
        lines = list(self._lines)
        if exit_code == 0 and status == QProcess.ExitStatus.NormalExit:
            self._end(lines)
        else:
            self._end(failure=StepFailed(self._explain(lines), "\n".join(lines)))


class Aside(Step):
    """A function that waits for the disk or the network, in another thread; the result is what it gives.

    Args:
        call: takes a feedback that tells it to stop; raises what is in `expected` when it fails.
        expected: what becomes one sentence; anything else is a fault of ours, and says so.
    """

    _done = pyqtSignal()

    def __init__(self, call: Callable[[QgsFeedback], Any], *expected: type[Exception]) -> None:
        super().__init__()
        self._call = call
        self._expected = expected
        self._feedback = QgsFeedback()
        self._is_over = threading.Event()
        self._given: tuple[Any, StepFailed | None] = (None, None)
        self._done.connect(self._hand_over)

    def start(self) -> None:
        """Have one of Qt's threads do it; QGIS's network needs one of those."""
        QThreadPool.globalInstance().start(_Errand(self._run))

    def cancel(self) -> None:
        """Ask the function to stop."""
        super().cancel()
        self._feedback.cancel()

    def stop(self) -> None:
        """Ask the function to stop and wait for it for a while."""
        self.cancel()
        self._is_over.wait(_GRACE_MS / 1000)

    def _hand_over(self) -> None:
        self._end(*self._given)

    def _run(self) -> None:
        try:
            self._given = self._call(self._feedback), None
        except Exception as error:  # in the thread nobody else would hear of it
            text = _sentence(error) if isinstance(error, self._expected) else f"{type(error).__name__}: {error}"
            self._given = None, StepFailed(text, repr(error))
        self._is_over.set()
        if not sip.isdeleted(self):
            self._done.emit()


class _Errand(QRunnable):
    """A call for a thread of Qt's; Qt owns it from its start on."""

    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__()
        self._call = call

    def run(self) -> None:
        """Do it."""
        self._call()


class Probe(Step):
    """A real computation and a raster's round trip in an engine; the result is what the engine says of itself."""

    def __init__(self, engine: Engine, device: str) -> None:
        super().__init__()
        self._device = device
        self._worker = Worker(self, engine)
        self._worker.said.connect(self._take)

    def start(self) -> None:
        """Start the engine and ask it."""
        self._worker.ask("probe", {"device": self._device})

    def cancel(self) -> None:
        """End the engine at once: a first import may take long, and nothing is lost."""
        super().cancel()
        self._worker.stop(at_once=True)

    stop = cancel

    def _take(self, _request_id: str, event: Event) -> None:
        if isinstance(event, Done):
            self._worker.stop(at_once=True)
            self._end(event.stats)
        elif isinstance(event, Error):
            self._worker.stop(at_once=True)
            detail = event.detail or "\n".join(self._worker.log_lines())
            self._end(failure=StepFailed(event.text, detail, event.code))


def _sentence(error: Exception) -> str:
    """What an expected failure says; the system's own put the file first."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)
