"""Training as the worker is asked for it: a raster and polygons in, the folder of a model out."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from core.errors import BadOption, BadOutput, Cancelled, NoModel
from core.protocol import Progress, Stage
from core.raster.grid import Grid
from core.raster.scratch import create_geotiff, georeferencing
from core.resources import resource
from core.service.operations import perform
from core.service.training import _begun
from core.softguided.config import NetworkConfig
from core.softguided.model import read_card
from core.text.lexicon import Concept, Lexicon
from core.train import train as module
from core.train.checkpoint import CHECKPOINT_FILE
from core.train_job import TrainJob
from core.vlm.hub.catalogue import entries, find_entry
from tests.engine.train.toy import NETWORK_TOML, Letters

GRID = Grid(CRS.from_epsg(32633), Affine(0.5, 0, 500_000, 0, -0.5, 5_800_000), 128, 128)
LEXICON = Lexicon.from_concepts([Concept("building", ("building", "house")), Concept("tree", ("tree", "trees"))])
RECIPE = f"""
dim = 32
steps = 3
align_steps = 1
batch = 2
crop = 64
classes = [2, 2]
provenance = ["A first sentence."]
{NETWORK_TOML}[resolutions]
own = [0.5, 1.0]
"""


def square(west, use):
    x, y = 500_000 + west, 5_800_000
    corners = [[x, y - 60], [x + 28, y - 60], [x + 28, y], [x, y], [x, y - 60]]
    return {
        "type": "Feature",
        "properties": {"use": use},
        "geometry": {"type": "Polygon", "coordinates": [corners]},
    }


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A raster with two polygons, a tiny recipe, and words without a language model."""
    monkeypatch.setattr(module, "load_lexicon", lambda: LEXICON)
    monkeypatch.setattr("core.train.start.MiniLm", Letters)
    monkeypatch.setattr(module, "_ADAPTER_STEPS", 1)
    monkeypatch.setattr(module, "_REPORT_EVERY", 1)
    pixels = np.random.default_rng(0).integers(0, 255, (3, 128, 128)).astype(np.uint8)
    with create_geotiff(
        tmp_path / "ortho.tif", height=128, width=128, count=3, dtype="uint8", **georeferencing(GRID)
    ) as dataset:
        dataset.write(pixels)
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    labels = {"type": "FeatureCollection", "crs": crs, "features": [square(0, "building"), square(32, "tree")]}
    (tmp_path / "labels.geojson").write_text(json.dumps(labels))
    (tmp_path / "tiny.toml").write_text(RECIPE)
    paths = {"raster": "ortho.tif", "labels": "labels.geojson", "recipe": "tiny.toml", "output": "my model"}
    return {"v": 1, "field": "use", "device": "cpu", **{role: str(tmp_path / name) for role, name in paths.items()}}


def test_a_raster_and_polygons_become_a_model(own, tmp_path):
    events = []
    done = perform("train", own, events.append, lambda: False)
    card = read_card(tmp_path / "my model")
    assert done.outputs == {"model": own["output"]}
    assert (done.stats["classes"], done.stats["revision"]) == (["building", "tree"], card.revision)
    assert card.name == "my model"
    assert card.resolutions_m == pytest.approx((0.5, 1.0), rel=1e-2)
    assert card.provenance[0] == "A first sentence."
    assert "ortho.tif" in card.provenance[-1]
    assert [each.name for each in events if isinstance(each, Stage)] == ["labels", "words", "train"]
    progress = [(each.done, each.total) for each in events if isinstance(each, Progress)]
    assert progress == [(0, 100), (1, 3), (2, 3), (3, 3)]  # first of the words, then of the steps


def test_a_model_learns_further(own, tmp_path):
    perform("train", own, lambda event: None, lambda: False)
    further = {**own, "output": str(tmp_path / "second"), "start": own["output"]}
    with pytest.raises(BadOption, match="The recipe sets dim, but the model"):
        perform("train", further, lambda event: None, lambda: False)
    (tmp_path / "tiny.toml").write_text(RECIPE.replace("dim = 32\n", "").replace(NETWORK_TOML, ""))
    done = perform("train", further, lambda event: None, lambda: False)
    cards = read_card(tmp_path / "my model"), read_card(tmp_path / "second")
    assert done.stats["revision"] == cards[1].revision != cards[0].revision
    assert cards[1].provenance == (*cards[0].provenance, *cards[0].provenance)
    assert cards[1].name == "second"


def test_while_the_words_are_read_a_training_can_be_stopped(own, tmp_path):
    events = []
    with pytest.raises(Cancelled, match="before its first step"):
        perform("train", own, events.append, lambda: True)
    assert [each.name for each in events if isinstance(each, Stage)] == ["labels", "words"]
    assert list((tmp_path / "my model").iterdir()) == []


