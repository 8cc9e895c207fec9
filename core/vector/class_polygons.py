"""Polygons that say which class the ground is, drawn onto a raster's grid block by block."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize

from ..errors import BadOption
from ..raster.grid import Block, Grid
from ..raster.polygon_layer import Geometries, PolygonLayer

_MOST_NAMES = 65_535


class ClassPolygons:
    """Polygons in the pixel coordinates of a grid, each with the name of its class.

    A pixel has the class of the polygon that holds its centre; where polygons overlap, of the one that the file has
    last. Memory grows with the polygons, never with the grid.

    Attributes:
        names: the classes, in order of name.
    """

    def __init__(self, polygons: Geometries, classes: NDArray[np.object_]) -> None:
        """Take shapely polygons, whose x is the column and y the row in px, and their class names, "" for none."""
        named = classes != ""
        self.names: tuple[str, ...] = tuple(sorted(set(classes[named].tolist())))
        self._polygons = polygons[named]
        numbers = {name: number for number, name in enumerate(self.names, start=1)}
        self._numbers = np.array([numbers[name] for name in classes[named]], np.int64)
        self._tree = shapely.STRtree(self._polygons)

    @classmethod
    def read(cls, path: str | os.PathLike[str], field: str, grid: Grid) -> ClassPolygons:
        """Read what a vector file has on a grid, which may be nothing.

        Args:
            path: the file; its first layer of polygons counts, in any CRS.
            field: which of its fields holds the class, as a text or a number; empty where it is not known.
            grid: the grid to draw on.

        Raises:
            BadOption: not a file of polygons, no such field, no way between the two CRS, or too many classes.
        """
        polygons, values = PolygonLayer.find(path).read(grid, field)
        found = cls(polygons, np.array([class_text(value) for value in values], np.object_))
        if len(found.names) > _MOST_NAMES:
            raise BadOption(f"The field “{field}” of {path} has {len(found.names):,} values: that is no class field.")
        return found

    def touches(self, block: Block) -> bool:
        """Whether any polygon reaches into a block."""
        return bool(self._near(block).size)

    def draw(self, block: Block, numbers: Mapping[str, int] | None = None) -> NDArray[np.uint16]:
        """Class numbers of a block, (height, width); 0 where no polygon is.

        Args:
            block: of the grid.
            numbers: the number of each name; None: its place in `names`, from 1.
        """
        near = self._near(block)
        own = self._numbers if numbers is None else np.array([0, *map(numbers.__getitem__, self.names)])[self._numbers]
        shape = (block.height, block.width)
        if not near.size:
            return np.zeros(shape, np.uint16)
        shapes = zip(self._polygons[near], own[near].tolist(), strict=True)
        corner = Affine.translation(block.col, block.row)
        return np.asarray(rasterize(shapes, shape, transform=corner, dtype=np.uint16), np.uint16)

    def _near(self, block: Block) -> NDArray[np.int64]:
        """Indices of the polygons that reach into a block, in the file's order."""
        box = shapely.box(block.col, block.row, block.right, block.bottom)
        return np.sort(self._tree.query(box, predicate="intersects"))


def class_text(value: Any) -> str:
    """A value of a field as a class name: 3.0 is the class 3, and what is empty is no class."""
    if value is None or (isinstance(value, (float, np.floating)) and not np.isfinite(value)):
        return ""
    if isinstance(value, (float, np.floating)) and value == int(value):
        return str(int(value))
    return str(value).strip()
