"""A loaded dual encoder: images to dense features, sentences to vectors, both in one space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..errors import BadOption
from ..spectrum import RGB
from .bands import fold_normalisation, select_bands
from .convnext_tower import ConvNextTower
from .features import Features, TowerSpec
from .siglip_tower import SiglipTower
from .text_encoder import TextEncoder
from .vit_tower import DenseMode, VitTower

ImageTower = VitTower | SiglipTower | ConvNextTower


@dataclass(frozen=True, slots=True)
class Traits:
    """What a dual encoder has to be fed with, and how its cosines are read.

    Args:
        name: shown to people and written into outputs.
        bands: what the image channels are, in order.
        mean: of each band, in 0..1 or in the unit that the model was trained on.
        std: of each band.
        logit_scale: what cosines are multiplied with before a softmax.
        templates: sentences around a class name that its publishers use; empty: nothing is stated.
    """

    name: str
    bands: tuple[str, ...]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    logit_scale: float
    templates: tuple[str, ...] = ()


class DualEncoder(nn.Module):
    """Image tower and text tower of one checkpoint.

    Args:
        tower: gives dense features.
        text: gives vectors of sentences.
        traits: what goes with the weights.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, tower: ImageTower, text: TextEncoder, traits: Traits) -> None:
        super().__init__()
        self.tower, self.text, self.traits = tower, text, traits
        self.register_buffer("mean", torch.tensor(traits.mean), persistent=False)
        self.register_buffer("std", torch.tensor(traits.std), persistent=False)

    @property
    def spec(self) -> TowerSpec:
        """The image tower's shapes."""
        return self.tower.spec

    @property
    def multiple(self) -> int:
        """Heights and widths of images must be multiples of this, px."""
        return self.tower.spec.dense_stride

    @property
    def dense_modes(self) -> tuple[DenseMode, ...]:
        """The dense modes there are; none where the architecture leaves no choice (SigLIP, ConvNeXt)."""
        return tuple(DenseMode) if isinstance(self.tower, VitTower) else ()

    def set_dense_mode(self, mode: DenseMode) -> None:
        """Chooses how patches reach the joint space.

        Raises:
            BadOption: this architecture has one way only.
        """
        if not isinstance(self.tower, VitTower):
            raise BadOption(f"{self.traits.name} has no dense mode {mode.value}: its architecture has one way only.")
        self.tower.mode = mode

    def normalise(self, images: Tensor) -> Tensor:
        """(B, bands, H, W) to what the tower expects, channels last."""
        normed = (images - self.mean[:, None, None]) / self.std[:, None, None]
        return normed.contiguous(memory_format=torch.channels_last)

    def complete(self, images: Tensor) -> Tensor:
        """(B, bands, H, W) images with each band that is missing, NaN all over, at its mean, as `select_bands` does."""
        if self.traits.bands == RGB:
            return images
        return torch.where(torch.isnan(images), images.new_tensor(self.traits.mean)[:, None, None], images)

    def forward(self, images: Tensor) -> Features:
        """Encodes (B, bands, H, W) images in the unit of `Traits.mean`; H and W multiples of `multiple`."""
        features: Features = self.tower(self.normalise(images))
        return features

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors of sentences, float32 on the CPU."""
        return self.text.encode(sentences)

    def select_bands(self, bands: Sequence[str]) -> None:
        """Leaves out the bands that an image does not have, as if each were at its mean; the others are read as before.

        Raises:
            BadOption: a band is none of the model's, or none is kept.
        """
        unknown = [band for band in bands if band not in self.traits.bands]
        if unknown or not bands:
            known = ", ".join(self.traits.bands)
            raise BadOption(f"{self.traits.name} reads {known}; {unknown[0] if unknown else 'nothing'} is not of them.")
        kept = [self.traits.bands.index(band) for band in bands]
        means = torch.tensor(self.traits.mean, device=self.mean.device)
        select_bands(self.tower.first_convolution, kept, (means - self.mean) / self.std)
        mean, std = (tuple(values[i] for i in kept) for values in (self.traits.mean, self.traits.std))
        self.traits = replace(self.traits, bands=tuple(bands), mean=mean, std=std)
        self.mean, self.std = self.mean[kept], self.std[kept]

    def fold_normalisation(self) -> None:
        """Moves the normalisation into the first convolution; for inference in float32, on bands of any unit."""
        fold_normalisation(self.tower.first_convolution, self.mean, self.std)
        self.mean, self.std = torch.zeros_like(self.mean), torch.ones_like(self.std)


def subtract_global(features: Features, share: float) -> Features:
    """Takes a share of the image's embedding from each of its cells: what all cells have in common tells none apart.

    Unit vectors are subtracted and the difference is left as it is, so that its products with unit class texts are
    cosines less `share` times the image's own (SegEarth-OV, which takes 0.3).

    Args:
        features: of B images.
        share: 0 leaves the directions as they are.
    """
    common = F.normalize(features.pooled, dim=1)[:, :, None, None]
    return replace(features, dense=F.normalize(features.dense, dim=1) - share * common)
