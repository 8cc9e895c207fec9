"""How fast training-free segmentation is: beside its encoder alone, and beside the straightforward loop."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from uuid import uuid4

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from ..bench import make_raster
from ..classes import ClassList, ClassSpec
from ..costs import plan_for, read_tiles
from ..engine import Engine, Picture
from ..job import Job
from ..raster.source import RasterSource
from ..segment import run
from ..tiling.plan import TilePlan
from ..trainingfree.card import TrainingFreeCard
from ..trainingfree.guided import guided_upsample
from ..trainingfree.manner import choose_manner
from ..trainingfree.model import TrainingFree
from ..trainingfree.plain import plain_scores
from ..vlm.checkpoint.load import empty_dual_encoder
from ..vlm.device import half_pays, inference
from ..vlm.dual import DualEncoder
from ..vlm.hub.catalogue import find_entry
from ..vlm.hub.entry import Entry
from .pipeline import class_map

_ENCODER = "clip-b16"
_CLASSES = 8
_SIZE_PX = 2048
_UPSAMPLINGS = 5

OnStep = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians over the repeats; each repeat runs all sides one after the other.

    Args:
        model: what was measured, with random weights: these are as fast as trained ones.
        size_px: side of the made-up raster.
        tiles: of the run.
        classes: T.
        bf16: whether SoftSeg computed in bfloat16.
        wall_s: the whole run, from opening the raster to the finished class raster.
        encoder_s: the image encoder alone, on the same tiles in the same batches.
        overhead: wall_s / encoder_s.
        plain_s: the straightforward loop of float32 crops, the same ones, up to its classes.
        speedup: plain_s / wall_s.
        same: share of pixels whose class is the same in float32.
        largest: share of the largest class, which says how much `same` is worth.
        guided_s: guided upsampling of the T maps of one tile.
        channels_s: the same of its C feature channels, and their products with the texts.
        upsampling: channels_s / guided_s.
    """

    model: str
    size_px: int
    tiles: int
    classes: int
    bf16: bool
    wall_s: float
    encoder_s: float
    overhead: float
    plain_s: float
    speedup: float
    same: float
    largest: float
    guided_s: float
    channels_s: float
    upsampling: float


class _Measured(TrainingFree):
    """A model whose words are directions in which the image itself varies: random ones would all be one class."""

    def __init__(self, encoder: DualEncoder, card: TrainingFreeCard, words: Tensor | None = None) -> None:
        super().__init__(encoder, card)
        self.words = words

    def in_mode(self, dense: str, logit_scale: float | None = None) -> TrainingFree:
        """Itself: there is one manner."""
        return self

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        """The word of each number."""
        if self.words is None:
            raise RuntimeError("there are no words yet")
        return self.words[[int(sentence) for sentence in sentences]]


