"""From a raster and typed classes to a class raster: the whole pipeline, top to bottom.

Reading and writing run in threads of their own, beside the network in the calling one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from typing import Any

import rasterio
from rasterio.io import DatasetReader

from .ahead import feed
from .cache import TensorStore, feature_store
from .classes import ClassList, parse_classes
from .costs import TileCosts, fit_source, grid_rows, open_source, plan_for, tile_costs
from .decide import Decision
from .engine import Engine, engine_for
from .errors import Cancelled
from .job import Job
from .live import live_rows
from .outputs import open_places, open_writers, output_paths, tags_of
from .polygons import write_polygons
from .progress import progress_events
from .protocol import Event, Stage
from .quicklook import write_quicklook
from .raster.cost_raster import CostWriter, StoredRows
from .raster.grid import Block
from .raster.place import Places
from .raster.source import RasterSource
from .redecide import write_decided
from .report import Areas
from .segmenter import Comparing, Segmenter
from .text.glossary import warnings_of
from .tiling.plan import TilePlan
from .tiling.upsample import GridRows
from .vlm.device import choose_device
from .zoo import find_model, guided_by_scene

Say = Callable[[Event], None]
Asked = Callable[[], bool]

# GDAL's own default, a twentieth of the memory, would fill with blocks that nobody reads again.
_GDAL_CACHE_MB = 64


@dataclass(frozen=True, slots=True)
class Result:
    """What a run has made.

    Args:
        outputs: paths by role: "classes", "confidence", "costs", "polygons".
        areas: what each class covers.
        stats: tiles, seconds, resolution, device and model of the run.
    """

    outputs: dict[str, str]
    areas: Areas
    stats: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values for JSON."""
        return {"outputs": self.outputs, "areas": self.areas.as_dict(), **self.stats}


def segment(
    raster: str | os.PathLike[str] | DatasetReader,
    classes: str | ClassList,
    output: str | os.PathLike[str],
    *,
    on_event: Say = lambda event: None,
    cancelled: Asked = lambda: False,
    **options: Any,
) -> Result:
    """Segments a raster into typed classes.

    Args:
        raster: a path, anything else that GDAL opens by name, or an open dataset, which stays open.
        classes: class text ("building; road; tree: tree canopy, forest") or a class list.
        output: the class raster to write.
        on_event: hears of stages and progress.
        cancelled: asked often; True stops the run, and nothing is written.
        options: further fields of `Job`, such as confidence="sure.tif".

    Raises:
        SoftSegError: one sentence that says what is wrong.
    """
    if isinstance(raster, str | os.PathLike):
        name, opened = os.fspath(raster), None
    else:
        name, opened = raster.name, raster
    listed = parse_classes(classes) if isinstance(classes, str) else classes
    job = Job(raster=name, classes=listed, output=os.fspath(output), **options)
    return run(job, on_event=on_event, cancelled=cancelled, dataset=opened)


