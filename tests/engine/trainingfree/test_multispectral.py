"""A model of ten bands segments a raster of them: numbers in, classes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from rasterio.transform import from_origin

from core import cli
from core.errors import BadOption, NoModel
from core.job import Job
from core.recommend.recommend import recommend
from core.segment import segment
from core.zoo import find_model, guided_by_scene

BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
MEAN = tuple(900.0 + 150 * place for place in range(10))
STD = tuple(1200.0 + 20 * place for place in range(10))
CLASSES = "water; forest; road"

PutOnShelf = Callable[..., Any]


def ten_bands(state: dict[str, Any], reads: Sequence[int] = range(10)) -> dict[str, Any]:
    """The weights with a first convolution of ten bands, zero for those that it does not read."""
    chance = torch.Generator().manual_seed(3)
    wide = torch.zeros(len(state["visual.conv1.weight"]), 10, 16, 16)
    for band in reads:
        wide[:, band] = torch.randn(wide.shape[0], 16, 16, generator=chance) * 0.05
    return {**state, "visual.conv1.weight": wide}


@pytest.fixture
def model(put_on_shelf: PutOnShelf) -> str:
    """A tiny model of ten bands, as Lightning stores it: everything three times, with a temperature."""

    def write(state: dict[str, Any]) -> dict[str, Any]:
        parts = ("clip_base_model", "image_encoder", "text_encoder")
        wide = ten_bands(state)
        return {
            "temperature": torch.tensor(0.05),
            **{f"{part}.model.{name}": tensor.clone() for part in parts for name, tensor in wide.items()},
        }

    return str(put_on_shelf(write, layout="lightning", bands=BANDS, mean=MEAN, std=STD).id)


@pytest.fixture
def scene() -> np.ndarray:
    """Ten bands of 160 x 160 px in numbers, smooth at every scale."""
    chance = np.random.default_rng(5)
    coarse = chance.uniform(200, 4000, (10, 10, 10)).repeat(16, 1).repeat(16, 2)
    return (coarse + chance.normal(0, 60, coarse.shape)).clip(1, 9000).astype(np.uint16)


def written(path: Path, values: np.ndarray, names: Sequence[str] = ()) -> Path:
    profile = {"driver": "GTiff", "count": len(values), "height": 160, "width": 160, "dtype": values.dtype}
    with rasterio.open(path, "w", **profile, crs="EPSG:32631", transform=from_origin(5e5, 5e6, 10, 10)) as dataset:
        dataset.write(values)
        for number, name in enumerate(names, start=1):
            dataset.set_band_description(number, name)
    return path


def costs(raster: Path, model: str, **options: Any) -> np.ndarray:
    places = [raster.with_suffix(f".{name}.tif") for name in ("classes", "costs")]
    segment(raster, CLASSES, places[0], costs=places[1], model=model, device="cpu", cache=False, **options)
    with rasterio.open(places[1]) as dataset:
        found: np.ndarray = dataset.read().astype(int)
    return found


def test_ten_bands_become_a_class_map(model: str, scene: np.ndarray, tmp_path: Path) -> None:
    raster = written(tmp_path / "s2.tif", scene)
    picture = tmp_path / "look.png"
    result = segment(raster, CLASSES, tmp_path / "c.tif", model=model, device="cpu", quicklook=picture)
    assert picture.exists()
    assert sum(each.pixels for each in result.areas.classes) == scene[0].size
    with rasterio.open(tmp_path / "c.tif") as dataset, rasterio.open(raster) as asked:
        assert (dataset.transform, dataset.crs, dataset.shape) == (asked.transform, asked.crs, asked.shape)


def test_infrared_counts(model: str, scene: np.ndarray, tmp_path: Path) -> None:
    without = scene.copy()
    without[6] = 2000
    one, other = (costs(written(tmp_path / f"{i}.tif", each), model) for i, each in enumerate((scene, without)))
    assert np.abs(one - other).max() > 100


def test_bands_are_found_in_any_order(model: str, scene: np.ndarray, tmp_path: Path) -> None:
    order = [6, 0, 3, 9, 1, 2, 8, 4, 7, 5]
    turned = written(tmp_path / "turned.tif", scene[order], [BANDS[place] for place in order])
    assert (costs(turned, model) == costs(written(tmp_path / "plain.tif", scene), model)).all()


def test_a_missing_band_counts_as_its_mean(model: str, scene: np.ndarray, tmp_path: Path) -> None:
    filled = scene.astype(np.float32)
    filled[3] = MEAN[3]
    lacking = np.delete(filled, 3, axis=0)
    names = [name for place, name in enumerate(BANDS) if place != 3]
    found = costs(written(tmp_path / "lacking.tif", lacking, names), model)
    assert np.abs(found - costs(written(tmp_path / "filled.tif", filled, BANDS), model)).max() <= 2


def test_an_offset_is_the_same_as_other_numbers(model: str, scene: np.ndarray, tmp_path: Path) -> None:
    later = written(tmp_path / "later.tif", (scene + 1000).astype(np.uint16))
    plain = costs(written(tmp_path / "plain.tif", scene), model)
    assert (costs(later, model, offset=-1000.0) == plain).all()
    assert np.abs(costs(later, model) - plain).max() > 100


def test_the_command_takes_bands_and_offset(
    model: str, scene: np.ndarray, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    raster = written(tmp_path / "s2.tif", scene[:4])
    words = ["segment", str(raster), "--classes", CLASSES, "--output", str(tmp_path / "c.tif"), "--model", model]
    assert cli.main([*words, "--json"]) == 2
    assert "does not say which of its 4 bands" in json.loads(capfd.readouterr().out)["error"]["text"]
    assert not (tmp_path / "c.tif").exists()
    assert cli.main([*words, "--bands", "1,2,3,0,0,0,4,0,0,0", "--offset", "-1000", "--json"]) == 0


def test_a_picture_is_refused_for_numbers_and_a_long_list_for_pictures(
    model: str, put_on_shelf: PutOnShelf, raster: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadOption, match="does not say which of its 3 bands"):
        segment(raster, CLASSES, tmp_path / "c.tif", model=model, device="cpu")
    put_on_shelf(id="plain")
    with pytest.raises(BadOption, match="looks at pictures: give one band or three"):
        segment(raster, CLASSES, tmp_path / "c.tif", model="plain", device="cpu", bands=(1, 2, 3, 0))


def test_it_is_no_scene_prior_and_takes_none(model: str, put_on_shelf: PutOnShelf) -> None:
    ten = find_model(model)
    with pytest.raises(BadOption, match="have to look at pictures"):
        guided_by_scene(ten, model)
    put_on_shelf(id="plain")
    with pytest.raises(BadOption, match="have to look at pictures"):
        guided_by_scene(ten, "plain")


def test_a_comparison_leaves_out_what_cannot_read_the_raster(model: str, raster: Path, tmp_path: Path) -> None:
    found = recommend(Job(str(raster), CLASSES, str(tmp_path / "c.tif"), device="cpu"), ["starter", model], sites=1)  # type: ignore[arg-type]
    assert [each.name for each in found.standings] == ["starter"]
    assert "does not say which" in found.left_out[model]


def test_a_copy_that_differs_is_not_thrown_away(put_on_shelf: PutOnShelf) -> None:
    def write(state: dict[str, Any]) -> dict[str, Any]:
        wide = {f"clip_base_model.model.{name}": tensor for name, tensor in ten_bands(state).items()}
        return {**wide, "image_encoder.model.logit_scale": state["logit_scale"] + 1}

    entry = put_on_shelf(write, layout="lightning", bands=BANDS, mean=MEAN, std=STD)
    with pytest.raises(NoModel, match="image_encoder"):
        find_model(entry.id)
