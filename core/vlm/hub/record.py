"""What was seen of a model's files when they first came: revision, digest and size, to be held against them later."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from .entry import RemoteFile
from .strict import Misfit, read_record

RECORD_FILE = "record.json"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file as it was when it first came.

    Args:
        name: under which it is kept.
        sha256: digest of the file as kept.
        size_bytes: its size.
        revision: commit that it came from; "" for a file without one.
        damaged: whether the kept file was found to differ.
    """

    name: str
    sha256: str
    size_bytes: int
    revision: str = ""
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of the files of one model."""

    files: tuple[FileRecord, ...] = ()

    def of(self, file: RemoteFile) -> FileRecord | None:
        """What was seen of a declared file; None: it never came, or what came is not the one that is declared."""
        seen = filter(None, map(self.named, file.local_names))
        return next((each for each in seen if file.kept_sha256 in (None, each.sha256)), None)

    def named(self, name: str) -> FileRecord | None:
        """What was seen under a name."""
        return next((each for each in self.files if each.name == name), None)

    def without(self, names: Collection[str]) -> Record:
        """The record with some names forgotten."""
        return Record(tuple(each for each in self.files if each.name not in names))

    def with_file(self, seen: FileRecord) -> Record:
        """The record with a file's newest facts."""
        return Record((*self.without((seen.name,)).files, seen))

    def marked(self, name: str, *, damaged: bool) -> Record:
        """The record with a file found damaged or sound."""
        return Record(tuple(replace(each, damaged=damaged) if each.name == name else each for each in self.files))


def read_records(folder: Path) -> Record:
    """The record of a model's folder; an empty one where there is none, or none that can be read."""
    try:
        values = json.loads((folder / RECORD_FILE).read_text(encoding="utf-8"))
        return read_record(Record, values, "the record")
    except (OSError, ValueError, Misfit):
        return Record()


def write_records(folder: Path, record: Record) -> None:
    """Replace the record of a model's folder in one step."""
    part = folder / f"{RECORD_FILE}.part"
    part.write_text(json.dumps(asdict(record), indent=1) + "\n", encoding="utf-8")
    part.replace(folder / RECORD_FILE)
