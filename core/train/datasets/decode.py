"""Decode pictures and masks, from a folder or straight from a zip, and name the file when that fails."""

from __future__ import annotations

import io
import zipfile
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import IO

import numpy as np
from PIL import Image

from ...errors import BadOption
from .kinds import Pixels

_opening = Lock()


def open_picture(source: Path | IO[bytes]) -> Image.Image:
    """Open a picture of any size: Pillow takes large ones for an attack, but these are the user's own.

    Raises:
        OSError: the file is missing or no picture.
    """
    with _opening:  # the limit is the whole process's, and only looked at while a picture is opened
        limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        try:
            return Image.open(source)
        finally:
            Image.MAX_IMAGE_PIXELS = limit


def read_rgb(source: Path | IO[bytes], name: str) -> Pixels:
    """Decode a picture as (H, W, 3) uint8.

    Raises:
        BadOption: the file is missing, truncated or no picture.
    """
    return _decode(source, name, "RGB")


def read_grey(source: Path | IO[bytes], name: str) -> Pixels:
    """Decode a mask of class numbers as (H, W) uint8.

    Raises:
        BadOption: the file is missing, truncated or no picture, or has more than one channel.
    """
    values = _decode(source, name, None)
    if values.ndim != 2 or values.dtype != np.uint8:
        raise BadOption(f"{name}: a mask of class numbers must have one 8-bit channel.")
    return values


def _decode(source: Path | IO[bytes], name: str, mode: str | None) -> Pixels:
    try:
        with open_picture(source) as picture:
            return np.array(picture.convert(mode) if mode else picture)
    except FileNotFoundError as error:
        raise BadOption(f"{name} is missing.", str(error)) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise BadOption(f"{name} cannot be read as a picture: it is damaged or of another kind.", str(error)) from error


class ZippedPictures:
    """Pictures inside a zip, read without unpacking it.

    The archive is held in memory from the first read on (tens of megabytes), so that threads and forked
    processes share no file position.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[type[ZippedPictures], tuple[Path]]:
        """Travel to another process as the path alone."""
        return type(self), (self.path,)

    def names(self) -> tuple[str, ...]:
        """The JPEG files inside, sorted.

        Raises:
            BadOption: the file is missing or no zip.
        """
        try:
            with zipfile.ZipFile(self.path) as archive:
                return tuple(sorted(name for name in archive.namelist() if name.lower().endswith((".jpg", ".jpeg"))))
        except (OSError, zipfile.BadZipFile) as error:
            raise BadOption(f"{self.path} cannot be read as a zip archive.", str(error)) from error

    def read(self, name: str) -> Pixels:
        """Decode one picture as (H, W, 3) uint8.

        Raises:
            BadOption: the member is missing or damaged.
        """
        place = f"{self.path}/{name}"
        try:
            content = self._archive.read(name)
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise BadOption(f"{place} cannot be read from the archive.", str(error)) from error
        return read_rgb(io.BytesIO(content), place)

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.path.read_bytes()))
