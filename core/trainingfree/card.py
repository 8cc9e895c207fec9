"""What is known of a training-free model, in the terms of the pipeline."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..spectrum import RGB
from ..vlm.hub.entry import Entry
from .manner import Manner

_OUR_TEMPLATES = "rs"


@dataclass(frozen=True, slots=True)
class TrainingFreeCard:
    """The card of a dual encoder that segments as it is; fields as `core.segmenter.Card` has them.

    Args:
        weights: short name of the encoder's weights.
        activation: what it runs with, which its weights do not tell.
        manner: how features and scores are made of what the encoder gives.
        image_px: side of the images that the encoder was trained on, px.
        bands: what the channels of its images are.
    """

    name: str
    weights: str
    activation: str
    image_tower: str
    resolutions_m: tuple[float, float]
    template: str | tuple[str, ...]
    licence: str
    manner: Manner
    image_px: int
    languages: tuple[str, ...] = ("en",)
    bands: tuple[str, ...] = RGB

    @classmethod
    def of(cls, entry: Entry, weights: str, manner: Manner) -> TrainingFreeCard:
        """The card of a zoo entry whose activation is known: its publishers' templates, else ours."""
        resolutions = entry.ground_m or (0.0, math.inf)
        template = entry.templates or _OUR_TEMPLATES
        licence = entry.licence.id or ""
        built = (entry.architecture, resolutions, template, licence)
        shape = (entry.image_size, entry.text.languages, entry.bands)
        return cls(entry.id, weights, entry.activation or "", *built, manner, *shape)

    @property
    def revision(self) -> str:
        """The weights, and what else decides the features of an image."""
        mode = self.manner.mode.value if self.manner.mode else ""
        return "-".join(each.replace("_", "-") for each in (self.weights, self.activation, mode) if each)
