"""The version of SoftSeg: written once, in metadata.txt."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def version() -> str:
    """Return the version that metadata.txt beside `core` states; "unknown" where the file is not there."""
    path = Path(__file__).resolve().parent.parent / "metadata.txt"
    if not path.is_file():
        return "unknown"
    entries = (line.partition("=") for line in path.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in entries if key.strip() == "version"), "unknown")
