"""The segmentation pipeline as something that can be judged: a picture and typed words in, classes out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rasterio.io import MemoryFile
from rasterio.transform import from_origin

from ..classes import ClassList, ClassSpec
from ..costs import grid_rows, open_source, plan_for, tile_costs
from ..decide import Decision, decide
from ..engine import Engine
from ..job import Job
from ..raster.grid import Block
from ..raster.source import RasterSource
from ..train.datasets.kinds import Pixels
from .evaluate import Predictor


def pipeline_predictor(engine: Engine, **options: object) -> Predictor:
    """A predictor that tiles, stitches and decides as `segment` does.

    Args:
        engine: model and device.
        options: fields of `Job`, such as tile or resolution.
    """

    def predict(image: Pixels, words: tuple[str, ...], ground_resolution_m: float) -> NDArray[np.integer]:
        classes = ClassList(tuple(ClassSpec(word) for word in words))
        job = Job(raster="picture", classes=classes, output="classes", **options)  # type: ignore[arg-type]
        with MemoryFile() as memory:
            _write(memory, image, ground_resolution_m)
            with memory.open() as dataset, open_source(job, dataset, engine.model.card.resolutions_m[0]) as source:
                return class_map(source, engine, job)

    return predict


def class_map(
    source: RasterSource, engine: Engine, job: Job, *, shift: int = 0, hard: bool = False
) -> NDArray[np.integer]:
    """Classes (H, W) of a whole source as `segment` decides them, in memory.

    Args:
        source: the raster.
        engine: model and device.
        job: classes, tile, overlap and decision.
        shift: moves all tiles down and right, px of the work grid.
        hard: cut each cell from the nearest tile instead of blending.
    """
    plan = plan_for(job, source.work_grid, engine.model, shift)
    texts = engine.texts(job.classes)
    tiles = tile_costs(source, engine, texts, plan, batch=engine.batch_size(job.batch))
    parts = []
    for rows in grid_rows(tiles, source, plan, len(texts), engine.model.stride, hard=hard):
        valid = source.valid(Block(rows.row, 0, rows.values.shape[1], source.grid.width))
        parts.append(decide(rows.values, valid, Decision(unsure=job.unsure)).classes)
    return np.concatenate(parts)


def _write(memory: MemoryFile, image: Pixels, resolution_m: float) -> None:
    """The picture as a raster whose pixels have their true size on the ground."""
    height, width = image.shape[:2]
    place = {"crs": "EPSG:32633", "transform": from_origin(500_000, 5_000_000, resolution_m, resolution_m)}
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 3, "height": height, "width": width, **place}
    with memory.open(**profile) as dataset:
        dataset.write(image.transpose(2, 0, 1))
