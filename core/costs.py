"""From a raster to the costs of all classes on its grid: reading, computing and stitching, each ahead of the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.io import DatasetReader
from torch import Tensor

from .ahead import ahead
from .engine import Engine, Picture
from .errors import BadOption, Cancelled
from .job import AUTO_TILE, Job
from .raster.grid import Block, Grid
from .raster.source import RasterSource
from .segmenter import Comparing, Segmenter
from .spectrum import RGB
from .tiling.odds import from_odds, to_odds
from .tiling.plan import Blend, Tile, TilePlan, plan_tiles
from .tiling.presets import Preset, find_preset
from .tiling.stitch import CostRows, Stitcher
from .tiling.upsample import GridRows, Upsampling, upsample
from .version import version
from .whole_view import with_whole

Asked = Callable[[], bool]
Floats = NDArray[np.float32]
TileCosts = tuple[Tile, Floats]
"""A tile and its costs (Q, h, w)."""
ToLogits = Callable[[Floats], Floats]
"""Scores (Q, h, w) of queries to the logits (T, h, w) of classes."""


def open_source(job: Job, dataset: DatasetReader | None = None, model: Segmenter | None = None) -> RasterSource:
    """The raster as the job wants it read, and the model if there is one.

    Args:
        job: names the raster and how to read it.
        dataset: stands in for the job's raster.
        model: see `fit_source`.
    """
    native = RasterSource.open(dataset or job.raster, **_asked(job))
    return native if model is None else fit_source(native, job, dataset, model)


def fit_source(native: RasterSource, job: Job, dataset: DatasetReader | None, model: Segmenter) -> RasterSource:
    """The raster as a model wants it read: `native` itself, or it is closed and opened in another way.

    A model decides which bands it reads and what a published inference resizes the raster to. Pixels finer than its
    finest ground sampling distance would mislead it: unless the job says otherwise these are worked on at that one.

    Args:
        native: what `open_source` gives without a model.
        job: as there.
        dataset: as there.
        model: the run's.
    """
    try:
        wanted = _wanted(job, model, native.ground_resolution)
    except BaseException:
        native.close()
        raise
    if not wanted:
        return native
    native.close()
    return RasterSource.open(dataset or job.raster, **{**_asked(job), **wanted})


def _asked(job: Job) -> dict[str, Any]:
    names = ("bands", "stretch", "extent", "mask", "resolution")
    return {name: getattr(job, name) for name in names}


def _wanted(job: Job, model: Segmenter, native_m: float | None) -> dict[str, Any]:
    """What a model wants otherwise than the job asks for, as options of `RasterSource.open`."""
    wanted: dict[str, Any] = {}
    if model.card.bands != RGB:
        wanted = {"spectrum": model.card.bands, "offset": job.offset}
    elif job.bands is not None and len(job.bands) > len(RGB):
        raise BadOption(f"The model {model.card.name} looks at pictures: give one band or three, such as 1,2,3.")
    preset, finest_m = _preset(job, model), model.card.resolutions_m[0]
    if preset is not None:
        return {**wanted, "resolution": None, "resize": partial(preset.size, stride=model.stride)}
    if job.resolution is None and native_m is not None and native_m < finest_m:
        wanted["resolution"] = finest_m
    return wanted


def plan_for(job: Job, work_grid: Grid, model: Segmenter, shift: int = 0) -> TilePlan:
    """The tiles of a run; those of a published inference are never shifted."""
    preset = _preset(job, model)
    if preset is not None:
        plan = preset.plan(work_grid.height, work_grid.width, model.multiple, model.stride)
        # Scaled cosines are no logits: their sigmoids would all be one.
        return replace(plan, blend=replace(plan.blend, odds=False)) if isinstance(model, Comparing) else plan
    tile = job.tile or (model.tile_px if isinstance(model, Comparing) else AUTO_TILE)
    plan = plan_tiles(work_grid.height, work_grid.width, tile, job.overlap, model.multiple, shift)
    # What these find is often as small as one of their cells, and a spline would flatten it.
    return replace(plan, blend=Blend(linear=True)) if isinstance(model, Comparing) else plan


def _preset(job: Job, model: Segmenter) -> Preset | None:
    if job.inference == "native":
        return None
    return find_preset(job.inference, model.multiple, model.card.image_tower)


def tile_costs(
    source: RasterSource,
    engine: Engine,
    texts: Tensor,
    plan: TilePlan,
    *,
    batch: int = 1,
    on_tile: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Asked = lambda: False,
) -> Iterator[TileCosts]:
    """Tiles with the scores of all queries, computed in the calling thread while another reads ahead."""
    with ahead(read_tiles(source, plan, engine), depth=2 * batch) as pictures:
        tiles = _compute(pictures, engine, texts, plan, batch, cancelled)
        if plan.blend.odds:
            tiles = ((tile, to_odds(costs)) for tile, costs in tiles)
        if plan.blend.with_whole:
            tiles = with_whole(tiles, source, engine, texts, plan)
        for done, tile in enumerate(tiles, start=1):
            yield tile
            on_tile(done, len(plan))


def grid_rows(
    tiles: Iterable[TileCosts],
    source: RasterSource,
    plan: TilePlan,
    classes: int,
    stride: int,
    *,
    hard: bool = False,
    to_logits: ToLogits | None = None,
) -> Iterator[GridRows]:
    """Stitches the tiles' scores, makes costs of them, and brings these to the input grid, row by row, as stored int16.

    Args:
        tiles: row of tiles by row of tiles.
        source: has the input grid.
        plan: of the tiles.
        classes: how many scores a cell has, Q.
        stride: px of the work grid in one cell.
        hard: cut each cell from the nearest tile instead of blending.
        to_logits: makes the T costs of a cell of its Q scores; None: they are the costs.
    """
    grid, work = source.grid, source.work_grid
    height, width = -(-work.height // stride), -(-work.width // stride)
    stitcher = Stitcher(classes, height, width, plan, stride, hard=hard)
    factors = (grid.height / work.height * stride, grid.width / work.width * stride)
    bands = (band for tile, costs in tiles for band in stitcher.add(tile, costs))
    if plan.blend.odds:
        bands = (CostRows(band.row, from_odds(band.values)) for band in bands)
    if to_logits is not None:
        bands = (CostRows(band.row, to_logits(band.values)) for band in bands)
    return upsample(bands, Upsampling(height, grid.height, grid.width, *factors, linear=plan.blend.linear))


def read_tiles(source: RasterSource, plan: TilePlan, engine: Engine) -> Iterator[tuple[Tile, Picture | None]]:
    """Tiles with their pixels, padded by reflection to the tile's size; None for a tile without any data."""
    prefix = f"{source.fingerprint()}/{engine.model.card.revision}/{version()}"
    for tile in plan.tiles():
        block = Block(tile.row, tile.col, tile.height, tile.width).clip(plan.height, plan.width)
        if not source.touches(block):
            yield tile, None
            continue
        key = f"{prefix}/{tile.row},{tile.col},{tile.height},{tile.width}"
        values = pad_by_reflection(source.read(block).values, tile.height, tile.width)
        yield tile, Picture(values, key, tile.row, tile.col)


