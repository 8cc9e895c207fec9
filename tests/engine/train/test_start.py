"""Training that goes on from a trained model instead of beginning with an encoder alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.errors import BadOption, Cancelled, NoModel
from core.softguided.config import NetworkConfig
from core.softguided.model import read_card, restore_model, save_model
from core.softguided.rs_bias import RsBias
from core.train import train as module
from core.train.datasets.kinds import Datasets, DenseImage, LabelClass, Split
from core.train.mix import mixed
from core.train.recipe import Recipe
from tests.engine.train.toy import RECIPE, meadow, play, toy_datasets

FURTHER = replace(RECIPE, dim=Recipe().dim, network=NetworkConfig(), align_steps=0)
STILL = replace(FURTHER, name="second", learning_rate=0.0, steps=1, memory_rate=0.0, provenance=("Two.",))


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The folder of a model."""
    play(monkeypatch)
    model = module.train(replace(RECIPE, licence="CC0-1.0", provenance=("One.",)), toy_datasets())
    save_model(model, tmp_path / "first")
    return str(tmp_path / "first")


def test_without_a_rate_of_learning_the_model_stays_what_it_was(first: str) -> None:
    losses: list[Any] = []
    model = module.train(
        replace(STILL, start=first), toy_datasets(), on_step=lambda step, _: losses.append(step.losses)
    )
    was = restore_model(Path(first)).state_dict()
    assert model.state_dict().keys() == was.keys()
    for name, tensor in model.state_dict().items():
        if not name.startswith("network.bias."):
            assert torch.equal(tensor, was[name]), name
    assert "compensation" in losses[0]  # the guide is the model that it began with


def test_it_learns_from_there(first: str) -> None:
    again = module.train(replace(STILL, start=first, learning_rate=1e-3, steps=3), toy_datasets()).state_dict()
    was = restore_model(Path(first)).state_dict()
    moved = [name for name in again if not torch.equal(again[name], was[name])]
    assert any(name.startswith("tower.trunk") for name in moved)
    assert any(name.startswith("network.decoder") for name in moved)


def test_a_share_of_the_weights_that_it_began_with_is_kept(first: str) -> None:
    recipe = replace(STILL, start=first, learning_rate=1e-3, steps=3)
    was = {name: weight.detach() for name, weight in restore_model(Path(first)).named_parameters()}
    new, kept, old = (
        dict(module.train(replace(recipe, start_share=share), toy_datasets()).named_parameters())
        for share in (0.0, 0.25, 1.0)
    )
    assert max(float((new[name] - was[name]).abs().max()) for name in was) > 1e-5
    for name, weight in was.items():
        assert torch.allclose(kept[name], 0.75 * new[name] + 0.25 * weight, atol=1e-6, rtol=0), name
        assert torch.equal(old[name], weight), name


def test_weights_of_other_models_are_mixed_in_by_their_shares(first: str, tmp_path: Path) -> None:
    other = restore_model(Path(first))
    for weight in other.parameters():
        weight.data.add_(0.25)
    other.network.bias.prototypes.add_(1)
    other.card = replace(other.card, licence="CC-BY-4.0", provenance=("Three.", "One."))
    save_model(other, tmp_path / "other")
    was, added = restore_model(Path(first)), restore_model(tmp_path / "other")
    model = module.train(replace(STILL, start=first, mixed_in={str(tmp_path / "other"): 0.25}), toy_datasets())
    assert (model.card.licence, model.card.provenance) == ("CC0-1.0 AND CC-BY-4.0", ("One.", "Three.", "Two."))
    new, old, more = (dict(each.named_parameters()) for each in (model, was, added))
    for name, weight in new.items():
        torch.testing.assert_close(weight, 0.75 * old[name] + 0.25 * more[name], atol=1e-6, rtol=0)
    assert any(not torch.equal(new[name], old[name]) for name in new)


def test_memories_are_mixed_as_weights_are(first: str) -> None:
    one, other = restore_model(Path(first)), restore_model(Path(first))
    other.network.bias.prototypes.add_(1)
    was = one.network.bias.prototypes.clone()
    assert mixed(one, {"other": (other, 0.5)}).network.bias.prototypes.allclose(was + 0.5)


