"""One process of the engine, from its start to its end: lines out, events in, and a watch on its silence."""

from __future__ import annotations

from collections import deque

from qgis.PyQt.QtCore import QObject, QProcess, QTimer, pyqtSignal

from ..core.lines import LineReader
from ..core.protocol import PROTOCOL_VERSION, Hello, Message, Request, read_message
from .command import PLUGIN_VERSION, worker_command
from .environment import child_environment
from .failures import End
from .found import Engine

QUIET_S = 60.0
_LOG_LINES = 200
_LOG_LINE_BYTES = 2000
_TICKS = 6  # a computer that wakes from sleep brings one late tick at most, not a minute of silence
_GRACE_MS = 2000


class EngineProcess(QObject):
    """A worker that serves requests. Its signals come in the thread that it was made in.

    Args:
        engine: the interpreter to start.
        idle_s: the worker ends by itself after so many seconds without a request.
        quiet_s: the longest silence that is borne while it starts or has work; it beats every 5 s.
        parent: owner of the object.
    """

    heard = pyqtSignal(object)  # a Message
    ended = pyqtSignal(object)  # an End, once

    def __init__(self, engine: Engine, idle_s: int, quiet_s: float = QUIET_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hello: Hello | None = None
        self.log: deque[str] = deque(maxlen=_LOG_LINES)
        self._lines = LineReader(read_message)
        self._log_rest = b""
        self._cause = ""
        self._has_ended = False
        self._quiet_ticks = 0
        self._clock = QTimer(self)
        self._clock.setInterval(int(quiet_s * 1000 / _TICKS))
        self._clock.timeout.connect(self._tick)
        self._process = QProcess(self)
        self._process.setProcessEnvironment(child_environment())
        program, arguments = worker_command(engine, "--serve", "--idle", str(idle_s))
        self._process.setProgram(program)
        self._process.setArguments(arguments)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_log)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)

    @property
    def skipped(self) -> int:
        """How many lines of its standard output were no events."""
        return self._lines.skipped

    @property
    def pid(self) -> int:
        """The number that the system knows the process by; 0 while it does not run."""
        return int(self._process.processId() or 0)

    @property
    def takes_requests(self) -> bool:
        """Whether it has said hello, and nobody has begun to end it."""
        return self.hello is not None and not self._cause

    def start(self) -> None:
        """Start the process; `ended` tells when that fails."""
        self.watch(True)
        self._process.start()

    def send(self, request: Request) -> None:
        """Hand in a request."""
        self._process.write(request.to_line())

    def watch(self, wanted: bool) -> None:
        """Say whether an answer is awaited, so that silence means something."""
        self._quiet_ticks = 0
        self._clock.start() if wanted else self._clock.stop()

    def kill(self, cause: str) -> None:
        """End it at once; `cause` comes back in `End`."""
        self._cause = self._cause or cause
        self._process.kill()

    def close(self, at_once: bool = False) -> None:
        """End it, in good order unless `at_once`, and in any case; returns when it is gone."""
        if self._has_ended:
            return
        self._cause = self._cause or "stopped"
        if not at_once:
            self.send(Request("", "quit"))
            if not self._process.waitForFinished(_GRACE_MS):
                self._process.terminate()
                self._process.waitForFinished(_GRACE_MS // 2)
        if not self._has_ended:
            self._process.kill()
            self._process.waitForFinished(_GRACE_MS)
        self._end(False)

    def _read(self) -> None:
        self._take(self._lines.feed(bytes(self._process.readAllStandardOutput())))

    def _take(self, messages: list[Message]) -> None:
        for message in messages:
            self._quiet_ticks = 0
            if isinstance(message.event, Hello):
                self.hello = message.event
                if (self.hello.protocol, self.hello.version) != (PROTOCOL_VERSION, PLUGIN_VERSION):
                    self.kill("old")
            self.heard.emit(message)

    def _read_log(self) -> None:
        *lines, rest = (self._log_rest + bytes(self._process.readAllStandardError())).split(b"\n")
        self._log_rest = rest[-_LOG_LINE_BYTES:]
        self.log.extend(line[:_LOG_LINE_BYTES].decode("utf-8", "replace").rstrip() for line in lines if line.strip())

    def _tick(self) -> None:
        self._quiet_ticks += 1
        if self._quiet_ticks >= _TICKS:
            self.kill("silent")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.log.append(f"{self._process.program()}: {self._process.errorString()}")
            self._end(False, started=False)

    def _on_finished(self, _exit_code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        self._take(self._lines.close())
        self._read_log()
        if self._log_rest.strip():
            self.log.append(self._log_rest.decode("utf-8", "replace").rstrip())
        self._end(status == QProcess.ExitStatus.CrashExit)

    def _end(self, crashed: bool, started: bool = True) -> None:
        if self._has_ended:
            return
        self._has_ended = True
        self._clock.stop()
        exit_code, greeted = self._process.exitCode(), self.hello is not None
        self.ended.emit(End(exit_code, crashed, started, greeted, self._cause, tuple(self.log)))
