"""Sites: the few rectangles of a raster on which models are compared."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..errors import BadRaster
from ..raster.grid import Block, Grid
from ..raster.source import RasterSource

_LEAST_VALID = 0.5
_TRIES_A_SITE = 20
_PLASTIC = 1.32471795724474602596  # steps of its powers spread evenly over a plane, however many there are


def choose_sites(source: RasterSource, side_px: int, most: int) -> tuple[Block, ...]:
    """Squares spread evenly over a raster, none over another: all there is room for, or `most` of them.

    Those without data in at least half of their pixels are passed over, unless the raster has no better.

    Args:
        source: the raster at its own resolution.
        side_px: side of a site, px of its grid.
        most: how many at most.

    Raises:
        BadRaster: no site holds any data.
    """
    found: list[tuple[float, Block]] = []
    for block in _spread(source.grid, side_px, most * _TRIES_A_SITE):
        if source.touches(block):
            found.append((float(source.valid(block).mean()), block))
        if sum(share >= _LEAST_VALID for share, _ in found) == most:
            break
    good = [block for share, block in found if share >= _LEAST_VALID]
    some = [block for share, block in sorted(found, key=lambda each: -each[0]) if share > 0]
    chosen = good or some[:most]
    if not chosen:
        raise BadRaster("No data was found where the models would be compared: give an --extent that holds some.")
    return tuple(sorted(chosen, key=lambda block: (block.row, block.col)))


def _spread(grid: Grid, side_px: int, most: int) -> Iterator[Block]:
    """Blocks of a lattice, each once, so that the first few of them already cover the whole evenly."""
    height, width = min(side_px, grid.height), min(side_px, grid.width)
    rows, cols = grid.height // height, grid.width // width
    seen: set[tuple[int, int]] = set()
    cells = ((row, col) for row in range(rows) for col in range(cols)) if rows * cols <= most else _jumps(rows, cols)
    for row, col in cells:
        if (row, col) not in seen:
            seen.add((row, col))
            yield Block(_start(row, rows, grid.height - height), _start(col, cols, grid.width - width), height, width)
        if len(seen) == min(most, rows * cols):
            return


def _jumps(rows: int, cols: int) -> Iterator[tuple[int, int]]:
    """Cells of a lattice without end, each far from those before it."""
    down = across = 0.5
    while True:
        yield math.floor(down * rows), math.floor(across * cols)
        down, across = (down + 1 / _PLASTIC) % 1, (across + 1 / _PLASTIC**2) % 1


def _start(number: int, count: int, room: int) -> int:
    return round(number * room / (count - 1)) if count > 1 else room // 2
