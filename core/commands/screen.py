"""What people see on standard error while a command works: a progress bar, or plain lines without a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from .. import protocol
from ..progress import format_duration

Show = Callable[[protocol.Event], None]

_PLAIN_STEP = 10  # per cent between two plain lines


@contextmanager
def open_screen(*, silent: bool) -> Iterator[Show]:
    """Give what shows events, in the way that fits: a bar on a terminal, plain lines in a log.

    Args:
        silent: show nothing but warnings, for a program that reads the result.
    """
    console = Console(stderr=True, highlight=False)
    if silent:
        yield Lines(console).warn
    elif not console.is_terminal:
        yield Lines(console).show
    else:
        columns = ("{task.description}", "{task.fields[state]}")
        left, right = (TextColumn(column, markup=False) for column in columns)
        with Progress(left, BarColumn(), right, console=console, transient=True) as progress:
            yield Bar(progress).show


class Lines:
    """Plain lines: each stage, each tenth of its progress, and warnings."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._shown = 0

    def warn(self, event: protocol.Event) -> None:
        """Write warnings only."""
        if isinstance(event, protocol.Warn):
            self._write(f"Warning: {event.text}")

    def show(self, event: protocol.Event) -> None:
        """Write what a reader of a log wants to know."""
        self.warn(event)
        if isinstance(event, protocol.Stage):
            self._shown = 0
            self._write(event.text)
        elif isinstance(event, protocol.Progress):
            tenth = _percent(event) // _PLAIN_STEP * _PLAIN_STEP
            if tenth > self._shown:
                self._shown = tenth
                self._write(f"  {_state(event, tenth)}")

    def _write(self, line: str) -> None:
        self._console.print(Text(line), soft_wrap=True)


class Bar:
    """One progress bar that names the stage and the time left; warnings stay above it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._begin("Starting")

    def show(self, event: protocol.Event) -> None:
        """Move the bar, or write a warning above it."""
        if isinstance(event, protocol.Warn):
            self._progress.console.print(Text(f"Warning: {event.text}", style="yellow"), soft_wrap=True)
        elif isinstance(event, protocol.Stage):
            self._progress.remove_task(self._task)
            self._begin(event.text)
        elif isinstance(event, protocol.Progress):
            state = _state(event, _percent(event))
            self._progress.update(self._task, completed=event.done, total=event.total, state=state)

    def _begin(self, text: str) -> None:
        self._task = self._progress.add_task(text, total=None, state="")


def _percent(event: protocol.Progress) -> int:
    return 100 * event.done // max(event.total, 1)


def _state(event: protocol.Progress, percent: int) -> str:
    left = f", about {format_duration(event.eta_s)} left" if event.eta_s else ""
    return f"{percent} %{left}"
