"""Whether tiles show in a class map: changes across the lines where tiles meet, and under shifted tiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations

import numpy as np
from numpy.typing import NDArray

from ..costs import open_source, plan_for
from ..engine import Engine
from ..job import Job
from ..raster.source import RasterSource
from ..tiling.plan import TilePlan
from .pipeline import class_map

OnMap = Callable[[int, int], None]
Lines = tuple[Sequence[int], Sequence[int]]
"""Rows and columns where tiles meet."""

_PLACES = 4  # of the tiles, a quarter of their step apart


@dataclass(frozen=True, slots=True)
class Traces:
    """What tiles leave behind in the class maps of one raster, made with its tiles at several places.

    Args:
        ratio: how often the class changes across the lines where tiles meet, over how often it does across all other
            lines, of all maps together; 1 means that tiles leave no trace.
        by_chance: between what the ratio lies, 95 times in 100, for as many lines at other places of the same maps:
            within it, nothing tells the lines where tiles meet from any others.
        paired: the same over how often it changes across the very same lines where tiles meet elsewhere, so that a
            road under such a line counts on both sides.
        moved: share of the pixels with another class when all tiles are shifted by half their step.
    """

    ratio: float
    by_chance: tuple[float, float]
    paired: float
    moved: float


@dataclass(frozen=True, slots=True)
class Seams:
    """How far the tiles of one raster show.

    Args:
        tiles: how many there are.
        blended: tiles that overlap and are blended as `segment` does.
        joined: tiles joined without any overlap, for comparison.
    """

    tiles: int
    blended: Traces
    joined: Traces


def measure_seams(job: Job, engine: Engine, on_map: OnMap = lambda done, total: None) -> Seams:
    """Segments a raster blended and joined hard, each with its tiles in place and shifted by quarters of their step.

    Args:
        job: the raster and the classes.
        engine: segments it.
        on_map: hears how many of how many maps are done.

    Raises:
        SoftSegError: as `segment` does.
    """
    with open_source(job, model=engine.model) as source:
        blended = _traces(job, engine, source, on_map, hard=False)
        joined = _traces(replace(job, overlap=0.0), engine, source, on_map, hard=True)
        return Seams(len(plan_for(job, source.work_grid, engine.model)), blended, joined)


def _traces(job: Job, engine: Engine, source: RasterSource, on_map: OnMap, *, hard: bool) -> Traces:
    plan = plan_for(job, source.work_grid, engine.model)
    step = min(plan.tile_height, plan.tile_width) * (1 - job.overlap)
    scale = source.grid.height / source.work_grid.height, source.grid.width / source.work_grid.width
    shifts = [max(engine.model.multiple, round(step * part / _PLACES)) if part else 0 for part in range(_PLACES)]
    maps = []
    for done, shift in enumerate(shifts, start=_PLACES + 1 if hard else 1):
        maps.append(class_map(source, engine, job, hard=hard, shift=shift))
        on_map(done, 2 * _PLACES)
    lines = [meeting_lines(plan_for(job, source.work_grid, engine.model, shift), scale) for shift in shifts]
    moved = shift_disagreement(maps[0], maps[2], maps[0] > 0)
    return Traces(seam_ratio(maps, lines), ratio_by_chance(maps, lines), paired_ratio(maps, lines), moved)


def meeting_lines(plan: TilePlan, scale: tuple[float, float]) -> tuple[list[int], list[int]]:
    """Rows and columns of the input grid where tiles meet: borders of tiles and centres of overlaps.

    Args:
        plan: tiles on the work grid.
        scale: px of the input grid in one of the work grid, down and right.
    """

    def lines(starts: Sequence[int], side: int, factor: float) -> list[int]:
        borders = [*starts[1:], *(start + side for start in starts[:-1])]
        centres = [(start + before + side) / 2 for before, start in pairwise(starts)]
        return sorted({round(line * factor) for line in (*borders, *centres)})

    return lines(plan.rows, plan.tile_height, scale[0]), lines(plan.cols, plan.tile_width, scale[1])


def seam_ratio(maps: Sequence[NDArray[np.integer]], lines: Sequence[Lines]) -> float:
    """How often the class changes across the lines where tiles meet, over how often it does across all other lines.

    Both directions count together; pairs of pixels with a 0 (no data) do not count.

    Args:
        maps: (H, W) class ids each.
        lines: of each map, the rows r whose upper edge, between rows r - 1 and r, is such a line: a border of a tile
            or the centre of an overlap; and the columns c likewise, by their left edge. What is outside the raster is
            skipped.

    Returns:
        The ratio; NaN where no pair lies on such a line, or no class changes anywhere else.
    """
    return _ratio(*_along_all_axes(maps, lines))


def ratio_by_chance(maps: Sequence[NDArray[np.integer]], lines: Sequence[Lines]) -> tuple[float, float]:
    """Where 95 in 100 of the ratios lie that `seam_ratio` has for the same lines, all moved alike to other places.

    Few lines meet few edges of classes, so their ratio strays from 1 where no tile shows. What leaves the raster on one
    side comes in on the other. Arguments as `seam_ratio`.

    Returns:
        The 2.5th and the 97.5th percentile; NaN as `seam_ratio`.
    """
    changes, seams = _along_all_axes(maps, lines)
    places = range(1, max((len(axis) for axis in seams), default=1))
    ratios = np.array([_ratio(changes, [np.roll(axis, place) for axis in seams]) for place in places])
    if not np.isfinite(ratios).any():
        return float("nan"), float("nan")
    low, high = np.nanpercentile(ratios, (2.5, 97.5))
    return float(low), float(high)


def paired_ratio(maps: Sequence[NDArray[np.integer]], lines: Sequence[Lines]) -> float:
    """How often the class changes across the lines where tiles meet, over how often it does there in the other maps.

    Maps in which tiles meet on that line too do not count among the others. Arguments and result as `seam_ratio`.
    """
    on, off = np.zeros(2, np.int64), np.zeros(2, np.int64)
    changes = [_changes(classes) for classes in maps]
    seams = [_on_lines(classes, places) for classes, places in zip(maps, lines, strict=True)]
    for mine, other in permutations(range(len(maps)), 2):
        for axis in (0, 1):
            alone = seams[mine][axis] & ~seams[other][axis]
            on += changes[mine][axis][alone].sum(axis=0)
            off += changes[other][axis][alone].sum(axis=0)
    return _rate_over(on, off)


def shift_disagreement(
    classes_a: NDArray[np.integer], classes_b: NDArray[np.integer], valid: NDArray[np.bool_]
) -> float:
    """Share of the valid pixels that have another class in the other map, such as one made with shifted tiles.

    Args:
        classes_a: (H, W) class ids.
        classes_b: (H, W) class ids of the same ground.
        valid: (H, W), which pixels count.

    Returns:
        0..1; NaN where no pixel is valid.
    """
    return float((classes_a != classes_b)[valid].mean()) if valid.any() else float("nan")


def _changes(classes: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each line between rows, and each between columns: how many pairs across it differ, and how many there are."""

    def across(before: NDArray[np.integer], after: NDArray[np.integer], axis: int) -> NDArray[np.int64]:
        known = (before != 0) & (after != 0)
        return np.stack([((before != after) & known).sum(axis=axis), known.sum(axis=axis)], axis=1)

    return across(classes[:-1], classes[1:], axis=1), across(classes[:, :-1], classes[:, 1:], axis=0)


