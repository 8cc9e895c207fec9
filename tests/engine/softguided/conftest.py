"""A small tower and network for tests of the network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from core.softguided.config import NetworkConfig
from core.softguided.network import SoftGuided
from tests.engine.softguided.tiny_network import CLASSES, TinyTower


@pytest.fixture(autouse=True, scope="package")
def one_thread() -> Iterator[None]:
    """Tiny networks are quickest on one thread: on a busy machine several wait for each other at every layer."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def tower() -> TinyTower:
    torch.manual_seed(0)
    return TinyTower().eval()


@pytest.fixture
def config() -> NetworkConfig:
    return NetworkConfig(
        cost_width=8, heads=2, layers=1, window=4, text_hidden=32, pyramid_width=8, stage_widths=(8, 6, 4),
        stage_cost_dim=8, class_pool=(1, 2, 4), detach_taps=False,
    )  # fmt: skip


@pytest.fixture
def network(tower: TinyTower, config: NetworkConfig) -> SoftGuided:
    torch.manual_seed(1)
    return SoftGuided(tower.spec, config, CLASSES).eval()
