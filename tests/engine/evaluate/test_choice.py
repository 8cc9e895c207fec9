"""What the choice among many classes saves and changes, as `softseg bench --choice` measures it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core import cli
from core.bench import make_raster
from core.classes import parse_classes
from core.engine import Picture, engine_for
from core.errors import BadOption
from core.evaluate.choice import measure_choice
from core.job import Job
from core.softguided.network import Decoded, Scene
from tests.engine.colour_model import ColourModel

WORDS = "; ".join(f"word {number}" for number in range(12))


class Wavering(ColourModel):
    """Reads twelve words, and calls the left half of a picture something else when it may choose."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def encode_texts(self, sentences: list[str]) -> Tensor:
        vectors = torch.zeros(len(sentences), 4)
        vectors[:, 0] = torch.tensor([float(sentence.split()[-1]) for sentence in sentences]) / 12
        return vectors

    def decode(self, scene: Scene, texts: Tensor, chunk: int = 0, candidates: int = 0) -> Decoded:
        self.asked.append(candidates)
        logits = super().decode(scene, texts).logits.clone()
        if candidates:
            logits[:, 0, :, : logits.shape[-1] // 2] += 100
        return Decoded(logits, logits)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    path = make_raster(tmp_path / "raster.tif", 64, 64)
    return Job(str(path), parse_classes(WORDS), str(tmp_path / "classes.tif"), device="cpu", cache=False, candidates=3)


def test_time_and_changed_pixels_are_those_of_the_two_ways(job: Job) -> None:
    model = Wavering().eval()
    heard: list[tuple[int, int]] = []
    found = measure_choice(job, model, lambda *part: heard.append(part))
    assert heard == [(1, 4), (2, 4), (4, 4)]
    assert (found.classes, found.candidates) == (12, 3)
    assert found.saved == pytest.approx(found.all_s / found.chosen_s)  # of its one tile
    assert min(found.all_s, found.chosen_s) > 0
    assert found.moved == pytest.approx(0.5, abs=0.05)
    assert set(model.asked) == {0, 3}


def test_there_has_to_be_a_choice(job: Job) -> None:
    with pytest.raises(BadOption, match="With 0 candidates"):
        measure_choice(replace(job, candidates=0), Wavering().eval())


@pytest.mark.parametrize(
    ("options", "candidates"),
    [
        ({}, 3),
        ({"balance": {"word 1": 0.0}}, 3),
        ({"inference": "peer-whole"}, 0),
        ({"balance": {"word 1": 0.5}}, 0),
        ({"costs": "costs.tif"}, 0),
        ({"scene_prior": "rs-m-clip"}, 0),
    ],
)
def test_where_something_may_favour_a_class_all_are_looked_at(
    job: Job, options: dict[str, Any], candidates: int
) -> None:
    model = Wavering().eval()
    engine = engine_for(replace(job, **options), model, torch.device("cpu"))
    picture = Picture(np.zeros((3, 64, 64), np.float32))
    list(engine.costs([picture], torch.zeros(12, 4)))
    assert model.asked == [candidates]


def test_the_command_says_it(job: Job, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("core.zoo.find_model", lambda name: Wavering().eval())
    line = ["bench", job.raster, "--choice", "--classes", WORDS, "--device", "cpu"]
    assert cli.main([*line, "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["candidates"] == 2
    assert cli.main(line) == 0
    assert "12 classes: " in capfd.readouterr().out
    assert cli.main(["bench", "--choice"]) == 2
    assert "Name the raster" in capfd.readouterr().err
    assert cli.main([*line, "--size", "64"]) == 2
    assert "--choice does not go with --size" in capfd.readouterr().err