def _on_lines(classes: NDArray[np.integer], places: Lines) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which of the lines between rows, and between columns, are among the places."""
    rows, cols = (np.isin(np.arange(1, side), list(axis)) for side, axis in zip(classes.shape, places, strict=True))
    return rows, cols


def _along_all_axes(
    maps: Sequence[NDArray[np.integer]], lines: Sequence[Lines]
) -> tuple[list[NDArray[np.int64]], list[NDArray[np.bool_]]]:
    """`_changes` and `_on_lines` of the rows and of the columns of every map, one after the other."""
    changes = [axis for classes in maps for axis in _changes(classes)]
    return changes, [axis for classes, places in zip(maps, lines, strict=True) for axis in _on_lines(classes, places)]


def _ratio(changes: Sequence[NDArray[np.int64]], seams: Sequence[NDArray[np.bool_]]) -> float:
    on, off = np.zeros(2, np.int64), np.zeros(2, np.int64)
    for across, seam in zip(changes, seams, strict=True):
        on += across[seam].sum(axis=0)
        off += across[~seam].sum(axis=0)
    return _rate_over(on, off)


def _rate_over(on: NDArray[np.int64], off: NDArray[np.int64]) -> float:
    """Changes a pair over changes a pair; each (changes, pairs)."""
    if on[1] == 0 or off[0] == 0:
        return float("nan")
    return float((on[0] / on[1]) / (off[0] / off[1]))
