"""Any exception as one of ours: what people, programs and reports need to know about it."""

from __future__ import annotations

import errno
import traceback

from .errors import Cancelled, DiskFull, OutOfMemory, SoftSegError

_NO_MEMORY = ("out of memory", "not enough memory", "can't allocate memory", "cannot allocate memory", "bad_alloc")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def explain(error: BaseException) -> SoftSegError:
    """Give the `SoftSegError` that stands for an exception; what nobody foresaw becomes an internal error."""
    if isinstance(error, SoftSegError):
        return error
    if isinstance(error, KeyboardInterrupt):
        return Cancelled("The run was cancelled; nothing was written.")
    detail = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    if _is_out_of_memory(error):
        return OutOfMemory(
            "The memory is full: choose a smaller tile or fewer classes, or close other programs.", detail
        )
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return DiskFull("The disk is full: free some space or choose another output folder.", detail)
    return SoftSegError(f"Something went wrong inside SoftSeg ({type(error).__name__}); please report it.", detail)


def _is_out_of_memory(error: BaseException) -> bool:
    """Say whether memory has run out, in Python, torch (CPU or GPU), GEOS or GDAL; none of them is imported here."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    message = str(error).lower()
    return isinstance(error, RuntimeError) and any(phrase in message for phrase in _NO_MEMORY)
