"""A georeferenced raster with labels of its ground, cut into tiles that are read when they are loaded."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np

from ...errors import BadOption
from ...raster.grid import Block, Grid
from ...raster.readers import open_readers
from ...raster.stretch import Stretch
from ...vector.class_polygons import ClassPolygons
from .ground_labels import GroundLabels
from .kinds import DenseImage, Pixels
from .pictures import read_block, stretch_of
from .table import ClassTable, TableEntry, class_table

TILE_PX = 1024


def labelled_tiles(
    source: str, image: Path, labels: GroundLabels, ground_resolution_m: float | None = None
) -> tuple[DenseImage, ...]:
    """The tiles of a raster that have labels, from top to bottom; each is a place of its own.

    Args:
        source: the data set's name.
        image: the raster, of any bands and type; it is stretched as a whole, as for a run.
        labels: what is known of its ground.
        ground_resolution_m: metres per pixel of a raster that does not say; None: it must.

    Raises:
        BadOption: the resolution is not known, or the labels fit neither their table nor the raster.
        BadRaster: the raster cannot be read.
    """
    with closing(open_readers(str(image), None)) as readers:
        grid, stretch = readers.grid, stretch_of(readers)
    resolution_m = grid.ground_resolution() or ground_resolution_m
    if resolution_m is None:
        raise BadOption(f"{image} does not say how large its pixels are: georeference it.")
    labelled = labels.labelled(grid)
    tiles = []
    for block in filter(labelled, _blocks(grid)):
        place = f"{image.stem} row {block.row:06} column {block.col:06}"
        read = partial(_read, str(image), labels, block, stretch)
        tiles.append(DenseImage(source, place, f"{image} ({place})", resolution_m, labels.table.classes, read))
    if not tiles:
        raise BadOption(f"{labels.path} has no labels for the ground of {image}.")
    return tuple(tiles)


def table_of_field(image: Path, polygons: Path, field: str) -> ClassTable:
    """A class table of all that a field of polygons on a raster holds, under these very names.

    Raises:
        BadOption: the polygons cannot be read, or the field has no values there, or too many for classes.
        BadRaster: the raster cannot be read.
    """
    with closing(open_readers(str(image), None)) as readers:
        names = ClassPolygons.read(polygons, field, readers.grid).names
    return class_table([TableEntry(name) for name in names], f"{polygons}, field {field}")


def _read(image: str, labels: GroundLabels, block: Block, stretch: Stretch) -> tuple[Pixels, Pixels]:
    with closing(open_readers(image, None)) as readers:
        pixels, valid = read_block(readers, stretch, block)
        found = labels.labels(readers.grid, block)
    return pixels, np.where(valid, found, 0).astype(np.uint8)


def _blocks(grid: Grid) -> list[Block]:
    """A grid cut evenly into tiles of at most `TILE_PX` a side."""
    rows, cols = _edges(grid.height), _edges(grid.width)
    return [
        Block(top, left, bottom - top, right - left) for top, bottom in pairwise(rows) for left, right in pairwise(cols)
    ]


def _edges(length: int) -> list[int]:
    count = -(-length // TILE_PX)
    return [i * length // count for i in range(count + 1)]
