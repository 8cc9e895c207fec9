"""The plan of tiles: a lattice of equal, overlapping rectangles that covers the whole work grid."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import BadOption

SMALLEST_TILE_PX = 64
LARGEST_OVERLAP = 0.75


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: its first row and column and its size in px of the work grid, and its place in the lattice."""

    row: int
    col: int
    height: int
    width: int
    row_index: int
    col_index: int
    first_in_row: bool
    last_in_row: bool


@dataclass(frozen=True, slots=True)
class Blend:
    """How tiles that overlap become one.

    Args:
        even: all tiles count the same, instead of less and less towards their borders.
        odds: the sigmoids of scores are averaged, instead of the scores.
        with_whole: one half of the result is a view of the whole grid, shrunk to the size of a tile.
        linear: the result is brought to the pixels linearly, instead of by a spline.
    """

    even: bool = False
    odds: bool = False
    with_whole: bool = False
    linear: bool = False


SMOOTH = Blend()
"""Our own way."""


@dataclass(frozen=True, slots=True)
class TilePlan:
    """Where the tiles of a work grid of ``height`` x ``width`` px start; all have the same size.

    A tile may stick out beyond the grid at the bottom and on the right: the grid is smaller than the tile,
    or its size is no multiple of what the model wants. ``overlap`` is what
    neighbours are meant to share of a tile's side, before places are rounded.
    """

    height: int
    width: int
    tile_height: int
    tile_width: int
    rows: tuple[int, ...]
    cols: tuple[int, ...]
    blend: Blend = SMOOTH
    overlap: float = 0.0

    def __len__(self) -> int:
        return len(self.rows) * len(self.cols)

    def tiles(self) -> Iterator[Tile]:
        """All tiles, row by row from the top, each row from the left."""
        last = len(self.cols) - 1
        for i, row in enumerate(self.rows):
            for j, col in enumerate(self.cols):
                yield Tile(row, col, self.tile_height, self.tile_width, i, j, j == 0, j == last)


def plan_tiles(height: int, width: int, tile: int, overlap: float, multiple: int = 32, shift: int = 0) -> TilePlan:
    """Cover a work grid with tiles.

    Tiles start at multiples of what the model wants: its cells then lie on the same ground in all tiles, and where
    tiles overlap they tell of the same cells.

    Args:
        height: rows of the work grid in px.
        width: columns of the work grid in px.
        tile: largest side of a tile in px; the tiles are as many as that takes, and no larger than it takes to share
            the grid evenly, since each px that is covered twice is computed twice.
        overlap: the share of a tile, 0 to 0.75, that its neighbour covers too; more where the last tile is pushed in.
        multiple: what the model wants tile sizes to be a multiple of, in px.
        shift: moves the lattice down and right by that many px, rounded down to the multiple.

    Raises:
        BadOption: the tile is too small or the overlap out of range.
    """
    if tile < SMALLEST_TILE_PX:
        raise BadOption(f"A tile of {tile} px is too small: choose {SMALLEST_TILE_PX} px or more.")
    if not 0 <= overlap <= LARGEST_OVERLAP:
        raise BadOption(f"An overlap of {overlap:g} is out of range: choose a share of the tile, 0 to 0.75.")
    tile_height, tile_width = (_even_side(length, tile, overlap, multiple) for length in (height, width))
    rows = _starts(height, tile_height, overlap, shift, multiple)
    cols = _starts(width, tile_width, overlap, shift, multiple)
    return TilePlan(height, width, tile_height, tile_width, rows, cols, overlap=overlap)


def _even_side(length: int, largest: int, overlap: float, multiple: int) -> int:
    """The smallest side that covers a length with as few tiles, overlapping as much, as the largest side does."""
    largest = max(multiple, largest // multiple * multiple)
    if length <= largest:
        return _round_up(length, multiple)
    shared = largest * overlap
    count = math.ceil((length - shared) / (largest - shared))
    return min(largest, _round_up(math.ceil((length + (count - 1) * shared) / count), multiple))


def _starts(length: int, side: int, overlap: float, shift: int, multiple: int) -> tuple[int, ...]:
    """First px of the tiles along one axis: a lattice, with what would lie outside pushed in."""
    step = max(math.floor(side * (1 - overlap)) // multiple, 1) * multiple
    last = _round_up(max(length - side, 0), multiple)
    offset = shift % step // multiple * multiple
    lattice = range(offset - step, last + step, step)
    return tuple(sorted({min(max(start, 0), last) for start in lattice}))


def _round_up(number: int, multiple: int) -> int:
    return -(-number // multiple) * multiple
