"""Published ways to look at a raster, distractors and synonyms, with a model whose answers are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch

from core import segment as module
from core.engine import Engine
from core.errors import BadOption
from core.evaluate.pipeline import pipeline_predictor
from core.job import Job
from core.options import INFERENCES
from core.segment import segment
from core.tiling.odds import from_odds, to_odds
from core.tiling.plan import Blend, TilePlan
from core.tiling.presets import find_preset
from core.tiling.stitch import Stitcher
from tests.engine.colour_model import ColourModel
from tests.engine.test_segment import _agreement, _labels, _paint, _read


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> ColourModel:
    colours = ColourModel().eval()
    monkeypatch.setattr(module, "find_model", lambda name: colours)
    return colours


@pytest.mark.parametrize(
    ("name", "multiple", "tower", "size", "rows", "cols", "tile"),
    [
        ("peer-slide", 16, "ViT-B-16", (640, 640), (0, 256), (0, 256), 384),
        ("peer-slide", 14, "ViT-L-14", (560, 560), (0, 224), (0, 224), 336),
        ("peer-whole", 16, "ViT-B-16", (384, 384), (0,), (0,), 384),
        ("peer-whole", 14, "ViT-L-14", (336, 336), (0,), (0,), 336),
        ("peer-whole", 32, "convnext_large_d_320", (768, 768), (0,), (0,), 768),
        ("segearth", 16, "ViT-B-16", (336, 448), (0, 112), (0, 112, 224), 224),
        ("segearth", 32, "ViT-B-32", (336, 448), (0, 112), (0, 112, 224), 224),
    ],
)
def test_a_published_way_cuts_as_it_is_published(
    name: str, multiple: int, tower: str, size: Any, rows: Any, cols: Any, tile: int
) -> None:
    preset = find_preset(name, multiple, tower)
    assert preset.size(600, 800, 4) == size
    plan = preset.plan(*size, multiple, 4)
    assert (plan.rows, plan.cols) == (rows, cols)
    assert (plan.tile_height, plan.tile_width) == (tile, tile)


def test_a_picture_smaller_than_a_tile_is_one_tile() -> None:
    plan = find_preset("segearth", 16, "").plan(100, 448, 16, 4)
    assert (plan.rows, plan.cols) == ((0,), (0, 112, 224))


OVERLAPS = {"native": "0.16", "peer-slide": "0.333333", "peer-whole": "0", "segearth": "0.5"}


@pytest.mark.parametrize("inference", INFERENCES)
def test_every_way_finds_the_classes_on_the_raster_s_own_grid(inference: str, tmp_path: Path) -> None:
    raster = _paint(tmp_path / "in.tif")
    segment(raster, "red; green; blue", tmp_path / "out.tif", inference=inference, cache=False)
    with rasterio.open(raster) as before, rasterio.open(tmp_path / "out.tif") as after:
        assert (after.transform, after.shape) == (before.transform, before.shape)
        assert after.tags()["SOFTSEG_INFERENCE"] == inference
        assert after.tags()["SOFTSEG_OVERLAP"] == OVERLAPS[inference]
    assert _agreement(tmp_path / "out.tif") > 0.93


def test_tiles_of_a_published_way_count_evenly() -> None:
    plan = TilePlan(4, 6, 4, 4, (0,), (0, 2), Blend(even=True))
    stitcher = Stitcher(1, 4, 6, plan, 1)
    first, second = plan.tiles()
    stitcher.add(first, np.full((1, 4, 4), 1, np.float32))
    (rows,) = stitcher.add(second, np.full((1, 4, 4), 3, np.float32))
    assert rows.values[0, 0].tolist() == [1, 1, 2, 2, 3, 3]


def test_half_of_a_slide_is_the_view_of_the_whole(
    model: ColourModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole, which is looked at first, is shown to the model as all red: nothing can be surely green then."""
    raster, seen = _paint(tmp_path / "in.tif"), model.observe

    def greenest(change: Callable[[torch.Tensor], torch.Tensor]) -> float:
        model.looked = 0
        monkeypatch.setattr(model, "observe", lambda images: seen(images if model.looked else change(images)))
        options = {"inference": "peer-slide", "cache": False, "costs": tmp_path / "costs.tif"}
        segment(raster, "red; green; blue", tmp_path / "out.tif", **options)
        with rasterio.open(tmp_path / "costs.tif") as costs:
            return float(to_odds(costs.read(2).astype(np.float32) / 1000).max())

    red = torch.tensor([1.0, 0, 0])[:, None, None]
    assert greenest(lambda images: images) > 0.9
    assert greenest(lambda images: red.expand_as(images)) < 0.8


