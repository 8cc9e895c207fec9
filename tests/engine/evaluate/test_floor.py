"""The floor of a map: one class for each window, by its look as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from core import cli
from core.engine import Engine
from core.evaluate.floor import WINDOW_PX, SceneOnly, floor_predictor
from core.evaluate.pipeline import pipeline_predictor
from tests.engine.colour_model import ColourModel

RED, GREEN = (200, 20, 20), (20, 200, 20)


def picture() -> np.ndarray:
    """Red with a little green in the left window, green with a little red in the right one."""
    image = np.empty((WINDOW_PX, 2 * WINDOW_PX, 3), np.uint8)
    image[:, :WINDOW_PX], image[:, WINDOW_PX:] = RED, GREEN
    image[:64, :64], image[-64:, -64:] = GREEN, RED
    return image


def labels() -> np.ndarray:
    return np.where(picture()[..., 0] > 100, 1, 2).astype(np.uint8)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for place in ("core.zoo", "core.evaluate.subject"):
        monkeypatch.setattr(f"{place}.find_model", lambda name: ColourModel().eval())
    place = tmp_path / "own"
    for kind, pixels in (("images", picture()), ("masks", labels())):
        (place / kind).mkdir(parents=True)
        Image.fromarray(pixels).save(place / kind / "a.png")
    (place / "classes.toml").write_text(
        'ground_resolution_m = 1\nclasses = [{ value = 1, name = "red" }, { value = 2, name = "green" }]\n'
    )
    return tmp_path


def test_a_window_is_given_the_class_of_its_look_as_a_whole() -> None:
    model = ColourModel().eval()
    words = ("red", "green", "blue")
    found = floor_predictor(model, torch.device("cpu"))(picture(), words, 1.0)
    assert (found[:, :64] == 1).all()
    assert (found[:, -64:] == 2).all()
    mapped = pipeline_predictor(Engine(model, torch.device("cpu")), cache=False)(picture(), words, 1.0)
    assert (mapped[8:56, 8:56] == 2).all()


def test_its_costs_are_the_cosines_of_the_pooled_embedding() -> None:
    scene = SceneOnly(ColourModel().eval()).observe(torch.rand(2, 3, 64, 96))
    texts = torch.eye(4)[:3]
    costs = SceneOnly(ColourModel()).decode(scene, texts).logits
    assert costs.shape == (2, 3, 16, 24)
    assert torch.equal(costs, costs[:, :, :1, :1].expand_as(costs))
    cosines = torch.nn.functional.cosine_similarity(scene.pooled[:, None], texts[None], dim=-1)
    torch.testing.assert_close(costs[:, :, 0, 0], cosines)


def test_the_command_gives_the_floor_beside_the_map(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    line = ["evaluate", "colours", "--data", str(folder), "--on", "own", "--device", "cpu"]
    assert cli.main([*line, "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["floor"] is None
    assert cli.main([*line, "--floor", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    wrong, right = 64 * 64, WINDOW_PX**2 - 64 * 64
    assert told["floor"]["window_px"] == WINDOW_PX
    assert told["floor"]["mean_iou"] == pytest.approx(right / (right + 2 * wrong), abs=0.02)
    assert told["mean_iou"] > 0.98
    assert " --floor" in told["command"]
    assert cli.main([*line, "--floor"]) == 0
    assert "mean IoU of one class for each window of 256 px" in capfd.readouterr().out


def test_a_network_without_a_look_as_a_whole_has_none(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", "closed-unet", "--data", str(folder), "--on", "own", "--floor"]) == 2
    assert "leave out" in capfd.readouterr().err
