"""A small tower for tests of the network, and random inputs for it."""

from __future__ import annotations

import torch
from torch import nn

from core.softguided.network import SoftGuided
from core.vlm.features import Features, TapSpec, TowerSpec

CLASSES = ("building", "road", "tree")
DIM = 16


class TinyTower(nn.Module):
    """Three strided convolutions as stages, and a dense head: all that a tower has to be."""

    mean, std = (0.5, 0.5, 0.5), (0.25, 0.25, 0.25)

    def __init__(self) -> None:
        super().__init__()
        widths = (4, 6, 8, 10)
        self.stages = nn.ModuleList(
            nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in zip((3, *widths[:-1]), widths, strict=True)
        )
        self.head = nn.Conv2d(widths[-1], DIM, 1)
        taps = tuple(TapSpec(f"res{i + 2}", width, 2 ** (i + 1)) for i, width in enumerate(widths))
        self.spec = TowerSpec(taps, 16, DIM, compensated=("res3", "res4", "res5"))

    def forward(self, images: torch.Tensor) -> Features:
        taps = []
        for stage in self.stages:
            images = stage(images).relu()
            taps.append(images)
        dense = self.head(images)
        return Features(dense, tuple(taps), dense.mean(dim=(2, 3)))


def unit(*shape: int, seed: int = 0) -> torch.Tensor:
    """Random unit vectors along the last axis."""
    generator = torch.Generator().manual_seed(seed)
    return nn.functional.normalize(torch.randn(*shape, generator=generator), dim=-1)


def lively(network: SoftGuided) -> SoftGuided:
    """The network with random weights everywhere, also where training starts from zero or nearly so."""
    generator = torch.Generator().manual_seed(2)
    for parameter in network.parameters():
        parameter.data = 0.3 * torch.randn(parameter.shape, generator=generator)
    return network
