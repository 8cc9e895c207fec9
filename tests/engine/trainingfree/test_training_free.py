"""The model: what it makes of an encoder's features, in which manner, and what upsampling one map a class saves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
import torch
from open_clip.timm_model import TimmModel
from open_clip.transformer import VisionTransformer
from torch import Tensor, nn
from torch.nn import functional as F

from core.errors import BadOption
from core.softguided.network import Scene
from core.tiling.plan import plan_tiles
from core.trainingfree import guided as module
from core.trainingfree.card import TrainingFreeCard
from core.trainingfree.guided import guided_upsample
from core.trainingfree.manner import choose_manner
from core.trainingfree.model import TrainingFree
from core.trainingfree.plain import plain_scores
from core.vlm.convnext_tower import ConvNextTower
from core.vlm.dual import DualEncoder, Traits
from core.vlm.siglip_tower import SiglipTower
from core.vlm.vit_tower import DenseMode, VitTower
from tests.engine.vlm.checkpoint.tiny_models import entry, vit_test_siglip

TRAITS = Traits("Tiny", ("red", "green", "blue"), (0.5,) * 3, (0.25,) * 3, 50.0)


def _vit(patch: int = 16) -> VitTower:
    visual = VisionTransformer(
        image_size=2 * patch, patch_size=patch, width=32, layers=3, heads=2, mlp_ratio=2, output_dim=24
    )
    return VitTower(visual, 24)


def _siglip() -> SiglipTower:
    return SiglipTower(TimmModel(vit_test_siglip.__name__, embed_dim=32, pool="map", proj="none", image_size=32), 32)


def _convnext() -> ConvNextTower:
    return ConvNextTower(TimmModel("convnext_atto", embed_dim=24, pool="", proj="linear"), 24)


def _model(tower: Any, image_px: int = 32) -> TrainingFree:
    torch.manual_seed(0)
    encoder = DualEncoder(tower, nn.Identity(), TRAITS).eval().requires_grad_(False)
    return TrainingFree(encoder, TrainingFreeCard.of(entry(image_size=image_px), "w", choose_manner(encoder))).eval()


def _texts(count: int, channels: int) -> Tensor:
    return F.normalize(torch.randn(count, channels, generator=torch.Generator().manual_seed(1)), dim=1)


@pytest.mark.parametrize(
    ("make", "stride"),
    [(_vit, 4), (lambda: _vit(14), 7), (lambda: _vit(32), 4), (_siglip, 4), (_convnext, 4)],
    ids=["16 px", "14 px", "32 px", "SigLIP", "ConvNeXt"],
)
def test_any_architecture_gives_scores_every_few_pixels(make: Any, stride: int) -> None:
    model = _model(make())
    height, width = 3 * model.multiple, 5 * model.multiple
    with torch.inference_mode():
        scene = model.observe(torch.rand(2, 3, height, width))
        decoded = model.decode(scene, _texts(5, scene.dense.shape[1]))
    assert model.stride == stride
    assert decoded.logits.shape == (2, 5, height // stride, width // stride)
    assert decoded.costs.shape == (2, 5, 3, 5)


@pytest.mark.parametrize(("image_px", "patch", "tile"), [(224, 16, 448), (336, 14, 672), (224, 14, 448), (30, 16, 48)])
def test_tiles_are_twice_as_wide_as_training_images(image_px: int, patch: int, tile: int) -> None:
    assert _model(_vit(patch), image_px).tile_px == tile


def test_scores_are_scaled_cosines_less_a_share_of_the_image_s_own() -> None:
    model, images, texts = _model(_vit()), torch.rand(1, 3, 48, 48), _texts(4, 24)
    with torch.inference_mode():
        decoded = model.decode(model.observe(images), texts)
        model.encoder.set_dense_mode(DenseMode.SELF_SELF)
        features = model.encoder(images)
    cells = torch.einsum("bchw,tc->bthw", F.normalize(features.dense, dim=1), texts)
    image = F.normalize(features.pooled, dim=1) @ texts.T
    assert torch.allclose(decoded.costs, cells - 0.3 * image[..., None, None], atol=2e-3)
    # The filter moves values about and leaves their mean nearly where it was.
    assert torch.allclose(decoded.logits.mean(dim=(2, 3)), 50 * decoded.costs.mean(dim=(2, 3)), atol=0.5)


def test_classes_do_not_depend_on_how_many_are_decoded_at_once() -> None:
    model, texts = _model(_vit()), _texts(7, 24)
    with torch.inference_mode():
        scene = model.observe(torch.rand(1, 3, 48, 64))
        together, in_pairs = (model.decode(scene, texts, chunk).logits for chunk in (0, 2))
    assert torch.allclose(together, in_pairs, atol=1e-2)


def test_each_manner_has_its_own_features_and_its_own_name_in_the_cache() -> None:
    model, images = _model(_vit()), torch.rand(1, 3, 48, 48)
    modes = [model.in_mode(dense) for dense in ("value", "self-self", "query-query")]
    with torch.inference_mode():
        found = [each.observe(images).dense.float() for each in modes]
        again = modes[0].observe(images).dense.float()
    assert torch.equal(found[0], again)
    assert all((one - other).abs().max() > 1e-3 for one, other in pairwise(found))
    assert [each.card.revision for each in modes] == [
        "w-quick-gelu-value",
        "w-quick-gelu-self-self",
        "w-quick-gelu-query-query",
    ]
    assert model.in_mode("auto").card == model.card
    assert model.in_mode("auto", logit_scale=100.0).card.manner.logit_scale == 100.0


@pytest.mark.parametrize("make", [_siglip, _convnext])
def test_an_architecture_with_one_way_leaves_no_choice(make: Any) -> None:
    model = _model(make())
    assert model.card.revision == "w-quick-gelu"
    with pytest.raises(BadOption, match="Tiny has one way to dense features only"):
        model.in_mode("value")


def test_publishers_own_sentences_come_before_ours() -> None:
    manner = choose_manner(DualEncoder(_vit(), nn.Identity(), TRAITS))
    assert TrainingFreeCard.of(entry(), "w", manner).template == "rs"
    assert TrainingFreeCard.of(entry(templates=("a map of {}",)), "w", manner).template == ("a map of {}",)


def test_upsampled_maps_are_the_products_of_upsampled_channels() -> None:
    """Both upsamplings are linear and know nothing of the classes, so the classes cannot differ."""
    torch.manual_seed(0)
    dense, texts, guide = torch.randn(2, 64, 7, 9), _texts(8, 64), torch.rand(2, 3, 28, 36)

    def bilinear(planes: Tensor) -> Tensor:
        return F.interpolate(planes, scale_factor=4, mode="bilinear", align_corners=False)

    for upsample in (bilinear, lambda planes: guided_upsample(planes, guide, 4)):
        maps = upsample(torch.einsum("bchw,tc->bthw", dense, texts))
        channels = torch.einsum("bchw,tc->bthw", upsample(dense), texts)
        unit = torch.einsum("bchw,tc->bthw", F.normalize(upsample(dense), dim=1), texts)
        assert torch.allclose(maps, channels, atol=1e-4)
        assert torch.equal(maps.argmax(dim=1), channels.argmax(dim=1))
        assert torch.equal(maps.argmax(dim=1), unit.argmax(dim=1))


def test_a_constant_map_stays_as_it_is_whatever_the_image_shows() -> None:
    maps = torch.tensor([0.3, -0.2])[None, :, None, None].expand(1, 2, 5, 6)
    found = guided_upsample(maps, torch.rand(1, 3, 20, 24), 4)
    assert torch.allclose(found, maps[..., :1, :1].expand_as(found), atol=1e-4)


def test_over_a_flat_image_nothing_is_made_up() -> None:
    maps = torch.rand(1, 2, 6, 6)
    found = guided_upsample(maps, torch.full((1, 3, 24, 24), 0.5), 4)
    assert found.min() >= maps.min() - 1e-4
    assert found.max() <= maps.max() + 1e-4


def test_edges_of_the_image_become_edges_of_the_map() -> None:
    """A colour edge inside a cell: the map steps there, and not at the border of the cell."""
    fine = (torch.arange(48) >= 22).float().expand(1, 1, 48, 48)
    guide = torch.stack([0.2 + 0.5 * fine, 0.6 - 0.3 * fine, torch.full_like(fine, 0.4)], dim=2)[:, 0]
    coarse = F.avg_pool2d(fine, 8)
    inside = (..., slice(8, 40), slice(8, 40))
    wrong = F.interpolate(coarse, scale_factor=8, mode="bilinear", align_corners=False)
    assert (guided_upsample(coarse, guide, 8) - fine)[inside].abs().mean() < 0.05
    assert (wrong - fine)[inside].abs().mean() > 0.05


def test_a_window_without_room_stays_finite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RADIUS_CELLS", 4)
    assert guided_upsample(torch.rand(1, 3, 1, 2), torch.rand(1, 3, 4, 8), 4).isfinite().all()


def test_the_plain_loop_compares_pixel_by_pixel() -> None:
    model, picture, texts = _model(_vit()), torch.rand(3, 64, 96), _texts(3, 24)
    plan = plan_tiles(64, 96, 64, 0.5, 16)
    with torch.inference_mode():
        whole = plain_scores(model, picture, texts, plan)
        left: Scene = model.observe(picture[None, :, :, :64])
        cells = torch.einsum("bchw,tc->bthw", left.dense.float(), texts)
    wanted = F.interpolate(cells, size=(64, 64), mode="bilinear", align_corners=False)[0]
    assert whole.shape == (3, 64, 96)
    assert len(plan) == 2
    assert torch.allclose(whole[..., : plan.cols[1]], wanted[..., : plan.cols[1]], atol=1e-5)


def test_features_are_kept_in_half_precision_and_change_no_class() -> None:
    model, texts = _model(_vit()), _texts(4, 24)
    with torch.inference_mode():
        scene = model.observe(torch.rand(1, 3, 64, 64))
        fine = replace(scene, dense=scene.dense.float(), levels=(scene.levels[0].float(),))
        assert scene.dense.dtype == torch.float16
        assert torch.equal(model.decode(scene, texts).logits, model.decode(fine, texts).logits)


def test_an_encoder_has_another_name_in_the_cache_with_another_activation() -> None:
    manner = choose_manner(DualEncoder(_convnext(), nn.Identity(), TRAITS))
    cards = [TrainingFreeCard.of(entry(activation=each), "w", manner) for each in ("gelu", "gelu_tanh")]
    assert [card.revision for card in cards] == ["w-gelu", "w-gelu-tanh"]
