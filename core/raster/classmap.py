"""The class map: a class raster as it is read back, with the names and colours it carries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.io import DatasetReader

from ..errors import BadRaster
from ..palette import complete_colours
from .gdal_errors import damage_is_bad_raster
from .grid import Block, Grid
from .opening import open_raster

CLASSES_TAG = "SOFTSEG_CLASSES"
_HIGHEST_ID = 65_535
_COLOUR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One class of a legend: its id, the name people see, and its colour "#rrggbb"."""

    id: int
    name: str
    colour: str


class ClassMap:
    """A class raster, open for reading; 0 is no data or unlabelled.

    Rasters of other programs work too: their classes are named by their ids and keep the colours of their colour table.
    """

    def __init__(self, dataset: DatasetReader, band: int = 1) -> None:
        self._dataset = dataset
        self._band = band
        self.name = Path(dataset.name).name
        self.grid = Grid.of(dataset)
        self.declared = _declared(dataset)

    @classmethod
    @contextmanager
    def open(cls, path: str | Path, band: int | None = None) -> Iterator[ClassMap]:
        """Open a class raster for the length of a block.

        Args:
            path: the raster.
            band: which band holds the class ids, from 1; None: the only one.

        Raises:
            BadRaster: it cannot be read, that is no band of whole numbers, or none of several bands is named.
        """
        with open_raster(str(path)) as dataset:
            if band is not None and band > dataset.count:
                raise BadRaster(f"{path} has no band {band}, only {dataset.count}.")
            if (band is None and dataset.count != 1) or np.dtype(dataset.dtypes[(band or 1) - 1]).kind not in "iu":
                raise BadRaster(f"{path} is not a class raster: that has one band of whole numbers, the class ids.")
            yield cls(dataset, band or 1)

    def read(self, block: Block, shape: tuple[int, int] | None = None) -> NDArray[np.uint16]:
        """Class ids of a block, (H, W), or thinned out to `shape` without mixing classes.

        Raises:
            BadRaster: the raster is damaged, or a value is no class id.
        """
        with damage_is_bad_raster(self.name):
            window, nearest = block.to_window(), Resampling.nearest
            values = self._dataset.read(self._band, window=window, out_shape=shape, resampling=nearest)
        nodata = self._dataset.nodatavals[self._band - 1]
        if nodata:
            values[values == nodata] = 0
        if values.dtype != np.uint8 and not 0 <= values.min() <= values.max() <= _HIGHEST_ID:
            raise BadRaster(f"{self.name} is not a class raster: class ids go from 0 to {_HIGHEST_ID:,}.")
        return np.asarray(values, np.uint16)

    def strips(self, rows: int) -> Iterator[Block]:
        """Blocks of full width from top to bottom, of `rows` rows each; the last may have fewer."""
        for row in range(0, self.grid.height, rows):
            yield Block(row, 0, min(rows, self.grid.height - row), self.grid.width)

    def legend(self, ids: Iterable[int] = ()) -> tuple[LegendEntry, ...]:
        """The declared classes in order of id, and an entry for any other of `ids`; never one for 0."""
        known = {entry.id: entry for entry in self.declared}
        wanted = sorted({*known, *ids} - {0})
        names = [known[i].name if i in known else str(i) for i in wanted]
        table = {} if known else _colour_table(self._dataset, self._band)
        colours = complete_colours(names, [known[i].colour if i in known else table.get(i, "") for i in wanted])
        return tuple(map(LegendEntry, wanted, names, colours))


def _declared(dataset: DatasetReader) -> tuple[LegendEntry, ...]:
    """The classes of SoftSeg's own tag; none when it is missing or was spoiled by another program."""
    try:
        entries = json.loads(dataset.tags().get(CLASSES_TAG, "[]"))
        return tuple(_entry(each) for each in entries)
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()


def _entry(values: dict[str, Any]) -> LegendEntry:
    class_id, colour = int(values["id"]), str(values.get("colour")).lower()
    if not 1 <= class_id <= _HIGHEST_ID:
        raise ValueError(f"{class_id} is no class id")
    return LegendEntry(class_id, str(values["name"]), colour if _COLOUR.fullmatch(colour) else "")


def _colour_table(dataset: DatasetReader, band: int) -> dict[int, str]:
    try:
        table = dataset.colormap(band)
    except ValueError:
        return {}
    return {i: f"#{red:02x}{green:02x}{blue:02x}" for i, (red, green, blue, _) in table.items()}
