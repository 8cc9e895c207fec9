"""The reference of a comparison: a raster or polygons of classes, on the grid of the class raster that is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

import numpy as np
import pyogrio
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from ..errors import BadOption, BadRaster
from ..palette import complete_colours
from ..raster.aligned import AlignedRaster
from ..raster.classmap import ClassMap, LegendEntry
from ..raster.grid import Block, Grid
from ..raster.polygon_layer import PolygonLayer
from ..vector.class_polygons import ClassPolygons

_HIGHEST_ID = 65_535
_OUR_FIELD = "class_name"


class NumberedClasses(Protocol):
    """Class ids of the ground block by block, and what they are called; a `ClassMap` is one, too."""

    name: str
    declared: tuple[LegendEntry, ...]

    def read(self, block: Block) -> NDArray[np.uint16]:
        """Class ids (H, W) of a block of the grid; 0 where nothing is known."""
        ...

    def legend(self, ids: Iterable[int]) -> tuple[LegendEntry, ...]:
        """The declared classes, and an entry for any other of `ids`."""
        ...


class ReferenceRaster:
    """A class raster on any grid, read on another by nearest neighbour."""

    def __init__(self, own: ClassMap, aligned: AlignedRaster) -> None:
        self.name = own.name
        self.declared = own.declared
        self.legend = own.legend
        self._aligned = aligned

    def read(self, block: Block) -> NDArray[np.uint16]:
        """Class ids (H, W); 0 outside of the raster and where it has no data.

        Raises:
            BadRaster: the raster is damaged, or a value is no class id.
        """
        found = self._aligned.read(block)
        values = np.where(found.known, found.values, 0)
        if not 0 <= values.min() <= values.max() <= _HIGHEST_ID:
            raise BadRaster(f"{self.name} is not a class raster: class ids go from 0 to {_HIGHEST_ID:,}.")
        return values.astype(np.uint16)


class ReferencePolygons:
    """Polygons with a class field; the classes have numbers in order of name."""

    def __init__(self, name: str, polygons: ClassPolygons) -> None:
        self.name = name
        colours = complete_colours(polygons.names, [""] * len(polygons.names))
        numbers = range(1, len(polygons.names) + 1)
        self.declared = tuple(map(LegendEntry, numbers, polygons.names, colours))
        self._polygons = polygons

    def read(self, block: Block) -> NDArray[np.uint16]:
        """Class ids (H, W); 0 outside of the polygons."""
        return self._polygons.draw(block)

    def legend(self, ids: Iterable[int] = ()) -> tuple[LegendEntry, ...]:
        """The classes; no others can be met."""
        return self.declared


@contextmanager
def open_reference(path: str, grid: Grid, field: str | None) -> Iterator[NumberedClasses]:
    """Open a reference for the length of a block.

    Args:
        path: a class raster, or a vector file with polygons.
        grid: the grid that it is read on.
        field: the polygons' class field; None: SoftSeg's own, or the only one there is.

    Raises:
        BadRaster: it is a raster that cannot be read, or none of classes.
        BadOption: it does not overlap the grid or cannot be laid over it, or the class field is not known.
    """
    if field is None and not _is_vector(path):
        with ClassMap.open(path) as own, AlignedRaster.open(path, grid) as aligned:
            yield ReferenceRaster(own, aligned)
        return
    layer = PolygonLayer.find(path)
    polygons = ClassPolygons.read(path, field or _class_field(layer), grid)
    if not polygons.names:
        raise BadOption(f"No polygon of {path} with a class lies on the class raster.")
    yield ReferencePolygons(layer.path, polygons)


def _is_vector(path: str) -> bool:
    try:
        return len(pyogrio.list_layers(path)) > 0
    except (DataSourceError, DataLayerError):
        return False


def _class_field(layer: PolygonLayer) -> str:
    if _OUR_FIELD in layer.fields:
        return _OUR_FIELD
    if len(layer.fields) != 1:
        raise BadOption(
            f"Say with --field which field of {layer.path} holds the class: {', '.join(layer.fields) or 'it has none'}."
        )
    return layer.fields[0]
