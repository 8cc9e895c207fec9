"""What a job writes: its places on disk, and the tags that say how the outputs were made."""

from __future__ import annotations

from pathlib import Path

from .job import Job
from .raster.cost_raster import cost_room
from .raster.grid import Grid
from .raster.place import Output, Places
from .raster.source import RasterSource
from .raster.write import class_raster_room, confidence_room
from .softguided.model import SoftGuidedModel
from .tiling.plan import TilePlan
from .version import version


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


def tags_of(job: Job, source: RasterSource, model: SoftGuidedModel, plan: TilePlan) -> dict[str, str]:
    """SOFTSEG_* tags of every output of a run."""
    work = source.work_grid.ground_resolution()
    return {
        "SOFTSEG_VERSION": version(),
        "SOFTSEG_MODEL": model.card.name,
        "SOFTSEG_REVISION": model.card.revision,
        "SOFTSEG_GSD": f"{work:.6g}" if work is not None else "",
        "SOFTSEG_TILE": f"{plan.tile_height}x{plan.tile_width}",
        "SOFTSEG_OVERLAP": f"{job.overlap:g}",
        "SOFTSEG_STRETCH": job.stretch,
    }
