"""Work ahead: an iterator that runs in a thread of its own, a bounded number of steps before its reader."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from queue import Empty, Full, Queue
from typing import Generic, TypeVar

T = TypeVar("T")
_PATIENCE_S = 0.1


class _End:
    """Last item of the queue: the iterator is exhausted, or has failed."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class _Ahead(Generic[T]):
    def __init__(self, items: Iterable[T], depth: int) -> None:
        self._queue: Queue[T | _End] = Queue(depth)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(items,), daemon=True)

    def _work(self, items: Iterable[T]) -> None:
        error: BaseException | None = None
        try:
            for item in items:
                if not self._put(item):
                    return
        except BaseException as caught:  # handed to the reader, whatever it is
            error = caught
        self._put(_End(error))

    def _put(self, item: T | _End) -> bool:
        while not self._stopped.is_set():
            try:
                self._queue.put(item, timeout=_PATIENCE_S)
                return True
            except Full:
                continue
        return False

    def __iter__(self) -> Iterator[T]:
        while True:
            try:
                # A wait without end would keep Ctrl-C from the main thread on some systems.
                item = self._queue.get(timeout=_PATIENCE_S)
            except Empty:
                continue
            if isinstance(item, _End):
                if item.error is not None:
                    raise item.error
                return
            yield item

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()


@contextmanager
def ahead(items: Iterable[T], depth: int = 2) -> Iterator[Iterator[T]]:
    """Runs an iterable in a thread, at most `depth` items ahead; its exceptions come out where the items do.

    When the block ends, early or not, the thread has ended too.
    """
    worker = _Ahead(items, depth)
    worker.start()
    try:
        yield iter(worker)
    finally:
        worker.stop()
