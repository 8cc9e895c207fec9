"""What it means when the engine's process goes wrong: one sentence for people, one code for programs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..core.protocol import Error
from ..i18n import tr

_KILLED = 9  # the signal that a system short of memory sends
_NO_MEMORY_WINDOWS = (-1073741801, -1073741523)  # STATUS_NO_MEMORY, STATUS_COMMITMENT_LIMIT
_LOST_GPU = re.compile(
    r"CUDA error|CUDA driver|CUDNN_STATUS|CUBLAS_STATUS|HIP error|AcceleratorError|MPS backend|MTLCommand"
)


@dataclass(frozen=True)
class End:
    """How a process of the engine has ended.

    Args:
        exit_code: its exit code; after a crash, the signal where the system has signals.
        crashed: it did not end by itself.
        started: it was running at all.
        greeted: it had said hello.
        cause: why we ended it: "silent", "old", "cancelled", "gpu_lost" or "stopped"; empty: we did not.
        log: the last lines of its standard error.
    """

    exit_code: int = 0
    crashed: bool = False
    started: bool = True
    greeted: bool = False
    cause: str = ""
    log: tuple[str, ...] = ()

    @property
    def in_good_order(self) -> bool:
        """Whether it was ready to work and went by itself, as it does after a while of nothing."""
        return self.greeted and not self.crashed and self.exit_code == 0


def failure_of(end: End) -> Error:
    """What to tell whoever still waits for an answer of the process."""
    code, text = _code_and_text(end)
    return Error(code, text, "\n".join(end.log))


def no_engine() -> Error:
    """What to say while no engine is set up."""
    return Error("no_engine", tr("SoftSeg has no engine yet: set it up first."))


def cancelled() -> Error:
    """What to say for a request that the user took back."""
    return Error("cancelled", tr("The run was cancelled; nothing was written."))


def with_cause(error: Error) -> Error:
    """An error of the worker itself; one that tells of a graphics card that has gone says so."""
    if error.code != "internal" or not _LOST_GPU.search(error.detail):
        return error
    text = tr("The graphics card stopped working during the run: try again, or use the processor.")
    return replace(error, code="gpu_lost", text=text)


def _code_and_text(end: End) -> tuple[str, str]:
    if end.cause == "old":
        return "engine_old", tr("SoftSeg was replaced by another version while QGIS was running: load it again.")
    if end.cause == "silent":
        return "engine_silent", tr("The engine has not answered for too long, so it was ended: try again.")
    if end.cause == "stopped":
        return "cancelled", tr("The engine was stopped; nothing was written.")
    if not end.started:
        return "no_engine", tr("The engine cannot be started: set it up again.")
    if (end.crashed and end.exit_code == _KILLED) or end.exit_code in _NO_MEMORY_WINDOWS:
        return "oom", tr(
            "The system ended the engine, probably because memory ran out: use smaller tiles or fewer classes."
        )
    if not end.greeted:
        reason = end.log[-1] if end.log else tr("exit code {code}", code=end.exit_code)
        return "no_engine", tr("The engine does not start ({reason}): set it up again.", reason=reason[:200])
    if end.crashed:
        number = hex(end.exit_code & 0xFFFFFFFF) if end.exit_code < 0 else end.exit_code  # Windows gives its own codes
        return "engine_died", tr("The engine crashed (signal {number}): try again.", number=number)
    return "engine_died", tr("The engine ended unexpectedly (exit code {code}): try again.", code=end.exit_code)
