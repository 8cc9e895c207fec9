"""The class presets are valid class lists, in words that the starter model has learned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.class_sets import classes_from_json, read_class_set
from core.classes import name_key
from core.text.lexicon import load_lexicon

FILES = sorted((Path(__file__).resolve().parents[2] / "resources" / "presets").glob("*.json"))


def test_there_are_presets_for_the_common_trades():
    ids = [path.stem[3:] for path in FILES]
    assert ids[0] == "land_cover"
    assert {"urban", "agriculture", "water_coast", "forest", "energy", "damage"} < set(ids)
    assert len(ids) == len(set(ids)) >= 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_preset_is_a_valid_class_list(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    assert set(data) == {"id", "name", "classes", "suggestions"}
    assert path.stem[2:] == f"_{data['id']}"  # the number is its place in the menu
    classes = classes_from_json(data)
    assert read_class_set(path) == classes  # a preset can be imported like any class set
    assert 3 <= len(classes) <= 12
    assert all(spec.prompts for spec in classes)  # names are translated, prompts are what the model reads
    assert len(set(classes.colours)) == len(classes)
    assert [spec["colour"] for spec in data["classes"]] == list(classes.colours)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_suggestions_are_no_classes_of_the_preset(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    keys = [name_key(each) for each in [*data["suggestions"], *(spec["name"] for spec in data["classes"])]]
    assert len(set(keys)) == len(keys)
    assert data["suggestions"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_starter_model_knows_every_prompt(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    words = [prompt for spec in data["classes"] for prompt in spec["prompts"]] + data["suggestions"]
    assert [word for word in words if load_lexicon().concept_of(word) is None] == []
