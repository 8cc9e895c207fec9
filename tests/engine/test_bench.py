"""The benchmark: its figures hang together, and it leaves nothing behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
import rasterio

from core import bench as module
from core import segment
from core.bench import bench, make_raster
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


def test_the_made_up_raster_has_structure_and_a_place(tmp_path: Path) -> None:
    with rasterio.open(make_raster(tmp_path / "r.tif", 700, 300)) as dataset:
        pixels = dataset.read()
        assert (dataset.shape, dataset.crs.to_epsg(), dataset.res) == ((700, 300), 32633, (0.5, 0.5))
    assert pixels.std() > 20
    neighbours = np.abs(np.diff(pixels.astype(int), axis=2)).mean()
    assert neighbours < pixels.std()
