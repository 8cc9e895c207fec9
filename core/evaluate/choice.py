"""What it saves to look closer only at the classes that some cell names, and what it changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median

from ..costs import open_source, plan_for, read_tiles
from ..engine import Engine, Picture, engine_for
from ..errors import BadOption
from ..job import Job
from ..segmenter import Segmenter
from ..vlm.device import choose_device
from .pipeline import class_map

OnPart = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Choice:
    """The network with all classes beside the network with candidates, on the tiles of one raster.

    Args:
        classes: how many are typed.
        candidates: how many of them a cell names.
        all_s: seconds of encoder and decoder on all tiles with all classes.
        chosen_s: the same with the candidates.
        saved: how many times as long a tile takes with all; the median of the tiles.
        moved: share of the labelled pixels that have another class than with all.
    """

    classes: int
    candidates: int
    all_s: float
    chosen_s: float
    saved: float
    moved: float


def measure_choice(job: Job, model: Segmenter, on_part: OnPart = lambda done, total: None) -> Choice:
    """Segments a raster with the candidates of a job and with all classes.

    Args:
        job: the raster, its classes and the candidates.
        model: segments it.
        on_part: hears how much is done: the maps, then the tiles.

    Raises:
        BadOption: the job looks at all classes anyway.
        SoftSegError: as `segment` does.
    """
    if not job.candidates:
        raise BadOption("With 0 candidates all classes are looked at: name a number of them to compare with that.")
    device = choose_device(job.device)
    engines = [engine_for(each, model, device) for each in (replace(job, candidates=0), job)]
    with open_source(job, model=model) as source:
        plan = plan_for(job, source.work_grid, model)
        maps = []
        for done, engine in enumerate(engines, start=1):
            maps.append(class_map(source, engine, job))
            on_part(done * len(plan), 4 * len(plan))
        seconds: list[tuple[float, float]] = []
        for done, (_, picture) in enumerate(read_tiles(source, plan, engines[0]), start=1):
            if picture is not None:
                seconds.append((_seconds(engines[0], picture, job), _seconds(engines[1], picture, job)))
            on_part(2 * len(plan) + 2 * done, 4 * len(plan))
    labelled = maps[0] > 0
    moved = float((maps[0] != maps[1])[labelled].mean()) if labelled.any() else float("nan")
    whole_s, chosen_s = (sum(side) for side in zip(*seconds, strict=True))
    saved = median(whole / chosen for whole, chosen in seconds)
    return Choice(len(job.classes), job.candidates, whole_s, chosen_s, saved, moved)


def _seconds(engine: Engine, picture: Picture, job: Job) -> float:
    texts = engine.texts(job.classes)
    started = time.perf_counter()
    list(engine.costs([picture], texts))
    return time.perf_counter() - started
