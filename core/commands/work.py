"""A command at work: its events on the screen, its warnings kept, and Ctrl-C as a wish to stop."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from rich.console import RenderableType

from ..errors import Cancelled
from ..progress import progress_events
from ..protocol import Event, Stage, Warn
from .screen import Show, open_screen

_STOPPING = b"\nStopping; press Ctrl-C again to stop at once.\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gives back: plain values for programs, what people see on standard output, and the exit code."""

    values: dict[str, Any]
    view: RenderableType = ""
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """What the engine's functions are given to tell of their work and to learn that it should stop."""

    show: Show
    stopping: threading.Event = field(default_factory=threading.Event)
    warnings: list[str] = field(default_factory=list)

    def say(self, event: Event) -> None:
        """Take an event."""
        if isinstance(event, Warn):
            self.warnings.append(event.text)
        self.show(event)

    def cancelled(self) -> bool:
        """Say whether the user wants to stop."""
        return self.stopping.is_set()

    def stage(self, name: str, text: str) -> Callable[[int, int], None]:
        """Begin a stage; gives a callback for `(done, total)`, which raises `Cancelled` when the user wants to stop."""
        self.say(Stage(name, text))
        tell = progress_events(self.say)

        def on_progress(done: int, total: int) -> None:
            if self.cancelled():
                raise Cancelled("The run was cancelled; nothing was written.")
            tell(done, total)

        return on_progress


@contextmanager
def working(*, as_json: bool) -> Iterator[Work]:
    """Show the events of a block, and let the first Ctrl-C or termination cancel it in good order."""
    with open_screen(silent=as_json) as show:
        work = Work(show)
        with _signals_set(work.stopping):
            yield work


@contextmanager
def _signals_set(stopping: threading.Event) -> Iterator[None]:
    """Let signals set the event instead of ending the process; the second interrupt ends the block at once."""

    def handle(_number: int, _frame: object) -> None:
        if stopping.is_set():
            raise KeyboardInterrupt
        stopping.set()
        os.write(2, _STOPPING)  # the screen may be in the middle of drawing; this cannot disturb it

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
