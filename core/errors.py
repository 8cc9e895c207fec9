"""What can go wrong, as one clear sentence for people and one code for programs."""

from __future__ import annotations

from typing import ClassVar


class SoftSegError(Exception):
    """Base of every error that SoftSeg raises on purpose.

    Args:
        text: one sentence that says what is wrong and, where it helps, what to do next.
        detail: more for a report (a library's own message); never needed to act.
    """

    code: ClassVar[str] = "internal"
    exit_code: ClassVar[int] = 1

    def __init__(self, text: str, detail: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.detail = detail


class BadInput(SoftSegError):
    """Something the user gave cannot be used."""

    code = "bad_option"
    exit_code = 2


class BadRaster(BadInput):
    """The raster is missing, broken, empty, or lacks what was asked of it."""

    code = "bad_raster"


class BadClasses(BadInput):
    """The class list is empty, repeats a name, or is too long."""

    code = "bad_classes"


class BadOption(BadInput):
    """An option is outside its range or does not fit the raster."""

    code = "bad_option"


class BadOutput(BadInput):
    """The output place cannot be written, or holds something that is not ours to replace."""

    code = "bad_output"


class DiskFull(BadInput):
    """The output place has too little room."""

    code = "disk_full"


class NoModel(BadInput):
    """The model is unknown, incomplete or damaged."""

    code = "no_model"


class NoDevice(BadInput):
    """The chosen computing device is not there."""

    code = "no_device"


class OutOfMemory(SoftSegError):
    """The device or the machine has too little memory, even for the smallest batch."""

    code = "oom"


class Cancelled(SoftSegError):
    """The user stopped the run; nothing was written."""

    code = "cancelled"
    exit_code = 130
