"""Outlines: patches as polygons in pixel coordinates (x = column, y = row), whose corners are pixel corners.

By their signed area outer rings run clockwise; where rows count from the north, that is counter-clockwise on the
ground.
"""

from __future__ import annotations

from array import array
from itertools import chain

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from rasterio.features import shapes

from .patches import Flags, Labels, Outlines


def trace(labels: Labels, wanted: Flags, row: int) -> Outlines:
    """Trace the outline of each wanted patch along its pixels' edges.

    Args:
        labels: (H, W), as `label_patches` gives them.
        wanted: (N,) says which labels to trace.
        row: where the first row of `labels` lies in the raster.

    Returns:
        One polygon a label (N,), in pixel coordinates of the raster; None where not wanted.
    """
    outlines = np.full(len(wanted), None, object)
    numbers, ring_ends, polygon_ends, order = array("d"), [0], [0], []
    for outline, label in shapes(labels, wanted[labels], connectivity=4, transform=Affine.translation(0, row)):
        for ring in outline["coordinates"]:
            numbers.extend(chain.from_iterable(ring))
            ring_ends.append(len(numbers) // 2)
        polygon_ends.append(len(ring_ends) - 1)
        order.append(int(label))
    if order:
        points = np.frombuffer(numbers).reshape(-1, 2)
        outlines[order] = _polygons(points, np.array(ring_ends), np.array(polygon_ends))
    return outlines


def find_junctions(classes: npt.NDArray[np.integer]) -> Flags:
    """Find the pixel corners where three or more borders meet.

    Args:
        classes: (H + 2, W + 2) class ids with one more pixel on each side; -1 outside of the raster.

    Returns:
        (H + 1, W + 1), one flag a pixel corner.
    """
    across = (classes[1:] != classes[:-1]).view(np.uint8)
    along = (classes[:, 1:] != classes[:, :-1]).view(np.uint8)
    borders = across[:, 1:] + across[:, :-1] + along[1:] + along[:-1]
    return np.asarray(borders >= 3)


def simplify(outlines: Outlines, junctions: Flags, row: int, tolerance_px: float) -> Outlines:
    """Simplify outlines that fill a rectangle, so that neighbours still share every border.

    The rectangle's own edge stays as it is, so that rectangles that touch still do.

    Args:
        outlines: (N,) polygons in pixel coordinates, without gaps or overlaps.
        junctions: (H + 1, W + 1), as `find_junctions` gives them.
        row: where the first row of `junctions` lies in the raster.
        tolerance_px: square root of the area, in pixels, up to which a corner's triangle is cut off.
    """
    matched = without_straight_corners(shapely.segmentize(outlines, 1), junctions, row)
    simple = shapely.coverage_simplify(matched, tolerance_px, simplify_boundary=False)
    return np.asarray(shapely.orient_polygons(simple, exterior_cw=True))


def without_straight_corners(outlines: Outlines, junctions: Flags | None = None, row: int = 0) -> Outlines:
    """Drop the corners at which a ring runs straight on, except at junctions.

    Args:
        outlines: (N,) polygons in pixel coordinates.
        junctions: (H + 1, W + 1) flags of pixel corners to keep, or None.
        row: where the first row of `junctions` lies in the raster.
    """
    _, closed, (ring_ends, polygon_ends) = shapely.to_ragged_array(outlines)
    open_points = np.rint(np.delete(closed, ring_ends[1:] - 1, axis=0)).astype(np.int64)
    ends = ring_ends - np.arange(len(ring_ends))
    kept = _turns(open_points, ends)
    if junctions is not None:
        kept |= junctions[open_points[:, 1] - row, open_points[:, 0]]
    kept_before = np.concatenate(([0], np.cumsum(kept)))
    return _closed_polygons(open_points[kept], kept_before[ends], polygon_ends)


def _turns(points: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> Flags:
    """Say which points of open rings are true corners; ring `i` is `points[ends[i]:ends[i + 1]]`."""
    before, after = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
    before[ends[:-1]] = points[ends[1:] - 1]
    after[ends[1:] - 1] = points[ends[:-1]]
    (x1, y1), (x2, y2) = (points - before).T, (after - points).T
    return np.asarray(x1 * y2 != y1 * x2)


def _closed_polygons(
    points: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], polygon_ends: npt.NDArray[np.int64]
) -> Outlines:
    closed = np.insert(points, ends[1:], points[ends[:-1]], axis=0)
    return _polygons(closed.astype(float), ends + np.arange(len(ends)), polygon_ends)


def _polygons(
    points: npt.NDArray[np.float64], ring_ends: npt.NDArray[np.int64], polygon_ends: npt.NDArray[np.int64]
) -> Outlines:
    return np.asarray(shapely.from_ragged_array(shapely.GeometryType.POLYGON, points, (ring_ends, polygon_ends)))
