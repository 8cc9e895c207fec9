"""From a raster to the costs of all classes on its grid: reading, computing and stitching, each ahead of the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.io import DatasetReader
from torch import Tensor

from .ahead import ahead
from .engine import Engine, Picture
from .errors import BadOption, Cancelled
from .job import AUTO_TILE, Job
from .memory import give_back
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
    """The raster as the job wants it read.

    Args:
        job: names the raster and how to read it.
        dataset: stands in for the job's raster.
        model: decides what a published inference resizes the raster to; finer pixels would mislead it, so unless the
            job says otherwise they are worked on at its finest ground sampling distance. Without one the raster is
            read as it is.
    """
    options: dict[str, Any] = {"bands": job.bands, "stretch": job.stretch, "extent": job.extent, "mask": job.mask}
    if model is not None and model.card.bands != RGB:
        options |= {"spectrum": model.card.bands, "offset": job.offset}
    elif model is not None and job.bands is not None and len(job.bands) > len(RGB):
        raise BadOption(f"The model {model.card.name} looks at pictures: give one band or three, such as 1,2,3.")
    preset = _preset(job, model) if model is not None else None
    if model is not None and preset is not None:
        stride = model.stride

        def resize(height: int, width: int) -> tuple[int, int]:
            return preset.size(height, width, stride)

        return RasterSource.open(dataset or job.raster, resize=resize, **options)
    source = RasterSource.open(dataset or job.raster, resolution=job.resolution, **options)
    native, finest_m = source.ground_resolution, model.card.resolutions_m[0] if model is not None else 0.0
    if job.resolution is not None or native is None or native >= finest_m:
        return source
    source.close()
    return RasterSource.open(dataset or job.raster, resolution=finest_m, **options)


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
    bands = _stitched(stitcher, tiles)
    if plan.blend.odds:
        bands = (CostRows(band.row, from_odds(band.values)) for band in bands)
    if to_logits is not None:
        bands = (CostRows(band.row, to_logits(band.values)) for band in bands)
    return upsample(bands, Upsampling(height, grid.height, grid.width, *factors, linear=plan.blend.linear))


def _stitched(stitcher: Stitcher, tiles: Iterable[TileCosts]) -> Iterator[CostRows]:
    for tile, costs in tiles:
        for band in stitcher.add(tile, costs):
            yield band
            give_back()


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