def measure_speed(
    *, size: int = _SIZE_PX, repeats: int = 1, entry: Entry | None = None, on_step: OnStep = lambda done, total: None
) -> Speed:
    """Measures on a made-up raster, on the processor.

    Args:
        size: its side, px.
        repeats: runs of each side.
        entry: what to build with random weights; None: a CLIP ViT-B/16.
        on_step: hears of each measurement that is done.
    """
    model, device = _random_model(entry or find_entry(_ENCODER)), torch.device("cpu")
    classes = ClassList(tuple(ClassSpec(str(number)) for number in range(_CLASSES)))
    with tempfile.TemporaryDirectory(prefix="softseg-speed-") as folder:
        path = make_raster(Path(folder, "raster.tif"), size, size)
        job = Job(str(path), classes, str(Path(folder, "classes.tif")), device="cpu", cache=False)
        with RasterSource.open(path) as source:
            plan = plan_for(job, source.work_grid, model)
            engine, exact = Engine(model, device), Engine(model, device, exact=True)
            pictures = [picture for _, picture in read_tiles(source, plan, engine) if picture is not None]
            whole = source.read(source.work_grid.whole).values
            model.words = _words(exact, pictures[0])
            texts = engine.texts(classes)
            timings = []
            for done in range(repeats):
                timings.append(_timings(job, model, engine, exact, pictures, whole, texts, plan))
                on_step(done + 1, repeats + 1)
            maps = [class_map(source, each, job) for each in (engine, exact)]
        guided_s, channels_s = _upsampling(exact, pictures[0], texts)
        on_step(repeats + 1, repeats + 1)
    walls, encoders, plains = (list(each) for each in zip(*timings, strict=True))
    pairs = list(zip(walls, encoders, plains, strict=True))
    return Speed(
        model=model.card.image_tower,
        size_px=size,
        tiles=len(plan),
        classes=len(classes),
        bf16=half_pays(device),
        wall_s=median(walls),
        encoder_s=median(encoders),
        overhead=median(wall / encoder for wall, encoder, _ in pairs),
        plain_s=median(plains),
        speedup=median(plain / wall for wall, _, plain in pairs),
        same=float((maps[0] == maps[1]).mean()),
        largest=float(np.bincount(maps[1].ravel()).max() / maps[1].size),
        guided_s=guided_s,
        channels_s=channels_s,
        upsampling=channels_s / guided_s,
    )


def _random_model(entry: Entry) -> _Measured:
    with tempfile.TemporaryDirectory() as nothing, torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        encoder = empty_dual_encoder(entry, Path(nothing)).eval().requires_grad_(False)
    # A name that never was: the words of one measurement must not be remembered for another.
    card = TrainingFreeCard.of(entry, uuid4().hex[:12], choose_manner(encoder))
    return _Measured(encoder, replace(card, template="plain")).eval()


def _words(engine: Engine, picture: Picture) -> Tensor:
    """(T, C) unit vectors: how single cells of a picture differ from the mean of all."""
    with inference(engine.device, half=False):
        scene = engine.model.observe(torch.from_numpy(picture.values)[None])
        cells = scene.dense[0].float().flatten(1).T
        chosen = cells[torch.linspace(0, len(cells) - 1, _CLASSES).long()] - cells.mean(dim=0)
    return F.normalize(chosen.clone(), dim=1)


def _timings(
    job: Job,
    model: TrainingFree,
    engine: Engine,
    exact: Engine,
    pictures: Sequence[Picture],
    whole: NDArray[np.float32],
    texts: Tensor,
    plan: TilePlan,
) -> tuple[float, float, float]:
    """Seconds of the whole run, of its encoder, and of the straightforward loop."""
    batch = engine.batch_size(job.batch)
    batches = [pictures[start : start + batch] for start in range(0, len(pictures), batch)]
    images = [torch.from_numpy(np.stack([picture.values for picture in each])) for each in batches]

    def encode() -> None:
        with inference(engine.device):
            for each in images:
                model.encoder(each)

    def loop() -> None:
        plain_scores(model, torch.from_numpy(whole), texts, plan).argmax(dim=0)

    return _seconds(lambda: run(job, model=model)), _seconds(encode), _seconds(loop)


def _upsampling(engine: Engine, picture: Picture, texts: Tensor) -> tuple[float, float]:
    """Seconds of the guided filter on T maps, and on C channels that meet the texts afterwards."""
    model = engine.model
    factor = model.multiple // model.stride
    with inference(engine.device, half=False):
        scene = model.observe(torch.from_numpy(picture.values)[None])
        dense, (guide,) = scene.dense.float(), scene.levels

        def maps() -> None:
            guided_upsample(torch.einsum("bchw,tc->bthw", dense, texts), guide, factor)

        def channels() -> None:
            torch.einsum("bchw,tc->bthw", guided_upsample(dense, guide, factor), texts)

        times = [(_seconds(maps), _seconds(channels)) for _ in range(_UPSAMPLINGS + 1)][1:]
    first, second = zip(*times, strict=True)
    return median(first), median(second)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
