"""Generalization compensation: a guide that never moves, and a loss that pulls back to it."""

from __future__ import annotations

import pytest
import torch

from core.softguided.compensation import FrozenGuide, collapse_meter, compensation_loss, pooled_strips
from tests.engine.softguided.tiny_network import TinyTower


def test_the_guide_gives_no_loss_to_the_tower_it_copies(tower: TinyTower) -> None:
    guide, images = FrozenGuide(tower), torch.rand(2, 3, 64, 64)
    assert float(compensation_loss(tower(images), guide(images), tower.spec)) == pytest.approx(0, abs=1e-9)
    assert collapse_meter(tower(images), guide(images)) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("level", [1, 2, 3, "head"])
def test_a_change_at_any_compared_level_costs(tower: TinyTower, level: int | str) -> None:
    guide, images = FrozenGuide(tower), torch.rand(2, 3, 64, 64)
    layer = tower.head if level == "head" else tower.stages[int(level)]
    layer.weight.data += 0.5 * torch.randn_like(layer.weight)
    assert float(compensation_loss(tower(images), guide(images), tower.spec)) > 1e-4


def test_the_guide_stays_while_the_tower_learns(tower: TinyTower) -> None:
    guide, images = FrozenGuide(tower), torch.rand(1, 3, 32, 32)
    before = guide(images).dense.clone()
    for parameter in tower.parameters():
        parameter.data += 1
    assert torch.equal(guide(images).dense, before)
    assert not guide(images).dense.requires_grad


@pytest.mark.parametrize("shape", [(8, 8), (6, 10), (1, 5), (37, 3)])
def test_strips_sum_rows_and_columns_of_any_grid(shape: tuple[int, int]) -> None:
    x = torch.rand(1, 2, *shape)
    strips = pooled_strips(x)
    mean = x.mean(dim=(2, 3))
    assert torch.allclose(strips[..., 0], mean, atol=1e-5)
    assert torch.allclose(strips[..., 1], mean, atol=1e-5)


def test_low_frequency_enhancement_is_an_option_that_changes_the_loss(tower: TinyTower) -> None:
    guide, images = FrozenGuide(tower), torch.rand(2, 3, 64, 64)
    tower.head.weight.data += 0.5 * torch.randn_like(tower.head.weight)
    features, frozen = tower(images), guide(images)
    plain = float(compensation_loss(features, frozen, tower.spec))
    enhanced = float(compensation_loss(features, frozen, tower.spec, low_frequency_gain=0.5))
    assert plain > 0
    assert enhanced != pytest.approx(plain)
