"""Generalization compensation: a frozen copy of the encoder holds the trained one near what it knew.

Training only: the frozen guide costs nothing at inference and is never saved.
"""

from __future__ import annotations

import copy
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..vlm.features import Features, TowerSpec

_SCALES = (1, 2, 4)


class FrozenGuide:
    """The image tower as it was before training. Not a module: it stays out of `state_dict` and of `parameters`."""

    def __init__(self, tower: nn.Module) -> None:
        self._tower = copy.deepcopy(tower).eval().requires_grad_(False)

    @torch.no_grad()
    def __call__(self, images: Tensor) -> Features:
        """Features of (B, 3, H, W) images, without gradient."""
        return cast(Features, self._tower(images))

    def state_dict(self) -> dict[str, Tensor]:
        """Tensors of the frozen tower, for a run that is to go on later."""
        return self._tower.state_dict()

    def load_state_dict(self, state: dict[str, Tensor]) -> None:
        """Takes the tensors of another guide of the same tower."""
        self._tower.load_state_dict(state)


def low_frequency_enhancement(x: Tensor, gain: float) -> Tensor:
    """LFE of the paper's figure 2: x + gain * lowpass(x), with a 3x3 mean as the low pass.

    The figure names the operation without defining it; this is our reading, and gain 0 (off) is the released behaviour.
    """
    return x + gain * F.avg_pool2d(x, 3, stride=1, padding=1, count_include_pad=False)


def pooled_strips(x: Tensor) -> Tensor:
    """Row and column sums of the rectified map, average-pooled at three scales: (B, C, strips).

    Spec 2.3: pod(x) = concat over s in {1, 2, 4} of [sum over rows, sum over columns] of avgpool(max(x, 0)).
    Kernels follow each axis, so that grids need not be square.
    """
    rectified = x.relu()
    height, width = x.shape[-2:]
    strips = []
    for scale in _SCALES:
        kernel = (max(1, height // scale), max(1, width // scale))
        pooled = F.avg_pool2d(rectified, kernel, stride=kernel)
        strips += [pooled.sum(-1), pooled.sum(-2)]
    return torch.cat(strips, dim=-1)


def compensation_loss(
    student: Features, guide: Features, spec: TowerSpec, *, low_frequency_gain: float = 0.0, normalise: bool = True
) -> Tensor:
    """L_gc = sum over levels of SmoothL1(pod(student), pod(guide)), spec 2.3; a scalar.

    Args:
        student: features of the trained tower.
        guide: features of the frozen one for the same images; receives no gradient.
        spec: names the compared taps; the dense features are compared too.
        low_frequency_gain: gamma of LFE; 0 is off.
        normalise: whether channels are scaled to unit length first, since stages differ tenfold in magnitude.
    """
    losses = []
    for ours, theirs in zip(_levels(student, spec), _levels(guide, spec), strict=True):
        pair = (ours.float(), theirs.detach().float())
        if normalise:
            pair = (F.normalize(pair[0], dim=1), F.normalize(pair[1], dim=1))
        if low_frequency_gain:
            pair = tuple(low_frequency_enhancement(x, low_frequency_gain) for x in pair)  # type: ignore[assignment]
        losses.append(F.smooth_l1_loss(pooled_strips(pair[0]), pooled_strips(pair[1])))
    return torch.stack(losses).sum()


@torch.no_grad()
def collapse_meter(student: Features, guide: Features) -> float:
    """Mean cosine of the pooled embeddings of student and guide: 1 is untouched, a fall warns of collapse."""
    return float(F.cosine_similarity(student.pooled.float(), guide.pooled.float()).mean())


def _levels(features: Features, spec: TowerSpec) -> list[Tensor]:
    taps = zip(spec.taps, features.taps, strict=True)
    return [tensor for tap, tensor in taps if tap.name in spec.compensated] + [features.dense]
