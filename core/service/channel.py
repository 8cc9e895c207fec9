"""The worker's line to its caller: standard input and output, taken away from everything else in the process."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import NamedTuple

from ..protocol import Done, Error, Event, Message, Progress, Stage, message_to_line


class Streams(NamedTuple):
    """File descriptors that only the protocol uses."""

    requests: int
    events: int


def claim_streams() -> Streams:
    """Keep the real standard input and output for the protocol.

    From here on, whatever any library or child process prints goes to standard error, and whatever reads standard
    input finds it empty. Has to run before libraries with native code are imported.
    """
    streams = Streams(requests=os.dup(0), events=os.dup(1))
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return streams


class EventWriter:
    """Writes events from any thread, each in one piece, and repeats the last one while a request is silent.

    Args:
        descriptor: where the lines go.
        heartbeat_s: the longest silence during a request, in seconds.
        on_lost: called once, from any thread, when nobody reads the events any more.
    """

    def __init__(self, descriptor: int, heartbeat_s: float, on_lost: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._heartbeat_s = heartbeat_s
        self._on_lost = on_lost
        self._lock = threading.Lock()
        self._written = threading.Event()
        self._repeatable: Message | None = None
        self._is_lost = False
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()

    def write(self, event: Event, request_id: str = "") -> None:
        """Write an event; does nothing once nobody reads them."""
        line = message_to_line(event, request_id)
        with self._lock:
            if isinstance(event, (Stage, Progress)):
                self._repeatable = Message(request_id, event)
            elif isinstance(event, (Done, Error)) and self._repeatable and self._repeatable.id == request_id:
                self._repeatable = None
            self._send(line)

    def _beat(self) -> None:
        while not self._is_lost:
            if self._written.wait(self._heartbeat_s):
                self._written.clear()
                continue
            with self._lock:
                if self._repeatable is not None:
                    self._send(message_to_line(self._repeatable.event, self._repeatable.id))

    def _send(self, line: bytes) -> None:
        rest = memoryview(line)
        try:
            while rest and not self._is_lost:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            self._is_lost = True
            self._on_lost()
        self._written.set()
