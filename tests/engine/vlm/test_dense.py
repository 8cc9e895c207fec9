"""Dense features of transformers: their modes, their grids, and what they share with the pooled embedding."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from open_clip.model import resize_pos_embed
from open_clip.timm_model import TimmModel
from open_clip.transformer import VisionTransformer
from torch import Tensor
from torch.nn import functional as F

from core.vlm.convnext_tower import ConvNextTower
from core.vlm.dual import subtract_global
from core.vlm.features import Features
from core.vlm.siglip_tower import SiglipTower
from core.vlm.token_grid import Positions
from core.vlm.vit_tower import DenseMode, VitTower
from tests.engine.vlm.checkpoint import tiny_models


def _visual(image_size: int = 64, seed: int = 0) -> VisionTransformer:
    torch.manual_seed(seed)
    return VisionTransformer(
        image_size=image_size, patch_size=16, width=32, layers=3, heads=2, mlp_ratio=2, output_dim=24
    ).eval()


def _siglip() -> SiglipTower:
    torch.manual_seed(0)
    visual = TimmModel(tiny_models.vit_test_siglip.__name__, embed_dim=32, pool="map", proj="none", image_size=32)
    for weight in visual.parameters():
        weight.data.add_(torch.randn_like(weight) * 0.1)
    return SiglipTower(visual.eval(), 32)


@pytest.mark.parametrize(("mode", "parts"), [(DenseMode.SELF_SELF, "qkv"), (DenseMode.QUERY_QUERY, "q")])
def test_patches_attend_to_their_likes_as_the_mode_says(mode: DenseMode, parts: str) -> None:
    tower, x = VitTower(_visual(), 24, mode), torch.randn(1, 17, 32)
    block = tower.visual.transformer.resblocks[-1]
    q, k, v = F.linear(x, block.attn.in_proj_weight, block.attn.in_proj_bias).unflatten(2, (6, 16)).split(2, dim=2)
    named = {"q": q, "k": k, "v": v}

    def likeness(part: Tensor) -> Tensor:
        return (torch.einsum("bihd,bjhd->bhij", part, part) / 4).softmax(dim=-1)

    weights = sum(likeness(named[part]) for part in parts)
    wanted = block.attn.out_proj(torch.einsum("bhij,bjhd->bihd", weights, v).flatten(2))[:, 1:]
    assert torch.allclose(tower._patches(block, torch.randn(1, 17, 32), x), wanted, atol=1e-5)


def test_the_mode_changes_patches_and_leaves_the_image_embedding() -> None:
    tower, images = VitTower(_visual(), 24), torch.rand(1, 3, 64, 64)
    found = []
    with torch.inference_mode():
        for tower.mode in DenseMode:
            found.append(tower(images))
    assert all(torch.equal(each.pooled, found[0].pooled) for each in found)
    assert all(not torch.allclose(each.dense, found[0].dense, atol=1e-3) for each in found[1:])


def test_equal_patches_of_siglip_give_what_pooling_gives() -> None:
    tower, token = _siglip(), torch.randn(2, 1, 32)
    with torch.inference_mode():
        dense = tower.lift(token.expand(2, 6, 32))
        pooled = tower.head(tower.trunk.forward_head(token.expand(2, 6, 32)))
    assert (dense - pooled[:, None]).abs().max() < 1e-5


def test_equal_cells_of_convnext_give_what_pooling_gives() -> None:
    visual = TimmModel("convnext_atto", embed_dim=24, pool="", proj="linear").eval()
    tower, cell = ConvNextTower(visual, 24), torch.randn(1, 1, 1, 320)
    with torch.inference_mode():
        dense = tower._project(cell.expand(1, 2, 3, 320))
        pooled = visual.head(visual.trunk.forward_head(cell.permute(0, 3, 1, 2).expand(1, 320, 2, 3)))
    assert (dense - pooled).abs().max() < 1e-5


@pytest.mark.parametrize("size", [(96, 96), (32, 32), (48, 80)])
def test_towers_run_on_any_grid(size: tuple[int, int]) -> None:
    for tower in (VitTower(_visual(), 24), _siglip()):
        with torch.inference_mode():
            features = tower(torch.rand(1, 3, *size))
        assert features.dense.shape[2:] == (size[0] // 16, size[1] // 16)
        assert all(tap.shape[2:] == features.dense.shape[2:] for tap in features.taps)


@pytest.mark.parametrize("size", [32, 96])
def test_positions_are_resized_as_open_clip_resizes_them(size: int) -> None:
    small, other = _visual(), _visual(size)
    state = {f"visual.{name}": tensor for name, tensor in small.state_dict().items()}
    resize_pos_embed(state, type("Model", (), {"visual": other}))
    other.load_state_dict({name.removeprefix("visual."): tensor for name, tensor in state.items()})
    images = torch.rand(1, 3, size, size)
    with torch.inference_mode():
        assert torch.allclose(VitTower(small, 24)(images).pooled, other(images), atol=1e-5)


def test_positions_are_resized_once_a_size_until_the_table_changes() -> None:
    positions, table = Positions(), torch.nn.Parameter(torch.randn(5, 8))
    with torch.inference_mode():
        first = positions.on_grid(table, (2, 2), (3, 4))
        assert positions.on_grid(table, (2, 2), (3, 4)) is first
        assert first.shape == (13, 8)
        assert torch.equal(first[0], table[0])
    with torch.no_grad():
        table.add_(1)
        assert torch.allclose(positions.on_grid(table, (2, 2), (3, 4)), first + 1, atol=1e-5)


def test_positions_that_are_trained_receive_their_gradient() -> None:
    positions, table = Positions(), torch.nn.Parameter(torch.randn(5, 8))
    positions.on_grid(table, (2, 2), (3, 4)).square().sum().backward()
    assert (table.grad.abs().sum(1) > 0).all()


@pytest.mark.parametrize("share", [0.0, 0.3])
def test_the_global_bias_is_taken_from_every_cosine(share: float) -> None:
    features = Features(torch.randn(2, 8, 3, 4), (), torch.randn(2, 8))
    texts = F.normalize(torch.randn(5, 8), dim=1)
    dense = subtract_global(features, share).dense
    cells = torch.einsum("bchw,tc->bthw", F.normalize(features.dense, dim=1), texts)
    image = F.normalize(features.pooled, dim=1) @ texts.T
    wanted = cells - share * image[..., None, None]
    assert torch.allclose(torch.einsum("bchw,tc->bthw", dense, texts), wanted, atol=1e-6)
    assert torch.equal(subtract_global(replace(features), share).pooled, features.pooled)
