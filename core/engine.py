"""A loaded model on its device: tiles of pixels in, cost maps out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .cache import TensorStore, TextCache
from .classes import ClassList
from .softguided.model import SoftGuidedModel
from .softguided.network import Scene
from .text.encode import class_texts
from .vlm.device import inference

CLASS_CHUNK = 32
_GPU_BATCH = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """The pixels of one tile, (3, H, W) float32 in 0..1, and the key that its features are cached under."""

    values: NDArray[np.float32]
    key: str = ""


class Engine:
    """Encodes tiles and matches them with class texts.

    Args:
        model: in eval mode.
        device: where it computes.
        features: store of image features, or None.
    """

    def __init__(self, model: SoftGuidedModel, device: torch.device, features: TensorStore | None = None) -> None:
        self.model = model.to(device).to(memory_format=torch.channels_last)
        self.device = device
        self.features = features

    def texts(self, classes: ClassList) -> Tensor:
        """(T, C) unit vectors of the classes, on the device."""
        cache = TextCache(self.model.card.revision)
        return class_texts(self.model, classes, self.model.card.template, cache).to(self.device)

    def batch_size(self, asked: int) -> int:
        """Tiles computed at once: what was asked, or what suits the device."""
        if asked:
            return asked
        return _GPU_BATCH if self.device.type == "cuda" else 1

    def costs(self, pictures: Sequence[Picture], texts: Tensor) -> Iterator[NDArray[np.float32]]:
        """Cost maps (T, H / stride, W / stride) of tiles of one size, in their order.

        A batch that does not fit the device's memory is halved until it does.

        Raises:
            torch.OutOfMemoryError: a single tile does not fit.
        """
        try:
            yield from self._batch(pictures, texts)
        except torch.OutOfMemoryError:
            if len(pictures) == 1:
                raise
            torch.cuda.empty_cache()
            half = len(pictures) // 2
            yield from self.costs(pictures[:half], texts)
            yield from self.costs(pictures[half:], texts)

    def _batch(self, pictures: Sequence[Picture], texts: Tensor) -> list[NDArray[np.float32]]:
        with inference(self.device):
            scene = self._scene(pictures)
            logits = self.model.decode(scene, texts, CLASS_CHUNK).logits
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


def _part(scene: Scene, index: int) -> dict[str, Tensor]:
    levels = {f"level{i}": level[index].cpu() for i, level in enumerate(scene.levels)}
    return {"dense": scene.dense[index].cpu(), "pooled": scene.pooled[index].cpu(), **levels}


def _join(parts: Sequence[dict[str, Tensor]], device: torch.device) -> Scene:
    def joined(name: str) -> Tensor:
        return torch.stack([part[name] for part in parts]).to(device)

    levels = tuple(
        joined(name).contiguous(memory_format=torch.channels_last)
        for name in sorted(parts[0])
        if name.startswith("level")
    )
    return Scene(joined("dense").contiguous(memory_format=torch.channels_last), joined("pooled"), levels)