def _compute(
    pictures: Iterable[tuple[Tile, Picture | None]],
    engine: Engine,
    texts: Tensor,
    plan: TilePlan,
    batch: int,
    cancelled: Asked,
) -> Iterator[TileCosts]:
    """Tiles with their costs; tiles without data cost nothing."""
    stride = engine.model.stride
    nothing = np.zeros((len(texts), plan.tile_height // stride, plan.tile_width // stride), np.float32)
    waiting: list[tuple[Tile, Picture | None]] = []

    def flush() -> Iterator[TileCosts]:
        costs = engine.costs([picture for _, picture in waiting if picture is not None], texts)
        for tile, picture in waiting:
            yield tile, nothing if picture is None else next(costs)
        waiting.clear()

    for tile, picture in pictures:
        if cancelled():
            raise Cancelled("The run was cancelled; nothing was written.")
        waiting.append((tile, picture))
        if sum(picture is not None for _, picture in waiting) == batch:
            yield from flush()
    yield from flush()


def pad_by_reflection(values: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """(3, h, w) grown at the bottom and right to (3, height, width) by reflection, again and again if need be."""
    for axis, size in ((1, height), (2, width)):
        if values.shape[axis] < size:
            index = np.pad(np.arange(values.shape[axis]), (0, size - values.shape[axis]), mode="symmetric")
            values = np.take(values, index, axis=axis)
    return values
