"""The plan of a batch: what is to be done for each file, and what an earlier batch has finished already."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..batch_job import EXTRAS, BatchJob
from ..errors import BadOutput, BadRaster
from ..job import Job
from ..outputs import RUN_TAG, output_paths
from ..raster.fingerprint import raster_stamp
from ..raster.gdal_errors import damage_is_bad_raster
from ..raster.opening import open_raster
from ..version import version
from .files import output_paths_of

# What names files or says how to compute, but does not change the classes.
_NOT_DECISIVE = ("raster", "output", *EXTRAS, "model", "device", "batch", "cache", "preview")


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be done for one file.

    Args:
        file: its path below the batch's folder.
        run: its run.
        run_id: the same for two runs that must give the same classes.
        pixels: how many it has: the measure of the work.
        is_finished: its outputs are there and were made by the same run.
    """

    file: str
    run: Job
    run_id: str
    pixels: int
    is_finished: bool


def plan_file(job: BatchJob, file: str, stem: str, model: str) -> Planned:
    """Plan the run of one file.

    Args:
        job: the batch.
        file: path below its folder.
        stem: what the names of the outputs begin with.
        model: name and revision of the model.

    Raises:
        BadRaster: the file is not a raster.
        BadOption: an output would replace it.
        BadOutput: the batch resumes, and an output is there that another run has made.
    """
    run = job.run_of(str(Path(job.folder, file)), output_paths_of(job, stem))
    with open_raster(run.raster) as dataset, damage_is_bad_raster(run.raster):
        pixels, stamp = dataset.height * dataset.width, raster_stamp(dataset)
    masks = [Path(run.mask)] if run.mask is not None else []
    files = [(Path(name).name, *state) for name, *state in (*stamp["files"], *_states(masks))]
    run_id = _run_id(run, model, files)
    return Planned(file, run, run_id, pixels, job.resume and _is_finished(run, run_id))


def _states(files: Iterable[Path]) -> list[tuple[str, int, int]]:
    states = [(file.name, file.stat()) for file in files if file.is_file()]
    return [(name, state.st_size, state.st_mtime_ns) for name, state in states]


def _run_id(run: Job, model: str, files: list[tuple[Any, ...]]) -> str:
    """16 hexadecimal digits that stand for everything that decides the classes."""
    settings = {name: value for name, value in run.to_dict().items() if name not in _NOT_DECISIVE}
    parts = {"softseg": version(), "model": model, "settings": settings, "files": files}
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def _is_finished(run: Job, run_id: str) -> bool:
    there = [Path(path) for path in output_paths(run).values() if Path(path).exists()]
    if there and _run_of(run.output) != run_id:
        raise BadOutput(
            f"{there[0]} was made by another run: choose another output folder, or turn resuming off to replace it."
        )
    return len(there) == len(output_paths(run))


def _run_of(class_raster: str) -> str | None:
    """The id of the run that made a class raster; None for any other file."""
    try:
        with open_raster(class_raster) as dataset:
            return str(dataset.tags().get(RUN_TAG, ""))
    except BadRaster:
        return None
