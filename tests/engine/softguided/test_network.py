"""The whole network: what must hold for any tower, any class list and any grid (spec 2.14)."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from core.softguided.compensation import FrozenGuide, compensation_loss
from core.softguided.config import NetworkConfig
from core.softguided.cost_volume import cosine_costs
from core.softguided.network import SoftGuided
from tests.engine.softguided.gradients import unreached
from tests.engine.softguided.tiny_network import DIM, TinyTower, lively, unit


@pytest.fixture(params=["no memory", "memory"])
def any_network(request: pytest.FixtureRequest, network: SoftGuided) -> SoftGuided:
    if request.param == "memory":
        network.bias.prototypes.copy_(unit(3, DIM, seed=5))
        network.bias.texts.copy_(unit(3, DIM, seed=6))
        network.bias.seen.fill_(True)
    return lively(network)


@pytest.mark.parametrize("classes", [1, 2, 17, 300])
def test_any_number_of_classes_gives_one_map_each(tower: TinyTower, any_network: SoftGuided, classes: int) -> None:
    with torch.inference_mode():
        decoded = any_network(tower(torch.rand(2, 3, 64, 64)), unit(classes, DIM))
    assert decoded.logits.shape == (2, classes, 32, 32)
    assert decoded.costs.shape == (2, classes, 4, 4)
    assert decoded.logits.isfinite().all()


@pytest.mark.parametrize(("height", "width"), [(16, 16), (48, 48), (48, 80), (64, 16), (592, 592), (112, 208)])
def test_any_grid_size_runs(tower: TinyTower, any_network: SoftGuided, height: int, width: int) -> None:
    with torch.inference_mode():
        decoded = any_network(tower(torch.rand(1, 3, height, width)), unit(3, DIM))
    assert decoded.logits.shape == (1, 3, height // 2, width // 2)


def test_permuting_classes_permutes_the_maps(tower: TinyTower, any_network: SoftGuided) -> None:
    texts, order = unit(7, DIM), torch.tensor([3, 0, 6, 1, 5, 2, 4])
    with torch.inference_mode():
        scene = any_network.observe(tower(torch.rand(1, 3, 64, 64)))
        straight = any_network.decode(scene, texts).logits
        permuted = any_network.decode(scene, texts[order]).logits
    assert torch.allclose(straight[:, order], permuted, atol=1e-4)
    assert not torch.allclose(straight, permuted, atol=1e-2)


@pytest.mark.parametrize("chunk", [1, 4, 16, 100])
def test_chunking_over_classes_is_exact(tower: TinyTower, any_network: SoftGuided, chunk: int) -> None:
    texts = unit(37, DIM)
    with torch.inference_mode():
        scene = any_network.observe(tower(torch.rand(1, 3, 64, 96)))
        whole, parts = any_network.decode(scene, texts).logits, any_network.decode(scene, texts, chunk).logits
    scale = whole.abs().max()
    assert (whole - parts).abs().max() / scale < 1e-5


def test_a_class_depends_on_its_company(tower: TinyTower, any_network: SoftGuided) -> None:
    with torch.inference_mode():
        scene = any_network.observe(tower(torch.rand(1, 3, 64, 64)))
        alone = any_network.decode(scene, unit(1, DIM)).logits
        among = any_network.decode(scene, torch.cat([unit(1, DIM), unit(5, DIM, seed=9)])).logits[:, :1]
    assert not torch.allclose(alone, among, atol=1e-3)


def test_removing_an_added_class_restores_the_maps_to_the_bit(tower: TinyTower, any_network: SoftGuided) -> None:
    texts = unit(4, DIM)
    with torch.inference_mode():
        scene = any_network.observe(tower(torch.rand(1, 3, 64, 64)))
        before = any_network.decode(scene, texts).logits
        any_network.decode(scene, unit(9, DIM, seed=3))
        after = any_network.decode(scene, texts).logits
    assert torch.equal(before, after)


def test_every_picture_of_a_batch_is_computed_for_itself(tower: TinyTower, any_network: SoftGuided) -> None:
    images, texts = torch.rand(3, 3, 64, 64), unit(5, DIM)
    with torch.inference_mode():
        together = any_network(tower(images), texts).logits
        alone = torch.cat([any_network(tower(image[None]), texts).logits for image in images])
    assert torch.allclose(together, alone, atol=1e-4)


def test_at_the_start_the_collaboration_changes_nothing(tower: TinyTower, network: SoftGuided) -> None:
    features, texts = tower(torch.rand(2, 3, 64, 64)), unit(5, DIM)
    with torch.inference_mode():
        costs = network(features, texts).costs
    plain = cosine_costs(features.dense, texts.expand(2, -1, -1))
    assert (costs - plain).abs().max() < 1e-3


@pytest.mark.parametrize("memory", [False, True])
def test_every_trainable_tensor_gets_a_gradient(tower: TinyTower, config: NetworkConfig, memory: bool) -> None:
    network = SoftGuided(tower.spec, config, ("a", "b")).train()
    if memory:
        network.bias.update(torch.randn(1, DIM, 4, 4), torch.tensor([[[0, 1, 0, 1]] * 4]))
        network.bias.texts.copy_(unit(2, DIM, seed=4))
    texts = nn.functional.normalize(nn.Parameter(torch.randn(2, 5, DIM)), dim=-1)
    tower.train()
    guide = FrozenGuide(tower)
    for parameter in tower.parameters():
        parameter.data += 0.1 * torch.randn_like(parameter)
    images = torch.rand(2, 3, 64, 64)
    features = tower(images)
    decoded = network(features, texts)
    loss = (decoded.logits * torch.randn_like(decoded.logits)).sum()
    (loss + compensation_loss(features, guide(images), tower.spec)).backward()
    # Before the first prototype the context is one vector many times: no query can prefer any of it.
    choosing = () if memory else ("weight", "bias")
    assert unreached(network, tower) <= {f"collaboration.bias_to_text.norm_query.{name}" for name in choosing}


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("classes", [1, 6])
def test_half_precision_stays_finite(
    tower: TinyTower, any_network: SoftGuided, dtype: torch.dtype, classes: int
) -> None:
    with torch.inference_mode(), torch.autocast("cpu", dtype):
        decoded = any_network(tower(torch.rand(1, 3, 64, 64)), unit(classes, DIM))
    assert decoded.logits.isfinite().all()


def test_detached_taps_leave_the_encoder_to_the_cost_map(tower: TinyTower, config: NetworkConfig) -> None:
    from dataclasses import replace

    network = lively(SoftGuided(tower.spec, replace(config, detach_taps=True)))
    features = tower(torch.rand(1, 3, 64, 64))
    taps = [tap.detach().requires_grad_() for tap in features.taps]
    dense = features.dense.detach().requires_grad_()
    network(type(features)(dense, tuple(taps), features.pooled), unit(2, DIM)).logits.sum().backward()
    assert dense.grad is not None
    assert all(tap.grad is None for tap in taps)
