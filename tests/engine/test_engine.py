"""The engine: what it does when a batch does not fit."""

from __future__ import annotations

import weakref
from typing import Any

import numpy as np
import pytest
import torch

from core.classes import parse_classes
from core.engine import Engine, Picture
from tests.engine.colour_model import ColourModel


@pytest.fixture(autouse=True)
def _cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))


def test_a_batch_that_does_not_fit_is_halved_once_its_tensors_are_gone() -> None:
    engine = Engine(ColourModel().eval(), torch.device("cpu"))
    texts = engine.texts(parse_classes("red; green"))
    pictures = [Picture(np.full((3, 64, 64), share, np.float32)) for share in (0.1, 0.2, 0.3, 0.4, 0.5)]
    expected = [costs for picture in pictures for costs in engine.costs([picture], texts)]
    observe, failed, sizes = engine.model.observe, list[weakref.ref[torch.Tensor]](), list[int]()

    def observe_little(images: torch.Tensor) -> Any:
        assert all(batch() is None for batch in failed)
        sizes.append(len(images))
        if len(images) > 2:
            failed.append(weakref.ref(images))
            raise torch.OutOfMemoryError("made up")
        return observe(images)

    engine.model.observe = observe_little  # type: ignore[method-assign]
    found = list(engine.costs(pictures, texts))
    assert sizes == [5, 2, 3, 1, 2]
    assert all(np.array_equal(one, other) for one, other in zip(found, expected, strict=True))


def test_a_single_tile_that_does_not_fit_is_told() -> None:
    engine = Engine(ColourModel().eval(), torch.device("cpu"))
    texts = engine.texts(parse_classes("red; green"))

    def observe(images: torch.Tensor) -> Any:
        raise torch.OutOfMemoryError("made up")

    engine.model.observe = observe  # type: ignore[method-assign]
    with pytest.raises(torch.OutOfMemoryError):
        list(engine.costs([Picture(np.zeros((3, 64, 64), np.float32))] * 2, texts))
