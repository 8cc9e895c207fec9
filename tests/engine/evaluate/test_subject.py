"""The options of a run in an evaluation: they do there what they do in `softseg segment`, and the report names them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from PIL import Image
from rasterio.transform import from_origin

from core import cli
from core.evaluate.pipeline import class_list
from core.evaluate.subject import Way, open_subject
from core.job import Job
from core.segment import run
from core.trainingfree.model import TrainingFree
from tests.engine.colour_model import ColourModel
from tests.engine.trainingfree.tiny import tiny_segmenter

WAYS = [
    Way(),
    Way(dense="query-query"),
    Way(synonyms="max"),
    Way(distractors=("rock", "sand")),
    Way(scene_prior="tiny"),
    Way(dense="value", synonyms="max", distractors=("rock",), scene_prior="tiny", inference="segearth"),
]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> TrainingFree:
    """A tiny CLIP that segments as it is."""
    return tiny_segmenter(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(autouse=True)
def zoo(tiny: TrainingFree, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One model that was trained, and one that was not."""
    models = {"tiny": tiny, "colours": ColourModel().eval()}
    for place in ("core.zoo", "core.evaluate.subject"):
        monkeypatch.setattr(f"{place}.find_model", models.__getitem__)
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set with one picture: forest beside lake."""
    place = tmp_path / "own"
    for kind in ("images", "masks"):
        (place / kind).mkdir(parents=True)
    Image.fromarray(squares()).save(place / "images" / "a.png")
    Image.fromarray(np.repeat([[1] * 48 + [2] * 48], 64, axis=0).astype(np.uint8)).save(place / "masks" / "a.png")
    (place / "classes.csv").write_text("value,name\n1,forest\n2,lake\n")
    (place / "classes.toml").write_text(
        'ground_resolution_m = 1\nclasses = [{ value = 1, name = "forest" }, { value = 2, name = "lake" }]\n'
    )
    return tmp_path


def squares() -> np.ndarray:
    """(64, 96, 3) of random squares."""
    return np.random.default_rng(0).integers(0, 256, (8, 12, 3), np.uint8).repeat(8, axis=0).repeat(8, axis=1)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.dense}-{way.synonyms}-{way.scene_prior}-{way.distractors}")
def test_a_way_to_look_gives_the_map_that_a_run_gives(way: Way, tiny: TrainingFree, tmp_path: Path) -> None:
    words = ("forest, dense forest", "lake", "road")
    found = open_subject("tiny", "cpu", way).predict(squares(), words, 1.0)
    source, output = tmp_path / "in.tif", tmp_path / "out.tif"
    place = {"crs": "EPSG:32633", "transform": from_origin(500_000, 5_000_000, 1.0, 1.0)}
    with rasterio.open(source, "w", driver="GTiff", dtype="uint8", count=3, height=64, width=96, **place) as made:
        made.write(squares().transpose(2, 0, 1))
    options: dict[str, Any] = {name: getattr(way, name) for name in way.__slots__}
    run(Job(str(source), class_list(words), str(output), device="cpu", **options), model=tiny)
    with rasterio.open(output) as written:
        assert np.array_equal(found, written.read(1))


def test_every_option_changes_the_map() -> None:
    maps = [open_subject("tiny", "cpu", way).predict(squares(), ("forest, wood", "lake"), 1.0) for way in WAYS[:5]]
    assert all(not np.array_equal(maps[0], other) for other in maps[1:])


def test_the_report_says_how_it_was_looked_and_read(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page = folder / "e.html"
    line = ["evaluate", "tiny", "--data", str(folder), "--on", "own", "--device", "cpu", "--html", str(page), "--json"]
    line += ["--dense", "query-query", "--synonyms", "max", "--distractors", "rock; sand", "--scene-prior", "tiny"]
    assert cli.main(line) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["dense"], told["synonyms"], told["distractors"]) == ("query-query", "max", ["rock", "sand"])
    assert (told["scene_prior"], told["unsure"], told["novelty"]) == ("tiny", 0.5, None)
    assert "-query-query+" in told["revision"]
    assert (
        "--synonyms max --distractors 'rock; sand' --candidates 2 --dense query-query --scene-prior tiny"
        in told["command"]
    )
    said = "Dense mode: query-query; prompts of a class: max; distractors: rock, sand; scene prior: tiny"
    assert said in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--dense", "value"), "leave the dense mode at auto"),
        (("--dense", "odd"), "The dense has to be"),
        (("--synonyms", "odd"), "The synonyms has to be"),
        (("--scene-prior", "colours"), "cannot be a scene prior"),
    ],
)
def test_what_a_run_refuses_is_refused(
    folder: Path, options: tuple[str, str], sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["evaluate", "colours", "--data", str(folder), "--on", "own", "--device", "cpu", *options]) == 2
    assert sentence in capfd.readouterr().err
