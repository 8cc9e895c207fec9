"""A segmenter that another encoder's view of the whole scene guides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from ..segmenter import Card, Comparing, Segmenter
from ..softguided.network import Decoded, Scene
from ..vlm.scene_prior import STRENGTH, scene_shift, scene_windows, spread_over
from .model import TrainingFree

_WINDOWS_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class GuidedCard:
    """The card of a guided model: the finer one's, under both names."""

    fine: Card
    prior: Card

    @property
    def name(self) -> str:
        """Both names."""
        return f"{self.fine.name} guided by {self.prior.name}"

    @property
    def revision(self) -> str:
        """Both revisions."""
        return f"{self.fine.revision}+{self.prior.revision}"

    @property
    def image_tower(self) -> str:
        """The finer one's."""
        return self.fine.image_tower

    @property
    def resolutions_m(self) -> tuple[float, float]:
        """The finer one's, m/px."""
        return self.fine.resolutions_m

    @property
    def bands(self) -> tuple[str, ...]:
        """What both look at."""
        return self.fine.bands

    @property
    def template(self) -> str | tuple[str, ...]:
        """The finer one's; the other reads the same sentences."""
        return self.fine.template

    @property
    def languages(self) -> tuple[str, ...]:
        """What both read."""
        return tuple(each for each in self.fine.languages if each in self.prior.languages)

    @property
    def licence(self) -> str:
        """Both licences."""
        return "; ".join(dict.fromkeys(filter(None, (self.fine.licence, self.prior.licence))))


class SceneGuided(nn.Module):
    """Scores of a finer model, weighed by what a coarse encoder takes the scenes around them for.

    The vectors of a text stand beside each other, the finer model's first; the embeddings of the scenes are kept as
    the last level of what `observe` gives.

    Args:
        fine: gives the scores.
        prior: looks at windows of the size of its training images.
        strength: 0 leaves the scores as they are.
    """

    def __init__(self, fine: Segmenter, prior: TrainingFree, strength: float = STRENGTH) -> None:
        super().__init__()
        self.fine, self.prior, self.strength = fine, prior, strength
        self.card = GuidedCard(fine.card, prior.card)
        self.stride, self.multiple = fine.stride, fine.multiple

    def observe(self, images: Tensor) -> Scene:
        """What the finer model sees, and the embeddings of the scenes, (B, C, rows, cols)."""
        scene = self.fine.observe(images)
        windows = scene_windows(images, self.prior.card.image_px)
        parts = windows.flatten(0, 2).split(_WINDOWS_AT_ONCE)
        pooled = torch.cat([self.prior.encoder(part).pooled.float() for part in parts])
        return replace(scene, levels=(*scene.levels, pooled.unflatten(0, windows.shape[:3]).permute(0, 3, 1, 2)))

    def decode(self, scene: Scene, texts: Tensor, chunk: int = 0, candidates: int = 0) -> Decoded:
        """The finer model's scores with the scenes' shift; the cosines of its cells stay as they are."""
        *levels, scenes = scene.levels
        own = scene.dense.shape[1]
        decoded = self.fine.decode(replace(scene, levels=tuple(levels)), _unit(texts[:, :own]), chunk)
        shift = scene_shift(scenes, texts[:, own:], self.strength).to(decoded.logits.device)
        height, width = decoded.logits.shape[-2:]
        side = self.prior.card.image_px
        share = (min(1.0, side / (height * self.stride)), min(1.0, side / (width * self.stride)))
        return replace(decoded, logits=decoded.logits.float() + spread_over(shift, (height, width), share))

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        """(N, C + C') vectors: the finer model's and the prior's, each of length 1."""
        return torch.cat([self.fine.encode_texts(sentences), self.prior.encode_texts(sentences)], dim=1)


class ComparingSceneGuided(SceneGuided):
    """The same over a model whose scores are scaled cosines."""

    fine: Comparing

    @property
    def tile_px(self) -> int:
        """The side of a tile that suits the finer model, px."""
        return self.fine.tile_px

    def in_mode(self, dense: str, logit_scale: float | None = None) -> ComparingSceneGuided:
        """The finer model in another manner, guided the same; as for `core.segmenter.Comparing`."""
        return ComparingSceneGuided(self.fine.in_mode(dense, logit_scale), self.prior, self.strength)


def scene_guided(fine: Segmenter, prior: TrainingFree) -> SceneGuided:
    """The finer model guided by the other."""
    kind = ComparingSceneGuided if isinstance(fine, Comparing) else SceneGuided
    return kind(fine, prior).eval()


def _unit(texts: Tensor) -> Tensor:
    return torch.nn.functional.normalize(texts.float(), dim=-1)
