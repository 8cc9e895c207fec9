"""Image towers of three families: shapes, and the ties between dense and pooled features."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from open_clip.timm_model import TimmModel
from open_clip.transformer import VisionTransformer
from torch import nn

from core.errors import NoModel
from core.softguided.config import NetworkConfig
from core.softguided.network import SoftGuided
from core.vlm.convnext_tower import ConvNextTower
from core.vlm.efficientnet import EfficientNetTower, load_imagenet_weights
from core.vlm.siglip_tower import SiglipTower
from core.vlm.vit_tower import DenseMode, VitTower
from tests.engine.softguided.gradients import unreached
from tests.engine.vlm.checkpoint.tiny_models import vit_test_siglip

DIM = 32  # the width of the tiny SigLIP, which has no projection


def _vit(layers: int = 6) -> VitTower:
    visual = VisionTransformer(
        image_size=64, patch_size=16, width=32, layers=layers, heads=2, mlp_ratio=2, output_dim=DIM
    )
    return VitTower(visual, DIM)


def _convnext() -> ConvNextTower:
    return ConvNextTower(TimmModel("convnext_atto", embed_dim=DIM, pool="", proj="linear", pretrained=False), DIM)


def _siglip() -> SiglipTower:
    visual = TimmModel(vit_test_siglip.__name__, embed_dim=32, pool="map", proj="none", image_size=32)
    return SiglipTower(visual, DIM)


TOWERS: dict[str, Callable[[], nn.Module]] = {
    "efficientnet": lambda: EfficientNetTower(DIM),
    "convnext": _convnext,
    "siglip": _siglip,
    "vit": _vit,
}


@pytest.fixture(params=sorted(TOWERS))
def tower(request: pytest.FixtureRequest) -> nn.Module:
    torch.manual_seed(0)
    return TOWERS[request.param]().eval()


@pytest.mark.parametrize(("height", "width"), [(64, 64), (96, 160)])
def test_shapes_are_those_the_spec_promises(tower: nn.Module, height: int, width: int) -> None:
    with torch.inference_mode():
        features = tower(torch.rand(2, 3, height, width))
    stride = tower.spec.dense_stride
    assert features.dense.shape == (2, DIM, height // stride, width // stride)
    assert features.pooled.shape == (2, DIM)
    for tap, tensor in zip(tower.spec.taps, features.taps, strict=True):
        assert tensor.shape == (2, tap.channels, height // tap.stride, width // tap.stride)
    assert set(tower.spec.compensated) <= {tap.name for tap in tower.spec.taps}


def test_the_network_runs_on_every_tower_and_reaches_all_its_weights(tower: nn.Module) -> None:
    config = NetworkConfig(
        cost_width=8, heads=2, layers=1, window=4, text_hidden=16, pyramid_width=8, stage_widths=(8, 8, 4),
        stage_cost_dim=8, detach_taps=False,
    )  # fmt: skip
    network = SoftGuided(tower.spec, config, ("meadow", "river"))
    network.bias.update(torch.randn(1, DIM, 4, 4), torch.tensor([[[0, 1, 0, 1]] * 4]))
    network.bias.texts.copy_(nn.functional.normalize(torch.randn(2, DIM), dim=-1))
    texts = nn.functional.normalize(torch.randn(3, DIM), dim=-1)
    decoded = network(tower(torch.rand(1, 3, 64, 96)), texts)
    (decoded.logits * torch.randn_like(decoded.logits)).sum().backward()
    assert decoded.logits.shape[:2] == (1, 3)
    assert unreached(network) == set()


def test_vit_pools_as_open_clip_does() -> None:
    tower, images = _vit().eval(), torch.rand(2, 3, 64, 64)
    with torch.inference_mode():
        assert torch.allclose(tower(images).pooled, tower.visual(images), atol=1e-5)


def test_convnext_pools_as_open_clip_does() -> None:
    visual = TimmModel("convnext_atto", embed_dim=DIM, pool="", proj="linear", pretrained=False).eval()
    tower, images = ConvNextTower(visual, DIM).eval(), torch.rand(2, 3, 64, 64)
    with torch.inference_mode():
        assert torch.allclose(tower(images).pooled, visual(images), atol=1e-5)


@pytest.mark.parametrize(("mode", "apart"), [(DenseMode.VALUE, True), (DenseMode.SELF_SELF, False)])
def test_vit_value_path_keeps_patches_apart_where_self_attention_mixes_them(mode: DenseMode, apart: bool) -> None:
    tower = _vit().eval()
    tower.mode = mode
    tokens = torch.randn(1, 10, 32)
    changed = tokens.clone()
    changed[:, 5] += torch.linspace(-1, 1, 32)
    block = tower.visual.transformer.resblocks[-1]
    with torch.inference_mode():
        outputs = [tower._patches(block, x, block.ln_1(x))[0] for x in (changed, tokens)]
    moved = (outputs[0] - outputs[1]).abs().sum(-1) > 1e-6
    assert moved.tolist() == [i == 4 or not apart for i in range(9)]


def test_a_vit_that_is_too_shallow_is_refused() -> None:
    with pytest.raises(NoModel, match="too shallow"):
        _vit(layers=2)


def test_imagenet_weights_fill_the_whole_trunk() -> None:
    tower = EfficientNetTower(DIM)
    before = {name: tensor.clone() for name, tensor in tower.trunk.state_dict().items()}
    load_imagenet_weights(tower)
    after = tower.trunk.state_dict()
    same = [name for name in before if "num_batches" not in name and torch.equal(before[name], after[name])]
    assert same == []


def test_training_leaves_the_batch_statistics_alone() -> None:
    tower = EfficientNetTower(DIM).train()
    before = tower.trunk.bn1.running_mean.clone()
    tower(torch.rand(2, 3, 64, 64))
    assert torch.equal(tower.trunk.bn1.running_mean, before)
