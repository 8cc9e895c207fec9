"""A process that is all SoftSeg's: it begins and ends sooner, and gets on beside other busy programs."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

from . import memory

# Loading torch and GDAL makes 400,000 objects that stay: Python's own 700 has it look through them all the time.
_NEW_OBJECTS = 20_000

# Torch's threads wait for each other in turns, and on Linux they do so busily at first. Where another program has one
# of two cores that keeps the other from the thread that is waited for: a map took ten times as long as with few turns.
_TURNS = "2000"


@contextmanager
def whole_process() -> Iterator[None]:
    """Is put around everything that a process does, before it loads torch.

    What it leaves then ends with it, without a last look for cycles. Who sets `OMP_WAIT_POLICY`, `GOMP_SPINCOUNT` or
    limits of the system's allocator keeps what is set.
    """
    gc.set_threshold(_NEW_OBJECTS)
    memory.keep()
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.setdefault("GOMP_SPINCOUNT", _TURNS)
    try:
        yield
    finally:
        gc.freeze()
