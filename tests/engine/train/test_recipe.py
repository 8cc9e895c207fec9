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
        ("crop = 50\n" + SMALL, "crop = 50, where a number of at least 64 px belongs"),
        ("batch = 0\n" + SMALL, "batch = 0, where a number above 0 belongs"),
        ("dim = 0\n" + SMALL, "dim = 0, where a number above 0 belongs"),
        ("learning_rate = 0\n" + SMALL, "learning_rate = 0, where a number above 0 belongs"),
        ("learning_rate = nan\n" + SMALL, "learning_rate = nan, where a number above 0 belongs"),
        ("clip = -1\n" + SMALL, "clip = -1, where a number above 0 belongs"),
        ("warm_up = -1\n" + SMALL, "warm_up = -1, where a number of at least 0 belongs"),
        ("ema = 1.5\n" + SMALL, "ema = 1.5, where a number from 0 to 1 belongs"),
        ("start_share = 0.5\n" + SMALL, "start_share = 0.5, but no start to keep a share of"),
        (SMALL + "[loss]\nturned = 0.5\n", "turned = 0.5, but no start to be taught by"),
        (SMALL + "[mixed_in]\nother = 0.5\n", r"\[mixed_in\], but no start to mix it into"),
        ('start = "a"\n' + SMALL + "[mixed_in]\nb = 1.5\n", r"\[mixed_in\] b = 1.5, where a number from 0 to 1"),
        ('start = "a"\n' + SMALL + "[mixed_in]\nb = 0.5\nc = 0.75\n", r"\[mixed_in\] = 1.25, where a sum from 0 to 1"),
        ("pasted = 2\n" + SMALL, "pasted = 2, where a number from 0 to 1 belongs"),
        ("classes = [8, 3]\n" + SMALL, r"classes = \[8, 3\], where a pair of whole numbers"),
        ("classes = [3]\n" + SMALL, r"classes = \[3\], where a pair of whole numbers"),
        ("classes = [0, 3]\n" + SMALL, r"classes = \[0, 3\], where a pair of whole numbers"),
        ('classes = ["a", "b"]\n' + SMALL, "where a pair of whole numbers"),
        ("classes = [2.5, 3.5]\n" + SMALL, "where a pair of whole numbers"),
        ("held_out = [1]\n" + SMALL, r"held_out = \[1\], where a list of texts belongs"),
        ("resolutions = 3\n" + 'name = "mine"\n', "resolutions = 3, where one like"),
        (SMALL + "korea = 5\n", r"\[resolutions\] korea = 5, where a pair of m/px"),
        (SMALL + "korea = [5]\n", r"\[resolutions\] korea = \[5\], where a pair of m/px"),
        (SMALL + "korea = [0, 5]\n", r"\[resolutions\] korea = \[0, 5\], where a pair of m/px"),
        (SMALL + "korea = [9, 5]\n", r"\[resolutions\] korea = \[9, 5\], where a pair of m/px"),
        (SMALL + 'korea = ["fine", "coarse"]\n', r"\[resolutions\] korea .*where a pair of m/px"),
        (SMALL + "[mixture]\nkorea = -1\n", r"\[mixture\] korea = -1, where a number of at least 0"),
        (SMALL + '[mixture]\nkorea = "often"\n', r"\[mixture\] korea = 'often', where a number of at least 0"),
        (SMALL + "[mixture]\nkorea = true\n", r"\[mixture\] korea = True, where a number of at least 0"),
        (SMALL + "[loss]\nraw = -0.5\n", r"\[loss\] raw = -0.5, where a number of at least 0"),
        (SMALL + "[network]\nheads = 0\n", r"\[network\] heads = 0, where a whole number above 0"),
        (SMALL + "[network]\nstage_widths = [8, 0, 4]\n", r"\[network\] stage_widths = \[8, 0, 4\], where a list of"),
        (SMALL + '[network]\nclass_pool = ["a", 1, 1]\n', r"\[network\] class_pool .*where a list of"),
        ("name = ", "not valid TOML"),
        ("steps = 3\n", "resolutions"),
        ('learning_rate = "fast"\n' + SMALL, "where one like 0.0015 belongs"),
        ("turns = 1\n" + SMALL, "where one like True belongs"),
        ("loss = 3\n" + SMALL, "unknown key|belongs"),
        ('bf16 = "always"\n' + SMALL, "where one of auto, on, off belongs"),
        ('fine_tune = "some"\n' + SMALL, "where one of full, attention, none belongs"),
        ('ignored = "never"\n' + SMALL, "where one of masked, negative belongs"),
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


def test_what_came_later_is_left_out_of_its_text_where_it_is_as_ever() -> None:
    assert "mixed_in" not in repr(Recipe())
    assert "mixed_in={'a': 0.5}" in repr(replace(Recipe(), mixed_in={"a": 0.5}))
