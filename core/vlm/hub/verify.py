"""The files of a model on the shelf, read and compared with what they have to be."""

from __future__ import annotations

from .entry import Entry
from .settle import digest_of
from .shelf import Shelf
from .stages import Stage, waiting_for


def verify(entry: Entry, shelf: Shelf, *, stage: Stage) -> tuple[str, ...]:
    """Read every file of a model; gives the names of those that differ from what is declared, or else came first.

    A file that differs counts as damaged from then on, so that nothing uses it and the next download replaces it.

    Raises:
        BadOutput: the shelf cannot be written.
        Cancelled: the user stopped.
    """
    if not shelf.place(entry).is_dir():
        return ()
    declared = {name: file.kept_sha256 for file in entry.files for name in file.local_names}
    damaged = []
    with shelf.locked(entry, waiting_for(entry, stage)) as place:
        for seen in shelf.record(entry).files:
            path = place / seen.name
            if path.is_file():
                right = declared.get(seen.name) or seen.sha256
                wrong = digest_of(path, stage("check", f"Checking {seen.name}")) != right
                shelf.keep_record(entry, shelf.record(entry).marked(seen.name, damaged=wrong))
                damaged += [seen.name] * wrong
    return tuple(damaged)
