"""Downloaded dual encoders segment: through the library, the worker and the command, in every layout they come in."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from core import cli
from core.errors import BadOption, NoModel, SoftSegError
from core.job import Job
from core.protocol import Stage
from core.segment import segment
from core.service.operations import perform
from core.softguided.config import NetworkConfig
from core.softguided.model import ModelCard, SoftGuidedModel, save_model
from core.softguided.towers import encoder_towers
from core.zoo import find_model, training_free_models
from tests.engine.vlm.checkpoint.test_layouts import WRITERS
from tests.engine.vlm.checkpoint.tiny_models import WEIGHTS

ROOT = Path(__file__).resolve().parents[3]
CLASSES = "water; forest: dense forest, trees; road"
REAL_RASTERS = ROOT.parent / "shared" / "data" / "rasters"
WORKER = """
import sys
sys.path.append(sys.argv.pop(1))
from pathlib import Path
from core.vlm.hub import catalogue
zoo = Path(sys.argv.pop(1))
catalogue.resource = lambda _: zoo
from core import worker
sys.exit(worker.main())
"""

PutOnShelf = Callable[..., Any]


def _read(path: Path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def _costs(path: Path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read().astype(int)


@pytest.fixture
def wanted(put_on_shelf: PutOnShelf, raster: Path, tmp_path: Path) -> np.ndarray:
    """The costs that the weights give as they were saved first, in thousandths of a logit."""
    put_on_shelf()
    costs = tmp_path / "wanted.tif"
    segment(raster, CLASSES, tmp_path / "out.tif", model="tiny", device="cpu", cache=False, costs=costs)
    return _costs(costs)


@pytest.mark.parametrize("written", WRITERS)
def test_each_layout_segments_a_raster_alike(
    written: str, wanted: np.ndarray, put_on_shelf: PutOnShelf, raster: Path, tmp_path: Path
) -> None:
    layout, write = WRITERS[written]
    put_on_shelf(write, layout=layout, id=f"tiny-{written}")
    costs = tmp_path / "costs.tif"
    result = segment(raster, CLASSES, tmp_path / "out.tif", model=f"tiny-{written}", device="cpu", costs=costs)
    assert wanted.std(axis=(1, 2)).min() > 50
    assert np.abs(_costs(costs) - wanted).mean() <= (20 if written == "half" else 0.01)
    assert result.stats["training_free"] is True
    assert result.stats["tiles"] > 1


def test_a_run_says_once_that_nothing_was_trained_for_it(
    put_on_shelf: PutOnShelf, raster: Path, tmp_path: Path
) -> None:
    put_on_shelf()
    events: list[Any] = []
    job = Job(str(raster), CLASSES, str(tmp_path / "out.tif"), model="tiny", device="cpu")
    done = perform("segment", job.to_dict(), events.append, lambda: False)
    said = [event.text for event in events if isinstance(event, Stage) and "trained on it" in event.text]
    assert said == ["tiny segments as it is, without a network trained on it"]
    assert done.stats["training_free"] is True


def test_the_worker_process_segments_with_it(
    put_on_shelf: PutOnShelf, declare: Callable[..., Path], raster: Path, tmp_path: Path
) -> None:
    put_on_shelf()
    job = Job(str(raster), "water; road", str(tmp_path / "out.tif"), model="tiny", device="cpu", distractors=("rock",))
    (tmp_path / "job.json").write_text(job.to_json())
    command = [sys.executable, "-I", "-c", WORKER, str(ROOT), str(declare()), "--job", str(tmp_path / "job.json")]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=300)
    last = json.loads(finished.stdout.splitlines()[-1])
    assert (finished.returncode, last["event"]) == (0, "done"), finished.stdout
    assert set(np.unique(_read(tmp_path / "out.tif"))) <= {0, 1, 2}


def test_the_second_run_looks_at_nothing_again(
    put_on_shelf: PutOnShelf, raster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_shelf()
    options = {"model": "tiny", "device": "cpu"}
    segment(raster, CLASSES, tmp_path / "first.tif", **options)
    encoder = type(find_model("tiny").encoder)
    for name in ("forward", "encode_texts"):
        monkeypatch.setattr(encoder, name, lambda *_: pytest.fail("what is remembered was computed again"))
    segment(raster, CLASSES, tmp_path / "second.tif", **options)
    assert np.array_equal(_read(tmp_path / "first.tif"), _read(tmp_path / "second.tif"))
    with pytest.raises(pytest.fail.Exception):
        segment(raster, CLASSES, tmp_path / "third.tif", dense="value", **options)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tiny", "The model tiny is not downloaded: run softseg models download tiny."),
        ("tinny", "There is no model “tinny”: did you mean tiny?"),
        ("zzz", "There is no model “zzz”: choose one of starter, or give the folder of one."),
    ],
)
def test_a_model_that_is_not_there_costs_one_sentence(
    name: str, said: str, declare: Callable[..., Path], raster: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    declare()
    with pytest.raises(NoModel) as caught:
        find_model(name)
    assert caught.value.text == said
    out = tmp_path / "out.tif"
    assert cli.main(["segment", str(raster), "--classes", "a; b", "--output", str(out), "--model", name]) == 2
    assert capfd.readouterr().err.splitlines()[-1] == said
    assert not out.exists()


def test_an_activation_that_nobody_states_has_to_be_chosen(put_on_shelf: PutOnShelf) -> None:
    put_on_shelf(activation=None, activation_verified=False)
    with pytest.raises(BadOption, match="try it as tiny@quick_gelu or tiny@gelu or tiny@gelu_tanh"):
        find_model("tiny")
    assert find_model("tiny@quick_gelu").card.name == "tiny"
    assert find_model("tiny@quick_gelu").card.revision != find_model("tiny@gelu").card.revision


def test_a_network_that_was_trained_on_an_encoder_is_used(put_on_shelf: PutOnShelf, tmp_path: Path) -> None:
    declared = put_on_shelf()
    assert [each.id for each in training_free_models()] == ["tiny"]
    network = NetworkConfig(
        cost_width=8, heads=2, layers=1, window=4, text_hidden=16, pyramid_width=8, stage_widths=(4,),
        stage_cost_dim=8, class_pool=(1,),
    )  # fmt: skip
    card = ModelCard("ours", "tiny", "tiny", 24, network, ("water",), (0.1, 5.0), encoder=declared)
    save_model(SoftGuidedModel(card, encoder_towers(declared, tmp_path / "models" / "tiny")), tmp_path / "models/ours")
    assert isinstance(find_model("tiny"), SoftGuidedModel)
    assert isinstance(find_model("ours"), SoftGuidedModel)
    assert training_free_models() == []


def test_a_trained_model_has_no_dense_mode_to_choose(raster: Path, tmp_path: Path) -> None:
    with pytest.raises(SoftSegError, match="starter was trained as it is: leave the dense mode at auto"):
        segment(raster, "a; b", tmp_path / "out.tif", dense="value")


def test_the_list_says_what_can_be_used(put_on_shelf: PutOnShelf, capfd: pytest.CaptureFixture[str]) -> None:
    put_on_shelf()
    assert cli.main(["models", "--json"]) == 0
    (listed,) = json.loads(capfd.readouterr().out)["downloadable"]
    assert (listed["state"], listed["usable"], listed["how"]) == ("ready", True, "training-free")
    assert cli.main(["models"]) == 0
    assert "ready to use" in capfd.readouterr().out


def test_the_command_takes_every_option(put_on_shelf: PutOnShelf, raster: Path, tmp_path: Path) -> None:
    put_on_shelf()
    words = ["segment", str(raster), "--classes", CLASSES, "--output", str(tmp_path / "out.tif"), "--model", "tiny"]
    options = ["--dense", "query-query", "--synonyms", "max", "--distractors", "rock; sand", "--inference", "segearth"]
    assert cli.main([*words, *options, "--device", "cpu"]) == 0
    with rasterio.open(tmp_path / "out.tif") as dataset:
        tags = dataset.tags()
    assert (tags["SOFTSEG_INFERENCE"], tags["SOFTSEG_DISTRACTORS"]) == ("segearth", "rock; sand")
    assert tags["SOFTSEG_MODEL"] == "tiny"
    assert tags["SOFTSEG_REVISION"].endswith("-query-query")
    assert cli.main([*words, "--dense", "odd"]) == 2


@pytest.mark.skipif(not REAL_RASTERS.is_dir(), reason="needs the rasters beside the repository")
def test_a_real_raster_comes_out_on_its_own_grid(put_on_shelf: PutOnShelf, tmp_path: Path) -> None:
    put_on_shelf()
    real, out = REAL_RASTERS / "rasterio_RGB_byte_nodata0.tif", tmp_path / "out.tif"
    assert cli.main(["segment", str(real), "--classes", CLASSES, "--output", str(out), "--model", "tiny"]) == 0
    with rasterio.open(real) as before, rasterio.open(out) as after:
        assert (after.crs, after.transform, after.shape) == (before.crs, before.transform, before.shape)
        data = before.dataset_mask() > 0
        assert np.array_equal(after.read(1) > 0, data)


def test_the_weights_are_those_that_came(put_on_shelf: PutOnShelf, tmp_path: Path) -> None:
    put_on_shelf()
    (tmp_path / "models" / "tiny" / WEIGHTS).write_bytes(b"something else")
    with pytest.raises(NoModel, match="tiny is damaged"):
        find_model("tiny")
