"""Which engine is in use: the interpreter that runs the worker, and where engines are kept."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Any

from ..paths import resource
from ..settings import settings

_CURRENT = "current.json"
_READY = "ready.json"  # inside an environment: its probe has passed
_OF_THE_GPU = re.compile(r"(nvidia-|cuda-|triton\b)")


@dataclass(frozen=True)
class Engine:
    """An interpreter in which the worker runs.

    Args:
        python: path of the interpreter.
        origin: "installed" by SoftSeg, the user's "own", or a "developer"'s.
        device: title of the device that the probe computed on; empty where no probe has run.
    """

    python: str
    origin: str
    device: str = ""


def current_engine() -> Engine | None:
    """The engine to work with: what SOFTSEG_PYTHON names, else what was set up last; None: none is there yet.

    An installed engine whose packages are no longer those of `engine.lock` does not count.
    """
    developers = os.environ.get("SOFTSEG_PYTHON", "")
    if developers:
        return Engine(developers, "developer")
    engine, lock = _read_current()
    if engine is None or not S_ISREG(mode_of(engine.python)) or (engine.origin == "installed" and lock not in _locks()):
        return None
    return engine


def is_outdated() -> bool:
    """Whether the engine that was set up last has other packages than this SoftSeg needs."""
    engine, lock = _read_current()
    return engine is not None and engine.origin == "installed" and lock not in _locks()


def data_root() -> Path:
    """The folder that holds engines: as the settings say, as SOFTSEG_HOME says, or where the system keeps such data."""
    chosen = settings.home or os.environ.get("SOFTSEG_HOME", "")
    return Path(chosen).expanduser() if chosen else default_root(sys.platform, os.environ.get("LOCALAPPDATA", ""))


def default_root(platform: str, local_app_data: str) -> Path:
    """The folder that a system keeps for such data; never the QGIS profile, which may roam between machines."""
    if platform == "win32" and local_app_data:
        return Path(local_app_data) / "softseg"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "softseg"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "softseg"


def lock_text(device: str) -> str:
    """The packages to install; for the processor alone on Linux, without what only a graphics card needs.

    Comments are dropped, so that only a change of packages makes another engine.
    """
    lines = resource("engine.lock").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if device == "cpu" and sys.platform == "linux":
        pins = [line for line in pins if not _OF_THE_GPU.match(line)]
    return "\n".join(pins) + "\n"


def lock_hash(text: str) -> str:
    """What an environment of these packages is named by."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def environment_folder(root: Path, text: str) -> Path:
    """Where the environment of these packages belongs."""
    return root / f"env-{lock_hash(text)}"


def environment_python(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def is_ready(folder: Path) -> bool:
    """Whether an environment is whole; one whose making was broken off is not."""
    return S_ISREG(mode_of(folder / _READY))


def mark_ready(folder: Path, probe: dict[str, Any]) -> None:
    """Note in an environment that its probe has passed."""
    _write(folder / _READY, probe)


def unmark_ready(folder: Path) -> None:
    """Take an environment for unfinished from now on."""
    (folder / _READY).unlink(missing_ok=True)


def make_current(engine: Engine, lock: str = "", root: Path | None = None) -> None:
    """Use this engine from now on, in every QGIS of this user; takes effect in one step.

    Args:
        engine: an engine whose probe has passed.
        lock: the hash of the packages that an installed engine was made of.
        root: becomes the data root; None: it stays what it is.

    Raises:
        OSError: the data root cannot be written.
    """
    root = root or data_root()
    values = {"v": 1, "python": engine.python, "origin": engine.origin, "device": engine.device, "lock": lock}
    _write(root / _CURRENT, values)
    if root != data_root():
        settings.home = str(root)


def forget_current() -> None:
    """Use no engine, until one is set up again."""
    (data_root() / _CURRENT).unlink(missing_ok=True)


def current_folder() -> Path | None:
    """The environment that is in use; None where there is none, or the user's own Python is."""
    engine, lock = _read_current()
    return data_root() / f"env-{lock}" if engine is not None and engine.origin == "installed" else None


def mode_of(path: str | Path) -> int:
    """What is at a path, for `stat.S_ISREG` and its like; 0 where there is nothing, or where nobody may look.

    There `Path.is_file`, `is_dir` and `exists` raise.
    """
    try:
        return Path(path).stat().st_mode
    except (OSError, ValueError):
        return 0


def _locks() -> set[str]:
    """The hashes of what this SoftSeg would install, whatever device is chosen."""
    return {lock_hash(lock_text(device)) for device in ("auto", "cpu")}


def _read_current() -> tuple[Engine | None, str]:
    """The engine that was set up last and the hash of its packages; what cannot be read is as if it were not there."""
    try:
        values = json.loads((data_root() / _CURRENT).read_text(encoding="utf-8"))
        engine = Engine(str(values["python"]), str(values["origin"]), str(values["device"]))
        return engine, str(values["lock"])
    except (OSError, ValueError, KeyError, TypeError):
        return None, ""


def _write(path: Path, values: dict[str, Any]) -> None:
    """Write JSON under a temporary name and rename, so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(values, stream, indent=2)
        Path(part).replace(path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise
