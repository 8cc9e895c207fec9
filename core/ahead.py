"""Work in step: a producer and a consumer in two threads, a bounded number of items apart."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from queue import Empty, Full, Queue
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_PATIENCE_S = 0.1


class _Abandoned(Exception):
    """Raised where items are taken when no more will come."""


class _End:
    """Last item of the queue: the producer is done, or has failed."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class _Handover(Generic[T]):
    """A bounded queue that either side can leave."""

    def __init__(self, depth: int) -> None:
        self._queue: Queue[T | _End] = Queue(depth)
        self.closed = threading.Event()

    def put(self, item: T | _End) -> bool:
        """Waits for room; False once the other side has left."""
        while not self.closed.is_set():
            try:
                self._queue.put(item, timeout=_PATIENCE_S)
                return True
            except Full:
                continue
        return False

    def __iter__(self) -> Iterator[T]:
        while not self.closed.is_set():
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
        raise _Abandoned

    def put_all(self, items: Iterable[T]) -> None:
        """Puts what an iterable gives, then its end or its error."""
        error: BaseException | None = None
        try:
            for item in items:
                if not self.put(item):
                    return
        except BaseException as caught:  # handed to the other side, whatever it is
            error = caught
        self.put(_End(error))


@contextmanager
def ahead(items: Iterable[T], depth: int = 2) -> Iterator[Iterator[T]]:
    """Runs an iterable in a thread, at most `depth` items ahead; its exceptions come out where the items do.

    When the block ends, early or not, the thread has ended too.
    """
    handover = _Handover[T](depth)
    thread = threading.Thread(target=handover.put_all, args=(items,), daemon=True)
    thread.start()
    try:
        yield iter(handover)
    finally:
        handover.closed.set()
        thread.join()


def feed(items: Iterable[T], consumer: Callable[[Iterator[T]], R], depth: int = 2) -> R:
    """Makes items in the calling thread while a consumer uses them in another, and gives the consumer's result.

    An exception of either side ends both, and comes out here.
    """
    handover = _Handover[T](depth)
    results: list[R] = []
    errors: list[BaseException] = []

    def consume() -> None:
        try:
            results.append(consumer(iter(handover)))
        except BaseException as caught:  # raised again in the calling thread
            errors.append(caught)
        finally:
            handover.closed.set()

    thread = threading.Thread(target=consume, daemon=True)
    thread.start()
    try:
        for item in items:
            if not handover.put(item):
                break
        handover.put(_End(None))
    except BaseException:
        handover.closed.set()
        thread.join()
        raise
    thread.join()
    if errors:
        raise errors[0]
    return results[0]
