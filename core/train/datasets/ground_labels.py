"""What is known of the ground under a raster: the numbers of a label raster, or polygons with a class field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ...classes import name_key
from ...errors import BadOption
from ...raster.aligned import AlignedRaster
from ...raster.grid import Block, Grid
from ...vector.class_polygons import ClassPolygons
from .codes import labels_of_numbers
from .kinds import Pixels
from .table import ClassTable

_GLANCE_PX = 16


class GroundLabels(Protocol):
    """Labels of the ground, for any grid that lies on it; travels to another process."""

    @property
    def path(self) -> str:
        """The file that holds them."""
        ...

    @property
    def table(self) -> ClassTable:
        """What they stand for."""
        ...

    def labels(self, grid: Grid, block: Block) -> Pixels:
        """Labels (H, W) of a block of a grid; 0 where nothing is known.

        Raises:
            BadOption: something stands for no class, or the file cannot be laid over the grid.
            BadRaster: a label raster is broken.
        """
        ...

    def labelled(self, grid: Grid) -> Callable[[Block], bool]:
        """Say of blocks of a grid whether they have labels; raises as `labels`."""
        ...


@dataclass(frozen=True, slots=True)
class LabelRaster:
    """Class numbers of a raster on any grid and in any CRS; its no-data is not known."""

    path: str
    table: ClassTable

    def labels(self, grid: Grid, block: Block) -> Pixels:
        """Labels (H, W) of a block of a grid, by nearest neighbour."""
        with AlignedRaster.open(self.path, grid) as raster:
            found = raster.read(block)
        where = f"{self.path}, from row {block.row} and column {block.col} of the image on"
        numbers = np.where(found.known, found.values, next(iter(self.table.label_of_number)))
        labels = labels_of_numbers(numbers, self.table.label_of_number, where)
        return np.where(found.known, labels, 0).astype(np.uint8)

    def labelled(self, grid: Grid) -> Callable[[Block], bool]:
        """Whether blocks have labels, as far as every 16th row and column shows."""
        height, width = (max(1, side // _GLANCE_PX) for side in (grid.height, grid.width))
        with AlignedRaster.open(self.path, grid) as raster:
            found = raster.read(grid.whole, (height, width))
        classes = [number for number, label in self.table.label_of_number.items() if label]
        shown = found.known & np.isin(found.values, classes)

        def is_labelled(block: Block) -> bool:
            near = block.covering(height / grid.height, width / grid.width)
            return bool(shown[near.row : near.bottom, near.col : near.right].any())

        return is_labelled


@dataclass(frozen=True, slots=True)
class LabelPolygons:
    """Polygons in any CRS whose field names the class inside them; outside of them nothing is known."""

    path: str
    field: str
    table: ClassTable

    def labels(self, grid: Grid, block: Block) -> Pixels:
        """Labels (H, W) of a block of a grid; a pixel belongs to the polygon that holds its centre."""
        polygons = ClassPolygons.read(self.path, self.field, grid.crop(block))
        numbers = self._labels_of(polygons.names)
        return polygons.draw(Block(0, 0, block.height, block.width), numbers).astype(np.uint8)

    def labelled(self, grid: Grid) -> Callable[[Block], bool]:
        """Whether polygons reach into blocks."""
        polygons = ClassPolygons.read(self.path, self.field, grid)
        self._labels_of(polygons.names)
        return polygons.touches

    def _labels_of(self, names: tuple[str, ...]) -> dict[str, int]:
        """Labels of polygon classes, which the table has by name or by number."""
        labels = {str(number): label for number, label in self.table.label_of_number.items()}
        labels |= {name_key(name): label for name, label in self.table.label_of_name.items()}
        for name in names:
            if name_key(name) not in labels:
                raise BadOption(f"{self.path}: “{name}” in the field “{self.field}” stands for no class.")
        return {name: labels[name_key(name)] for name in names}
