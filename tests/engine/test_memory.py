"""Memory that was freed goes back to the system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core import memory

PIECE = 100_000  # bytes: small enough to lie among others on the heap


def resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(memory._trim() is None, reason="the system's library cannot be asked")
def test_pieces_between_others_go_back() -> None:
    pieces = [bytearray(b"x" * PIECE) for _ in range(3000)]
    kept, full = pieces[::100], resident_bytes()
    pieces.clear()
    memory.give_back()
    assert full - resident_bytes() > 2000 * PIECE
    assert all(piece[-1] == ord("x") for piece in kept)


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    memory._trim.cache_clear()
    monkeypatch.setattr(sys, "platform", "win32")
    memory.give_back()
    assert memory._trim() is None
    memory._trim.cache_clear()