def test_a_model_of_another_network_is_not_mixed_in(first: str, tmp_path: Path) -> None:
    small = replace(RECIPE, network=replace(NetworkConfig(), cost_width=16))
    save_model(module.train(small, toy_datasets()), tmp_path / "small")
    with pytest.raises(BadOption, match="small” cannot be mixed in: its network is not that of"):
        module.train(replace(STILL, start=first, mixed_in={str(tmp_path / "small"): 0.25}), toy_datasets())


def test_encoder_and_sizes_are_those_of_the_model(first: str, tmp_path: Path) -> None:
    card = save_model(module.train(replace(STILL, start=first), toy_datasets()), tmp_path / "second")
    was = read_card(Path(first))
    assert (card.dim, card.network, card.memory) == (was.dim, was.network, was.memory)
    assert (card.name, card.licence, card.provenance) == ("second", "CC0-1.0", ("One.", "Two."))
    assert card.sha256 != was.sha256


@pytest.mark.parametrize(
    ("name", "value"), [("dim", 64), ("network", replace(NetworkConfig(), cost_width=16)), ("encoder", "clip-b16")]
)
def test_a_recipe_cannot_have_a_network_of_its_own_and_go_on_from_a_model(first: str, name: str, value: Any) -> None:
    with pytest.raises(BadOption, match=f"sets {name}, but the model .* brings its own: leave {name} out"):
        module.train(replace(STILL, start=first, **{name: value}), toy_datasets())


@pytest.mark.parametrize(("asked", "taken"), [("plain", "rs"), ("rs", "rs")])
def test_sentences_around_words_are_those_of_the_model(first: str, tmp_path: Path, asked: str, taken: str) -> None:
    model = restore_model(Path(first))
    model.card = replace(model.card, template="rs")
    save_model(model, tmp_path / "rs")
    recipe = replace(STILL, start=str(tmp_path / "rs"), template=asked)
    assert module.train(recipe, toy_datasets()).card.template == taken


def test_classes_that_no_lexicon_knows_join_those_that_are_remembered(first: str) -> None:
    classes = (LabelClass("Solarpark", "own:Solarpark"), LabelClass("grass", "grass"))
    own = DenseImage("meadows", "a", "a.png", 1.0, classes, meadow)
    was = restore_model(Path(first))
    model = module.train(replace(STILL, start=first), Datasets(Split((own,)), Split(), ("meadows",)))
    old, new = was.network.bias, model.network.bias
    assert set(new.names) - set(old.names) == {"own:Solarpark"}
    for name in old.names:
        assert torch.equal(new.prototypes[new.names.index(name)], old.prototypes[old.names.index(name)]), name
    assert bool(new.seen[new.names.index("own:Solarpark")])


def test_a_memory_is_renamed_row_by_row() -> None:
    memory = RsBias(2, ("a", "b", "c"))
    memory.prototypes.copy_(torch.tensor([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]))
    memory.seen.copy_(torch.tensor([True, False, True]))
    memory.rename(("c", "new", "b"))
    assert np.array_equal(memory.prototypes.numpy(), [[3, 3], [0, 0], [2, 2]])
    assert (memory.names, memory.seen.tolist()) == (("c", "new", "b"), [True, False, False])
    assert memory.state_dict()["texts"].shape == (3, 2)


def test_one_that_was_stopped_goes_on_to_the_same_weights(first: str, tmp_path: Path) -> None:
    recipe, kept = replace(FURTHER, start=first), tmp_path / "kept"
    kept.mkdir()
    whole = module.train(recipe, toy_datasets()).state_dict()
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        module.train(recipe, toy_datasets(), keep_in=kept, cancelled=lambda: next(asked))
    resumed = module.train(recipe, toy_datasets(), keep_in=kept, resume=True).state_dict()
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)


def test_a_model_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch)
    with pytest.raises(NoModel, match="no trained model “meadow”"):
        module.train(replace(STILL, start="meadow"), toy_datasets())
