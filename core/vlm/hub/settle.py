"""A file that has come, checked and put in its place, with a record of what it was."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO, NoReturn

from ...errors import NoModel
from .entry import Entry, RemoteFile
from .part import PART, check_room, discard, size_of
from .record import FileRecord
from .shelf import Shelf
from .stages import OnProgress, Stage

_CHUNK = 1 << 20
_BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that has come, under a temporary name on the shelf.

    Args:
        part: where it is.
        name: under which it is to be kept.
        packed: whether it is an archive that holds the file.
        revision: the commit it came from; "": none is known.
        claimed_sha256: what its sender said that its digest is; "": nothing.
    """

    part: Path
    name: str
    packed: bool = False
    revision: str = ""
    claimed_sha256: str = ""


def settle(shelf: Shelf, entry: Entry, file: RemoteFile, arrival: Arrival, stage: Stage) -> None:
    """Check a file against all digests that are known, keep it, and record it where it is seen for the first time.

    A digest that is declared has the last word: such a file replaces another one that came before it was.

    Raises:
        NoModel: it is another file than it has to be, or damaged; then it is deleted.
    """
    digest = digest_of(arrival.part, stage("check", f"Checking {arrival.name}"))
    declared = file.sha256 if arrival.packed or not file.member else None
    if arrival.claimed_sha256 not in ("", digest):
        _refuse(arrival.part, f"{arrival.name} was damaged on the way and thrown away: download it again.", digest)
    if declared not in (None, digest):
        text = f"{arrival.name} is damaged, or not the file that this version of SoftSeg knows; it was thrown away."
        _refuse(arrival.part, text, digest)
    part = arrival.part
    if arrival.packed:
        part = _unpacked(arrival, file.member, stage)
        digest = digest_of(part, stage("check", f"Checking {arrival.name}"))
        discard(arrival.part)
    new = FileRecord(arrival.name, digest, size_of(part), arrival.revision)
    _refuse_another(shelf, entry, file, part, new)
    _keep(shelf, entry, file, part, new)


def _refuse_another(shelf: Shelf, entry: Entry, file: RemoteFile, part: Path, new: FileRecord) -> None:
    """Refuse a file where another one of its name came first, unless it is the one that is declared since."""
    seen = shelf.record(entry).named(new.name)
    if seen and seen.sha256 != new.sha256 and file.kept_sha256 is None:
        way_out = f"softseg models remove {entry.id} --forget lets it in"
        _refuse(part, f"{new.name} is not the file that came first, and was thrown away: {way_out}.", new.sha256)


def _keep(shelf: Shelf, entry: Entry, file: RemoteFile, part: Path, new: FileRecord) -> None:
    """Put a sound file in its place, and take away what came as this file before its digest was declared."""
    record = shelf.record(entry)
    seen = record.named(new.name)
    revision = new.revision or (seen.revision if seen and seen.sha256 == new.sha256 else "")
    others = {name for name in file.local_names if name != new.name} if file.kept_sha256 else set()
    # The record first: a stop in between leaves a whole part file, which the next download only has to check.
    shelf.keep_record(entry, record.without(others).with_file(replace(new, revision=revision)))
    part.replace(part.with_name(new.name))
    for other in others:
        part.with_name(other).unlink(missing_ok=True)
    discard(part)


def _refuse(part: Path, text: str, digest: str) -> NoReturn:
    discard(part)
    raise NoModel(text, f"its sha256 is {digest}")


def digest_of(path: Path, on_progress: OnProgress) -> str:
    """The sha256 of a file, in hexadecimal."""
    found, done, total = sha256(), 0, size_of(path)
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            found.update(chunk)
            done += len(chunk)
            on_progress(done, total)
    return found.hexdigest()


def copy_stream(source: IO[bytes], target: Path, total: int, on_progress: OnProgress) -> None:
    """Copy bytes into a new file, piece by piece."""
    done = 0
    with target.open("wb") as stream:
        while chunk := source.read(_CHUNK):
            stream.write(chunk)
            done += len(chunk)
            on_progress(done, total)


def _unpacked(arrival: Arrival, member: str, stage: Stage) -> Path:
    """Take one file out of an archive; gives its temporary path."""
    target = arrival.part.with_name(arrival.name + PART)
    try:
        with zipfile.ZipFile(arrival.part) as archive:
            held = _held(archive, member)
            if held is None:
                raise zipfile.BadZipFile(f"no {member}, but {_first(archive.namelist())}")
            check_room(target.parent, held.file_size)
            with archive.open(held) as source:
                copy_stream(source, target, held.file_size, stage("unpack", f"Unpacking {member}"))
    except _BAD_ARCHIVE as error:
        discard(arrival.part)
        target.unlink(missing_ok=True)
        text = f"{arrival.part.stem} is no sound archive with {member}, and was thrown away."
        raise NoModel(text, str(error)) from error
    return target


def _held(archive: zipfile.ZipFile, member: str) -> zipfile.ZipInfo | None:
    """The file of that name in any folder of an archive, or the only one of its kind; None: there is neither."""
    name = PurePosixPath(member)
    alike = [each for each in archive.infolist() if PurePosixPath(each.filename).suffix == name.suffix]
    named = [each for each in alike if PurePosixPath(each.filename).name == name.name]
    return next(iter(named or alike[: len(alike) == 1]), None)


def _first(names: list[str]) -> str:
    return ", ".join(names[:4]) + (", …" if len(names) > 4 else "") or "nothing"
