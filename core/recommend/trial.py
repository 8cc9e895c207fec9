"""A trial: one model on every site, as it is, with its tiles moved, and with other words."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean, median
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..cache import TensorStore
from ..classes import ClassList
from ..decide import COST_NODATA, COST_SCALE
from ..job import Job
from ..protocol import Event, Warn
from ..raster.footprint import extent_block, grid_bounds
from ..raster.grid import Block, Grid
from ..segment import run
from ..segmenter import Segmenter
from .agreement import Ids, beyond_chance

Say = Callable[[Event], None]
_STORE_BYTES = 1 << 30


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What one model did on the sites; agreements are beyond chance, -1..1.

    Args:
        maps: class ids (H, W) of each site.
        blocks: where each of them lies on the raster.
        confidence: mean confidence of the winning class, 0..1.
        margin: how far the winner's probability is above the second's, on average, 0..1.
        under_shift: agreement with the map of moved tiles.
        under_words: agreement with the map of other words; None where there are none.
        seconds_a_megapixel: time for the raster's pixels, reading and writing included; the median of the sites, for
            the first one also waits for what is loaded once.
        work_resolution_m: ground sampling distance that it worked at, m/px; None without a CRS.
    """

    maps: tuple[Ids, ...]
    blocks: tuple[Block, ...]
    confidence: float
    margin: float
    under_shift: float
    under_words: float | None
    seconds_a_megapixel: float
    work_resolution_m: float | None


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    classes: Ids
    block: Block
    confidence: float
    margin: float
    seconds: float
    work_resolution_m: float | None


class Trier:
    """Runs one model on one raster, site by site.

    Args:
        job: raster and classes; its model and outputs are not looked at.
        model: the model.
        grid: the raster's own.
        say: hears of the runs' warnings.
        cancelled: asked often.
    """

    def __init__(self, job: Job, model: Segmenter, grid: Grid, say: Say, cancelled: Callable[[], bool]) -> None:
        self._job, self._model, self._grid, self._say, self._cancelled = job, model, grid, say, cancelled

    def trial(self, sites: Sequence[Block], words: ClassList | None, on_run: Callable[[], None]) -> Trial:
        """The trial; `on_run` is called after each run, `runs_of_trial` times in all.

        Raises:
            SoftSegError: as `segment` does.
        """
        with tempfile.TemporaryDirectory(prefix="softseg-") as folder:
            store = TensorStore(Path(folder) / "features", _STORE_BYTES)
            plain: list[_Run] = []
            moved: list[_Run] = []
            reworded: list[_Run] = []
            for site in sites:
                jobs = [(plain, site, self._job.classes), (moved, self._moved(site), self._job.classes)]
                if words is not None:
                    jobs.append((reworded, site, words))
                for runs, block, classes in jobs:
                    runs.append(self._segment(block, classes, Path(folder), store))
                    on_run()
        return Trial(
            maps=tuple(run.classes for run in plain),
            blocks=tuple(run.block for run in plain),
            confidence=fmean(run.confidence for run in plain),
            margin=fmean(run.margin for run in plain),
            under_shift=_agreement(plain, moved),
            under_words=_agreement(plain, reworded) if reworded else None,
            seconds_a_megapixel=median(1e6 * run.seconds / run.classes.size for run in plain),
            work_resolution_m=plain[0].work_resolution_m,
        )

    def _moved(self, site: Block) -> Block:
        """The site moved by about a third of its side, to where the raster has room."""
        rows, cols = site.height // 3, site.width // 3
        down = rows if site.bottom + rows <= self._grid.height else -rows
        right = cols if site.right + cols <= self._grid.width else -cols
        return site.shifted(down, right).clip(self._grid.height, self._grid.width)

    def _segment(self, block: Block, classes: ClassList, folder: Path, features: TensorStore) -> _Run:
        """One run on one block, at most as large as the extent around it is."""
        extent = grid_bounds(self._grid.crop(block))
        paths = [str(folder / f"{role}.tif") for role in ("classes", "confidence", "costs")]
        output, confidence, costs = paths
        job = replace(self._job, classes=classes, extent=extent, output=output, confidence=confidence, costs=costs)
        result = run(job, on_event=self._pass_on, cancelled=self._cancelled, features=features, model=self._model)
        ids, sure, scores = map(_read, paths)
        return _Run(
            classes=ids[0],
            block=extent_block(self._grid, extent),
            confidence=float(np.nanmean(sure)),
            margin=_margin(scores),
            seconds=result.stats["seconds"],
            work_resolution_m=result.stats["work_resolution_m"],
        )

    def _pass_on(self, event: Event) -> None:
        if isinstance(event, Warn):
            self._say(event)


def runs_of_trial(sites: int, words: ClassList | None) -> int:
    """How many runs a trial takes."""
    return sites * (2 if words is None else 3)


def _read(path: str) -> NDArray[Any]:
    with rasterio.open(path) as dataset:
        values: NDArray[Any] = dataset.read()
    return values


def _margin(costs: NDArray[np.integer]) -> float:
    """Mean difference of the probabilities of the best two classes; NaN for a single class."""
    if len(costs) < 2:
        return float("nan")
    known = costs[:, (costs != COST_NODATA).all(axis=0)].astype(np.float32)
    chances = np.sort(1 / (1 + np.exp(-COST_SCALE * known)), axis=0)
    return float((chances[-1] - chances[-2]).mean())


def _agreement(runs: Sequence[_Run], others: Sequence[_Run]) -> float:
    """Agreement of runs on the ground that each shares with its other."""
    parts = [_shared(run, other) for run, other in zip(runs, others, strict=True)]
    one, other = (np.concatenate([part[side].ravel() for part in parts]) for side in (0, 1))
    return beyond_chance(one, other)


def _shared(one: _Run, other: _Run) -> tuple[Ids, Ids]:
    top, left = max(one.block.row, other.block.row), max(one.block.col, other.block.col)
    bottom, right = min(one.block.bottom, other.block.bottom), min(one.block.right, other.block.right)
    parts = (
        run.classes[top - run.block.row : bottom - run.block.row, left - run.block.col : right - run.block.col]
        for run in (one, other)
    )
    first, second = parts
    return first, second
