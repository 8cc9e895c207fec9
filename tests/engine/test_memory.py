"""Memory that was freed stays with the process while it works, and goes back to the system afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import memory

PIECE = 100_000  # bytes: small enough to lie among others on the heap
needs_library = pytest.mark.skipif(memory._function("mallopt") is None, reason="the system's library cannot be asked")

KEPT = """
import os
from pathlib import Path
from core import memory

def resident_bytes():
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")

memory.keep()
before = resident_bytes()
large = bytearray(b"x" * 100_000_000)
del large
kept = resident_bytes() - before
memory.give_back()
print(kept, resident_bytes() - before)
"""


def resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def kept_and_left(**environment: str) -> tuple[int, int]:
    """Bytes that a process of its own still has after it freed much, before and after it gave back."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("MALLOC_", "GLIBC_"))}
    told = {**plain, "PYTHONPATH": str(Path(memory.__file__).parents[1]), **environment}
    done = subprocess.run([sys.executable, "-c", KEPT], env=told, capture_output=True, text=True, check=True)
    kept, left = done.stdout.split()
    return int(kept), int(left)


@needs_library
def test_what_was_freed_is_kept_until_it_is_given_back() -> None:
    kept, left = kept_and_left()
    assert kept > 100_000_000
    assert left < 10_000_000


@needs_library
def test_who_has_set_the_librarys_own_limits_keeps_them() -> None:
    kept, _ = kept_and_left(MALLOC_MMAP_THRESHOLD_="131072")
    assert kept < 10_000_000


@needs_library
def test_pieces_between_others_go_back() -> None:
    pieces = [bytearray(b"x" * PIECE) for _ in range(3000)]
    kept, full = pieces[::100], resident_bytes()
    pieces.clear()
    memory.give_back()
    assert full - resident_bytes() > 2000 * PIECE
    assert all(piece[-1] == ord("x") for piece in kept)


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    memory._function.cache_clear()
    monkeypatch.setattr(sys, "platform", "win32")
    memory.keep()
    memory.give_back()
    assert memory._function("mallopt") is None
    memory._function.cache_clear()
