"""Requests as they come in: read by a thread, so that a cancel is heard while another request runs."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import SoftSegError
from ..lines import LineReader
from ..protocol import Request, read_request

_CHUNK_BYTES = 65_536

Refuse = Callable[[str, SoftSegError], None]
"""Told the id and the error of a request that makes no sense."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A request that waits or runs, and whether it has been cancelled."""

    request: Request
    cancelled: threading.Event = field(default_factory=threading.Event)


class Inbox:
    """Gives requests in the order they came.

    Lines that are no JSON objects are skipped. The end of the stream lets the requests before it finish; `quit`, and
    `stop`, cancel them.

    Args:
        descriptor: where the lines come from.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: queue.SimpleQueue[Ticket | None] = queue.SimpleQueue()
        self._open: list[Ticket] = []
        self._lock = threading.RLock()  # `stop` may interrupt its own thread from a signal
        self._is_stopped = False

    def start(self, refuse: Refuse) -> None:
        """Begin to read; `refuse` is called from the reading thread for every request that makes no sense."""
        threading.Thread(target=self._read, args=(refuse,), name="requests", daemon=True).start()

    def admit(self, request: Request) -> Ticket:
        """Take a request in; after `stop` it is cancelled at once."""
        ticket = Ticket(request)
        with self._lock:
            if self._is_stopped:
                ticket.cancelled.set()
            self._open.append(ticket)
        self._waiting.put(ticket)
        return ticket

    def next(self, timeout_s: float) -> Ticket | None:
        """Wait for the next request; None: none came in time, or no more will come."""
        try:
            return self._waiting.get(timeout=timeout_s)
        except queue.Empty:
            return None

    def finish(self, ticket: Ticket) -> None:
        """Forget a request that has been answered."""
        with self._lock:
            self._open.remove(ticket)

    def stop(self) -> None:
        """Cancel whatever waits or runs, and take nothing more."""
        with self._lock:
            self._is_stopped = True
            self._cancel("")
        self._waiting.put(None)

    def _read(self, refuse: Refuse) -> None:
        lines: LineReader[Mapping[str, Any]] = LineReader(lambda values: values)
        try:
            while data := os.read(self._descriptor, _CHUNK_BYTES):
                for values in lines.feed(data):
                    self._take(values, refuse)
            for values in lines.close():
                self._take(values, refuse)
        finally:
            self._waiting.put(None)

    def _take(self, values: Mapping[str, Any], refuse: Refuse) -> None:
        try:
            request = read_request(values)
        except SoftSegError as error:
            refuse(str(values.get("id", "")), error)
            return
        if request.op == "cancel":
            self._cancel(request.id)
        elif request.op == "quit":
            self.stop()
        else:
            self.admit(request)

    def _cancel(self, request_id: str) -> None:
        with self._lock:
            for ticket in self._open:
                if request_id in ("", ticket.request.id):
                    ticket.cancelled.set()
