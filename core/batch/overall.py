"""How far a batch is: the progress of run after run as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..progress import progress_events
from ..protocol import Event, Progress, Stage, Warn

Say = Callable[[Event], None]


class Overall:
    """Progress over the pixels of all files.

    Args:
        say: told of it.
        pixels: those of all files that are to be segmented.
    """

    def __init__(self, say: Say, pixels: int) -> None:
        self._say = say
        self._tell = progress_events(say)
        self._done, self._pixels = 0, pixels
        self._warned: set[Warn] = set()

    @contextmanager
    def file(self, pixels: int) -> Iterator[Say]:
        """One file: gives what hears the events of its run. If it fails, it no longer counts as part of the work.

        Of the events, only warnings, each once for all files, and previews are passed on as they are.
        """
        stage = ""

        def hear(event: Event) -> None:
            nonlocal stage
            if isinstance(event, Stage):
                stage = event.name
            elif isinstance(event, Warn):
                self._warn_once(event)
            elif not isinstance(event, Progress):
                self._say(event)
            elif stage == "segment":
                self._tell(self._done + pixels * event.done // max(event.total, 1), self._pixels)

        self._tell(self._done, self._pixels)
        try:
            yield hear
        except BaseException:
            self._pixels -= pixels
            raise
        self._done += pixels
        self._tell(self._done, self._pixels)

    def _warn_once(self, warning: Warn) -> None:
        if warning not in self._warned:
            self._warned.add(warning)
            self._say(warning)
