"""The files of a model on the shelf, read and compared with what came first."""

from __future__ import annotations

from .entry import Entry
from .settle import digest_of
from .shelf import Shelf
from .stages import Stage, waiting_for


def verify(entry: Entry, shelf: Shelf, *, stage: Stage) -> tuple[str, ...]:
    """Read every file of a model; gives the names of those that differ from what came first.

    A file that differs counts as damaged from then on, so that nothing uses it and the next download replaces it.

    Raises:
        BadOutput: the shelf cannot be written.
        Cancelled: the user stopped.
    """
    if not shelf.place(entry).is_dir():
        return ()
    damaged = []
    with shelf.locked(entry, waiting_for(entry, stage)) as place:
        for seen in shelf.record(entry).files:
            path = place / seen.name
            if path.is_file():
                wrong = digest_of(path, stage("check", f"Checking {seen.name}")) != seen.sha256
                shelf.keep_record(entry, shelf.record(entry).marked(seen.name, damaged=wrong))
                damaged += [seen.name] * wrong
    return tuple(damaged)