def test_probabilities_come_back_as_the_logits_they_were() -> None:
    logits = np.array([-12.0, -1.0, 0.0, 3.0, 12.0], np.float32)
    assert np.allclose(from_odds(to_odds(logits)), logits, atol=0.05)
    assert np.isfinite(from_odds(np.array([0.0, 1.0], np.float32))).all()


@pytest.mark.parametrize("option", [{"tile": 128}, {"overlap": 0.5}, {"resolution": 2.0}])
def test_a_published_way_decides_tile_overlap_and_resolution_itself(option: dict[str, Any]) -> None:
    with pytest.raises(BadOption, match="segearth decides tile, overlap and resolution"):
        Job("in.tif", "a; b", "out.tif", inference="segearth", **option)


def test_an_evaluation_looks_in_the_same_ways(model: ColourModel) -> None:
    labels = _labels(120, 160)
    picture = np.stack([np.where(labels == k, 230, 20) for k in (1, 2, 3)], axis=-1).astype(np.uint8)
    predict = pipeline_predictor(Engine(model, torch.device("cpu")), inference="segearth")
    assert (predict(picture, ("red", "green", "blue"), 2.0) == labels).mean() > 0.93


def test_what_looks_like_a_distractor_stays_unlabelled(tmp_path: Path) -> None:
    raster = _paint(tmp_path / "in.tif")
    segment(raster, "red; green", tmp_path / "out.tif", distractors=("blue",), cache=False)
    labels = _labels(200, 240)
    wanted = np.where(labels == 3, 0, labels)
    assert (_read(tmp_path / "out.tif") == wanted).mean() > 0.99


@pytest.mark.parametrize(
    ("distractors", "unsure", "threshold"), [((), 0.0, 0.0), (("x",), 0.0, 0.5), (("x",), 0.3, 0.3)]
)
def test_the_threshold_of_everything_else_is_even_odds_unless_one_is_given(
    distractors: tuple[str, ...], unsure: float, threshold: float
) -> None:
    job = Job("in.tif", "a; b", "out.tif", distractors=distractors, unsure=unsure)
    assert job.unsure == threshold
    assert Job.from_dict(job.to_dict()) == job


def test_synonyms_by_maximum_are_surer_than_by_mean(tmp_path: Path) -> None:
    raster, sure = _paint(tmp_path / "in.tif"), {}
    for synonyms in ("mean", "max"):
        out = tmp_path / f"{synonyms}.tif"
        segment(raster, "warm: red, green; blue", out, synonyms=synonyms, confidence=tmp_path / "c.tif", cache=False)
        assert (_read(out) == np.where(_labels(200, 240) == 3, 2, 1)).mean() > 0.99
        with rasterio.open(tmp_path / "c.tif") as confidence:
            sure[synonyms] = confidence.read(1)[_labels(200, 240) == 1].mean()
    assert sure["max"] > sure["mean"]


@pytest.mark.parametrize("option", [{"dense": "odd"}, {"synonyms": "sum"}, {"inference": "odd"}, {"distractors": "x"}])
def test_an_option_that_is_none_is_refused(option: dict[str, Any]) -> None:
    with pytest.raises(BadOption):
        Job("in.tif", "a; b", "out.tif", **option)
