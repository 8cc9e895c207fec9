"""A model from the network onto the shelf: each file once, however many programs ask for it."""

from __future__ import annotations

from pathlib import PurePosixPath

from ...errors import Cancelled, NoModel
from .addresses import address_of
from .consent import require_consent
from .entry import Entry, RemoteFile
from .fetch import NotThere, fetch
from .part import PART, said_of
from .record import FileRecord
from .settle import Arrival, digest_of, settle
from .shelf import Shelf
from .stages import Stage, waiting_for


def download(entry: Entry, shelf: Shelf, *, stage: Stage, accepted: bool = False) -> None:
    """Fetch what a model still lacks; files that are there are checked, damaged ones replaced.

    Args:
        entry: the model.
        shelf: where it goes.
        stage: begins a stage of work; the progress of a download is in bytes. What it gives may raise `Cancelled`.
        accepted: the user agrees to what `concerns` names.

    Raises:
        BadOption: the model needs a yes, or an address or proxy of the environment cannot be used.
        NoModel: a file is not offered any more, cannot be reached, or is not the one it has to be.
        DiskFull: there is too little room.
        BadOutput: the shelf cannot be written.
        Cancelled: the user stopped; what has come is kept for the next time.
    """
    require_consent(entry, accepted=accepted)
    try:
        with shelf.locked(entry, waiting_for(entry, stage)):
            for file in entry.files:
                if not _is_sound(shelf, entry, file, stage):
                    _bring(shelf, entry, file, stage)
    except Cancelled as error:
        text = "The download was stopped; what has come is kept, and the next download goes on from there."
        raise Cancelled(text) from error


def _is_sound(shelf: Shelf, entry: Entry, file: RemoteFile, stage: Stage) -> bool:
    path, seen = shelf.kept(entry, file), shelf.record(entry).of(file)
    if path is None or seen is None:
        return False
    return digest_of(path, stage("check", f"Checking {path.name}")) == seen.sha256


def _bring(shelf: Shelf, entry: Entry, file: RemoteFile, stage: Stage) -> None:
    seen = shelf.record(entry).of(file)
    for name in _candidates(file, seen):
        try:
            return _bring_one(shelf, entry, file, name, seen, stage)
        except NotThere:
            continue
    if not file.optional:
        raise NoModel(
            f"{' or '.join(file.names)} of {entry.title} is not at {file.repo or file.url}: get it from elsewhere, and "
            f"give it to softseg models import {entry.id}."
        )


def _bring_one(shelf: Shelf, entry: Entry, file: RemoteFile, name: str, seen: FileRecord | None, stage: Stage) -> None:
    base = PurePosixPath(name).name
    part = shelf.place(entry) / f"{base}{PART}"
    begun = said_of(part)
    revision = file.revision or (seen.revision if seen else "") or (begun.revision if begun else "")
    served = fetch(address_of(file, name, revision), part, stage("download", f"Downloading {base}{_size(file)}"))
    if revision and served.revision not in ("", revision):
        raise NoModel(f"The server sends another revision of {base} than was asked for: try another mirror.")
    kept = PurePosixPath(file.member).name if file.member else base
    arrival = Arrival(part, kept, bool(file.member), served.revision or revision, served.sha256)
    settle(shelf, entry, file, arrival, stage)


def _candidates(file: RemoteFile, seen: FileRecord | None) -> tuple[str, ...]:
    """The names to ask for, the wanted one first; only the one that came before, where one did."""
    if seen is None or file.member:
        return file.names
    return tuple(name for name in file.names if PurePosixPath(name).name == seen.name)


def _size(file: RemoteFile) -> str:
    return f" (about {file.size_bytes / 1e6:,.0f} MB)" if file.size_bytes else ""
