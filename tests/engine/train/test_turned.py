"""The teacher of four quarter turns: what it says, who is taught by it, and that labels have no say in that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch.nn import functional

from core.errors import Cancelled
from core.softguided.config import NetworkConfig
from core.softguided.model import SoftGuidedModel, restore_model, save_model
from core.train import train as module
from core.train.losses import taught_loss
from core.train.recipe import LossWeights, Recipe
from core.train.turned import TurnedTeacher
from tests.engine.train.toy import RECIPE, play, toy_datasets

TAUGHT = replace(
    RECIPE,
    dim=Recipe().dim,
    network=NetworkConfig(),
    align_steps=0,
    steps=4,
    learning_rate=1e-3,
    loss=replace(LossWeights(), turned=1.0),
)


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The folder of a model."""
    play(monkeypatch)
    save_model(module.train(RECIPE, toy_datasets()), tmp_path / "first")
    return str(tmp_path / "first")


def inputs() -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    return torch.randn(2, 3, 64, 64, generator=generator), torch.randn(2, 3, 384, generator=generator)


def said(model: SoftGuidedModel, images: torch.Tensor, sentences: torch.Tensor) -> torch.Tensor:
    with torch.no_grad():
        logits: torch.Tensor = model.network(model.tower(images), model.text.adapter(sentences)).logits
    return logits


def test_it_says_the_mean_of_four_looks(first: str) -> None:
    model = restore_model(Path(first)).eval()
    images, sentences = inputs()
    looks = [said(model, images.rot90(turn, (2, 3)), sentences).rot90(-turn, (2, 3)) for turn in range(4)]
    taught = TurnedTeacher(model)(images, sentences)
    torch.testing.assert_close(taught, sum(looks) / 4, atol=1e-4, rtol=1e-4)
    assert not torch.allclose(taught, looks[0], atol=1e-3)


def test_it_says_the_same_of_a_turned_picture_and_does_not_learn(first: str) -> None:
    model = restore_model(Path(first)).eval()
    teacher = TurnedTeacher(model)
    images, sentences = inputs()
    before = teacher(images, sentences)
    turned = teacher(images.rot90(1, (2, 3)), sentences).rot90(-1, (2, 3))
    torch.testing.assert_close(turned, before, atol=1e-4, rtol=1e-4)
    with torch.no_grad():
        for weight in model.parameters():
            weight.mul_(1.5)
    assert torch.equal(teacher(images, sentences), before)
    assert not before.requires_grad


def test_its_loss_is_the_divergence_of_each_class_and_of_their_shares() -> None:
    ours, theirs = torch.randn(2, 2, 3, 4, 5)
    own = functional.kl_div(ours.log_softmax(1), theirs.log_softmax(1), log_target=True, reduction="none").sum(1).mean()
    sure = theirs.sigmoid()
    cross = functional.binary_cross_entropy_with_logits(ours, sure)
    entropy = functional.binary_cross_entropy(sure, sure)
    assert taught_loss(ours, theirs) == pytest.approx(float(own + cross - entropy), rel=1e-4)
    assert taught_loss(theirs, theirs) == pytest.approx(0, abs=1e-6)


def test_training_brings_a_model_nearer_to_its_own_four_looks(first: str) -> None:
    model, student = restore_model(Path(first)).eval(), restore_model(Path(first))
    images, sentences = inputs()
    taught = TurnedTeacher(model)(images, sentences)
    optimiser = torch.optim.AdamW(student.parameters(), 1e-3)
    student.train()
    for _ in range(10):
        optimiser.zero_grad()
        logits = student.network(student.tower(images), student.text.adapter(sentences)).logits
        taught_loss(logits, taught).backward()
        optimiser.step()
    before, after = (taught_loss(said(each.eval(), images, sentences), taught) for each in (model, student))
    assert after < 0.8 * before


def test_a_recipe_adds_its_term(first: str) -> None:
    losses: list[dict[str, float]] = []
    for weight in (0.0, 1.0, 2.0):
        recipe = replace(TAUGHT, start=first, loss=replace(LossWeights(), turned=weight), steps=1)
        module.train(recipe, toy_datasets(), on_step=lambda step, _: losses.append(dict(step.losses)))
    assert "turned" not in losses[0]
    assert losses[2]["turned"] == pytest.approx(2 * losses[1]["turned"], rel=1e-5)
    assert losses[1]["turned"] > 0
    assert losses[0]["class"] == pytest.approx(losses[1]["class"])


def test_an_interrupted_run_is_taught_by_the_same(first: str, tmp_path: Path) -> None:
    recipe, datasets = replace(TAUGHT, start=first), toy_datasets()
    whole = module.train(recipe, datasets).state_dict()
    asked = iter([False, False, False, True])  # while the words are read, then at every step
    keep = tmp_path / "kept"
    keep.mkdir()
    with pytest.raises(Cancelled):
        module.train(recipe, datasets, cancelled=lambda: next(asked), keep_in=keep)
    resumed = module.train(recipe, datasets, keep_in=keep, resume=True).state_dict()
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)
