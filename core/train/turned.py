"""The teacher of four quarter turns: nadir imagery has no upside, and what a model says turned by turn differs."""

from __future__ import annotations

import copy

import torch
from torch import Tensor

from ..softguided.model import SoftGuidedModel

_TURNS = 4
_SIDES = (-2, -1)


class TurnedTeacher:
    """A model as it is now, frozen: the mean of what it says of a picture and of its three other quarter turns.

    Four times the work of one look; a student that is taught by it needs one (spec 5: distil the 4-rotation model).
    """

    def __init__(self, model: SoftGuidedModel) -> None:
        self._model = copy.deepcopy(model).eval().requires_grad_(False).to(memory_format=torch.channels_last)

    @torch.no_grad()
    def __call__(self, images: Tensor, sentences: Tensor) -> Tensor:
        """Mean logits (B, T, h', w') of normalised square images (B, 3, h, w) for class sentences (B, T, D)."""
        turned = torch.cat([images.rot90(turns, _SIDES) for turns in range(_TURNS)])
        texts = self._model.text.adapter(sentences)
        features = self._model.tower(turned.contiguous(memory_format=torch.channels_last))
        logits = self._model.network(features, texts.repeat(_TURNS, 1, 1)).logits.float()
        back = [part.rot90(-turns, _SIDES) for turns, part in enumerate(logits.chunk(_TURNS))]
        return torch.stack(back).mean(dim=0)
