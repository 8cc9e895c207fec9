"""A loaded model on its device: tiles of pixels in, cost maps out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .cache import TensorStore, TextCache
from .classes import ClassList
from .errors import BadOption
from .job import AUTO_TILE, Job
from .logits import ToLogits
from .segmenter import Comparing, Segmenter
from .softguided.network import Scene
from .text.encode import query_texts
from .text.glossary import Word, foreign_words, read_as
from .text.queries import Queries
from .tiling.presets import find_preset
from .vlm.device import inference

CLASS_CHUNK = 32
_GPU_BATCH = 4
_ANYTHING = ("background", "other things")  # what a single class is compared with, where nothing else is named


@dataclass(frozen=True, slots=True)
class Picture:
    """One tile.

    Args:
        values: its pixels as `RasterSource` reads them, (channels, H, W) float32.
        key: what its features are cached under.
        row: of the work grid, where it begins.
        col: likewise.
    """

    values: NDArray[np.float32]
    key: str = ""
    row: int = 0
    col: int = 0


class Engine:
    """Encodes tiles and matches them with class texts.

    Args:
        model: in eval mode.
        device: where it computes.
        features: store of image features, or None.
        synonyms: "mean" or "max", see `Queries.of`.
        distractors: what else there is to see.
        candidates: how many queries each cell names, so that those which none names are not looked at closer; 0: all.
        exact: compute in float32 even where bfloat16 is faster.
    """

    def __init__(
        self,
        model: Segmenter,
        device: torch.device,
        features: TensorStore | None = None,
        synonyms: str = "mean",
        distractors: Sequence[str] = (),
        candidates: int = 0,
        *,
        exact: bool = False,
    ) -> None:
        self.model: Segmenter = model.to(device).to(memory_format=torch.channels_last)
        self.device = device
        self.features = features
        self._exact = exact
        self._synonyms, self._distractors, self._candidates = synonyms, tuple(distractors), candidates

    def texts(self, classes: ClassList) -> Tensor:
        """(Q, C) unit vectors of what stands for the classes and of the distractors, on the device."""
        cache = TextCache(self.model.card.revision)
        return query_texts(self.model, self._queries(classes), self.model.card.template, cache).to(self.device)

    def to_logits(self, classes: ClassList) -> ToLogits:
        """What makes the logits of the classes of the scores that `texts` have."""
        return ToLogits(self._queries(classes), isinstance(self.model, Comparing))

    def foreign_words(self, classes: ClassList) -> tuple[Word, ...]:
        """What is typed in a language that the model does not read, and the English that it is given instead."""
        return self._foreign_words(self._typed(classes))

    def _queries(self, classes: ClassList) -> Queries:
        typed = self._typed(classes)
        return read_as(typed, self._foreign_words(typed))

    def _typed(self, classes: ClassList) -> Queries:
        alone = isinstance(self.model, Comparing) and len(classes) == 1
        return Queries.of(classes, self._synonyms, self._distractors or (_ANYTHING if alone else ()))

    def _foreign_words(self, queries: Queries) -> tuple[Word, ...]:
        phrases = dict.fromkeys(phrase for each in queries.phrases for phrase in each)
        return foreign_words(tuple(phrases), self.model.card.languages)

    def batch_size(self, asked: int) -> int:
        """Tiles computed at once: what was asked, or what suits the device."""
        if asked:
            return asked
        # Smaller tiles go together up to the pixels of a large one: each call moves all weights once.
        side = self.model.tile_px if isinstance(self.model, Comparing) else AUTO_TILE
        together = max(1, AUTO_TILE**2 // side**2)
        return together * (_GPU_BATCH if self.device.type == "cuda" else 1)

    def costs(self, pictures: Sequence[Picture], texts: Tensor) -> Iterator[NDArray[np.float32]]:
        """Scores (Q, H / stride, W / stride) of tiles of one size, in their order.

        A batch that does not fit the device's memory is halved until it does.

        Raises:
            torch.OutOfMemoryError: a single tile does not fit.
        """
        fits = True
        try:
            yield from self._batch(pictures, texts)
        except torch.OutOfMemoryError:
            if len(pictures) == 1:
                raise
            fits = False
        # Only here is the error gone, and with it the tensors of the batch that failed.
        if not fits:
            torch.cuda.empty_cache()
            half = len(pictures) // 2
            yield from self.costs(pictures[:half], texts)
            yield from self.costs(pictures[half:], texts)

    def _batch(self, pictures: Sequence[Picture], texts: Tensor) -> list[NDArray[np.float32]]:
        with inference(self.device, half=not self._exact):
            cell = self.model.multiple
            places = tuple((picture.row // cell, picture.col // cell) for picture in pictures)
            scene = replace(self._scene(pictures), places=places)
            logits = self.model.decode(scene, texts, CLASS_CHUNK, self._candidates).logits
        return list(logits.float().cpu().numpy())

    def _scene(self, pictures: Sequence[Picture]) -> Scene:
        """Features of a batch, out of the store where all of them are known."""
        known = [self.features.get(picture.key) if self.features else None for picture in pictures]
        stored = [tensors for tensors in known if tensors is not None]
        if len(stored) == len(pictures):
            return _join(stored, self.device)
        images = torch.from_numpy(np.stack([picture.values for picture in pictures])).to(self.device)
        scene = self.model.observe(images)
        if self.features is not None:
            for index, picture in enumerate(pictures):
                self.features.put(picture.key, _part(scene, index))
        return scene


def engine_for(job: Job, model: Segmenter, device: torch.device, features: TensorStore | None = None) -> Engine:
    """The engine of a run.

    Raises:
        BadOption: the job wants a dense mode, and the model leaves no choice.
    """
    if isinstance(model, Comparing):
        scale = None
        if job.inference != "native":
            scale = find_preset(job.inference, model.multiple, model.card.image_tower).logit_scale
        model = model.in_mode(job.dense, scale)
    elif job.dense != "auto":
        raise BadOption(f"The model {model.card.name} was trained as it is: leave the dense mode at auto.")
    return Engine(model, device, features, job.synonyms, job.distractors, _candidates(job))


def _candidates(job: Job) -> int:
    """How many classes a cell names; 0 where all have to be looked at.

    Those who published an inference look at all. And what favours classes afterwards would find one tile that looked
    at a class beside one that did not: a seam.
    """
    favoured = job.costs is not None or any(job.balance.values()) or job.scene_prior is not None
    return 0 if favoured or job.inference != "native" else job.candidates


def _part(scene: Scene, index: int) -> dict[str, Tensor]:
    levels = {f"level{i}": level[index].cpu() for i, level in enumerate(scene.levels)}
    return {"dense": scene.dense[index].cpu(), "pooled": scene.pooled[index].cpu(), **levels}


def _join(parts: Sequence[dict[str, Tensor]], device: torch.device) -> Scene:
    def joined(name: str) -> Tensor:
        with torch.autocast(device.type, enabled=False):  # which on a processor cannot stack half-precision tensors
            return torch.stack([part[name] for part in parts]).to(device)

    levels = tuple(
        joined(name).contiguous(memory_format=torch.channels_last)
        for name in sorted(parts[0])
        if name.startswith("level")
    )
    return Scene(joined("dense").contiguous(memory_format=torch.channels_last), joined("pooled"), levels)
