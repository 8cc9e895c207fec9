"""Any exception as one sentence and one code."""

from __future__ import annotations

import errno

import pytest
import torch

from core.errors import BadRaster, Cancelled, DiskFull, OutOfMemory, SoftSegError
from core.failures import explain


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (MemoryError(), OutOfMemory),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"), OutOfMemory),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"), OutOfMemory),
        (RuntimeError("MPS backend out of memory"), OutOfMemory),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), OutOfMemory),
        (OSError(errno.ENOSPC, "No space left on device"), DiskFull),
        (OSError(errno.EACCES, "Permission denied"), SoftSegError),
        (RuntimeError("shapes do not fit"), SoftSegError),
        (ValueError("the text “out of memory” was typed"), SoftSegError),
        (SystemExit(0), SoftSegError),
        (KeyboardInterrupt(), Cancelled),
    ],
)
def test_each_exception_becomes_the_error_that_says_what_to_do(error, kind):
    explained = explain(error)
    assert type(explained) is kind
    assert explained.text.endswith(".")


def test_our_own_errors_stay_as_they_are():
    error = BadRaster("“a” is no raster.")
    assert explain(error) is error


def test_the_detail_holds_the_traceback():
    try:
        raise ValueError("deep inside")
    except ValueError as error:
        detail = explain(error).detail
    assert "test_failures.py" in detail
    assert "deep inside" in detail
