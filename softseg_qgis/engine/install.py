"""Setting an engine up: an environment of its own is built, tried and only then used; or the user's own Python is."""

from __future__ import annotations

import shutil
import sys
import time
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QLockFile, QObject, pyqtSignal

from ..i18n import tr
from . import found
from .found import Engine
from .plan import Plan
from .steps import Aside, Probe, Step, StepFailed
from .uv import Uv
from .uv_output import SyncProgress

_Flow = Generator[Step, Any, Engine]
_SYNC_FROM, _SYNC_TO = 10, 88  # percent
_NOT_OF_THE_PACKAGES = ("cancelled", "no_device", "gpu_lost", "oom", "engine_silent")  # built anew, they would stay


@dataclass(frozen=True)
class Outcome:
    """How a set-up has ended.

    Args:
        engine: the engine that is in use now; None where it failed or was cancelled.
        text: one sentence about the failure; empty otherwise.
        detail: more about it, for a report.
        probe: what the engine said of itself.
        seconds: how long it took.
    """

    engine: Engine | None = None
    text: str = ""
    detail: str = ""
    probe: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def is_cancelled(self) -> bool:
        """Whether the user broke it off."""
        return self.engine is None and not self.text


class Installer(QObject):
    """Does one set-up at a time without blocking; what was in use stays in use until the new engine has worked."""

    progressed = pyqtSignal(int, str)  # percent, what is being done
    ended = pyqtSignal(object)  # an Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log: list[str] = []
        self._flow: _Flow | None = None
        self._step: Step | None = None
        self._probe: dict[str, Any] = {}
        self._told = (0, "")
        self._started_s = 0.0
        self._is_cancelled = False
        self._is_cancel_passed = False
        QCoreApplication.instance().aboutToQuit.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether a set-up is under way."""
        return self._flow is not None

    def install(self, plan: Plan) -> None:
        """Build the environment of a plan, try it, and use it."""
        self._begin(_locked(plan.root, lambda: self._install(plan)))

    def adopt(self, python: Path, device: str = "auto") -> None:
        """Try a Python of the user's, or the one in an environment's folder, and use it."""
        self._begin(self._adopt(python, device))

    def cancel(self) -> None:
        """Break off; `ended` comes when everything is cleared away."""
        if self.is_running and not self._is_cancelled:
            self._is_cancelled = True
            self._tell(0, tr("Cancelling"))
            self._pass_cancel_on()

    def stop(self) -> None:
        """Break off and leave no process behind; what is half made is removed by the next set-up."""
        step, self._step, flow, self._flow = self._step, None, self._flow, None
        if step is not None:
            step.ended.disconnect(self._on_step_ended)
            step.stop()
        if flow is not None:
            flow.close()

    def _begin(self, flow: _Flow) -> None:
        if self.is_running:
            flow.close()
            return
        self.log, self._probe, self._told = [], {}, (0, "")
        self._is_cancelled = self._is_cancel_passed = False
        self._flow, self._started_s = flow, time.monotonic()
        self._advance(partial(next, flow))

    def _on_step_ended(self) -> None:
        step, flow = self._step, self._flow
        if step is None or flow is None:
            return
        self._step = None
        try:
            value = step.result()
            self._advance(partial(flow.send, value))
        except StepFailed as failure:
            self._advance(partial(flow.throw, failure))
        step.deleteLater()

    def _advance(self, resume: Callable[[], Step]) -> None:
        """Go on with the flow up to its next step, or to its end."""
        try:
            step = resume()
        except StopIteration as end:
            self._finish(Outcome(end.value, probe=self._probe))
        except StepFailed as failure:
            self._finish(Outcome(text=failure.text, detail=failure.detail))
        except OSError as error:
            self._finish(Outcome(text=tr("The folder cannot be written ({reason}).", reason=error.strerror or error)))
        except Exception as error:  # a set-up must never end without a word
            text = tr("Something went wrong inside SoftSeg ({kind}); please report it.", kind=type(error).__name__)
            self._finish(Outcome(text=text, detail=traceback.format_exc()))
        else:
            self._step = step
            step.setParent(self)
            step.ended.connect(self._on_step_ended)
            step.start()
            self._pass_cancel_on()

    def _pass_cancel_on(self) -> None:
        """Break off the step under way, once; what clears away afterwards may work to its end."""
        if self._is_cancelled and not self._is_cancel_passed and self._step is not None:
            self._is_cancel_passed = True
            self._step.cancel()

    def _finish(self, outcome: Outcome) -> None:
        self._flow = None
        seconds = time.monotonic() - self._started_s
        if outcome.detail:
            self.log.extend(outcome.detail.splitlines())
        self.ended.emit(Outcome(outcome.engine, outcome.text, outcome.detail, outcome.probe, seconds))

    def _tell(self, percent: int, text: str) -> None:
        told, self._told = self._told, (max(percent, self._told[0]), text)
        if told != self._told:
            self.progressed.emit(*self._told)

    # ------------------------------------------------------------------------------ the flows, read top to bottom

    def _install(self, plan: Plan) -> _Flow:
        if plan.obstacle:
            raise StepFailed(plan.obstacle)
        engine = Engine(str(found.environment_python(plan.folder)), "installed")
        self._tell(1, tr("Clearing up"))
        yield Aside(lambda _feedback: _sweep(plan), OSError)
        if found.is_ready(plan.folder):
            try:
                return (yield from self._try_and_use(engine, plan))
            except StepFailed as failure:
                if failure.code in _NOT_OF_THE_PACKAGES:
                    raise
                self.log.append(f"{plan.folder} is there, but does not work: {failure.text}")
                yield Aside(lambda _feedback: _remove(plan.folder), OSError)
        try:
            yield from self._build(plan)
            return (yield from self._try_and_use(engine, plan))
        except (StepFailed, OSError):
            yield Aside(lambda _feedback: _remove(plan.folder), OSError)
            raise

    def _build(self, plan: Plan) -> Generator[Step, Any, None]:
        self._tell(2, tr("Looking for uv, the installer"))
        uv = Uv(plan, self.log.append)
        yield from uv.find()
        self._tell(6, tr("Making the environment"))
        yield uv.make_environment()
        lock = plan.folder / "engine.lock"
        lock.write_text(plan.lock, encoding="utf-8")
        progress = SyncProgress()

        def on_line(line: str) -> None:
            self.log.append(line)
            progress.take(line)
            self._tell(round(_SYNC_FROM + (_SYNC_TO - _SYNC_FROM) * progress.share), progress.text)

        self._tell(_SYNC_FROM, progress.text)
        yield uv.install(found.environment_python(plan.folder), lock, on_line)

    def _try_and_use(self, engine: Engine, plan: Plan) -> _Flow:
        engine = yield from self._try(engine, plan.device)
        found.mark_ready(plan.folder, self._probe)
        found.make_current(engine, found.lock_hash(plan.lock), plan.root)
        return engine

    def _adopt(self, path: Path, device: str) -> _Flow:
        python = python_in(path)
        if python is None:
            raise StepFailed(tr("{path} is no Python: choose a program such as python3.", path=path))
        engine = yield from self._try(Engine(str(python), "own"), device)
        found.make_current(engine)
        return engine

    def _try(self, engine: Engine, device: str) -> _Flow:
        """Have the engine compute; gives it with the title of the device that it computed on."""
        self._tell(90, tr("Trying the engine; the first start takes a while"))
        self._probe = yield Probe(engine, device)
        self._tell(100, tr("Done"))
        return Engine(engine.python, engine.origin, device_title(self._probe))


def python_in(path: Path) -> Path | None:
    """The interpreter that a user means by a program or by the folder of an environment; None: there is none."""
    mode = found.mode_of(path)
    if S_ISDIR(mode):
        inside = [path / each for each in ("bin/python", "bin/python3", "python.exe", "Scripts/python.exe")]
        return next((each for each in inside if S_ISREG(found.mode_of(each))), None)
    return path if S_ISREG(mode) and path.name.lower().startswith(("python", "pypy")) else None


def device_title(probe: dict[str, Any]) -> str:
    """What the device is called that a probe computed on."""
    name = str(probe.get("device", ""))
    devices = {each["name"]: each["title"] for each in probe.get("devices", ())}
    return str(devices.get(name) or devices.get(f"{name}:0") or name)


def _locked(root: Path, make_flow: Callable[[], _Flow]) -> _Flow:
    """Do a flow while no other QGIS does one in the same place."""
    root.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(root / "install.lock"))
    lock.setStaleLockTime(0)  # it is stale when its process is gone, however long an installation takes
    if not lock.tryLock(0):
        raise StepFailed(tr("Another QGIS is setting up the engine: wait until it is done."))
    try:
        return (yield from make_flow())
    finally:
        lock.unlock()


def _sweep(plan: Plan) -> None:
    """Remove environments that are neither in use nor about to be, and what a broken-off set-up has left."""
    keep = {found.current_folder(), plan.folder if found.is_ready(plan.folder) else None}
    for folder in plan.root.glob("env-*"):
        if folder not in keep or not found.is_ready(folder):
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove an environment; it stops being ready first, so that half of one never counts."""
    if folder == found.current_folder():
        found.forget_current()
    if folder.is_dir():
        found.unmark_ready(folder)
        shutil.rmtree(folder, ignore_errors=sys.platform == "win32")  # Windows keeps what a process has open
