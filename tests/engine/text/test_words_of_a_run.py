"""Foreign words in a whole run: the model gets English, and the user hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from torch import Tensor

from core.batch.overall import Overall
from core.job import Job
from core.protocol import Warn
from core.segment import Result, run
from core.softguided.model import ModelCard
from core.vlm.hub.entry import TextTower
from tests.engine.colour_model import ColourModel
from tests.engine.vlm.checkpoint.tiny_models import entry

COLOUR = {"forest": "green", "Wald": "green", "lake": "blue", "See": "blue"}

_NUMBERS = count(1)  # each model is one of its own, so that no texts of another are remembered


class Listening(ColourModel):
    """Knows what is green and what is blue, and keeps what it was asked."""

    def __init__(self, *languages: str) -> None:
        super().__init__()
        encoder = replace(entry(), text=TextTower("clip", 77, languages)) if languages else None
        self.card = replace(self.card, encoder=encoder, sha256=f"{next(_NUMBERS):064d}"[::-1])
        self.asked: set[str] = set()

    def encode_texts(self, sentences: Sequence[str]) -> Tensor:
        self.asked |= set(sentences)
        return super().encode_texts([COLOUR.get(sentence, "other") for sentence in sentences])


@pytest.fixture
def raster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Green on the left, blue on the right."""
    monkeypatch.setenv("SOFTSEG_CACHE", str(tmp_path / "cache"))
    bands = np.full((3, 64, 64), 20, np.uint8)
    bands[1, :, :32] = bands[2, :, 32:] = 230
    place = {"crs": "EPSG:32633", "transform": Affine(2, 0, 500_000, 0, -2, 5_000_000)}
    path = tmp_path / "in.tif"
    with rasterio.open(path, "w", driver="GTiff", dtype="uint8", count=3, height=64, width=64, **place) as dataset:
        dataset.write(bands)
    return path


def segmented(raster: Path, classes: str, model: Listening) -> tuple[np.ndarray, Result, list[str]]:
    """The class ids, the result, and the warnings."""
    events: list[Any] = []
    output = str(raster.with_name("out.tif"))
    result = run(Job(raster=raster, classes=classes, output=output), model=model.eval(), on_event=events.append)
    with rasterio.open(output) as made:
        return made.read(1), result, [event.text for event in events if isinstance(event, Warn)]


def test_german_gives_the_map_of_english_and_is_said(raster: Path) -> None:
    english, plain, silence = segmented(raster, "forest; lake", Listening())
    model = Listening()
    german, result, (warning,) = segmented(raster, "Wald; See", model)
    assert np.array_equal(german, english)
    assert len(np.unique(english)) == 2
    assert model.asked == {"forest", "lake"}
    assert warning == "The model reads English: “Wald” is read as “forest”, “See” is read as “lake”."
    assert result.as_dict()["words"][0] == {"typed": "Wald", "english": "forest", "language": "de"}
    assert [each.name for each in result.areas.classes] == ["Wald", "See"]
    assert (silence, plain.as_dict()["words"]) == ([], [])


def test_a_model_that_reads_german_gets_german(raster: Path) -> None:
    model = Listening("en", "de")
    _, result, warnings = segmented(raster, "Wald; See", model)
    assert model.asked == {"Wald", "See"}
    assert (warnings, result.as_dict()["words"]) == ([], [])


def test_the_starter_reads_english() -> None:
    assert ModelCard.languages.fget(Listening().card) == ("en",)


def test_a_batch_says_the_same_of_its_words_once() -> None:
    heard: list[Any] = []
    overall = Overall(heard.append, 200)
    for _ in range(2):
        with overall.file(100) as hear:
            hear(Warn("translated", "“Wald” is read as “forest”."))
    assert [event.text for event in heard if isinstance(event, Warn)] == ["“Wald” is read as “forest”."]
