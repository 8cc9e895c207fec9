"""Folded batch norms compute the same."""

from __future__ import annotations

import torch
from torch import nn

from core.vlm.efficientnet import EfficientNetTower
from core.vlm.fold import fold_batch_norms


def test_a_folded_tower_gives_the_same_features() -> None:
    torch.manual_seed(0)
    tower = EfficientNetTower(16).eval()
    for module in tower.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.2)
            module.running_var.uniform_(0.5, 2)
            module.weight.data.uniform_(0.5, 1.5)
            module.bias.data.normal_(0, 0.2)
    images = torch.rand(1, 3, 64, 96)
    with torch.inference_mode():
        before = tower(images)
        fold_batch_norms(tower)
        after = tower(images)
    assert not [module for module in tower.modules() if isinstance(module, nn.BatchNorm2d)]
    for plain, folded in zip((before.dense, *before.taps), (after.dense, *after.taps), strict=True):
        assert torch.allclose(plain, folded, atol=1e-3 * float(plain.abs().max()))
