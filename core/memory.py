"""Memory of the GNU library: what one tile frees is kept for the next, and goes back when a job is done."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

# As numbered in malloc.h.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3

# More than any tensor of a tile, and much of what a tile needs at a time. With the library's own lower limits the
# system takes the same pages back and hands them out again tile after tile, filled with zeros: a sixth of the time.
_PIECE_BYTES = 256 * 2**20
_KEPT_BYTES = 512 * 2**20


def keep() -> None:
    """Has memory that is freed stay with the process for what it needs next.

    Does nothing where the system's library cannot be asked, or was told otherwise by its own variables.
    """
    limit = _function("mallopt")
    if limit is not None and not any(name.startswith("MALLOC_") or name == "GLIBC_TUNABLES" for name in os.environ):
        limit(_MMAP_THRESHOLD, _PIECE_BYTES)
        limit(_TRIM_THRESHOLD, _KEPT_BYTES)


def give_back() -> None:
    """Lets go of memory that is free but kept; does nothing where the system's library cannot be asked."""
    trim = _function("malloc_trim")
    if trim is not None:
        trim(0)


@cache
def _function(name: str) -> Callable[..., Any] | None:
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
