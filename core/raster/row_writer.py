"""What writes a file row by row, from top to bottom, and leaves a whole one or none."""

from __future__ import annotations

from abc import ABC, abstractmethod
from types import TracebackType
from typing import TypeVar

Writer = TypeVar("Writer", bound="RowWriter")


class RowWriter(ABC):
    """A context manager that finishes the file, or leaves none when something fails."""

    _next_row = 0
    _finished = False

    def __enter__(self: Writer) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None and not self._finished:
                self.finish()
        finally:
            if not self._finished:
                self.abandon()

    def finish(self) -> None:
        """Make the file whole."""
        self._close()
        self._finished = True

    @abstractmethod
    def abandon(self) -> None:
        """Close and delete everything."""

    @abstractmethod
    def _close(self) -> None:
        """Write what is left and close the file."""

    def _expect(self, row: int) -> None:
        """Raises ValueError where a row is not the one that comes next."""
        if row != self._next_row:
            raise ValueError(f"row {row} was written where row {self._next_row} comes next")
