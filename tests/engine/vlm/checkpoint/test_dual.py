"""The loaded encoder: what goes with its weights, and the soft-guided network on top of it."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import torch

from core.errors import BadOption
from core.softguided.config import NetworkConfig
from core.softguided.network import SoftGuided
from core.vlm.checkpoint.load import load_dual_encoder
from core.vlm.dual import DualEncoder
from core.vlm.vit_tower import DenseMode
from tests.engine.vlm.checkpoint.tiny_models import CONFIG, SENTENCES, WEIGHTS, entry, images, reference, save_config

CONVNEXT = {
    **CONFIG,
    "vision_cfg": {"timm_model_name": "convnext_atto", "timm_pool": "", "timm_proj": "linear", "image_size": 32},
}


@pytest.fixture
def vit(tmp_path: Path) -> DualEncoder:
    save_config(tmp_path, CONFIG)
    torch.save(reference().state_dict(), tmp_path / WEIGHTS)
    return load_dual_encoder(entry(), tmp_path)


@pytest.fixture
def convnext(tmp_path: Path) -> DualEncoder:
    save_config(tmp_path, CONVNEXT)
    torch.save(reference(CONVNEXT, quick_gelu=False).state_dict(), tmp_path / WEIGHTS)
    return load_dual_encoder(entry(activation="gelu", patch=32), tmp_path)


@pytest.mark.parametrize("name", ["vit", "convnext"])
def test_the_network_runs_on_a_loaded_encoder(name: str, request: pytest.FixtureRequest) -> None:
    encoder: DualEncoder = request.getfixturevalue(name)
    config = NetworkConfig(
        cost_width=8, heads=2, layers=1, window=4, text_hidden=16, pyramid_width=8, stage_widths=(8, 8, 4),
        stage_cost_dim=8,
    )  # fmt: skip
    network = SoftGuided(encoder.spec, config).eval()
    side = 2 * encoder.multiple
    with torch.inference_mode():
        decoded = network(encoder(images(3, side, side)), encoder.encode_texts(SENTENCES))
    assert decoded.logits.shape == (2, 3, 16, 16)


def test_texts_are_unit_vectors_however_many(vit: DualEncoder) -> None:
    many = vit.encode_texts([f"class {i}" for i in range(70)])
    assert many.shape == (70, 24)
    assert torch.allclose(many.norm(dim=1), torch.ones(70), atol=1e-5)
    assert torch.allclose(many[66], vit.encode_texts(["class 66"])[0], atol=1e-5)
    assert vit.encode_texts([]).shape == (0, 24)


def test_pixels_are_normalised_band_by_band(vit: DualEncoder) -> None:
    pixels = images()
    wanted = (pixels[:, 2] - 0.3) / 0.4
    assert torch.allclose(vit.normalise(pixels)[:, 2], wanted)


def test_the_scale_is_the_declared_one_or_that_of_the_checkpoint(tmp_path: Path) -> None:
    save_config(tmp_path, CONFIG)
    state = reference().state_dict()
    torch.save(state, tmp_path / WEIGHTS)
    own = load_dual_encoder(entry(), tmp_path).traits
    declared = load_dual_encoder(entry(logit_scale=50.0, templates=("a map of {}",)), tmp_path).traits
    assert own.logit_scale == pytest.approx(math.exp(state["logit_scale"]))
    assert (declared.logit_scale, declared.templates) == (50.0, ("a map of {}",))


def test_a_vit_has_dense_modes_and_a_convnext_has_one_way(vit: DualEncoder, convnext: DualEncoder) -> None:
    before = vit(images()).dense
    vit.set_dense_mode(vit.dense_modes[1])
    assert not torch.allclose(vit(images()).dense, before, atol=1e-3)
    assert convnext.dense_modes == ()
    with pytest.raises(BadOption, match="one way only"):
        convnext.set_dense_mode(DenseMode.VALUE)


def test_a_loaded_encoder_is_ready_for_inference(vit: DualEncoder) -> None:
    assert not vit.training
    assert not any(weight.requires_grad for weight in vit.parameters())
