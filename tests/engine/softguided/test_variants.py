"""Every variant of the network: gradients everywhere, the identity at the start, and what holds for any of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn

from core.softguided.compensation import FrozenGuide, compensation_loss
from core.softguided.config import BIASES, COLLABORATIONS, NetworkConfig
from core.softguided.cost_volume import cosine_costs
from core.softguided.network import SoftGuided
from tests.engine.softguided.gradients import unreached
from tests.engine.softguided.tiny_network import CLASSES, DIM, TinyTower, lively, unit

VARIANTS: dict[str, dict[str, object]] = {
    **{f"bias {bias}": {"bias": bias} for bias in BIASES},
    **{f"{each} collaboration": {"collaboration": each} for each in COLLABORATIONS},
    "plain decoder": {"decoder_text": False, "decoder_scales": False},
    "decoder with text": {"decoder_scales": False},
    "decoder with scales": {"decoder_text": False},
    "CAT-Seg style": {"bias": "off", "collaboration": "off", "decoder_text": False},
    "nothing": {"bias": "off", "collaboration": "off", "decoder_text": False, "decoder_scales": False},
    "B alone": {"bias": "B", "collaboration": "off", "decoder_scales": False},
    "D one way": {"bias": "D", "collaboration": "one-way"},
}


@pytest.fixture(params=sorted(VARIANTS))
def variant(request: pytest.FixtureRequest, config: NetworkConfig) -> NetworkConfig:
    return replace(config, **VARIANTS[request.param])


def _network(tower: TinyTower, config: NetworkConfig) -> SoftGuided:
    torch.manual_seed(1)
    network = SoftGuided(tower.spec, config, CLASSES if config.has_memory else ())
    if config.has_memory:
        network.bias.prototypes.copy_(unit(3, DIM, seed=5))
        network.bias.texts.copy_(unit(3, DIM, seed=6))
        network.bias.seen.fill_(True)
    return network


def test_every_trainable_tensor_of_a_variant_gets_a_gradient(tower: TinyTower, variant: NetworkConfig) -> None:
    network, guide = _network(tower, variant).train(), FrozenGuide(tower)
    for parameter in tower.train().parameters():
        parameter.data += 0.1 * torch.randn_like(parameter)
    images, texts = torch.rand(2, 3, 64, 64), nn.functional.normalize(torch.randn(2, 5, DIM), dim=-1)
    features = tower(images)
    decoded = network(features, texts)
    loss = (decoded.logits * torch.randn_like(decoded.logits)).sum()
    (loss + compensation_loss(features, guide(images), tower.spec)).backward()
    assert unreached(network, tower) == set()


@pytest.mark.parametrize("bias", ["off", "A", "B", "D", "E"])
@pytest.mark.parametrize("collaboration", COLLABORATIONS)
def test_at_the_start_of_training_costs_are_plain_cosines(
    tower: TinyTower, config: NetworkConfig, bias: str, collaboration: str
) -> None:
    network = _network(tower, replace(config, bias=bias, collaboration=collaboration)).train()
    features, texts = tower(torch.rand(2, 3, 64, 64)), unit(5, DIM)
    with torch.inference_mode():
        costs = network(features, texts).costs
    assert (costs - cosine_costs(features.dense, texts.expand(2, -1, -1))).abs().max() < 1e-3


def test_a_variant_takes_classes_in_any_order_and_in_any_chunks(tower: TinyTower, variant: NetworkConfig) -> None:
    network = lively(_network(tower, variant)).eval()
    texts, order = unit(7, DIM), torch.tensor([3, 0, 6, 1, 5, 2, 4])
    with torch.inference_mode():
        scene = network.observe(tower(torch.rand(2, 3, 48, 80)))
        straight = network.decode(scene, texts).logits
        permuted, chunked = network.decode(scene, texts[order]).logits, network.decode(scene, texts, 3).logits
    assert straight.shape == (2, 7, 24, 40)
    scale = straight.abs().max()
    assert (straight[:, order] - permuted).abs().max() / scale < 1e-4
    assert (straight - chunked).abs().max() / scale < 1e-5


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("classes", [1, 6])
def test_a_variant_stays_finite_in_half_precision(
    tower: TinyTower, variant: NetworkConfig, dtype: torch.dtype, classes: int
) -> None:
    network = lively(_network(tower, variant)).eval()
    with torch.inference_mode(), torch.autocast("cpu", dtype):
        logits = network(tower(torch.rand(1, 3, 592, 64)), unit(classes, DIM)).logits
    assert logits.isfinite().all()


def test_a_variant_computes_every_picture_for_itself(tower: TinyTower, variant: NetworkConfig) -> None:
    network, images, texts = lively(_network(tower, variant)).eval(), torch.rand(2, 3, 64, 64), unit(5, DIM)
    with torch.inference_mode():
        together = network(tower(images), texts).logits
        alone = torch.cat([network(tower(image[None]), texts).logits for image in images])
    assert (together - alone).abs().max() / together.abs().max() < 1e-4


@pytest.mark.parametrize("bias", [bias for bias in BIASES if bias != "A"])
def test_the_candidates_are_not_one_another(tower: TinyTower, config: NetworkConfig, bias: str) -> None:
    features, texts = tower(torch.rand(1, 3, 64, 64)), unit(5, DIM)
    outputs = []
    for each in ("A", bias):
        network = lively(_network(tower, replace(config, bias=each))).eval()
        with torch.inference_mode():
            outputs.append(network(features, texts).costs if bias in "CE" else network(features, texts).logits)
    assert not torch.allclose(outputs[0], outputs[1], atol=1e-3)


def test_without_a_memory_nothing_is_remembered(tower: TinyTower, config: NetworkConfig) -> None:
    network = SoftGuided(tower.spec, replace(config, bias="D"), CLASSES)
    assert not [name for name in network.state_dict() if "prototypes" in name]
    assert network.bias.names == ()


def test_subtracting_the_scene_lowers_what_all_cells_share(tower: TinyTower, config: NetworkConfig) -> None:
    network = _network(tower, replace(config, bias="C", collaboration="off")).eval()
    features = tower(torch.rand(1, 3, 64, 64))
    common = nn.functional.normalize(features.pooled, dim=-1)
    with torch.inference_mode():
        costs = network(features, common).costs
    plain = cosine_costs(features.dense, common[None])
    assert (1 - costs).mean() > 1.5 * (1 - plain).mean()


def test_sure_cells_draw_their_text_towards_them(tower: TinyTower, config: NetworkConfig) -> None:
    network = _network(tower, replace(config, bias="E", collaboration="off")).eval()
    features, texts = tower(torch.rand(1, 3, 64, 64)), unit(4, DIM)
    with torch.inference_mode():
        adapted = network(features, texts).costs
    plain = cosine_costs(features.dense, texts[None])
    won = plain.argmax(dim=1)
    gained = (adapted - plain).gather(1, won[:, None])
    assert gained.mean() > 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"bias": "F"}, "bias is one of"),
        ({"collaboration": "both"}, "collaboration is"),
        ({"class_pool": (1,)}, "stage"),
    ],
)
def test_a_variant_that_is_none_is_refused(config: NetworkConfig, change: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        replace(config, **change)


def test_a_variant_at_its_default_is_not_named_in_the_text_of_a_configuration(config: NetworkConfig) -> None:
    assert "bias" not in repr(config)
    assert "bias='off'" in repr(replace(config, bias="off"))
