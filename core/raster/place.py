"""Places: where the outputs of a run are made, and how they all appear at once when the run has succeeded."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from ..errors import BadOption, BadOutput, DiskFull
from .full_disk import disk_full
from .ownership import is_ours
from .work_folder import OLD, WorkFolder, prefix, remove_dead

# What belongs to a raster or a GeoPackage of that name, and would be wrong beside another one.
_SIDE_SUFFIXES = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")
_LONGEST_NAME = 200  # bytes; file systems take 255, and side files need some of them


@dataclass(frozen=True, slots=True)
class Output:
    """A file that a run is to write, and about how many bytes it needs while it is made."""

    path: Path
    room_bytes: int = 0


class Places:
    """The outputs of one run: a context manager that puts them all in place at its end, or none after an exception.

    Each output is made under its own name in a hidden folder beside its place. What SoftSeg wrote there before is
    replaced together with its side files. Hidden folders of runs that were killed are deleted on the way.

    Args:
        outputs: what is to be written.
        inputs: local files that are read, and so must not be replaced.

    Raises:
        BadOption: two outputs have the same path.
        BadOutput: a place cannot be written, is an input, or holds something that SoftSeg did not make.
        DiskFull: there is too little room.
    """

    def __init__(self, outputs: Iterable[Output], inputs: Iterable[str | Path] = ()) -> None:
        try:
            planned = [Output(output.path.resolve(), output.room_bytes) for output in outputs]
            self._targets = [output.path for output in planned]
            _refuse_twins(self._targets)
            for target in self._targets:
                _check_place(target, [Path(path) for path in inputs])
            _check_room(planned)
        except (OSError, RuntimeError) as error:
            raise BadOutput("An output has a path that cannot be used: choose another one.", str(error)) from error
        self._folders: dict[Path, WorkFolder] = {}

    def __enter__(self) -> Places:
        try:
            for folder in {target.parent for target in self._targets}:
                self._folders[folder] = _make_folder(folder)
        except BadOutput:
            self.discard()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self.commit()
        finally:
            self.discard()

    def temporary(self, path: str | Path) -> Path:
        """The path under which the output for ``path`` is to be written."""
        target = Path(path).resolve()
        return self._folders[target.parent].path / target.name

    def commit(self) -> None:
        """Rename all outputs that were written, and their side files, to their places.

        Raises:
            BadOutput: one of them cannot be replaced, because another program has it open; then all is as before.
            DiskFull: the disk does not take the change.
        """
        moves: list[tuple[Path, Path]] = []
        try:
            for target in self._targets:
                made = self.temporary(target)
                if made.exists():
                    self._replace(target, made, moves)
        except BaseException as error:
            for source, destination in reversed(moves):
                destination.replace(source)
            if isinstance(error, OSError):
                raise _not_replaced(error, target) from error
            raise

    def discard(self) -> None:
        """Delete what is in the making."""
        for folder in self._folders.values():
            folder.remove()
        self._folders.clear()

    def _replace(self, target: Path, made: Path, moves: list[tuple[Path, Path]]) -> None:
        """Move the old file and its side files away, and the new ones in; ``moves`` notes each for the way back."""
        old = made.with_name(OLD)
        old.mkdir(exist_ok=True)
        pairs = [(path, old / path.name) for path in _with_side_files(target)]
        pairs += [(path, target.with_name(path.name)) for path in reversed(_with_side_files(made))]
        for source, destination in pairs:
            source.replace(destination)
            moves.append((source, destination))


@contextmanager
def new_file(path: str | Path, inputs: Iterable[str | Path] = ()) -> Iterator[Path]:
    """A place of one output: gives the path to write to; arguments and errors as `Places`."""
    with Places([Output(Path(path))], inputs) as places:
        yield places.temporary(path)


def _with_side_files(path: Path) -> list[Path]:
    """The file and those that belong to it, as far as they exist; the file first."""
    return [file for file in (path, *(Path(f"{path}{suffix}") for suffix in _SIDE_SUFFIXES)) if file.is_file()]


def _refuse_twins(paths: list[Path]) -> None:
    seen: dict[str, Path] = {}
    for path in paths:
        key = os.path.normcase(path)
        if key in seen:
            raise BadOption(f"Two outputs have the same path {path}: give each its own.")
        seen[key] = path


def _check_place(path: Path, inputs: list[Path]) -> None:
    """Raise BadOutput unless a file can be written there and nothing is lost."""
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise BadOutput(f"The file name {path.name[:40]}… is too long: choose a shorter one.")
    if path.is_dir():
        raise BadOutput(f"{path} is a folder: give a file name inside it.")
    if not path.parent.is_dir():
        raise BadOutput(f"There is no folder {path.parent}: make it, or choose another place for {path.name}.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise BadOutput(f"The folder {path.parent} cannot be written: choose another place for {path.name}.")
    if not path.exists():
        return
    if any(file.exists() and path.samefile(file) for file in inputs):
        raise BadOutput(f"{path} is an input of this run: choose another name for the output.")
    if not is_ours(path):
        raise BadOutput(f"{path} was not made by SoftSeg and is not replaced: choose another name, or delete it first.")


def _check_room(outputs: list[Output]) -> None:
    """Raise DiskFull where the outputs of one disk need more than it has left."""
    needed: dict[int, int] = {}
    for output in outputs:
        disk = output.path.parent.stat().st_dev
        needed[disk] = needed.get(disk, 0) + output.room_bytes
        free = shutil.disk_usage(output.path.parent).free
        if needed[disk] > free:
            raise DiskFull(
                f"The disk that holds {output.path.parent} has {free / 1e9:.1f} GB left, and the outputs need about "
                f"{needed[disk] / 1e9:.1f} GB: free some space or choose another place."
            )


def _make_folder(parent: Path) -> WorkFolder:
    remove_dead(parent)
    try:
        return WorkFolder(Path(tempfile.mkdtemp(prefix=prefix(), dir=parent)))
    except OSError as error:
        raise BadOutput(f"The folder {parent} cannot be written: choose another place.", detail=str(error)) from error


def _not_replaced(error: OSError, target: Path) -> BadOutput | DiskFull:
    if isinstance(error, PermissionError):
        return BadOutput(f"{target} cannot be replaced: close it in other programs and try again.", detail=str(error))
    return disk_full(f"{target}: {error}")
