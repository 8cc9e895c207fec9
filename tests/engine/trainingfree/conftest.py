"""A zoo of tiny models on a shelf of one's own, and a raster to segment."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine

from core import zoo as module
from core.folders import models_folder
from core.vlm.hub import catalogue
from core.vlm.hub.entry import Entry
from core.vlm.hub.offline import import_files
from core.vlm.hub.shelf import Shelf
from tests.engine.vlm.checkpoint.tiny_models import CONFIG, WEIGHTS, entry, reference, save_config


@pytest.fixture(autouse=True)
def homes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Caches and models of the test's own."""
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SOFTSEG_MODELS", str(tmp_path / "models"))


@pytest.fixture(scope="session")
def clip() -> Any:
    """A tiny CLIP with random weights that all matter."""
    return reference()


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Declares a tiny CLIP, changed as asked; gives the file that declares it."""
    path = tmp_path / "zoo.json"
    monkeypatch.setattr(catalogue, "resource", lambda _: path)

    def declare_entry(**changes: Any) -> Path:
        path.write_text(json.dumps({"format": 1, "models": [asdict(entry(**changes))]}))
        catalogue.entries.cache_clear()
        return path

    yield declare_entry
    catalogue.entries.cache_clear()
    module._load_training_free.cache_clear()


@pytest.fixture
def put_on_shelf(tmp_path: Path, declare: Callable[..., Path], clip: Any) -> Callable[..., Entry]:
    """Declares a tiny CLIP and imports its weights, written in some way."""

    def put(write: Callable[[dict[str, Any]], Any] = dict, **changes: Any) -> Entry:
        declare(**changes)
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        save_config(source, CONFIG)
        torch.save(write(clip.state_dict()), source / WEIGHTS)
        declared = entry(**changes)
        import_files(declared, Shelf(models_folder()), source, stage=lambda *_: lambda *_: None, accepted=True)
        return declared

    return put


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    """100 x 90 px of random squares, 2 m each."""
    chance = np.random.default_rng(0)
    bands = chance.integers(0, 256, (3, 10, 9), np.uint8).repeat(10, axis=1).repeat(10, axis=2)
    place = {"crs": "EPSG:32633", "transform": Affine(2, 0, 500_000, 0, -2, 5_000_000)}
    path = tmp_path / "in.tif"
    with rasterio.open(path, "w", driver="GTiff", dtype="uint8", count=3, height=100, width=90, **place) as dataset:
        dataset.write(bands)
    return path
