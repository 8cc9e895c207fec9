"""Training from a dual encoder: what learns, what stays, and a folder that holds all of the model."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from open_clip.timm_model import TimmModel

from core.errors import BadOption, NoModel
from core.softguided.model import ENCODER_FOLDER, load_model, read_card, save_model
from core.softguided.towers import encoder_towers
from core.train import start
from core.train import train as module
from core.train.fine_tune import set_trainable
from core.train.recipe import LossWeights
from core.vlm.siglip_tower import SiglipTower
from tests.engine.train.toy import NETWORK, RECIPE, play, toy_datasets
from tests.engine.vlm.checkpoint.tiny_models import (
    CONFIG,
    SENTENCES,
    WEIGHTS,
    entry,
    reference,
    save_config,
    vit_test_siglip,
)

CONVNEXT = {
    **CONFIG,
    "vision_cfg": {"timm_model_name": "convnext_atto", "timm_pool": "", "timm_proj": "linear", "image_size": 32},
}
VIT = entry()
CNX = entry(id="tiny-convnext", activation="gelu", patch=32)
FAITHFUL = LossWeights(compensation=0.1, choice=0, raw=0, scene=0, lexicon=0)
BASE = replace(RECIPE, encoder="tiny", align_steps=0, steps=2, trunk_rate=0.5, loss=FAITHFUL)
RECIPES = {
    "vit": replace(BASE, fine_tune="attention", network=replace(NETWORK, stage_widths=(8, 4), class_pool=(1, 2))),
    "convnext": BASE,
}


@pytest.fixture(params=sorted(RECIPES))
def family(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A family of encoders, downloaded to a folder."""
    is_vit = request.param == "vit"
    config, declared = (CONFIG, VIT) if is_vit else (CONVNEXT, CNX)
    folder = tmp_path / "shelf"
    folder.mkdir()
    save_config(folder, config)
    torch.save(reference(config, quick_gelu=is_vit).state_dict(), folder / WEIGHTS)
    play(monkeypatch)
    monkeypatch.setattr(start, "encoder_of", lambda recipe: declared)
    monkeypatch.setattr(start, "pretrained_towers", lambda entry: encoder_towers(entry, folder))
    return request.param


def _before(tmp_path: Path, family: str) -> dict[str, torch.Tensor]:
    towers = encoder_towers(VIT if family == "vit" else CNX, tmp_path / "shelf")
    return {name: tensor.clone() for name, tensor in towers.image.state_dict().items()}


def test_a_model_on_a_dual_encoder_is_whole_in_its_own_folder(family: str, tmp_path: Path) -> None:
    model = module.train(RECIPES[family], toy_datasets())
    card = save_model(model, tmp_path / "mine")
    shutil.rmtree(tmp_path / "shelf")
    loaded = load_model(tmp_path / "mine")
    assert read_card(tmp_path / "mine") == card == loaded.card
    assert card.encoder is not None
    assert (card.image_tower, card.text_tower) == (card.encoder.id, card.encoder.id)
    assert [path.name for path in (tmp_path / "mine" / ENCODER_FOLDER).iterdir()] == ["open_clip.json"]
    images = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        texts = [each.encode_texts(SENTENCES) for each in (model, loaded)]
        logits = [each.decode(each.observe(images), texts[0]).logits for each in (model, loaded)]
    assert logits[0].shape == (1, 3, 16, 16)
    assert torch.allclose(texts[0], texts[1], atol=0.01)
    assert torch.allclose(logits[0], logits[1], atol=0.1)
    again = save_model(loaded, tmp_path / "mine")  # over itself
    assert again.encoder == card.encoder


def test_what_a_dual_encoder_learns(family: str, tmp_path: Path) -> None:
    before, model = _before(tmp_path, family), module.train(RECIPES[family], toy_datasets())
    after = model.tower.state_dict()
    moved = {name for name in before if not torch.equal(before[name], after[name])}
    assert moved
    if family == "vit":
        attention = ("in_proj_weight", "in_proj_bias", "positional_embedding")
        assert all(name.endswith(attention) for name in moved)
        for name in moved:
            if "in_proj" in name:
                _, key, value = (part.abs().sum() for part in (before[name] - after[name]).chunk(3))
                assert key == 0
                assert value > 0
    assert not any(parameter.requires_grad for parameter in model.text.parameters())


