"""The files of one model in its folder."""

from __future__ import annotations

from pathlib import Path

from ...errors import NoModel
from ..hub.entry import Entry


def needed_file(entry: Entry, role: str, folder: Path) -> Path:
    """The file of a role, under the first of its names that is there.

    Raises:
        NoModel: it is missing.
    """
    found = local_files(entry, role, folder)
    if not found:
        names = [file.local_names[0] for file in entry.files if file.role == role]
        file = f"{role.replace('_', ' ')} file" + (f" {names[0]}" if names else "")
        raise NoModel(f"The {file} of {entry.title} is missing in {folder}: download the model again.")
    return next(iter(found.values()))


def local_files(entry: Entry, role: str, folder: Path) -> dict[str, Path]:
    """Every file of a role that is there, by name, most wanted first."""
    names = [name for file in entry.files if file.role == role for name in file.local_names]
    return {name: folder / name for name in names if (folder / name).is_file()}
