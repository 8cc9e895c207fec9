"""Where the files that travel with the code are: beside `core`, in a checkout and in the packaged plugin alike."""

from __future__ import annotations

from pathlib import Path

from .errors import SoftSegError


def resource(name: str) -> Path:
    """Return the path of a file or folder under `resources/`.

    Args:
        name: the path inside `resources/`, with forward slashes ("lexicon", "engine.lock").

    Raises:
        SoftSegError: it is not there, so the installation is incomplete.
    """
    path = Path(__file__).resolve().parent.parent / "resources" / name
    if not path.exists():
        raise SoftSegError(f"This installation lacks resources/{name}; install SoftSeg again.", detail=str(path))
    return path