def run(
    job: Job,
    *,
    on_event: Say = lambda event: None,
    cancelled: Asked = lambda: False,
    dataset: DatasetReader | None = None,
    features: TensorStore | None = None,
    model: Segmenter | None = None,
    run_id: str = "",
) -> Result:
    """Does a job; arguments and errors as `segment`.

    Args:
        job: the run as data.
        on_event: hears of stages and progress.
        cancelled: asked often.
        dataset: stands in for the job's raster.
        features: where image features are cached; by default the user's cache, if the job wants one at all.
        model: stands in for the job's model.
        run_id: kept in the class raster, for a caller that wants to know it again.
    """
    started = time.monotonic()
    device = choose_device(job.device)
    with ExitStack() as stack:
        stack.enter_context(rasterio.Env(GDAL_CACHEMAX=_GDAL_CACHE_MB))
        on_event(Stage("raster", "Looking at the raster"))
        native = stack.enter_context(open_source(job, dataset))
        places = stack.enter_context(open_places(job, native.grid))
        on_event(Stage("model", "Loading the model"))
        store = (features or feature_store()) if job.cache else None
        chosen = model or find_model(job.model)
        if job.scene_prior is not None:
            chosen = guided_by_scene(chosen, job.scene_prior)
        engine = engine_for(job, chosen, device, store)
        card, is_trained = engine.model.card, not isinstance(engine.model, Comparing)
        if not is_trained:
            on_event(Stage("training_free", f"{card.name} segments as it is, without a network trained on it"))
        source = stack.enter_context(fit_source(native, job, dataset, engine.model))
        plan = plan_for(job, source.work_grid, engine.model)
        words = engine.foreign_words(job.classes)
        for warning in warnings_of(words):
            on_event(warning)
        areas = _segment(job, source, engine, plan, places, run_id, on_event, cancelled)
        if job.polygons is not None:
            _write_polygons(job, places, on_event, cancelled)
        if job.quicklook is not None:
            on_event(Stage("quicklook", "Painting the quicklook"))
            write_quicklook(
                job.raster,
                places.temporary(job.output),
                places.temporary(job.quicklook),
                areas=areas,
                bands=job.bands,
                stretch=job.stretch,
            )
    stats = {
        "tiles": len(plan),
        "seconds": round(time.monotonic() - started, 3),
        "ground_resolution_m": source.ground_resolution,
        "work_resolution_m": source.work_grid.ground_resolution(),
        "device": str(device),
        "model": f"{card.name} {card.revision}",
        "training_free": not is_trained,
        "words": [asdict(word) for word in words],
    }
    return Result(output_paths(job), areas, stats)


def _segment(
    job: Job,
    source: RasterSource,
    engine: Engine,
    plan: TilePlan,
    places: Places,
    run_id: str,
    say: Say,
    cancelled: Asked,
) -> Areas:
    say(Stage("texts", "Reading the class names"))
    texts = engine.texts(job.classes)
    tags = tags_of(job, source, engine.model, plan)
    balance, thresholds = job.classes.arrange(job.balance), job.classes.arrange(job.thresholds)
    decision = Decision(balance, job.unsure, source.grid.area_px(job.min_area), thresholds)
    say(Stage("segment", "Segmenting"))
    with (
        open_writers(job, places, source.grid, tags, run_id) as writers,
        live_rows(job.preview, source.grid, job.classes, say) as show,
    ):
        batch, progress = engine.batch_size(job.batch), progress_events(say)
        tiles = tile_costs(source, engine, texts, plan, batch=batch, on_tile=progress, cancelled=cancelled)

        def write(tiles: Iterator[TileCosts]) -> Areas:
            to_logits = engine.to_logits(job.classes)
            rows = grid_rows(tiles, source, plan, len(texts), engine.model.stride, to_logits=to_logits)
            stored = _stored(rows, source, writers.costs, cancelled)
            return write_decided(stored, decision, writers.classes, writers.confidence, on_rows=show)

        return feed(tiles, write)


def _stored(
    rows: Iterable[GridRows], source: RasterSource, writer: CostWriter | None, cancelled: Asked
) -> Iterator[StoredRows]:
    """Costs with the raster's validity, kept in the cost raster on the way if there is one."""
    for part in rows:
        if cancelled():
            raise Cancelled("The run was cancelled; nothing was written.")
        valid = source.valid(Block(part.row, 0, part.values.shape[1], source.grid.width))
        if writer is not None:
            writer.write(part.row, part.values, valid)
        yield StoredRows(part.row, part.values, valid)


def _write_polygons(job: Job, places: Places, say: Say, cancelled: Asked) -> None:
    say(Stage("polygons", "Drawing polygons"))
    confidence = str(places.temporary(job.confidence)) if job.confidence is not None else None
    target = places.temporary(job.polygons or "")
    write_polygons(
        str(places.temporary(job.output)),
        target,
        confidence_path=confidence,
        on_progress=progress_events(say),
        cancelled=cancelled,
    )
