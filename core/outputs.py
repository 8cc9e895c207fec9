"""What a job writes: its places on disk, its writers, and the tags that say how the outputs were made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .job import Job
from .raster.cost_raster import DISTRACTORS_TAG, CostWriter, cost_room
from .raster.grid import Grid
from .raster.place import Output, Places
from .raster.source import RasterSource
from .raster.write import ClassRasterWriter, ConfidenceWriter, class_raster_room, confidence_room
from .segmenter import Segmenter
from .tiling.plan import TilePlan
from .version import version

RUN_TAG = "SOFTSEG_RUN"
"""In a class raster: names the run that made it, where its caller had a name for it."""


def open_places(job: Job, grid: Grid) -> Places:
    """Checks and reserves the places of all outputs; raises as `Places` does."""
    outputs = [Output(Path(job.output), class_raster_room(grid, job.classes))]
    if job.confidence is not None:
        outputs.append(Output(Path(job.confidence), confidence_room(grid)))
    if job.costs is not None:
        outputs.append(Output(Path(job.costs), cost_room(grid, job.classes)))
    outputs += [Output(Path(path)) for path in (job.polygons, job.quicklook) if path is not None]
    inputs = [path for path in (job.raster, job.mask) if path is not None and Path(path).exists()]
    return Places(outputs, inputs)


@dataclass(frozen=True, slots=True)
class Writers:
    """The writers of a run's rasters; None for what the job does not want."""

    classes: ClassRasterWriter
    confidence: ConfidenceWriter | None
    costs: CostWriter | None


@contextmanager
def open_writers(job: Job, places: Places, grid: Grid, tags: Mapping[str, str], run_id: str = "") -> Iterator[Writers]:
    """Begin the rasters of a run, which are finished when the block ends, or deleted when something fails.

    Args:
        job: says which.
        places: where they are made.
        grid: of all of them.
        tags: of all of them.
        run_id: kept in the class raster only: what is decided anew from the costs comes from no such run.
    """
    with ExitStack() as stack:
        own = {**tags, RUN_TAG: run_id} if run_id else tags
        classes = stack.enter_context(ClassRasterWriter(places.temporary(job.output), grid, job.classes, own))
        confidence = costs = None
        if job.confidence is not None:
            confidence = stack.enter_context(ConfidenceWriter(places.temporary(job.confidence), grid, tags))
        if job.costs is not None:
            costs = stack.enter_context(CostWriter(places.temporary(job.costs), grid, job.classes, tags))
        yield Writers(classes, confidence, costs)


def output_paths(job: Job) -> dict[str, str]:
    """Paths of the outputs by role."""
    paths = {
        "classes": job.output,
        "confidence": job.confidence,
        "costs": job.costs,
        "polygons": job.polygons,
        "quicklook": job.quicklook,
    }
    return {role: path for role, path in paths.items() if path is not None}


def tags_of(job: Job, source: RasterSource, model: Segmenter, plan: TilePlan) -> dict[str, str]:
    """SOFTSEG_* tags of every output of a run."""
    work = source.work_grid.ground_resolution()
    return {
        "SOFTSEG_VERSION": version(),
        "SOFTSEG_MODEL": model.card.name,
        "SOFTSEG_REVISION": model.card.revision,
        "SOFTSEG_GSD": f"{work:.6g}" if work is not None else "",
        "SOFTSEG_TILE": f"{plan.tile_height}x{plan.tile_width}",
        "SOFTSEG_OVERLAP": f"{plan.overlap:g}",
        "SOFTSEG_STRETCH": job.stretch,
        "SOFTSEG_INFERENCE": job.inference,
        DISTRACTORS_TAG: "; ".join(job.distractors),
    }
