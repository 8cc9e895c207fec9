"""Codes to labels: what the numbers or the colours of a mask stand for."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ...errors import BadOption
from .kinds import Pixels

MAX_CLASSES = 254
"""Labels have 8 bits; 0 is ignored and 255 is what stands for nothing."""

_UNKNOWN = 255


def labels_of_numbers(mask: NDArray[np.integer], label_of_number: Mapping[int, int], name: str) -> Pixels:
    """Labels (H, W) uint8 of a mask of class numbers (H, W), of whatever integer type.

    Raises:
        BadOption: a pixel has a number that stands for nothing.
    """
    # The last entry stays unknown: numbers above the table fall on it, and so does -1.
    table = np.full(max(256, max(label_of_number, default=0) + 1) + 1, _UNKNOWN, np.uint8)
    table[list(label_of_number)] = list(label_of_number.values())
    codes = mask if mask.dtype == np.uint8 else mask.astype(np.int64).clip(-1, len(table) - 1)
    labels: Pixels = table[codes]
    if (labels == _UNKNOWN).any():
        row, col = np.argwhere(labels == _UNKNOWN)[0]
        raise BadOption(f"{name}: the number {mask[row, col]} at row {row}, column {col} stands for no class.")
    return labels


def labels_of_colours(mask: Pixels, label_of_colour: Mapping[int, int], name: str, tolerance: int = 0) -> Pixels:
    """Labels (H, W) uint8 of a colour mask (H, W, 3) uint8.

    Args:
        mask: the colours.
        label_of_colour: labels by 0xRRGGBB.
        name: the file, for messages.
        tolerance: how far each of red, green and blue may be off.

    Raises:
        BadOption: a pixel has a colour that stands for nothing.
    """
    cube = np.full((256, 256, 256), _UNKNOWN, np.uint8)
    for reach in sorted({tolerance, 0}, reverse=True):  # exact colours last: they win over near ones
        for colour, label in label_of_colour.items():
            cube[tuple(slice(max(0, part - reach), part + reach + 1) for part in _parts(colour))] = label
    labels: Pixels = cube[mask[..., 0], mask[..., 1], mask[..., 2]]
    if (labels == _UNKNOWN).any():
        row, col = np.argwhere(labels == _UNKNOWN)[0]
        shown = "".join(f"{part:02X}" for part in mask[row, col])
        raise BadOption(f"{name}: the colour #{shown} at row {row}, column {col} stands for no class.")
    return labels


def _parts(colour: int) -> tuple[int, int, int]:
    """Red, green and blue of 0xRRGGBB."""
    return colour >> 16, colour >> 8 & 255, colour & 255
