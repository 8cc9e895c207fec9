"""A model that is guided by another's view of the scene: the same pipeline, other scores."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine

from core.errors import BadOption
from core.job import Job
from core.segment import run
from core.segmenter import Comparing
from core.trainingfree.card import TrainingFreeCard
from core.trainingfree.model import TrainingFree
from core.trainingfree.scene_guided import SceneGuided, scene_guided
from core.vlm.hub.entry import TextTower
from tests.engine.colour_model import ColourModel
from tests.engine.trainingfree.tiny import tiny_segmenter
from tests.engine.vlm.checkpoint.tiny_models import entry, images

WORDS = ("forest", "lake", "road")


@pytest.fixture(scope="module")
def prior(tmp_path_factory: pytest.TempPathFactory) -> TrainingFree:
    """A tiny CLIP."""
    return tiny_segmenter(tmp_path_factory.mktemp("prior"))


def scores(model: Any, tiles: torch.Tensor) -> torch.Tensor:
    with torch.inference_mode():
        return model.decode(model.observe(tiles), model.encode_texts(WORDS)).logits


def test_without_strength_it_is_the_finer_model(prior: TrainingFree) -> None:
    tiles = images(height=64, width=96)
    assert torch.allclose(scores(SceneGuided(prior, prior, 0.0), tiles), scores(prior, tiles), atol=1e-2)


def test_it_lowers_what_the_scene_is_not_and_never_raises_anything(prior: TrainingFree) -> None:
    tiles = images(height=64, width=96)
    change = scores(scene_guided(prior, prior), tiles) - scores(prior, tiles)
    assert change.max() <= 1e-2
    assert change.min() < -0.1


def test_it_compares_where_the_finer_model_does(prior: TrainingFree) -> None:
    over_cosines, over_logits = scene_guided(prior, prior), scene_guided(ColourModel().eval(), prior)
    assert isinstance(over_cosines, Comparing)
    assert over_cosines.tile_px == prior.tile_px
    assert over_cosines.in_mode("value").card.revision != over_cosines.card.revision
    assert not isinstance(over_logits, Comparing)
    assert over_logits.card.name == "colours guided by tiny"
    assert over_logits.card.languages == ("en",)


def test_the_card_says_what_the_encoder_reads(prior: TrainingFree) -> None:
    many = replace(entry(), text=TextTower("clip", 77, ("en", "de", "ko")))
    assert TrainingFreeCard.of(many, "abc", prior.card.manner).languages == ("en", "de", "ko")


class Reader(ColourModel):
    """Reads whatever is typed as one of its colours."""

    def encode_texts(self, sentences: Any) -> torch.Tensor:
        return torch.eye(4)[[["forest", "lake"].index(sentence) + 1 for sentence in sentences]]


def test_a_run_goes_through_and_the_second_takes_the_features_of_the_first(
    prior: TrainingFree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    bands = np.full((3, 64, 96), 20, np.uint8)
    bands[1, :, :48] = bands[2, :, 48:] = 230
    place = {"crs": "EPSG:32633", "transform": Affine(2, 0, 500_000, 0, -2, 5_000_000)}
    with rasterio.open(
        tmp_path / "in.tif", "w", driver="GTiff", dtype="uint8", count=3, height=64, width=96, **place
    ) as made:
        made.write(bands)
    fine = Reader().eval()
    model, job = scene_guided(fine, prior), {"raster": tmp_path / "in.tif", "output": tmp_path / "out.tif"}
    maps = []
    for _ in range(2):
        run(Job(classes="forest; lake", **job), model=model)  # type: ignore[arg-type]
        with rasterio.open(tmp_path / "out.tif") as written:
            maps.append(written.read(1))
            assert written.tags()["SOFTSEG_MODEL"] == "colours guided by tiny"
    assert np.array_equal(*maps)
    assert fine.looked == 1


def test_a_job_names_its_prior(put_on_shelf: Any, raster: Path, tmp_path: Path) -> None:
    put_on_shelf()
    output = tmp_path / "out.tif"
    result = run(Job(raster=raster, classes="forest; lake", output=output, scene_prior="tiny"), model=Reader().eval())
    assert result.stats["model"].startswith("colours guided by tiny ")
    with pytest.raises(BadOption, match="scene prior"):
        run(Job(raster=raster, classes="forest; lake", output=output, scene_prior="starter"), model=Reader().eval())
