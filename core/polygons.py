"""Polygons: a class raster as a GeoPackage, strip by strip, so that memory does not grow with the raster's height."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasterio.io import DatasetReader

from .errors import BadOption, BadRaster, Cancelled
from .options import number
from .raster.classmap import ClassMap
from .raster.footprint import grid_transform
from .raster.gdal_errors import damage_is_bad_raster
from .raster.grid import Block, Grid
from .raster.opening import open_raster
from .raster.place import new_file
from .vector.geopackage import PolygonFile
from .vector.outlines import find_junctions, simplify, trace
from .vector.patches import Flags, Numbers, Patches, label_patches, measure_patches
from .vector.seams import Seams

_STRIP_PIXELS = 1 << 22
_OUTSIDE = -1

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PolygonStats:
    """What was written: how many polygons of which area in all, and how many were left out for being small.

    Areas are in m2, or in px for a raster without a CRS.
    """

    polygons: int
    area_m2: float
    dropped: int
    dropped_m2: float


def write_polygons(
    classes_path: str | Path,
    output_path: str | Path,
    *,
    confidence_path: str | Path | None = None,
    min_area_m2: float = 0,
    simplify_m: float = 0,
    keep: Collection[int] | None = None,
    band: int | None = None,
    strip_rows: int | None = None,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PolygonStats:
    """Write each 4-connected patch of a class as one polygon of the layer `classes` of a GeoPackage.

    Fields: class_id, class_name, area_m2 (ellipsoidal, summed over the patch's pixels, whatever its outline becomes),
    mean_confidence. Edges run along pixel edges, placed by the raster's own transform; by an affine transform fitted to
    the ground control points where there are only these; a raster without a CRS keeps the coordinates of its transform,
    and its areas are in px.

    Args:
        classes_path: the class raster; 0 gives no polygons.
        output_path: where the GeoPackage goes.
        confidence_path: confidence raster of the same size; without it mean_confidence is null.
        min_area_m2: smaller polygons are left out, which leaves holes; it is the class raster's own smallest patch that
            gives small patches to their neighbours.
        simplify_m: corners that stick out by less than about this are cut, the same way for both neighbours, so that no
            gap or overlap opens; the raster's outline stays. A raster of more than 4 million pixels is simplified in
            strips, and borders keep their corners where they lie on the line between two.
        keep: ids of the classes to write; None: all.
        band: which band of the class raster, from 1; None: the only one.
        strip_rows: rows worked on at once; None: about 4 million pixels.
        on_progress: called with rows done and rows in all.
        cancelled: asked before each strip.

    Raises:
        BadRaster: a raster cannot be read, is not a class raster, or the two differ in size.
        BadOption: an option is out of range, or `keep` names a class that is not there.
        BadOutput: the output place cannot be written or holds something else.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    number(0, 1e15)(min_area_m2, "smallest area")
    number(0, 1e6)(simplify_m, "simplification")
    inputs = [path for path in (classes_path, confidence_path) if path is not None]
    with (
        ClassMap.open(classes_path, band) as classes,
        _confidence(confidence_path, classes.grid) as confidence,
        new_file(output_path, inputs) as part,
    ):
        _check_keep(keep, classes)
        strips = _Strips(classes, confidence, keep, simplify_m)
        crs = classes.grid.placement[0] if classes.grid.placement else None
        file = PolygonFile(
            part, crs, grid_transform(classes.grid), {entry.id: entry.name for entry in classes.declared}
        )
        tally = np.zeros(4)
        for block in classes.strips(strip_rows or max(1, _STRIP_PIXELS // classes.grid.width)):
            if cancelled is not None and cancelled():
                raise Cancelled("The polygons were cancelled; nothing was written.")
            patches = strips.add(block)
            large = patches.areas_m2 >= min_area_m2
            file.add(patches.take(large))
            tally += _tally(patches, large)
            if on_progress is not None:
                on_progress(block.bottom, classes.grid.height)
        file.close()
    return PolygonStats(int(tally[0]), float(tally[1]), int(tally[2]), float(tally[3]))


class _Strips:
    """Turns strips of the class raster into patches, and gives each back when it is whole."""

    def __init__(
        self,
        classes: ClassMap,
        confidence: DatasetReader | None,
        keep: Collection[int] | None,
        simplify_m: float,
    ) -> None:
        self._classes = classes
        self._confidence = confidence
        self._keep = None if keep is None else np.array(sorted(keep), np.int64)
        self._simplify_m = simplify_m
        self._seams = Seams(classes.grid.width, straighten=not simplify_m)

    def add(self, block: Block) -> Patches:
        framed = self._framed(block)
        labels, class_ids = label_patches(framed[1:-1, 1:-1])
        wanted = class_ids != 0
        if self._keep is not None:
            wanted &= np.isin(class_ids, self._keep)
        row_areas = self._classes.grid.row_areas(block.row, block.height)
        if self._simplify_m:
            everything = trace(labels, np.ones_like(wanted), block.row)
            tolerance_px = self._simplify_m / float(np.sqrt(row_areas.mean()))
            outlines = simplify(everything, find_junctions(framed), block.row, tolerance_px)
        else:
            outlines = trace(labels, wanted, block.row)
        patches = measure_patches(labels, class_ids, outlines, row_areas, self._read_confidence(block))
        return self._seams.add(labels, patches, wanted, is_last=block.bottom == self._classes.grid.height)

    def _framed(self, block: Block) -> NDArray[np.int32]:
        """Class ids of a block with one more pixel on each side, (H + 2, W + 2); -1 outside of the raster."""
        grid = self._classes.grid
        wider = Block(block.row - 1, 0, block.height + 2, block.width).clip(grid.height, grid.width)
        above, below = wider.row - (block.row - 1), block.bottom + 1 - wider.bottom
        return np.pad(self._classes.read(wider).astype(np.int32), ((above, below), (1, 1)), constant_values=_OUTSIDE)

    def _read_confidence(self, block: Block) -> NDArray[np.float32] | None:
        if self._confidence is None:
            return None
        with damage_is_bad_raster(self._confidence.name):
            values = self._confidence.read(1, window=block.to_window(), masked=True)
        return np.asarray(values.astype(np.float32).filled(np.nan))


@contextmanager
def _confidence(path: str | Path | None, grid: Grid) -> Iterator[DatasetReader | None]:
    """The confidence raster, open, if there is one; raises BadRaster when it is not as large as the class raster."""
    if path is None:
        yield None
        return
    with open_raster(str(path)) as dataset:
        if (dataset.height, dataset.width) != (grid.height, grid.width):
            raise BadRaster(f"The confidence raster {path} is not as large as the class raster.")
        yield dataset


def _check_keep(keep: Collection[int] | None, classes: ClassMap) -> None:
    known = {entry.id for entry in classes.declared}
    strangers = sorted(set(keep or ()) - known) if known else []
    if strangers:
        raise BadOption(f"There is no class {strangers[0]} in {classes.name}: its classes are 1 to {max(known)}.")


def _tally(patches: Patches, large: Flags) -> Numbers:
    """Count and area of the large patches, and of the others."""
    areas = patches.areas_m2
    return np.array([large.sum(), areas[large].sum(), (~large).sum(), areas[~large].sum()])
