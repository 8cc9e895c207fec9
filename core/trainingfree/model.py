"""A dual encoder as a segmenter: cosines of patches and words, made finer by the image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..softguided.network import Decoded, Scene
from ..spectrum import PICTURE, RGB
from ..vlm.dual import DualEncoder, subtract_global
from .card import TrainingFreeCard
from .guided import guided_upsample
from .manner import choose_manner

_FINEST_STRIDE_PX = 4
_TILE_IN_IMAGES = 2
_SPREAD = 4  # standard deviations that a picture shows from black to white


class TrainingFree(nn.Module):
    """Segments without any training: scores are s * cos of every cell and every text, on a grid of 4 to 8 px.

    Args:
        encoder: of pictures, or of images with the bands of Sentinel-2.
        card: says in which manner; models in other manners may share the encoder.
    """

    def __init__(self, encoder: DualEncoder, card: TrainingFreeCard) -> None:
        super().__init__()
        self.encoder, self.card = encoder, card

    @property
    def multiple(self) -> int:
        """Heights and widths of images must be multiples of this, px."""
        return self.encoder.multiple

    @property
    def stride(self) -> int:
        """Input px per cell of the scores: 4, or the next longer step of which a patch is made without rest."""
        patch = self.multiple
        return next(step for step in range(min(_FINEST_STRIDE_PX, patch), patch + 1) if patch % step == 0)

    @property
    def tile_px(self) -> int:
        """Twice the side of a training image: room for context, and positions stretched no further than that."""
        return max(1, _TILE_IN_IMAGES * self.card.image_px // self.multiple) * self.multiple

    def in_mode(self, dense: str, logit_scale: float | None = None) -> TrainingFree:
        """The same encoder in another manner; arguments and errors as for `core.segmenter.Comparing`."""
        manner = choose_manner(self.encoder, dense)
        if logit_scale is not None:
            manner = replace(manner, logit_scale=logit_scale)
        return TrainingFree(self.encoder, replace(self.card, manner=manner)).eval()

    def observe(self, images: Tensor) -> Scene:
        """Dense features less the image's own, in half precision, and the image itself on the grid of the scores."""
        manner = self.card.manner
        if manner.mode is not None:
            self.encoder.set_dense_mode(manner.mode)
        images = self.encoder.complete(images)
        features = self.encoder(images)
        features = replace(features, dense=features.dense.float(), pooled=features.pooled.float())
        dense = subtract_global(features, manner.global_share).dense
        guide = F.avg_pool2d(self._picture(images), self.stride)
        return Scene(dense.half(), features.pooled, (guide.half(),))

    def _picture(self, images: Tensor) -> Tensor:
        """(B, 3, H, W) in about 0..1, whose edges the scores follow."""
        bands = self.encoder.traits.bands
        if bands == RGB:
            return images
        seen = [bands.index(name) for name in PICTURE]
        return (0.5 + self.encoder.normalise(images)[:, seen] / _SPREAD).clamp(0, 1)

    def decode(self, scene: Scene, texts: Tensor, chunk: int = 0, candidates: int = 0) -> Decoded:
        """Scores of (T, C) unit texts, `chunk` at a time; in float32, since cosines differ little."""
        (guide,) = scene.levels
        with torch.autocast(scene.dense.device.type, enabled=False):
            dense, scale = scene.dense.float(), self.card.manner.logit_scale
            parts = texts.float().split(chunk or len(texts))
            raw = [torch.einsum("bchw,tc->bthw", dense, part) for part in parts]
            scores = [scale * guided_upsample(part, guide, self.multiple // self.stride) for part in raw]
        return Decoded(torch.cat(scores, dim=1), torch.cat(raw, dim=1))

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        """(N, C) unit vectors of sentences."""
        return self.encoder.encode_texts(sentences)
