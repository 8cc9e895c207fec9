"""Compare a class raster, made anywhere, with a reference: strip by strip, so that memory does not grow with height."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from ..errors import BadOption
from ..options import whole
from ..raster.classmap import ClassMap
from ..raster.grid import Block, Grid
from ..report import AreaCounter
from .boundary import Boundary
from .comparison import Comparison, legend_of, summed_up
from .matching import Matching, Pairs, match
from .metrics import Confusion
from .reference import NumberedClasses, open_reference
from .sampled import area_adjusted
from .thumbnails import Thumbnails

_STRIP_PIXELS = 1 << 22
_IDS = 1 << 16
_FARTHEST_PX = 100

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of a comparison, and pictures of it."""

    figures: Comparison
    thumbnails: Thumbnails


def compare(
    classes_path: str,
    reference_path: str,
    *,
    field: str | None = None,
    mapping: Pairs = (),
    ignore: Collection[str] = (),
    boundary_px: int = 2,
    sample: bool = False,
    on_progress: Progress = lambda done, total: None,
    strip_rows: int | None = None,
) -> Compared:
    """Judge a class raster where its reference is known.

    The reference is read on the grid of the class raster, by nearest neighbour. A pixel is judged where the reference
    has a class that is not ignored; 0 and no-data are none. What the map leaves unlabelled there counts as wrong.

    Args:
        classes_path: the class raster.
        reference_path: a class raster on any grid, or polygons with a class field, in any CRS.
        field: the polygons' class field; None: SoftSeg's own, or the only one.
        mapping: pairs of a name of the map and a name of the reference; what they do not name goes by equal names.
        ignore: names of the reference whose ground is not judged; classes without names go by their numbers.
        boundary_px: how near to an edge counts for the boundary IoU, px; 0 leaves it out.
        sample: estimate accuracy and areas of the whole map, as if the reference were drawn at random within classes.
        on_progress: called with rows done and rows in all.
        strip_rows: rows read at once; None: about 4 million pixels.

    Raises:
        BadRaster: a raster cannot be read, or is no class raster.
        BadOption: an option is out of range, a class is unknown, no class matches, or the two do not overlap.
    """
    whole(0, _FARTHEST_PX)(boundary_px, "reach of boundaries")
    with ClassMap.open(classes_path) as classes, open_reference(reference_path, classes.grid, field) as reference:
        strips = list(classes.strips(strip_rows or max(1, _STRIP_PIXELS // classes.grid.width)))
        passes = 1 + (not classes.declared) + (not reference.declared)
        advance = _counter(strips, passes, on_progress)
        ours, theirs = (each.legend(_ids_of(each, strips, advance)) for each in (classes, reference))
        tally = _Tally(classes, reference, match(ours, theirs, mapping, ignore), boundary_px)
        for block in strips:
            tally.add(block)
            advance(block)
    if not tally.confusion.present.any():
        raise BadOption(f"{reference.name} says nothing of the ground of {classes.name}: nothing could be compared.")
    return Compared(tally.figures(sample=sample), tally.thumbnails)


class _Tally:
    """Counts over the strips of both."""

    def __init__(self, classes: ClassMap, reference: NumberedClasses, matching: Matching, boundary_px: int) -> None:
        self.confusion = Confusion.empty(len(matching.names))
        self.thumbnails = Thumbnails(classes.grid.height, classes.grid.width)
        self._boundary = Boundary.empty(len(matching.names))
        self._areas = AreaCounter(classes.grid)
        self._classes, self._reference = classes, reference
        self._matching, self._reach = matching, boundary_px

    def add(self, block: Block) -> None:
        """Count a strip; a few rows around it are read, too, for the sake of edges."""
        wider = _widened(block, self._reach, self._classes.grid)
        predicted = self._matching.of_classes[self._classes.read(wider)]
        reference = self._matching.of_reference[self._reference.read(wider)]
        inner = slice(block.row - wider.row, block.bottom - wider.row)
        names = len(self._matching.names)
        if self._reach:
            self._boundary += Boundary.of(reference, predicted, names, self._reach, inner)
        self.confusion += Confusion.of(reference[inner], predicted[inner], names)
        self._areas.add(block.row, predicted[inner])
        self.thumbnails.add(block.row, reference[inner], predicted[inner])

    def figures(self, *, sample: bool) -> Comparison:
        """What it comes to."""
        shares = [each.share for each in self._areas.result(legend_of(self._matching)).classes]
        sampled = area_adjusted(self.confusion, np.array(shares)) if sample else None
        return summed_up(self._matching, self.confusion, self._boundary, self._reach, sampled)


def _widened(block: Block, rows: int, grid: Grid) -> Block:
    return Block(block.row - rows, 0, block.height + 2 * rows, block.width).clip(grid.height, grid.width)


def _ids_of(classes: NumberedClasses, strips: list[Block], advance: Callable[[Block], None]) -> list[int]:
    """The ids that occur in a raster which does not declare its classes; none for one that does."""
    if classes.declared:
        return []
    met = np.zeros(_IDS, np.bool_)
    for block in strips:
        met[np.unique(classes.read(block))] = True
        advance(block)
    return np.flatnonzero(met).tolist()


def _counter(strips: list[Block], passes: int, on_progress: Progress) -> Callable[[Block], None]:
    """Tells of each strip that was read, of so many passes over all."""
    rows = sum(block.height for block in strips) * passes
    done = 0

    def advance(block: Block) -> None:
        nonlocal done
        done += block.height
        on_progress(done, rows)

    return advance
