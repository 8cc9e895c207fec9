"""A model from files of one's own onto the shelf, for machines without a network."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from ...errors import BadOption
from .consent import require_consent
from .entry import Entry, RemoteFile
from .part import PART, check_room, size_of
from .settle import Arrival, copy_stream, settle
from .shelf import Shelf
from .stages import Stage, waiting_for


def import_files(entry: Entry, shelf: Shelf, source: Path, *, stage: Stage, accepted: bool = False) -> tuple[str, ...]:
    """Copy a model's files from a folder, or one file, onto the shelf, checked as downloads are.

    Args:
        entry: the model.
        shelf: where it goes.
        source: a folder that holds the files under their names, or one of them; a lone file with another name is taken
            as the weights if its suffix fits.
        stage: begins a stage of work; what it gives may raise `Cancelled`.
        accepted: the user agrees to what `concerns` names.

    Returns:
        The names of the files that came.

    Raises:
        BadOption: nothing there belongs to the model, or the model needs a yes.
        NoModel: a file is not the one it has to be.
        DiskFull: there is too little room.
        BadOutput: the shelf cannot be written.
    """
    found = _found(entry, source)
    require_consent(entry, accepted=accepted)
    with shelf.locked(entry, waiting_for(entry, stage)) as place:
        for file, path in found:
            _take(shelf, entry, file, path, place, stage)
    return tuple(path.name for _, path in found)


def _take(shelf: Shelf, entry: Entry, file: RemoteFile, path: Path, place: Path, stage: Stage) -> None:
    part = place / f"{path.name}.import{PART}"
    check_room(place, size_of(path))
    try:
        with path.open("rb") as stream:
            copy_stream(stream, part, size_of(path), stage("copy", f"Copying {path.name}"))
        packed = _is_packed(file, path)
        name = path.name if path.name in file.local_names else _fitting(file, path)
        settle(shelf, entry, file, Arrival(part, name, packed), stage)
    finally:
        part.unlink(missing_ok=True)


def _found(entry: Entry, source: Path) -> list[tuple[RemoteFile, Path]]:
    """The model's files and where they are."""
    if source.is_dir():
        places = [(file, _in_folder(file, source)) for file in entry.files]
        found = [(file, path) for file, path in places if path is not None]
    elif source.is_file():
        named = [file for file in entry.files if source.name in _names(file)]
        found = [(file, source) for file in named or [entry.weights] if named or _fits(file, source)]
    else:
        raise BadOption(f"There is no file or folder {source}.")
    if not found:
        wanted = "; ".join(" or ".join(_names(file)) for file in entry.files)
        raise BadOption(f"{source} holds nothing of {entry.title}, whose files are {wanted}.")
    return found


def _in_folder(file: RemoteFile, folder: Path) -> Path | None:
    places = (folder / name for name in (*file.names, *_names(file)))
    return next((path for path in places if path.is_file()), None)


def _names(file: RemoteFile) -> tuple[str, ...]:
    """What the file may be called, the archive that holds it included."""
    return (*file.local_names, *(PurePosixPath(name).name for name in file.names if file.member))


def _is_packed(file: RemoteFile, path: Path) -> bool:
    return bool(file.member) and path.name not in file.local_names and path.suffix == ".zip"


def _fits(file: RemoteFile, path: Path) -> bool:
    return any(PurePosixPath(name).suffix == path.suffix for name in _names(file))


def _fitting(file: RemoteFile, path: Path) -> str:
    """The name to keep a file under that has another one: one with its suffix, or an archive member's own."""
    same = (name for name in file.local_names if PurePosixPath(name).suffix == path.suffix)
    return next(same, file.local_names[0])
