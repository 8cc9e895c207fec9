"""What is folded into convolutions computes the same."""

from __future__ import annotations

import pytest
import torch
from timm.layers.conv2d_same import Conv2dSame
from torch import nn

from core.vlm.efficientnet import EfficientNetTower
from core.vlm.fold import fold_batch_norms, fold_paddings


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


@pytest.mark.parametrize("kernel", [3, 5, 7])
@pytest.mark.parametrize("size", [(2, 2), (16, 24), (64, 30)])
@pytest.mark.parametrize("bias", [True, False])
def test_same_padding_inside_the_kernel_gives_the_same_map(kernel: int, size: tuple[int, int], bias: bool) -> None:
    torch.manual_seed(0)
    network = nn.Sequential(Conv2dSame(6, 6, kernel, stride=2, groups=3, bias=bias)).eval()
    image = torch.randn(2, 6, *size)
    with torch.inference_mode():
        before = network(image)
        fold_paddings(network)
        after = network(image)
    assert type(network[0]) is nn.Conv2d
    assert before.shape == after.shape
    assert torch.allclose(before, after, atol=1e-5)


def test_no_padded_copy_is_left_in_a_tower() -> None:
    tower = EfficientNetTower(16).eval()
    images = torch.rand(1, 3, 64, 96)
    with torch.inference_mode():
        before = tower(images)
        fold_paddings(tower)
        after = tower(images)
    assert not [module for module in tower.modules() if isinstance(module, Conv2dSame)]
    for plain, folded in zip((before.dense, *before.taps), (after.dense, *after.taps), strict=True):
        assert torch.allclose(plain, folded, atol=1e-4 * float(plain.abs().max()))
