"""Thumbnails of a map, its reference and its errors, gathered while their rows pass by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageColor

_SIDE_PX = 480
_EMPTY = "#e4e8ec"
RIGHT, WRONG = "#cfe3d2", "#c8102e"


class Thumbnails:
    """Every n-th pixel of every n-th row, so that no picture is larger than 480 px whatever the map's size.

    Args:
        height: rows of the map.
        width: columns of the map.
    """

    def __init__(self, height: int, width: int) -> None:
        self._step = max(1, -(-max(height, width) // _SIDE_PX))
        self._reference: list[NDArray[np.uint16]] = []
        self._predicted: list[NDArray[np.uint16]] = []

    def add(self, row: int, reference: NDArray[np.uint16], predicted: NDArray[np.uint16]) -> None:
        """Take the next rows of class numbers, (H, W), of which the first is at ``row``."""
        chosen = np.s_[-row % self._step :: self._step, :: self._step]
        self._reference.append(reference[chosen].copy())
        self._predicted.append(predicted[chosen].copy())

    def of_image(self, pixels: NDArray[np.uint8]) -> Image.Image:
        """The image (H, W, 3) that was mapped, as small as the others."""
        return Image.fromarray(pixels).reduce(self._step)

    def pictures(self, colours: Sequence[str]) -> tuple[Image.Image, Image.Image, Image.Image]:
        """Reference and map in the colours of the classes, and where the map is right and wrong.

        Args:
            colours: "#rrggbb" of class 1, 2, ...
        """
        reference, predicted = np.concatenate(self._reference), np.concatenate(self._predicted)
        table = np.array([ImageColor.getrgb(colour) for colour in (_EMPTY, *colours)], np.uint8)
        kinds = np.array([ImageColor.getrgb(colour) for colour in (_EMPTY, RIGHT, WRONG)], np.uint8)
        verdict = np.where(reference == 0, 0, np.where(reference == predicted, 1, 2))
        return Image.fromarray(table[reference]), Image.fromarray(table[predicted]), Image.fromarray(kinds[verdict])
