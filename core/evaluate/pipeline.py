"""The segmentation pipeline as something that can be judged: a picture and typed words in, classes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from rasterio.io import MemoryFile
from rasterio.transform import from_origin

from ..classes import ClassList, ClassSpec, parse_prompts
from ..costs import grid_rows, open_source, plan_for, tile_costs
from ..decide import Decision, decide
from ..engine import Engine
from ..job import Job
from ..raster.grid import Block
from ..raster.source import RasterSource
from ..tiling.plan import TilePlan
from ..train.datasets.kinds import Pixels


class Predictor(Protocol):
    """Anything that turns a picture and typed words into classes: a pipeline, or a network to compare with."""

    def __call__(self, image: Pixels, words: tuple[str, ...], ground_resolution_m: float) -> NDArray[np.integer]:
        """Segment a picture.

        Args:
            image: (H, W, 3) uint8.
            words: what was typed; the class of ``words[k - 1]`` has id k.
            ground_resolution_m: metres per pixel.

        Returns:
            (H, W) class ids, 0 where no class is sure enough.
        """
        ...


class MovedPredictor(Protocol):
    """A predictor whose tiles are moved."""

    def __call__(self, image: Pixels, words: tuple[str, ...], ground_resolution_m: float) -> NDArray[np.integer] | None:
        """Segment a picture as a `Predictor` does; None for a picture of a single tile, which cannot be moved."""
        ...


def pipeline_predictor(engine: Engine, **options: object) -> Predictor:
    """A predictor that tiles, stitches and decides as `segment` does; smallest patches are not looked at.

    Args:
        engine: model and device.
        options: fields of `Job`, such as tile or resolution.
    """

    def predict(image: Pixels, words: tuple[str, ...], ground_resolution_m: float) -> NDArray[np.integer]:
        job = picture_job(words, options)
        with _opened(image, ground_resolution_m, job, engine) as source:
            return class_map(source, engine, job)

    return predict


def moved_predictor(engine: Engine, **options: object) -> MovedPredictor:
    """The same with all tiles moved by half their step; options as for `pipeline_predictor`."""

    def predict(image: Pixels, words: tuple[str, ...], ground_resolution_m: float) -> NDArray[np.integer] | None:
        job = picture_job(words, options)
        with _opened(image, ground_resolution_m, job, engine) as source:
            plan = plan_for(job, source.work_grid, engine.model)
            if len(plan) == 1:
                return None
            return class_map(source, engine, job, shift=half_step(plan, job.overlap, engine.model.multiple))

    return predict


def half_step(plan: TilePlan, overlap: float, multiple: int) -> int:
    """Half the way from one tile to the next, px of the work grid; at least one of the network's cells."""
    step = round(min(plan.tile_height, plan.tile_width) * (1 - overlap))
    return max(multiple, step // 2)


def class_list(words: tuple[str, ...]) -> ClassList:
    """Typed words as classes; what commas separate are several prompts for one class."""
    return ClassList(tuple(ClassSpec(word, parse_prompts(word)) for word in words))


def picture_job(words: tuple[str, ...], options: Mapping[str, object]) -> Job:
    """The run that a picture in memory stands for: typed words, and other fields of `Job`."""
    return Job(raster="picture", classes=class_list(words), output="classes", **options)  # type: ignore[arg-type]


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
    to_logits = engine.to_logits(job.classes)
    for rows in grid_rows(tiles, source, plan, len(texts), engine.model.stride, hard=hard, to_logits=to_logits):
        valid = source.valid(Block(rows.row, 0, rows.values.shape[1], source.grid.width))
        parts.append(decide(rows.values, valid, Decision(unsure=job.unsure)).classes)
    return np.concatenate(parts)


@contextmanager
def _opened(image: Pixels, resolution_m: float, job: Job, engine: Engine) -> Iterator[RasterSource]:
    with MemoryFile() as memory:
        _write(memory, image, resolution_m)
        with memory.open() as dataset, open_source(job, dataset, engine.model) as source:
            yield source


def _write(memory: MemoryFile, image: Pixels, resolution_m: float) -> None:
    """The picture as a raster whose pixels have their true size on the ground."""
    height, width = image.shape[:2]
    place = {"crs": "EPSG:32633", "transform": from_origin(500_000, 5_000_000, resolution_m, resolution_m)}
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 3, "height": height, "width": width, **place}
    with memory.open(**profile) as dataset:
        dataset.write(image.transpose(2, 0, 1))
