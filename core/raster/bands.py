"""Which bands the network sees, and the palette of an indexed image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.io import DatasetReader

from ..errors import BadOption
from ..spectrum import PICTURE, bands_of_product, named_bands

_RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)


@dataclass(frozen=True, slots=True, eq=False)
class Bands:
    """Band numbers, counted from 1, and for an indexed image what is behind its numbers.

    Attributes:
        indexes: the bands: three of a picture, or one for each that a multispectral model reads; 0: there is none.
        palette: colours of the numbers, (entries, 3).
        transparent: numbers that show nothing.
    """

    indexes: tuple[int, ...]
    palette: NDArray[np.uint8] | None = None
    transparent: tuple[int, ...] = ()

    @property
    def distinct(self) -> tuple[int, ...]:
        """The bands to be read, each once."""
        return tuple(index for index in dict.fromkeys(self.indexes) if index)

    def spread(self, values: NDArray[Any]) -> NDArray[Any]:
        """Channels (3 or more, H, W) from the distinct bands (n, H, W); NaN where there is no band."""
        if self.palette is not None:
            return np.moveaxis(self.palette[values[0]], -1, 0)
        if len(values) == len(self.indexes):
            return values
        if 0 not in self.indexes:
            return np.take(values, [self.distinct.index(index) for index in self.indexes], axis=0)
        nothing = np.full_like(values[0], np.nan, dtype=np.result_type(values.dtype, np.float32))
        return np.stack([values[self.distinct.index(index)] if index else nothing for index in self.indexes])


def choose_bands(dataset: DatasetReader, wanted: Sequence[int] | None = None) -> Bands:
    """The bands of a picture: the user's one or three; else red, green and blue; else the first three but alpha.

    Fewer than three are filled up with the last one. A lone band with a colour table is read through it. Of a longer
    list, made for a multispectral model, a picture shows the first three, which are blue, green and red.

    Raises:
        BadOption: ``wanted`` are not bands that the raster has.
    """
    indexes = _default(dataset) if wanted is None else _checked(dataset, wanted)
    table = _colour_table(dataset, indexes[0]) if len(set(indexes)) == 1 else {}
    if not table:
        return Bands(indexes)
    palette = np.zeros((np.iinfo(dataset.dtypes[indexes[0] - 1]).max + 1, 3), np.uint8)
    for number, rgba in table.items():
        palette[number] = rgba[:3]
    return Bands(indexes, palette, tuple(number for number, rgba in table.items() if not rgba[3]))


def choose_spectrum(dataset: DatasetReader, names: Sequence[str], wanted: Sequence[int] | None = None) -> Bands:
    """The bands of a multispectral model: as the user lists them, as they are described, or in their usual order.

    Args:
        dataset: the raster.
        names: what the model reads, in order, as `named_bands` calls it.
        wanted: as many band numbers, 0 where the raster has none.

    Raises:
        BadOption: ``wanted`` does not fit the model or the raster, or the raster does not tell what its bands are.
    """
    listed = ", ".join(names)
    if wanted is not None:
        if len(wanted) != len(names):
            raise BadOption(f"The model reads {listed}: give the numbers of these {len(names)} bands.")
        _check_numbers(dataset, [index for index in wanted if index])
        return Bands(tuple(wanted))
    found = named_bands(dataset.descriptions) or bands_of_product(len(_pictures(dataset)))
    indexes = tuple(found.get(name, 0) for name in names)
    if not all(name in found for name in PICTURE):
        raise BadOption(
            f"The model reads {listed}, and the raster does not say which of its {dataset.count} bands these "
            "are: give their numbers with --bands, 0 where there is none, or take a model of pictures."
        )
    return Bands(indexes)


def _checked(dataset: DatasetReader, wanted: Sequence[int]) -> tuple[int, int, int]:
    if len(wanted) > 3:
        wanted = (wanted[2], wanted[1], wanted[0])
        if 0 in wanted:
            return _default(dataset)
    if len(wanted) not in (1, 3):
        raise BadOption(f"Give one band or three, such as 1,2,3; {len(wanted)} were given.")
    _check_numbers(dataset, wanted)
    return wanted[0], wanted[len(wanted) // 2], wanted[-1]


def _check_numbers(dataset: DatasetReader, wanted: Sequence[int]) -> None:
    for index in wanted:
        if not 1 <= index <= dataset.count:
            raise BadOption(f"The raster has no band {index}: its bands are numbered from 1 to {dataset.count}.")


def _default(dataset: DatasetReader) -> tuple[int, int, int]:
    meanings = list(dataset.colorinterp)
    if all(colour in meanings for colour in _RGB):
        red, green, blue = (meanings.index(colour) + 1 for colour in _RGB)
        return red, green, blue
    named = named_bands(dataset.descriptions)
    if all(name in named for name in PICTURE):
        red, green, blue = (named[name] for name in PICTURE)
        return red, green, blue
    pictures = _pictures(dataset) or [1]
    return pictures[0], pictures[:2][-1], pictures[:3][-1]


def _pictures(dataset: DatasetReader) -> list[int]:
    """The bands that are not alpha."""
    return [i for i, meaning in enumerate(dataset.colorinterp, start=1) if meaning != ColorInterp.alpha]


def _colour_table(dataset: DatasetReader, index: int) -> dict[int, tuple[int, int, int, int]]:
    """Red, green, blue and alpha by number; nothing for a band without a colour table, even if it is called indexed."""
    if dataset.colorinterp[index - 1] != ColorInterp.palette or dataset.dtypes[index - 1] not in ("uint8", "uint16"):
        return {}
    try:
        return dict(dataset.colormap(index))
    except ValueError:
        return {}
