"""The soft-guided network: features and class texts in, cost maps out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from ..errors import NoModel
from ..vlm.features import Features, TowerSpec
from . import rejection
from .aggregation import Aggregation
from .collaboration import Collaboration
from .config import NetworkConfig
from .cost_volume import CostEmbedding, cosine_costs
from .decoder import Decoder
from .pyramid import Pyramid
from .rs_bias import build_bias


@dataclass(frozen=True, slots=True)
class Decoded:
    """Output of the network.

    Args:
        logits: (B, T, H', W') at the tower's dense stride divided by 2^stages; sigmoid gives each class's probability.
        costs: (B, T, h, w), the raw cosines on the dense grid.
    """

    logits: Tensor
    costs: Tensor


@dataclass(frozen=True, slots=True)
class Scene:
    """What depends on the image alone, so that a changed class list costs only the decoder.

    Args:
        dense: (B, C, h, w) dense features.
        pooled: (B, C).
        levels: pyramid levels from coarse to fine; none for a decoder without scales.
        places: row and column of each image's first dense cell in the raster that it is a tile of; none: all alone.
    """

    dense: Tensor
    pooled: Tensor
    levels: tuple[Tensor, ...]
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Material:
    """What the decoder takes, see `Decoder.forward`."""

    costs: Sequence[Tensor]
    raw: Sequence[Tensor]
    levels: Sequence[Tensor]
    bias: Tensor | None
    texts: Sequence[Tensor]

    def of(self, image: int) -> _Material:
        """That of one image of the batch."""
        one = slice(image, image + 1)
        costs, raw, levels, texts = ([x[one] for x in each] for each in (self.costs, self.raw, self.levels, self.texts))
        return _Material(costs, raw, levels, None if self.bias is None else self.bias[one], texts)

    def only(self, kept: Tensor) -> _Material:
        """That of some classes."""
        costs, raw, texts = (rejection.only(each, kept) for each in (self.costs, self.raw, self.texts))
        return replace(self, costs=costs, raw=raw, texts=texts)


class SoftGuided(nn.Module):
    """RS-bias, collaboration, cost volume, aggregation and decoder on top of any dual encoder.

    Args:
        spec: the image tower's shapes.
        config: the network's sizes.
        memory: names of the training classes whose prototypes the RS-bias keeps.

    Raises:
        NoModel: the tower's cells cannot be halved as often as the decoder has stages.
    """

    def __init__(self, spec: TowerSpec, config: NetworkConfig, memory: Sequence[str] = ()) -> None:
        super().__init__()
        self.config = config
        self.bias = build_bias(spec.dim, config, memory)
        self.collaboration = Collaboration(spec.dim, config)
        self.embed = CostEmbedding(config.cost_width)
        self.aggregation = Aggregation(spec.dim, config)
        stages = len(config.stage_widths)
        scales = config.decoder_scales
        self.pyramid = Pyramid(spec, stages, config.pyramid_width, config.detach_taps) if scales else None
        self.decoder = Decoder(spec.dim, config)
        self.stride = _stride(spec, stages)

    def forward(self, features: Features, texts: Tensor, chunk: int = 0) -> Decoded:
        """Cost maps of images for class texts: `decode` after `observe`."""
        return self.decode(self.observe(features), texts, chunk)

    def observe(self, features: Features) -> Scene:
        """The part that does not depend on the classes; what a feature cache keeps."""
        levels = () if self.pyramid is None else tuple(self.pyramid(features.dense, features.taps))
        return Scene(features.dense, features.pooled, levels)

    def decode(self, scene: Scene, texts: Tensor, chunk: int = 0, candidates: int = 0) -> Decoded:
        """Cost maps for class texts.

        Args:
            scene: of B images.
            texts: (T, C) or (B, T, C) unit vectors, T >= 1.
            chunk: classes at a time (0: all); the result is the same, memory follows the chunk.
            candidates: how many classes each cell of the dense grid names; those that none names come last without
                the decoder's work (0: all classes go through it).
        """
        if texts.dim() == 2:
            texts = texts.expand(len(scene.dense), -1, -1)
        bias = self.bias(texts, scene.pooled)
        guided = self.bias.refine(self.collaboration(texts, scene.dense, bias), bias, scene.pooled)
        parts = list(guided.texts.split(chunk or texts.shape[1], dim=1))
        raw = [cosine_costs(guided.dense, part) for part in parts]
        costs = self.aggregation([self.embed(cost) for cost in raw], guided.dense, parts, scene.places)
        material = _Material(costs, raw, scene.levels, guided.bias, parts)
        if rejection.pays(texts.shape[1], candidates):
            # Image by image: what one tile shows must not depend on the tiles that it is computed with.
            images = [material.of(image) for image in range(len(scene.dense))]
            logits = torch.cat([self._logits_of_candidates(image, candidates) for image in images])
        else:
            logits = self._logits(material)
        return Decoded(logits, torch.cat(raw, dim=1))

    def _logits(self, material: _Material) -> Tensor:
        return torch.cat(
            self.decoder(material.costs, material.raw, material.levels, material.bias, material.texts), dim=1
        )

    def _logits_of_candidates(self, material: _Material, count: int) -> Tensor:
        raw = torch.cat(list(material.raw), dim=1)
        kept = rejection.candidates(raw, count)
        return rejection.among_all(self._logits(material.only(kept)), kept, raw.shape[1])


def _stride(spec: TowerSpec, stages: int) -> int:
    """Input px per cell after the decoder's stages, each of which halves it."""
    stride = spec.dense_stride >> stages
    if stride << stages != spec.dense_stride:
        raise NoModel(
            f"Cells of {spec.dense_stride} px cannot be halved {stages} times: "
            "give the network fewer stages in stage_widths and class_pool."
        )
    return stride
