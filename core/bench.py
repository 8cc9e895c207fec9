"""How fast the pipeline is beside its floor, the network alone on the same tiles."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import rasterio
from numpy.typing import NDArray
from rasterio.transform import from_origin
from rasterio.windows import Window

from .cache import TensorStore
from .classes import ClassList, ClassSpec, name_key, parse_classes
from .costs import plan_for, read_tiles
from .engine import Engine, Picture, engine_for
from .job import Job
from .raster.source import RasterSource
from .segment import run
from .vlm.device import choose_device
from .zoo import find_model

ADDED_CLASS = "swimming pool"
_SIZE_PX = 4096
_RESOLUTION_M = 0.5
_ENDLESS = 1 << 50


@dataclass(frozen=True, slots=True)
class Timing:
    """One comparison: medians over the repeats, each of which runs both sides one after the other.

    Args:
        wall_s: the whole run from opening the raster to the finished class raster; model and words are loaded before.
        model_s: encoder and decoder alone on the same tiles.
        overhead: median of wall_s / model_s.
        megapixels_per_s: input pixels over wall_s.
        peak_rss_mb: peak resident size of the process after the runs, in 2^20 bytes.
    """

    wall_s: float
    model_s: float
    overhead: float
    megapixels_per_s: float
    peak_rss_mb: float


@dataclass(frozen=True, slots=True)
class Bench:
    """Timings of a fresh run, and of a run with one more class on cached features; `load_s` is paid once a process."""

    raster: str
    megapixels: float
    classes: int
    tiles: int
    device: str
    model: str
    load_s: float
    fresh: Timing
    added_class: Timing

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON; the fresh run's figures at the top."""
        values = asdict(self)
        return {**values.pop("fresh"), **values}


def bench(
    raster: str | None,
    classes: str,
    *,
    model: str = "starter",
    device: str = "auto",
    size: int = _SIZE_PX,
    height: int | None = None,
    tile: int | None = None,
    repeats: int = 3,
    on_repeat: Callable[[int, int], None] = lambda done, total: None,
) -> Bench:
    """Times the pipeline.

    Args:
        raster: what to segment; None makes a raster of `size` px a side (or `height` rows).
        classes: class text.
        model: name or folder.
        device: as in a job.
        size: px.
        height: px; None for a square.
        tile: as in a job.
        repeats: runs of each side.
        on_repeat: hears of each pair that is done.
    """
    started = time.perf_counter()
    chosen = choose_device(device)
    asked = parse_classes(classes)
    engine = engine_for(Job("raster", asked, "classes"), find_model(model), chosen)
    lists = [asked, _with_one_more(asked)]
    engine.texts(lists[1])
    load_s = time.perf_counter() - started
    with tempfile.TemporaryDirectory(prefix="softseg-bench-") as folder:
        place = Path(folder)
        path = raster or str(make_raster(place / "raster.tif", height or size, size))
        job = Job(path, lists[0], str(place / "classes.tif"), model=model, device=device, tile=tile, cache=False)
        fresh = _time(job, engine, repeats, lambda done: on_repeat(done, 2 * repeats))
        store = TensorStore(place / "features", _ENDLESS)
        run(replace(job, cache=True), features=store)
        job, engine = replace(job, classes=lists[1], cache=True), engine_for(job, engine.model, chosen, store)
        added = _time(job, engine, repeats, lambda done: on_repeat(repeats + done, 2 * repeats))
        with RasterSource.open(path) as source:
            tiles = len(plan_for(job, source.work_grid, engine.model))
            megapixels = source.grid.height * source.grid.width / 1e6
    card = engine.model.card
    rates = [replace(timing, megapixels_per_s=megapixels / timing.wall_s) for timing in (fresh, added)]
    name = f"{card.name} {card.revision}"
    return Bench(raster or "synthetic", megapixels, len(lists[0]), tiles, str(chosen), name, load_s, *rates)


def _with_one_more(classes: ClassList) -> ClassList:
    """The classes and ADDED_CLASS, with a number behind it where there is one of that name."""
    known = {name_key(name) for name in classes.names}
    names = chain([ADDED_CLASS], (f"{ADDED_CLASS} {number}" for number in count(2)))
    return ClassList((*classes, ClassSpec(next(name for name in names if name_key(name) not in known))))


def make_raster(path: Path, height: int, width: int) -> Path:
    """Writes a made-up 8-bit RGB raster at 0.5 m, with structure at all scales, row band by row band."""
    chance = np.random.default_rng(0)
    place = {"crs": "EPSG:32633", "transform": from_origin(500_000, 5_000_000, _RESOLUTION_M, _RESOLUTION_M)}
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 3, "height": height, "width": width, **place}
    with rasterio.open(path, "w", tiled=True, blockxsize=512, blockysize=512, **profile) as dataset:
        for row in range(0, height, 512):
            rows = min(512, height - row)
            band = sum(_noise(chance, rows, width, cell) for cell in (4, 16, 64, 256)) / 4
            dataset.write(np.uint8(255 * band), window=Window(0, row, width, rows))
    return path


def _noise(chance: np.random.Generator, rows: int, width: int, cell: int) -> NDArray[np.float32]:
    """(3, rows, width) of random squares."""
    squares = chance.random((3, -(-rows // cell), -(-width // cell)), np.float32)
    return squares.repeat(cell, axis=1).repeat(cell, axis=2)[:, :rows, :width]


def _time(job: Job, engine: Engine, repeats: int, on_repeat: Callable[[int], None]) -> Timing:
    """Runs the pipeline and the network alone in turn, so that a drift of the machine's speed meets both."""
    pairs = []
    for done in range(1, repeats + 1):
        started = time.perf_counter()
        run(job, features=engine.features)
        wall_s = time.perf_counter() - started
        pairs.append((wall_s, _network_s(job, engine), peak_rss_mb()))
        on_repeat(done)
    walls, models, peaks = zip(*pairs, strict=True)
    overhead = statistics.median(wall / alone for wall, alone, _ in pairs)
    return Timing(statistics.median(walls), statistics.median(models), overhead, 0.0, max(peaks))


def _network_s(job: Job, engine: Engine) -> float:
    """Seconds that encoder and decoder take for all tiles, in the batches of the run."""
    texts, batch, seconds = engine.texts(job.classes), engine.batch_size(job.batch), 0.0
    with RasterSource.open(job.raster) as source:
        plan = plan_for(job, source.work_grid, engine.model)
        pictures: list[Picture] = []
        for tile, picture in read_tiles(source, plan, engine):
            pictures += [picture] if picture is not None else []
            if len(pictures) == batch or (pictures and tile.last_in_row and tile.row == plan.rows[-1]):
                started = time.perf_counter()
                list(engine.costs(pictures, texts))
                seconds += time.perf_counter() - started
                pictures.clear()
    return seconds


def peak_rss_mb() -> float:
    """Peak resident size of this process so far, in 2^20 bytes."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 2**20
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)
