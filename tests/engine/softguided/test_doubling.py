"""Doubled maps keep what is in them, and their lines are alike."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from core.softguided.doubling import Doubling, doubled, smoothly_doubled


def noise(side: int = 96, reach: int = 1) -> Tensor:
    """Noise without a preferred line, as smooth as features are."""
    map_ = torch.randn(1, 4, side, side, generator=torch.Generator().manual_seed(0))
    for _ in range(reach):
        map_ = F.avg_pool2d(F.pad(map_, (1, 1, 1, 1), mode="reflect"), 3, 1)
    return map_


def unevenness(map_: Tensor, period: int = 2) -> float:
    """How much more a map's sign changes across some lines than across others: the most over the least often."""
    changes = ((map_[..., 1:] > 0) != (map_[..., :-1] > 0)).float().mean((0, 1, 2))[:-period]
    counts = [float(changes[phase::period].mean()) for phase in range(period)]
    return max(counts) / min(counts)


def test_a_constant_stays_a_constant() -> None:
    flat = torch.full((2, 3, 5, 7), 4.5)
    for double in (doubled, smoothly_doubled):
        found = double(flat)
        assert found.shape == (2, 3, 10, 14)
        assert torch.allclose(found, torch.full_like(found, 4.5))


def test_a_slope_stays_a_slope_inside() -> None:
    slope = torch.arange(12.0).expand(1, 1, 12, 12)
    found = smoothly_doubled(slope)[0, 0, 10, 6:-6]
    assert torch.allclose(found.diff(), torch.full((len(found) - 1,), 0.5), atol=1e-5)


def test_it_does_not_matter_from_where_one_looks() -> None:
    map_ = noise(16)
    for axes in ((2,), (3,), (2, 3)):
        assert torch.allclose(smoothly_doubled(map_.flip(axes)), smoothly_doubled(map_).flip(axes), atol=1e-6)


def test_signs_change_equally_often_across_all_lines() -> None:
    for reach in (0, 1, 2):
        map_ = noise(400, reach)
        assert unevenness(smoothly_doubled(map_)) < 1.05
        assert unevenness(smoothly_doubled(smoothly_doubled(map_)), 4) < 1.05
        assert unevenness(doubled(map_)) > 1.1


@pytest.mark.parametrize("shape", [(1, 8, 4, 4), (3, 8, 5, 9)])
def test_channels_are_mixed_before_doubling(shape: tuple[int, ...]) -> None:
    layer = Doubling(8, 3)
    features = torch.randn(shape)
    assert torch.allclose(layer(features), layer.mix(doubled(features)), atol=1e-5)
