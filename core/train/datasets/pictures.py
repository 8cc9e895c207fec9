"""Pictures of any kind with the mask of each: 8-bit colours and labels, no-data ignored."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...errors import BadOption
from ...raster.grid import Block
from ...raster.readers import Readers, open_readers
from ...raster.sample import take_sample
from ...raster.stretch import Stretch, choose_stretch
from .codes import labels_of_colours, labels_of_numbers
from .decode import open_picture, read_rgb
from .kinds import Pixels
from .table import ClassTable

_TIFF = frozenset({".tif", ".tiff"})


def read_pair(
    picture: Path, mask: Path, table: ClassTable, encoding: str, tolerance: int, bands: Sequence[int] | None
) -> tuple[Pixels, Pixels]:
    """A picture (H, W, 3) and its labels (H, W), both uint8.

    Args:
        picture: the picture; a GeoTIFF may have any bands and any type.
        mask: its mask.
        table: what the mask's values stand for.
        encoding: ``numbers`` or ``colours``.
        tolerance: how far each of red, green and blue of the mask may be off.
        bands: bands of a GeoTIFF, numbered from 1; None: its red, green and blue.

    Raises:
        BadOption: a file is missing or broken, or a mask value stands for nothing.
        BadRaster: a GeoTIFF is broken.
    """
    if encoding == "colours":
        labels = labels_of_colours(read_rgb(mask, str(mask)), table.label_of_colour, str(mask), tolerance)
    else:
        labels = labels_of_numbers(_read_numbers(mask), table.label_of_number, str(mask))
    pixels, valid = read_picture(picture, bands)
    if valid.shape == labels.shape:
        labels[~valid] = 0
    return pixels, labels


def read_picture(path: Path, bands: Sequence[int] | None = None) -> tuple[Pixels, NDArray[np.bool_]]:
    """A picture (H, W, 3) uint8, and which of its pixels are data (H, W); the others are black.

    Raises:
        BadOption: the file is missing or no picture, or lacks a band.
        BadRaster: a GeoTIFF is broken.
    """
    if path.suffix.lower() in _TIFF:
        with closing(open_readers(str(path), bands)) as readers:
            return read_block(readers, stretch_of(readers), readers.grid.whole)
    pixels = read_rgb(path, str(path))
    with open_picture(path) as picture:
        if not picture.has_transparency_data:
            return pixels, np.ones(pixels.shape[:2], np.bool_)
        valid = np.asarray(picture.convert("RGBA").getchannel("A")) > 0
    return np.where(valid[..., None], pixels, np.uint8(0)), valid


def stretch_of(readers: Readers) -> Stretch:
    """How raw values become brightness: 8-bit ones as they are, all others by percentiles of the whole raster.

    Raises:
        BadRaster: the raster has no data, or cannot be read.
    """
    dtype = readers.validity.dtype
    if dtype == np.uint8:
        return choose_stretch("auto", np.zeros((3, 0)), np.zeros(0, np.bool_), dtype)
    sample = take_sample(readers.validity)
    return choose_stretch("auto", sample.values, sample.valid, dtype)


def read_block(readers: Readers, stretch: Stretch, block: Block) -> tuple[Pixels, NDArray[np.bool_]]:
    """A block of a raster as a picture (H, W, 3) uint8, and which of its pixels are data (H, W).

    Raises:
        BadRaster: the raster is broken.
    """
    raw = readers.pixels.read(block.to_window(), block.height, block.width)
    colours = np.nan_to_num(stretch.apply(raw.values)).transpose(1, 2, 0)
    shown = np.where(raw.valid[..., None], np.rint(colours * 255), 0)
    return shown.astype(np.uint8), raw.valid & np.isfinite(raw.values).all(axis=0)


def _read_numbers(path: Path) -> NDArray[np.integer]:
    """A mask of class numbers (H, W), of any integer type; a palette's indices."""
    try:
        with open_picture(path) as picture:
            values = np.array(picture)
    except FileNotFoundError as error:
        raise BadOption(f"{path} is missing.", str(error)) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise BadOption(f"{path} cannot be read as a picture: it is damaged or of another kind.", str(error)) from error
    if values.dtype == np.bool_:
        values = values.astype(np.uint8)
    if values.ndim != 2 or values.dtype.kind not in "iu":
        raise BadOption(f"{path}: a mask of class numbers must have one channel of whole numbers.")
    return values
