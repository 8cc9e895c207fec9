"""What was freed goes back to the system, so that a large raster takes hardly more memory than a small one."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import lru_cache


def give_back() -> None:
    """Lets go of memory that is free but kept: the GNU library keeps pieces between others, more with every tile.

    Does nothing where the system's library cannot be asked.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@lru_cache(maxsize=1)
def _trim() -> Callable[[int], int] | None:
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