def test_a_frozen_encoder_stays_as_it_was(family: str, tmp_path: Path) -> None:
    before = _before(tmp_path, family)
    frozen = replace(RECIPES[family], fine_tune="none", loss=replace(FAITHFUL, compensation=0))
    after = module.train(frozen, toy_datasets()).tower.state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)


def test_every_tensor_that_is_to_learn_gets_a_gradient(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    silent: list[str] = []
    step = module.Run.step

    def watched(run: Any, examples: Any) -> Any:
        batch = step(run, examples)
        named = [(name, p) for name, p in run.trainee.named_parameters() if p.requires_grad]
        silent.extend(name for name, p in named if p.grad is None)
        return batch

    monkeypatch.setattr(module.Run, "step", watched)
    module.train(RECIPES[family], toy_datasets())
    assert silent == []


def test_what_pools_a_whole_image_does_not_learn_from_its_cells() -> None:
    tower = SiglipTower(TimmModel(vit_test_siglip.__name__, embed_dim=32, pool="map", proj="none", image_size=32), 32)
    set_trainable(tower, "full")
    features = tower(torch.rand(1, 3, 32, 32))
    (features.dense.square().sum() + sum(tap.sum() for tap in features.taps)).backward()
    named = [(name, p) for name, p in tower.named_parameters() if p.requires_grad]
    assert [name for name, p in named if p.grad is None] == []
    set_trainable(tower, "attention")
    assert {name.rsplit(".", 2)[-2] for name, p in tower.named_parameters() if p.requires_grad} >= {"qkv"}


def test_an_encoder_without_attention_cannot_train_it(family: str) -> None:
    if family == "vit":
        return
    with pytest.raises(BadOption, match="no attention"):
        module.train(replace(BASE, fine_tune="attention"), toy_datasets())


def test_an_encoder_that_is_not_downloaded_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path))
    recipe = replace(RECIPE, encoder="clip-b16")
    entry = start.encoder_of(recipe)
    assert entry is not None
    with pytest.raises(NoModel, match="softseg models download clip-b16"):
        start.pretrained_towers(entry)
    with pytest.raises(NoModel, match="no model “clip-b61”"):
        start.encoder_of(replace(RECIPE, encoder="clip-b61"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"crop": 72}, "needs a multiple of (16|32)"),
        ({"network": replace(NETWORK, stage_widths=(8,) * 6, class_pool=(1,) * 6)}, "has 6 stages.*cannot be halved"),
        ({"network": replace(RECIPES["vit"].network, heads=3)}, "has 3 heads"),
    ],
)
def test_before_words_are_read_crop_and_stages_have_to_suit_the_encoder(
    family: str, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any], sentence: str
) -> None:
    monkeypatch.setattr(module, "words_for", lambda *_: pytest.fail("the words were read"))
    with pytest.raises(BadOption, match=sentence):
        module.train(replace(RECIPES[family], **changes), toy_datasets())


def test_before_words_are_read_the_crop_has_to_suit_the_starter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "words_for", lambda *_: pytest.fail("the words were read"))
    with pytest.raises(BadOption, match="crop of 100 px; efficientnet_lite0 needs a multiple of 32"):
        module.train(replace(RECIPE, crop=100), toy_datasets())


def test_an_encoder_of_other_bands_is_refused(family: str, tmp_path: Path) -> None:
    with pytest.raises(NoModel, match="other bands"):
        encoder_towers(replace(VIT, bands=("B02", "B03", "B04")), tmp_path / "shelf")


def test_a_model_on_an_encoder_needs_its_configuration(family: str, tmp_path: Path) -> None:
    save_model(module.train(RECIPES[family], toy_datasets()), tmp_path / "mine")
    shutil.rmtree(tmp_path / "mine" / ENCODER_FOLDER)
    with pytest.raises(NoModel):
        load_model(tmp_path / "mine")
