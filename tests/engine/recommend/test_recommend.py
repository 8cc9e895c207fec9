"""Models compared on a raster without labels, with small models whose merits are known."""

from __future__ import annotations

import json
import math
import shlex
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from PIL import Image
from torch import Tensor

from core import cli
from core.classes import parse_classes
from core.errors import BadClasses, BadOption, NoModel
from core.job import Job
from core.protocol import Progress, Warn
from core.raster.grid import Block
from core.raster.source import RasterSource
from core.recommend import recommend as module
from core.recommend.agreement import beyond_chance, of_one_mind, with_others
from core.recommend.candidates import Candidate
from core.recommend.ranking import Standing, ranked, sentences
from core.recommend.recommend import recommend
from core.recommend.sites import choose_sites
from core.recommend.synonyms import other_words
from core.recommend.trial import Trial
from core.softguided.network import Decoded, Scene
from tests.engine.colour_model import ColourModel

CLASSES = "forest; building; lake"
COLOUR_OF = {"forest": 1, "building": 0, "structure": 0, "lake": 2}


class WordModel(ColourModel):
    """Knows which colour the words have."""

    def encode_texts(self, sentences: Any) -> Tensor:
        return torch.eye(4)[[next((COLOUR_OF[word] for word in COLOUR_OF if word in s), 3) for s in sentences]]


class Fickle(WordModel):
    """Takes green for blue in the right half of whatever tile it is shown."""

    def observe(self, images: Tensor) -> Scene:
        scene = super().observe(images)
        half = scene.dense.shape[-1] // 2
        dense = torch.cat([scene.dense[..., :half], scene.dense[:, [0, 2, 1, 3], :, half:]], dim=-1)
        return Scene(dense, scene.pooled, ())


class Dull(WordModel):
    """Sees forest everywhere."""

    def decode(self, scene: Scene, texts: Tensor, chunk: int = 0, candidates: int = 0) -> Decoded:
        logits = super().decode(scene, texts, chunk).logits
        ramp = torch.linspace(3, 0, logits.shape[1])[:, None, None]
        return Decoded((0 * logits + ramp), logits)


MODELS = {"steady": WordModel, "fickle": Fickle, "dull": Dull}


