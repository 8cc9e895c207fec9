"""The shelf: the folder of fetched models, one sub-folder each, which several programs may use at once."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ...errors import BadOutput, DiskFull, NoModel
from .entry import Entry, RemoteFile
from .part import PART
from .record import RECORD_FILE, Record, read_records, write_records

READY, ABSENT, UNFINISHED, DAMAGED = "ready", "not downloaded", "unfinished", "damaged"

_POLL_S = 0.2


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of fetched models.

    Args:
        folder: made when it is first needed.
    """

    folder: Path

    def place(self, entry: Entry) -> Path:
        """The folder of one model."""
        return self.folder / entry.id

    def record(self, entry: Entry) -> Record:
        """What was seen of a model's files."""
        return read_records(self.place(entry))

    def keep_record(self, entry: Entry, record: Record) -> None:
        """Write down what was seen of a model's files."""
        write_records(self.place(entry), record)

    def kept(self, entry: Entry, file: RemoteFile) -> Path | None:
        """The path of a file that is there and of the size it came with; contents are not read.

        One that came before its digest was declared, and had another, does not count.
        """
        seen = self.record(entry).of(file)
        path = self.place(entry) / seen.name if seen else None
        return path if path and seen and not seen.damaged and _size(path) == seen.size_bytes else None

    def state(self, entry: Entry) -> str:
        """Ready, not downloaded, unfinished or damaged, as far as names and sizes tell."""
        place, record = self.place(entry), self.record(entry)
        wanted = [file for file in entry.files if not file.optional]
        if all(self.kept(entry, file) for file in wanted):
            return READY
        known = {seen.name for seen in record.files if (place / seen.name).is_file()}
        there = [file for file in entry.files if known.intersection(file.local_names)]
        if any(self.kept(entry, file) is None for file in there):
            return DAMAGED
        begun = any(place.glob(f"*{PART}")) or any(self.kept(entry, file) for file in wanted)
        return UNFINISHED if begun else ABSENT

    def files(self, entry: Entry) -> dict[str, tuple[Path, ...]]:
        """The paths of a model's files by role, as `RemoteFile.role` names them.

        Raises:
            NoModel: the model is not there, or not whole.
        """
        state = self.state(entry)
        if state != READY:
            raise NoModel(f"The model {entry.id} is {state}: run softseg models download {entry.id}.")
        paths: dict[str, tuple[Path, ...]] = {}
        for file in entry.files:
            if path := self.kept(entry, file):
                paths[file.role] = (*paths.get(file.role, ()), path)
        return paths

    @contextmanager
    def locked(self, entry: Entry, waiting: Callable[[], None]) -> Iterator[Path]:
        """Be the only one to change a model within the block; gives its folder, which is made.

        Args:
            entry: the model.
            waiting: called again and again while another program has it; may raise to stop waiting.

        Raises:
            BadOutput: the folder cannot be made or changed; an OSError within the block becomes this, too.
            DiskFull: there is no room; likewise.
        """
        place = self.place(entry)
        lock = FileLock(self.folder / f".{entry.id}.lock")
        try:
            place.mkdir(parents=True, exist_ok=True)
            while not _acquired(lock):
                waiting()
            yield place
        except OSError as error:
            raise self._failed(error) from error
        finally:
            lock.release()

    def _failed(self, error: OSError) -> BadOutput | DiskFull:
        """The error for a shelf that could not be changed."""
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            text = f"The disk of {self.folder} is full: free some space, or let SOFTSEG_MODELS name another folder."
            return DiskFull(text, str(error))
        text = f"The folder of models {self.folder} cannot be changed: let SOFTSEG_MODELS name another one."
        return BadOutput(text, str(error))

    def remove(self, entry: Entry, waiting: Callable[[], None], *, forget: bool = False) -> int:
        """Delete a model's files, finished or not; gives the bytes that this freed.

        Args:
            entry: the model.
            waiting: as for `locked`.
            forget: also forget which files were seen first, so that others of those names are taken next time.

        Raises:
            BadOutput: a file cannot be deleted.
        """
        if not self.place(entry).is_dir():
            return 0
        with self.locked(entry, waiting) as place:
            doomed = [path for path in place.iterdir() if path.is_file() and (forget or path.name != RECORD_FILE)]
            freed = sum(map(_size, doomed))
            for path in doomed:
                path.unlink()
        return freed


def _acquired(lock: FileLock) -> bool:
    try:
        lock.acquire(timeout=_POLL_S)
    except Timeout:
        return False
    return True


def _size(path: Path) -> int:
    """Bytes of a file; -1 where there is none."""
    return path.stat().st_size if path.is_file() else -1
