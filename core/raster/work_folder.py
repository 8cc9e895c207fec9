"""Work folders: hidden, beside the outputs that are made in them, and deleted by the next run where one was killed."""

from __future__ import annotations

import platform
import shutil
import time
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

OLD = "replaced"
"""Inside a work folder: what stood in the places of the outputs, until all of them are replaced."""

_LOCK = ".alive"
_NEW_S = 60  # a folder this young may be about to be locked


class WorkFolder:
    """A folder that was just made for a run, which locks it for as long as it lives."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path / _LOCK)
        _is_taken(self._lock)

    def remove(self) -> None:
        """Delete the folder and all that is in it."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def prefix() -> str:
    """How work folders of this machine begin: a lock of another one need not be seen from here."""
    return f".softseg-{sha256(platform.node().encode(errors='replace')).hexdigest()[:8]}-"


def remove_dead(parent: Path) -> None:
    """Delete the work folders that killed runs of this machine left beside their outputs."""
    for folder in parent.glob(f"{prefix()}*"):
        # What stood in the place of an output exists nowhere else. Folders of other users cannot even be looked into.
        if _is_dead(folder / _LOCK) and not (folder / OLD).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _is_dead(path: Path) -> bool:
    """Whether there is a lock that nobody holds any more."""
    try:
        young = time.time() - path.stat().st_mtime < _NEW_S
    except OSError:
        return False
    lock = FileLock(path)
    dead = not young and _is_taken(lock)
    lock.release()
    return dead


def _is_taken(lock: FileLock) -> bool:
    """Try to take a lock; False where another program has it, or the disk knows no locks."""
    try:
        lock.acquire(blocking=False)
    except (Timeout, OSError, NotImplementedError):
        return False
    return True
