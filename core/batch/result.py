"""What has become of the files of a batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from ..errors import Cancelled, SoftSegError
from ..failures import explain
from ..protocol import Event, Warn
from ..report import Areas

State = Literal["done", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class FileResult:
    """What has become of one file.

    Args:
        file: its path below the batch's folder.
        state: "done" now, "skipped" because an earlier batch did it, or "failed".
        outputs: paths by role; none where it failed.
        seconds: how long it took; None unless it was done now.
        areas: what each class covers; None unless it was done now.
        error: why it failed.
    """

    file: str
    state: State
    outputs: dict[str, str] = field(default_factory=dict)
    seconds: float | None = None
    areas: Areas | None = None
    error: SoftSegError | None = None

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values for JSON, without the areas: a batch may have many files of many classes."""
        error = None if self.error is None else {"code": self.error.code, "text": self.error.text}
        values = {"file": self.file, "state": self.state, "outputs": self.outputs, "seconds": self.seconds}
        return {**values, "error": error}


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What a batch has made.

    Args:
        outputs: paths by role: "mosaic", "report".
        files: every file, in order.
    """

    outputs: dict[str, str]
    files: tuple[FileResult, ...]

    def stats(self) -> dict[str, Any]:
        """Counts, and what has become of each file, as plain values for JSON."""
        return {**count_states(self.files), "files": [each.as_dict() for each in self.files]}

    @property
    def exit_code(self) -> int:
        """0 if no file failed; 1 if one failed and it is our fault; else 2."""
        return min((each.error.exit_code for each in self.files if each.error is not None), default=0)


def count_states(files: Sequence[FileResult]) -> dict[str, int]:
    """How many files are done, skipped and failed."""
    states: tuple[State, ...] = ("done", "skipped", "failed")
    return {state: sum(each.state == state for each in files) for state in states}


class Results:
    """The results of a batch as they come in.

    Args:
        files: the files of the batch, in order.
        say: told of every file that fails while the batch goes on.
        stops: whether the first file that fails ends the batch.

    Attributes:
        stopped_by: the error that ends the batch.
    """

    def __init__(self, files: Sequence[str], say: Callable[[Event], None], *, stops: bool) -> None:
        self.stopped_by: SoftSegError | None = None
        self._files = files
        self._results: dict[str, FileResult] = {}
        self._say = say
        self._stops = stops

    @property
    def kept(self) -> int:
        """How many files have their outputs."""
        return sum(each.state != "failed" for each in self._results.values())

    def add(self, result: FileResult) -> None:
        """Note a result."""
        self._results[result.file] = result

    def in_order(self) -> tuple[FileResult, ...]:
        """What is known so far, in the order of the files."""
        return tuple(self._results[file] for file in self._files if file in self._results)

    @contextmanager
    def failures_of(self, file: str) -> Iterator[None]:
        """Note an error of the block as the failure of a file; that the batch was cancelled is none."""
        try:
            yield
        except Cancelled:
            raise
        except Exception as error:  # whatever one file does to us, the others are still there
            failure = explain(error)
            self.add(FileResult(file, "failed", error=failure))
            if self._stops:
                self.stopped_by = type(failure)(f"The batch stopped at {file}: {failure.text}", failure.detail)
            else:
                self._say(Warn("file_failed", f"{file}: {failure.text}"))
