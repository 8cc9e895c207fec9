"""Recipes: what the file says is what is done, and a bad file is one sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import BadOption
from core.resources import resource
from core.train.checkpoint import run_id
from core.train.recipe import LossWeights, Recipe, load_recipe
from core.vlm.hub.catalogue import find_entry

SMALL = 'name = "mine"\nsteps = 100\nalign_steps = 20\n[resolutions]\ndubai = [0.5, 1.0]\n'


def _recipe(folder: Path, text: str) -> Path:
    path = folder / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_recipe_is_valid_and_names_its_sources() -> None:
    recipe = load_recipe(resource("recipes/starter.toml"))
    assert recipe.name == "starter"
    assert recipe.provenance
    assert set(recipe.resolutions) <= set(recipe.mixture)


@pytest.mark.parametrize("path", sorted(resource("recipes").glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_recipe_is_valid(path: Path) -> None:
    if "variant" not in path.read_text(encoding="utf-8"):
        assert load_recipe(path).name


@pytest.mark.parametrize(("name", "encoder", "stride"), [("convnext", "convnext-l", 32), ("vit", "farslip1-b16", 16)])
def test_the_recipes_of_the_paper_name_encoders_of_the_zoo(name: str, encoder: str, stride: int) -> None:
    recipe = load_recipe(resource(f"recipes/{name}.toml"))
    assert (recipe.encoder, find_entry(encoder).id) == (encoder, encoder)
    assert recipe.crop % stride == 0
    assert stride >> len(recipe.network.stage_widths) == 4
    assert recipe.loss == LossWeights(compensation=0.1, choice=0, raw=0, scene=0, lexicon=0)


def test_fields_of_later_releases_leave_the_id_of_a_run_as_it_was() -> None:
    recipe = Recipe(resolutions={"dubai": (0.5, 1.0)})
    assert run_id(recipe) == "a004556b45f71989"  # as the release gave it that had none of them
    assert run_id(replace(recipe, held_out=("water",))) != run_id(recipe)
    assert run_id(replace(recipe, network=replace(recipe.network, bias="B"))) != run_id(recipe)


def test_values_of_the_file_are_taken(tmp_path: Path) -> None:
    recipe = load_recipe(_recipe(tmp_path, SMALL + "[loss]\nraw = 2.0\n[network]\nstage_widths = [8, 8, 4]\n"))
    assert (recipe.name, recipe.steps, recipe.loss.raw) == ("mine", 100, 2.0)
    assert recipe.network.stage_widths == (8, 8, 4)
    assert recipe.resolutions == {"dubai": (0.5, 1.0)}


def test_fewer_steps_align_for_proportionally_fewer(tmp_path: Path) -> None:
    recipe = load_recipe(_recipe(tmp_path, SMALL), steps=10)
    assert (recipe.steps, recipe.align_steps) == (10, 2)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SMALL + "[loss]\nluck = 1\n", "unknown key: luck"),
        ("speed = 9\n" + SMALL, "unknown key: speed"),
        ("crop = 100\n" + SMALL, "crop of 100 px"),
        ("batch = 0\n" + SMALL, "at least 1"),
        ("name = ", "not valid TOML"),
        ("steps = 3\n", "resolutions"),
        ('learning_rate = "fast"\n' + SMALL, "where one like 0.0015 belongs"),
        ("turns = 1\n" + SMALL, "where one like True belongs"),
        ("loss = 3\n" + SMALL, "unknown key|belongs"),
        ('bf16 = "always"\n' + SMALL, "choose auto, on, off"),
        ('fine_tune = "some"\n' + SMALL, "choose full, attention, none"),
        ('ignored = "never"\n' + SMALL, "choose masked, negative"),
        ('template = "odd"\n' + SMALL, "no template set"),
        (SMALL + '[network]\nbias = "F"\n', "cannot be followed: bias is one of"),
        (SMALL + "[network]\nclass_pool = [1]\n", "one value for each stage"),
    ],
)
def test_a_bad_recipe_is_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(BadOption, match=sentence):
        load_recipe(_recipe(tmp_path, text))


def test_a_missing_recipe_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="cannot be read"):
        load_recipe(tmp_path / "none.toml")
