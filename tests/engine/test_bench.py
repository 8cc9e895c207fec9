"""The benchmark: its figures hang together, and it leaves nothing behind."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio
from torch import Tensor

from core import bench as module
from core import segment
from core.bench import bench, make_raster
from core.classes import parse_classes
from tests.engine.colour_model import ColourModel


def test_figures_hang_together(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model = ColourModel().eval()
    for place in (module, segment):
        monkeypatch.setattr(place, "find_model", lambda name: model)
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(module, "ADDED_CLASS", "blue")
    done: list[tuple[int, int]] = []
    result = bench(
        None, "red; green", size=128, height=192, tile=64, repeats=2, on_repeat=lambda *count: done.append(count)
    )
    assert done == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert result.megapixels == pytest.approx(128 * 192 / 1e6)
    assert result.tiles > 4
    assert result.fresh.wall_s > result.fresh.model_s > 0
    assert result.fresh.megapixels_per_s == pytest.approx(result.megapixels / result.fresh.wall_s)
    assert result.as_dict()["overhead"] == result.fresh.overhead > 1
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_one_more_class_is_another_where_the_usual_one_is_there() -> None:
    assert module._with_one_more(parse_classes("building; road")).names == ("building", "road", "swimming pool")
    taken = parse_classes("building; Swimming pool; swimming pool 2")
    assert module._with_one_more(taken).names[-1] == "swimming pool 3"


class Beginnings(ColourModel):
    """Reads the first word of what is typed."""

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        return super().encode_texts([sentence.split()[0] for sentence in sentences])


def test_a_class_that_is_added_besides_may_be_among_those_that_are_typed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    model = Beginnings().eval()
    for place in (module, segment):
        monkeypatch.setattr(place, "find_model", lambda name: model)
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "ADDED_CLASS", "blue")
    assert bench(None, "red; blue", size=64, tile=64, repeats=1).classes == 2


def test_the_made_up_raster_has_structure_and_a_place(tmp_path: Path) -> None:
    with rasterio.open(make_raster(tmp_path / "r.tif", 700, 300)) as dataset:
        pixels = dataset.read()
        assert (dataset.shape, dataset.crs.to_epsg(), dataset.res) == ((700, 300), 32633, (0.5, 0.5))
    assert pixels.std() > 20
    neighbours = np.abs(np.diff(pixels.astype(int), axis=2)).mean()
    assert neighbours < pixels.std()
