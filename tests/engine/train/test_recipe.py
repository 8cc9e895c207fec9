"""Recipes: what the file says is what is done, and a bad file is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import BadOption
from core.resources import resource
from core.train.recipe import load_recipe

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
    ],
)
def test_a_bad_recipe_is_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(BadOption, match=sentence):
        load_recipe(_recipe(tmp_path, text))


def test_a_missing_recipe_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="cannot be read"):
        load_recipe(tmp_path / "none.toml")
