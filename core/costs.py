"""From a raster to the costs of all classes on its grid: reading, computing and stitching, each ahead of the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.io import DatasetReader
from torch import Tensor

from .ahead import ahead
from .engine import Engine, Picture
from .errors import Cancelled
from .job import AUTO_TILE, Job
from .raster.grid import Block, Grid
from .raster.source import RasterSource
from .softguided.model import SoftGuidedModel
from .tiling.plan import Tile, TilePlan, plan_tiles
from .tiling.stitch import Stitcher
from .tiling.upsample import GridRows, Upsampling, upsample

Asked = Callable[[], bool]
TileCosts = tuple[Tile, NDArray[np.float32]]
"""A tile and its costs (T, h, w)."""


def open_source(job: Job, dataset: DatasetReader | None = None, finest_m: float = 0.0) -> RasterSource:
    """The raster as the job wants it read.

    Args:
        job: names the raster and how to read it.
        dataset: stands in for the job's raster.
        finest_m: ground sampling distance below which a model is misled, m/px: unless the job says otherwise, finer
            rasters are worked on at this one.
    """
    options: dict[str, Any] = {"bands": job.bands, "stretch": job.stretch, "extent": job.extent, "mask": job.mask}
    source = RasterSource.open(dataset or job.raster, resolution=job.resolution, **options)
    native = source.ground_resolution
    if job.resolution is not None or native is None or native >= finest_m:
        return source
    source.close()
    return RasterSource.open(dataset or job.raster, resolution=finest_m, **options)


def plan_for(job: Job, work_grid: Grid, model: SoftGuidedModel, shift: int = 0) -> TilePlan:
    """The tiles of a run."""
    tile = job.tile or AUTO_TILE
    return plan_tiles(work_grid.height, work_grid.width, tile, job.overlap, model.multiple, shift)


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
    """Tiles with the costs of all classes, computed in the calling thread while another reads ahead."""
    with ahead(read_tiles(source, plan, engine), depth=2 * batch) as pictures:
        for done, tile in enumerate(_compute(pictures, engine, texts, plan, batch, cancelled), start=1):
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
) -> Iterator[GridRows]:
    """Stitches the tiles' costs and brings them to the input grid, row by row from the top, as stored int16."""
    grid, work = source.grid, source.work_grid
    height, width = -(-work.height // stride), -(-work.width // stride)
    stitcher = Stitcher(classes, height, width, plan, stride, hard=hard)
    factors = (grid.height / work.height * stride, grid.width / work.width * stride)
    bands = (band for tile, costs in tiles for band in stitcher.add(tile, costs))
    return upsample(bands, Upsampling(height, grid.height, grid.width, *factors))


def read_tiles(source: RasterSource, plan: TilePlan, engine: Engine) -> Iterator[tuple[Tile, Picture | None]]:
    """Tiles with their pixels, padded by reflection to the tile's size; None for a tile without any data."""
    prefix = f"{source.fingerprint()}/{engine.model.card.revision}"
    for tile in plan.tiles():
        block = Block(tile.row, tile.col, tile.height, tile.width).clip(plan.height, plan.width)
        if not source.touches(block):
            yield tile, None
            continue
        key = f"{prefix}/{tile.row},{tile.col},{tile.height},{tile.width}"
        yield tile, Picture(pad_by_reflection(source.read(block).values, tile.height, tile.width), key)


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
