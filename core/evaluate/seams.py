"""Whether tiles show in a class map: changes across the lines where tiles meet, and under shifted tiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..costs import open_source, plan_for
from ..engine import Engine
from ..job import Job
from ..raster.source import RasterSource
from ..tiling.plan import TilePlan
from .pipeline import class_map


@dataclass(frozen=True, slots=True)
class Seams:
    """How far the tiles of one raster show, blended as `segment` does, and joined without any overlap for comparison.

    Args:
        tiles: how many there are.
        ratio: `seam_ratio` of the blended map.
        hard_ratio: of tiles that are joined hard.
        moved: `shift_disagreement` of the blended map, tiles shifted by half their step.
        hard_moved: of tiles that are joined hard.
    """

    tiles: int
    ratio: float
    hard_ratio: float
    moved: float
    hard_moved: float


def measure_seams(job: Job, engine: Engine) -> Seams:
    """Segments a raster four times, blended and joined hard, with tiles in place and shifted by half their step.

    Raises:
        SoftSegError: as `segment` does.
    """
    with open_source(job, finest_m=engine.model.card.resolutions_m[0]) as source:
        ratio, moved = _traces(job, engine, source, hard=False)
        hard_ratio, hard_moved = _traces(replace(job, overlap=0.0), engine, source, hard=True)
        tiles = len(plan_for(job, source.work_grid, engine.model))
    return Seams(tiles, ratio, hard_ratio, moved, hard_moved)


def _traces(job: Job, engine: Engine, source: RasterSource, *, hard: bool) -> tuple[float, float]:
    plan = plan_for(job, source.work_grid, engine.model)
    scale = source.grid.height / source.work_grid.height, source.grid.width / source.work_grid.width
    step = round(min(plan.tile_height, plan.tile_width) * (1 - job.overlap))
    still = class_map(source, engine, job, hard=hard)
    moved = class_map(source, engine, job, hard=hard, shift=max(engine.model.multiple, step // 2))
    return seam_ratio(still, *meeting_lines(plan, scale)), shift_disagreement(still, moved, still > 0)


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


def seam_ratio(classes: NDArray[np.integer], tile_rows: Sequence[int], tile_cols: Sequence[int]) -> float:
    """How often the class changes across the lines where tiles meet, over how often it does across all other lines.

    1 means that tiles leave no trace, more that their seams show. Both directions count together; pairs of pixels
    with a 0 (no data) do not count.

    Args:
        classes: (H, W) class ids.
        tile_rows: rows r whose upper edge, between rows r - 1 and r, is such a line: a border of a tile or the centre
            of an overlap. Rows outside 1..H-1 are no line inside the raster and are skipped.
        tile_cols: columns c likewise, by their left edge.

    Returns:
        The ratio; NaN where no pair lies on such a line, or no class changes anywhere else.
    """
    across_rows = _changes(classes[:-1], classes[1:], axis=1)
    across_cols = _changes(classes[:, :-1], classes[:, 1:], axis=0)
    on, off = np.zeros(2, np.int64), np.zeros(2, np.int64)
    for lines, places in ((across_rows, tile_rows), (across_cols, tile_cols)):
        seam = np.zeros(len(lines), bool)
        seam[[place - 1 for place in places if 1 <= place <= len(lines)]] = True
        on += lines[seam].sum(axis=0)
        off += lines[~seam].sum(axis=0)
    if on[1] == 0 or off[0] == 0:
        return float("nan")
    return float((on[0] / on[1]) / (off[0] / off[1]))


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


def _changes(before: NDArray[np.integer], after: NDArray[np.integer], axis: int) -> NDArray[np.int64]:
    """For each line: how many pairs of neighbours across it differ, and how many there are, (lines, 2)."""
    known = (before != 0) & (after != 0)
    return np.stack([((before != after) & known).sum(axis=axis), known.sum(axis=axis)], axis=1)