@pytest.fixture
def have(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Decides which models one has."""
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))

    def find(name: str) -> ColourModel:
        if name not in MODELS:
            raise NoModel(f"There is no model {name}.")
        return MODELS[name]().eval()

    monkeypatch.setattr(module, "find_model", find)

    def have(*names: str) -> None:
        monkeypatch.setattr(module, "candidates", lambda wanted=(): tuple(Candidate(n, n, None) for n in names))

    return have


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    return paint(tmp_path / "town.tif")


def paint(path: Path, size: int = 96) -> Path:
    """Squares of 16 px in red, green and blue, 2 m/px."""
    steps = np.arange(size) // 16
    labels = (steps[:, None] + 2 * steps[None]) % 3
    bands = np.stack([np.where(labels == k, 230, 20) for k in range(3)]).astype(np.uint8)
    place = {"crs": "EPSG:32633", "transform": Affine(2, 0, 500_000, 0, -2, 5_000_000)}
    with rasterio.open(path, "w", driver="GTiff", dtype="uint8", count=3, height=size, width=size, **place) as dataset:
        dataset.write(bands)
    return path


def job(raster: Path, classes: str = CLASSES) -> Job:
    return Job(raster=raster, classes=classes, output="nowhere.tif", tile=64)


def test_the_steady_model_comes_before_the_fickle_and_the_dull_one(have: Callable[..., None], raster: Path) -> None:
    have("gone", "dull", "fickle", "steady")
    events: list[Any] = []
    result = recommend(job(raster), say=events.append)
    steady, fickle, dull = result.standings
    assert [steady.name, fickle.name, dull.name] == ["steady", "fickle", "dull"]
    assert min(steady.under_shift, steady.under_words or 0) > 0.95
    assert fickle.under_shift < 0.9
    assert (dull.score, dull.with_others) == pytest.approx((0, 0), abs=1e-12)
    assert result.disputed is not None
    assert 0.2 < result.disputed <= 1
    assert result.left_out == {"gone": "There is no model gone."}
    assert [event.text for event in events if isinstance(event, Warn)] == ["gone is left out: There is no model gone."]
    assert any(isinstance(event, Progress) for event in events)


def test_without_any_model_that_works_it_is_an_error(have: Callable[..., None], raster: Path) -> None:
    have("gone")
    with pytest.raises(NoModel):
        recommend(job(raster))


def test_a_single_class_is_refused(have: Callable[..., None], raster: Path) -> None:
    have("steady")
    with pytest.raises(BadClasses, match="two classes"):
        recommend(job(raster, "forest"))


def test_the_command_writes_map_picture_and_page(
    have: Callable[..., None], raster: Path, tmp_path: Path, capfd: Any
) -> None:
    have("steady", "fickle", "dull")
    files = {name: tmp_path / name for name in ("differ.tif", "differ.png", "models.html")}
    words = ["--map", files["differ.tif"], "--picture", files["differ.png"], "--html", files["models.html"]]
    code = cli.main(["models", "recommend", str(raster), "--classes", CLASSES, *map(str, words), "--json"])
    values = json.loads(capfd.readouterr().out)
    assert (code, values["ranking"][0]["name"], values["labels_used"]) == (0, "steady", False)
    assert set(values["outputs"]) == {"map", "picture", "html"}
    with rasterio.open(files["differ.tif"]) as made, rasterio.open(raster) as given:
        assert (made.crs, made.transform, made.shape) == (given.crs, given.transform, given.shape)
        assert {1, 2} <= set(np.unique(made.read(1))) <= {1, 2, 3}
        assert "no majority" in made.tags()["SOFTSEG_CLASSES"]
        assert made.tags()["SOFTSEG_MODELS"] == "steady, fickle, dull"
    with Image.open(files["differ.png"]) as picture:
        assert picture.width == 1200
    page = files["models.html"].read_text(encoding="utf-8")
    assert "No labels are involved" in page
    assert page.count("<img") == 5 * len(values["sites"])


def test_people_see_a_line_a_model_and_why(have: Callable[..., None], raster: Path, capfd: Any) -> None:
    have("fickle", "steady")
    code = cli.main(["models", "recommend", str(raster), "--classes", "xlake; xforest"])
    out = " ".join(capfd.readouterr().out.split())
    assert code == 0
    assert out.index("steady") < out.index("fickle")
    assert "steady comes first: it changes least when tiles move (0.9" in out
    assert "no labels" in out.lower()


def test_a_map_of_one_model_is_refused_and_nothing_is_written(
    have: Callable[..., None], raster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    have("steady")
    monkeypatch.setattr(module, "find_model", lambda name: pytest.fail("a trial that comes to nothing"))
    for words in (("--map", "differ.tif"), ("--picture", "differ.png")):
        target = tmp_path / words[1]
        line = ["models", "recommend", str(raster), "--classes", "xlake; xforest", words[0], str(target)]
        assert cli.main(line) == 2
        assert "where models differ takes 2 that can be tried" in capfd.readouterr().err
        assert not target.exists()


def test_a_map_is_refused_as_soon_as_only_one_model_is_left(have: Callable[..., None], raster: Path) -> None:
    have("gone", "steady")
    events: list[Any] = []
    with pytest.raises(BadOption, match="takes 2 that can be tried"):
        recommend(job(raster), fewest=2, say=events.append)
    assert not any(isinstance(event, Progress) for event in events)


def test_the_page_names_the_command_that_makes_it_again(
    have: Callable[..., None], raster: Path, tmp_path: Path
) -> None:
    have("steady", "fickle")
    with rasterio.open(raster) as dataset:
        extent = ",".join(f"{value:g}" for value in dataset.bounds)
        mask = tmp_path / "mask.geojson"
        corners = [dataset.transform @ corner for corner in ((0, 0), (96, 0), (96, 96), (0, 96), (0, 0))]
    outline = {"type": "Polygon", "coordinates": [[list(corner) for corner in corners]]}
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    feature = {"type": "Feature", "properties": {}, "geometry": outline}
    mask.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}))
    page = tmp_path / "models.html"
    options = ["--extent", extent, "--mask", str(mask), "--bands", "3,2,1", "--stretch", "none", "--resolution", "0.0"]
    options += ["--device", "cpu"]
    line = ["models", "recommend", str(raster), "--classes", "xlake; xforest", *options]
    assert cli.main([*line, "--sites", "1", "--html", str(page)]) == 0
    command = f"softseg models recommend {raster} --classes 'xlake; xforest' {shlex.join(options)} --sites 1"
    assert command in unescape(page.read_text(encoding="utf-8"))


def trial(under_shift: float, under_words: float | None = None) -> Trial:
    """What a model did, as far as the ranking looks at it."""
    return Trial((), (), 0.9, 0.5, under_shift, under_words, 2.0, 2.0)


def standings(native_m: float | None = 2.0, **models: tuple[float, float | None, float, Any]) -> tuple[Standing, ...]:
    """Ranks models, each given as agreement under shift, under words, with others, and its resolutions."""
    candidates = [Candidate(name, name, values[3]) for name, values in models.items()]
    trials = {name: trial(*values[:2]) for name, values in models.items()}
    return ranked(candidates, trials, {name: values[2] for name, values in models.items()}, native_m)


def test_two_models_cannot_outvote_each_other() -> None:
    first, second = standings(a=(0.5, 0.5, 0.9, None), b=(0.6, 0.6, 0.1, None))
    assert (first.name, first.score, second.score) == ("b", pytest.approx(0.6), pytest.approx(0.5))
    assert sentences((first, second), 2.0)[0] == (
        "b comes first: it changes least when tiles move (0.60), changes least with other words for the same (0.60)."
    )


def test_of_three_the_one_that_agrees_with_the_others_gains() -> None:
    first, *_ = standings(a=(0.5, None, 0.9, None), b=(0.6, None, 0.1, None), c=(0.1, None, 0.1, None))
    assert (first.name, first.score) == ("a", pytest.approx(0.7))
    assert sentences((first, *_), 2.0)[0] == "a comes first: it agrees most with the others (0.90)."


def test_what_is_meant_for_another_resolution_comes_last_and_is_said() -> None:
    fine, free = standings(fine=(0.9, None, 0.5, (0.1, 1.0)), free=(0.2, None, 0.5, None))[::-1]
    assert (fine.name, fine.suits, free.suits) == ("fine", False, None)
    said = sentences((free, fine), 2.0)
    assert "fine is meant for 0.1 to 1 m/px, and this raster has 2 m/px." in said
    assert said[-1].startswith("No labels are involved")


def test_a_finer_raster_is_no_fault_for_it_is_worked_on_coarser() -> None:
    assert standings(0.1, a=(0.9, None, 0.5, (0.3, 1.0)))[0].suits is True
    assert standings(None, a=(0.9, None, 0.5, (0.3, 1.0)))[0].suits is None


def test_one_model_alone_is_said_to_be_alone() -> None:
    said = sentences(standings(a=(0.9, None, math.nan, None)), 2.0)[0]
    assert said.startswith("a is the only model that was tried")
    assert "there is" not in said


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ([1, 1, 2, 2], [1, 1, 2, 2], 1.0),
        ([1, 1, 2, 2], [1, 2, 1, 2], 0.0),
        ([1, 1, 2, 2], [2, 2, 1, 1], -1.0),
        ([1, 1, 1, 1], [1, 1, 1, 1], 0.0),
        ([1, 0, 2, 2], [1, 2, 2, 0], 1.0),
        ([0, 0], [1, 2], math.nan),
    ],
)
def test_agreement_beyond_chance(one: list[int], other: list[int], value: float) -> None:
    assert beyond_chance(np.array(one), np.array(other)) == pytest.approx(value, nan_ok=True)


def test_a_family_has_one_voice() -> None:
    pairs = {("a1", "a2"): 1.0, ("a1", "b"): 0.2, ("a2", "b"): 0.4, ("a1", "c"): 0.6, ("a2", "c"): 0.6, ("b", "c"): 0.5}
    found = with_others(pairs, {"a1": "a", "a2": "a", "b": "b", "c": "c"})
    assert found["a1"] == pytest.approx(0.4)
    assert found["b"] == pytest.approx((0.3 + 0.5) / 2)
    assert with_others({("a1", "a2"): 0.7}, {"a1": "a", "a2": "a"}) == {"a1": 0.7, "a2": 0.7}
    assert math.isnan(with_others({}, {"a": "a"})["a"])


def test_minds_of_two_and_of_several() -> None:
    one, two, three, four = (np.array([row]) for row in ([0, 1, 1, 1], [0, 1, 2, 2], [0, 1, 2, 3], [0, 1, 2, 3]))
    assert of_one_mind([one, two]).tolist() == [[0, 1, 2, 2]]
    assert of_one_mind([one, two, three]).tolist() == [[0, 1, 2, 3]]
    assert of_one_mind([one, two, three, four]).tolist() == [[0, 1, 2, 3]]


def test_other_words_mean_the_same_and_are_no_mere_plurals() -> None:
    other = other_words(parse_classes("forest; Haus; xylophone"))
    assert other is not None
    (forest,), (house,), (unknown,) = (spec.texts for spec in other)
    assert "forest" in forest
    assert forest not in ("forest", "forests")
    assert house in ("home", "dwelling")
    assert unknown == "xylophone"
    assert other.names == ("forest", "Haus", "xylophone")
    assert other_words(parse_classes("xylophone; tuba")) is None


@pytest.mark.parametrize(("size", "side", "most", "count"), [(160, 512, 6, 1), (160, 80, 6, 4), (160, 20, 6, 6)])
def test_sites_are_few_whole_and_apart(tmp_path: Path, size: int, side: int, most: int, count: int) -> None:
    with RasterSource.open(paint(tmp_path / "in.tif", size)) as source:
        blocks = choose_sites(source, side, most)
    assert len(blocks) == count
    covered = np.zeros((size, size), int)
    for block in blocks:
        covered[block.row : block.bottom, block.col : block.right] += 1
        assert (block.height, block.width) == (min(side, size),) * 2
    assert covered.max() == 1


def test_sites_lie_where_there_is_data(tmp_path: Path) -> None:
    path = paint(tmp_path / "in.tif", 160)
    with rasterio.open(path, "r+") as dataset:
        dataset.nodata = 0
        dataset.write(np.zeros((3, 160, 120), np.uint8), window=((0, 160), (0, 120)))
    with RasterSource.open(path) as source:
        blocks = choose_sites(source, 40, 3)
    assert len(blocks) == 3
    assert all(block.col == 120 for block in blocks)
    assert all(isinstance(block, Block) for block in blocks)
