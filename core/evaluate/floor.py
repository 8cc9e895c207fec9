"""The floor that a map has to beat: every window of a picture is given one class, by its look as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from ..engine import Engine
from ..segmenter import Card, Segmenter
from ..softguided.network import Decoded, Scene
from .pipeline import Predictor, pipeline_predictor

WINDOW_PX = 256  # as large as a picture of a scene usually is


@dataclass(frozen=True, slots=True)
class SceneOnly:
    """A segmenter that looks at nothing but the pooled embedding: cosines with the texts, the same in all cells.

    Args:
        model: whose embedding that is.
    """

    model: Segmenter

    @property
    def card(self) -> Card:
        """The model's."""
        return self.model.card

    @property
    def stride(self) -> int:
        """The model's."""
        return self.model.stride

    @property
    def multiple(self) -> int:
        """The model's."""
        return self.model.multiple

    def observe(self, images: Tensor) -> Scene:
        """As the model does."""
        return self.model.observe(images)

    def decode(self, scene: Scene, texts: Tensor, chunk: int = 0, candidates: int = 0) -> Decoded:
        """Cosines (B, T) of pooled embeddings with (T, C) unit texts, spread over all cells."""
        cells = self.model.decode(scene, texts[:1], chunk).logits
        cosines = F.normalize(scene.pooled.float(), dim=-1) @ texts.float().T
        costs = cosines[:, :, None, None].expand(-1, -1, *cells.shape[-2:])
        return Decoded(costs, costs)

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        """As the model does."""
        return self.model.encode_texts(sentences)

    def to(self, *args: Any, **kwargs: Any) -> SceneOnly:
        """Moves the model."""
        return SceneOnly(self.model.to(*args, **kwargs))


def floor_predictor(model: Segmenter, device: torch.device) -> Predictor:
    """A predictor of one class for every window; the windows lie side by side and are 256 px wide at most."""
    return pipeline_predictor(Engine(SceneOnly(model), device), tile=WINDOW_PX, overlap=0.0, cache=False)
