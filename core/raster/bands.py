"""Which three bands the network sees, and the palette of an indexed image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.io import DatasetReader

from ..errors import BadOption

_RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)


@dataclass(frozen=True, slots=True, eq=False)
class Bands:
    """Three band numbers, counted from 1, and for an indexed image what is behind its numbers.

    Attributes:
        indexes: the bands.
        palette: colours of the numbers, (entries, 3).
        transparent: numbers that show nothing.
    """

    indexes: tuple[int, int, int]
    palette: NDArray[np.uint8] | None = None
    transparent: tuple[int, ...] = ()

    @property
    def distinct(self) -> tuple[int, ...]:
        """The bands to be read, each once."""
        return tuple(dict.fromkeys(self.indexes))

    def spread(self, values: NDArray[Any]) -> NDArray[Any]:
        """Three channels (3, H, W) from the distinct bands (n, H, W)."""
        if self.palette is not None:
            return np.moveaxis(self.palette[values[0]], -1, 0)
        if len(values) == 3:
            return values
        return np.take(values, [self.distinct.index(index) for index in self.indexes], axis=0)


def choose_bands(dataset: DatasetReader, wanted: Sequence[int] | None = None) -> Bands:
    """The user's one or three bands; else red, green and blue; else the first three that are not alpha.

    Fewer than three are filled up with the last one. A lone band with a colour table is read through it.

    Raises:
        BadOption: ``wanted`` is not one or three bands that the raster has.
    """
    indexes = _default(dataset) if wanted is None else _checked(dataset, wanted)
    table = _colour_table(dataset, indexes[0]) if len(set(indexes)) == 1 else {}
    if not table:
        return Bands(indexes)
    palette = np.zeros((np.iinfo(dataset.dtypes[indexes[0] - 1]).max + 1, 3), np.uint8)
    for number, rgba in table.items():
        palette[number] = rgba[:3]
    return Bands(indexes, palette, tuple(number for number, rgba in table.items() if not rgba[3]))


def _checked(dataset: DatasetReader, wanted: Sequence[int]) -> tuple[int, int, int]:
    if len(wanted) not in (1, 3):
        raise BadOption(f"Give one band or three, such as 1,2,3; {len(wanted)} were given.")
    for index in wanted:
        if not 1 <= index <= dataset.count:
            raise BadOption(f"The raster has no band {index}: its bands are numbered from 1 to {dataset.count}.")
    return wanted[0], wanted[len(wanted) // 2], wanted[-1]


def _default(dataset: DatasetReader) -> tuple[int, int, int]:
    meanings = list(dataset.colorinterp)
    if all(colour in meanings for colour in _RGB):
        red, green, blue = (meanings.index(colour) + 1 for colour in _RGB)
        return red, green, blue
    pictures = [i for i, meaning in enumerate(meanings, start=1) if meaning != ColorInterp.alpha] or [1]
    return pictures[0], pictures[:2][-1], pictures[:3][-1]


def _colour_table(dataset: DatasetReader, index: int) -> dict[int, tuple[int, int, int, int]]:
    """Red, green, blue and alpha by number; nothing for a band without a colour table, even if it is called indexed."""
    if dataset.colorinterp[index - 1] != ColorInterp.palette or dataset.dtypes[index - 1] not in ("uint8", "uint16"):
        return {}
    try:
        return dict(dataset.colormap(index))
    except ValueError:
        return {}
