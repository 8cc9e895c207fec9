"""Part files: what has come of a file so far, beside a note of what its server said of it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ...errors import DiskFull, NoModel
from .strict import Misfit, read_record

PART = ".part"
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Served:
    """What a server said of the file that it is sending.

    Args:
        etag: identifies these very bytes; "" where the server gave nothing that does.
        size_bytes: of the whole file; None: not said.
        sha256: of the whole file; "": not said.
        revision: the commit that it belongs to; "": not said.
    """

    etag: str = ""
    size_bytes: int | None = None
    sha256: str = ""
    revision: str = ""

    @classmethod
    def from_headers(cls, headers: Mapping[str, str]) -> Served:
        """Read what the headers of a whole file say; their names are in lower case.

        Raises:
            NoModel: they contradict each other about its size.
        """
        sizes = {int(headers[name]) for name in ("x-linked-size", "content-length") if headers.get(name, "").isdigit()}
        if len(sizes) > 1:
            raise NoModel(f"The server says {min(sizes)} and {max(sizes)} bytes of one file: try another mirror.")
        etag, linked = headers.get("etag", ""), headers.get("x-linked-etag", "").removeprefix("W/").strip('"')
        return cls(
            etag="" if etag.startswith("W/") else etag,
            size_bytes=sizes.pop() if sizes else None,
            sha256=linked if _SHA256.fullmatch(linked) else "",
            revision=headers.get("x-repo-commit", ""),
        )


def begin_part(part: Path, served: Served) -> None:
    """Make an empty part file with its note."""
    part.write_bytes(b"")
    _note(part).write_text(json.dumps(asdict(served)), encoding="utf-8")


def said_of(part: Path) -> Served | None:
    """What the server said of a part file that is there; None where there is none to go on with."""
    if not part.is_file():
        return None
    try:
        return read_record(Served, json.loads(_note(part).read_text(encoding="utf-8")), "the note")
    except (OSError, ValueError, Misfit):
        return None


def discard(part: Path) -> None:
    """Delete a part file and its note."""
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)


def size_of(path: Path) -> int:
    """Bytes of a file; 0 where there is none."""
    return path.stat().st_size if path.is_file() else 0


def check_room(folder: Path, needed_bytes: int) -> None:
    """Raise DiskFull where the disk of a folder has less than that left."""
    free = shutil.disk_usage(folder).free
    if needed_bytes > free:
        raise DiskFull(
            f"The disk of {folder} has {free / 1e9:.1f} GB left, and {needed_bytes / 1e9:.1f} GB are needed: free some "
            "space, or let SOFTSEG_MODELS name a folder on another disk."
        )


def _note(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")