def test_a_training_that_is_stopped_goes_on(own, tmp_path):
    events = []
    with pytest.raises(Cancelled, match="go on from there"):
        perform(
            "train",
            own,
            events.append,
            lambda: any(isinstance(each, Stage) and each.name == "train" for each in events),
        )
    assert [path.name for path in (tmp_path / "my model").iterdir()] == [CHECKPOINT_FILE]
    with pytest.raises(Cancelled, match="before its first step; nothing was saved"):  # the state is the older run's
        perform("train", own, lambda event: None, lambda: True)
    with pytest.raises(Cancelled, match="go on from there"):
        perform("train", {**own, "resume": True}, lambda event: None, lambda: True)
    events.clear()
    perform("train", {**own, "resume": True}, events.append, lambda: False)
    assert [each.done for each in events if isinstance(each, Progress)] == [0, 2, 3]
    assert read_card(tmp_path / "my model").sha256
    assert not (tmp_path / "my model" / CHECKPOINT_FILE).exists()


def test_a_model_that_could_not_be_written_is_written_when_training_goes_on(own, tmp_path, monkeypatch):
    def full(model, folder):
        raise BadOutput("The model cannot be written.")

    with monkeypatch.context() as patch:
        patch.setattr("core.service.training.save_model", full)
        with pytest.raises(BadOutput):
            perform("train", own, lambda event: None, lambda: False)
    events = []
    done = perform("train", {**own, "resume": True}, events.append, lambda: False)
    assert [each.done for each in events if isinstance(each, Progress)] == [0, 3]
    assert done.stats["losses"]["class"] > 0
    assert sorted(path.name for path in (tmp_path / "my model").iterdir()) == ["model.json", "model.safetensors"]


@pytest.mark.parametrize(
    ("changes", "kind", "sentence"),
    [
        ({"field": "colour"}, BadOption, "colour"),
        ({"output": "full"}, BadOutput, "holds other files"),
        ({"recipe": "own.txt"}, BadOption, "toml"),
        ({"recipe": "nowhere.toml"}, BadOption, "cannot be read"),
        ({"encoder": "nobody"}, NoModel, "nobody"),
        ({"start": "nobody"}, NoModel, "no trained model “nobody”"),
        ({"start": "starter", "encoder": "farslip1-b16"}, BadOption, "not both"),
        ({"steps": 0}, BadOption, "steps"),
        ({"resume": True}, BadOption, "no stopped training"),
    ],
)
def test_what_cannot_be_trained_is_said(own, tmp_path, changes, kind, sentence):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    for role in {"output", "recipe"} & set(changes):
        changes = {**changes, role: str(tmp_path / changes[role])}
    with pytest.raises(kind, match=sentence):
        perform("train", {**own, **changes}, lambda event: None, lambda: False)


def test_without_a_recipe_a_trained_model_learns_further_by_its_own():
    recipe = _begun(TrainJob("ortho.tif", "labels.gpkg", "use", "model", start="mine"))
    assert (recipe.start, recipe.steps, recipe.align_steps, recipe.ignored) == ("mine", 300, 0, "masked")


@pytest.mark.parametrize(
    ("encoder", "expected"),
    [
        ("", ("efficientnet_lite0", "", 600)),
        ("farslip1-b16", ("farslip1-b16", "", 600)),
        ("clip-rs@quick_gelu", ("clip-rs", "quick_gelu", 600)),
        ("convnext-b", ("convnext-b", "", 600)),
    ],
)
def test_without_a_recipe_the_one_that_suits_the_encoder_is_taken(encoder, expected):
    recipe = _begun(TrainJob("ortho.tif", "labels.gpkg", "use", "model", encoder=encoder))
    assert (recipe.encoder, recipe.activation, recipe.steps) == expected
    assert recipe.ignored == "masked"


@pytest.mark.parametrize("encoder", [each.id for each in entries()])
def test_without_a_recipe_stages_and_crop_suit_every_encoder(encoder):
    recipe, cell = _begun(TrainJob("a.tif", "a.gpkg", "use", "model", encoder=encoder)), find_entry(encoder).patch
    stages = len(recipe.network.stage_widths)
    assert (recipe.crop % cell, cell % 2**stages) == (0, 0)
    assert stages == (1 if cell == 14 else 3 if encoder.startswith("convnext") else 2)
    assert recipe.crop > 0.9 * (768 if encoder.startswith("convnext") else 384)


def test_without_a_recipe_the_crop_suits_the_model_to_go_on_from(monkeypatch, tmp_path):
    card = replace(read_card(resource("models/starter")), encoder=find_entry("georsclip-l14"))
    monkeypatch.setattr("core.service.training.trained_folder", lambda name: tmp_path)
    monkeypatch.setattr("core.service.training.read_card", lambda folder: card)
    recipe = _begun(TrainJob("a.tif", "a.gpkg", "use", "model", start="mine"))
    assert (recipe.crop, recipe.network) == (252, NetworkConfig())


def test_what_training_begins_with_replaces_that_of_a_given_recipe_and_nothing_else(tmp_path):
    path = tmp_path / "tiny.toml"
    path.write_text('start = "mine"\n' + RECIPE)
    job = TrainJob("a.tif", "a.gpkg", "use", "model", recipe=str(path))
    given = _begun(job)
    assert (given.start, given.encoder) == ("mine", "efficientnet_lite0")
    assert _begun(replace(job, start="other")) == replace(given, start="other")
    assert _begun(replace(job, encoder="clip-l14")) == replace(given, start="", encoder="clip-l14")
