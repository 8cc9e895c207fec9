"""Curves of a training for TensorBoard: losses, the collapse meter, and class maps of a few pictures as they grow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from ..errors import BadOption
from ..palette import complete_colours
from ..softguided.model import SoftGuidedModel
from .crops import Changes, dense_crop
from .datasets.kinds import Datasets, DenseImage
from .recipe import Recipe
from .train import Step

_MAPS_EVERY = 200
_SAMPLES = 4
_AS_IT_IS = Changes(colour=0, turns=False)


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece of a picture whose class map is shown now and then.

    Args:
        name: of its data set.
        image: (S, S, 3) uint8.
        labels: (S, S) class index from 0, negative where nothing is known.
        classes: what is typed.
    """

    name: str
    image: NDArray[np.uint8]
    labels: NDArray[np.int16]
    classes: tuple[str, ...]


class Curves:
    """Writes what a training reports into a folder that TensorBoard shows.

    Args:
        folder: made if it is not there.
        datasets: the maps show one picture of each of their first validation sets, or training sets without any.
        recipe: crop and resolutions of the maps.

    Raises:
        BadOption: the package tensorboard is missing.
    """

    def __init__(self, folder: Path, datasets: Datasets, recipe: Recipe) -> None:
        try:
            from torch.utils.tensorboard import SummaryWriter
        except ImportError as error:
            raise BadOption("Curves need the package tensorboard: pip install tensorboard.") from error
        self._writer: Any = SummaryWriter(str(folder))
        self._samples = tuple(_samples(datasets, recipe))

    def add(self, step: Step, model: SoftGuidedModel) -> None:
        """Writes a report; with maps of the model now and then, and at the end."""
        for name, value in step.losses.items():
            self._writer.add_scalar(f"loss/{name}", value, step.step)
        if step.collapse is not None:
            self._writer.add_scalar("collapse meter", step.collapse, step.step)
        if (step.step - 1) % _MAPS_EVERY == 0 or step.step == step.steps:
            for sample in self._samples:
                self._writer.add_image(f"map/{sample.name}", shown(sample, model), step.step, dataformats="HWC")
        self._writer.flush()

    def close(self) -> None:
        """Ends the file."""
        self._writer.close()


@torch.no_grad()
def shown(sample: Sample, model: SoftGuidedModel) -> NDArray[np.uint8]:
    """The picture, its labels and the model's map side by side, (S, 3 S, 3) uint8."""
    device = next(model.network.parameters()).device
    texts = model.encode_texts(sample.classes).to(device)
    image = torch.from_numpy(sample.image.transpose(2, 0, 1).copy()).float()[None].to(device) / 255
    logits = model.decode(model.observe(image), texts).logits.float()
    size = sample.labels.shape
    found = F.interpolate(logits, size=size, mode="bilinear", align_corners=False)[0].argmax(0).cpu().numpy()
    colours = complete_colours(sample.classes, ("",) * len(sample.classes))
    table = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in colours], np.uint8)
    labels = np.where(sample.labels[..., None] < 0, np.uint8(0), table[sample.labels.clip(0)])
    return np.concatenate([sample.image, labels, table[found]], axis=1)


def _samples(datasets: Datasets, recipe: Recipe) -> Iterator[Sample]:
    first: dict[str, DenseImage] = {}
    for image in datasets.validation.dense or datasets.training.dense:
        first.setdefault(image.source, image)
    for source, image in list(first.items())[:_SAMPLES]:
        pixels, labels = image.load()
        own = (image.ground_resolution_m, image.ground_resolution_m)
        bounds = recipe.resolutions.get(source, own)
        known = labels.astype(np.int16) - 1
        crop = dense_crop(pixels, known, own[0], bounds, recipe.crop, Random(0), _AS_IT_IS)  # nosec B311 # no secret
        yield Sample(source, crop.image, crop.labels, tuple(label.name for label in image.classes))
