"""A toy training for tests: a few words, sentence vectors out of letters, and pictures of 80 px."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch

from core.softguided.config import NetworkConfig
from core.text.lexicon import Concept, Lexicon
from core.train import train as module
from core.train.datasets.kinds import Datasets, DenseImage, LabelClass, SceneImage, Split
from core.train.recipe import Recipe

LEXICON = Lexicon.from_concepts(
    [
        Concept("water", ("water", "open water")),
        Concept("lake", ("lake", "small lake"), parents=("water",)),
        Concept("grass", ("grass", "lawn"), looks_like=("crop",)),
        Concept("crop", ("crop", "cultivated field")),
        Concept("park", ("park", "public park"), contains=("grass", "lake")),
        Concept("snow", ("snow", "snow cover")),
        Concept("wood", ("wood", "woodland"), made_of=("oak",)),
        Concept("plant", ("plant", "plants")),
        Concept("oak", ("oak", "oak tree"), parents=("plant",), looks_like=("wood",)),
    ]
)
NETWORK_TOML = """[network]
cost_width = 8
heads = 2
layers = 1
window = 4
text_hidden = 16
pyramid_width = 8
stage_widths = [8, 8, 4]
stage_cost_dim = 8
detach_taps = false
"""
NETWORK = NetworkConfig(
    cost_width=8, heads=2, layers=1, window=4, text_hidden=16, pyramid_width=8, stage_widths=(8, 8, 4),
    stage_cost_dim=8, detach_taps=False,
)  # fmt: skip
RECIPE = Recipe(
    name="toy", dim=32, steps=4, align_steps=2, batch=2, crop=64, classes=(2, 4), network=NETWORK,
    resolutions={"meadows": (1.0, 1.0)},
)  # fmt: skip


class Letters:
    """Sentence vectors out of the letters: no language model in a test."""

    def encode(self, sentences: list[str]) -> torch.Tensor:
        vectors = torch.zeros(len(sentences), 384)
        for row, sentence in enumerate(sentences):
            for a, b in itertools.pairwise(sentence):
                vectors[row, (31 * ord(a) + ord(b)) % 384] += 1
        return torch.nn.functional.normalize(vectors, dim=-1)


def meadow() -> tuple[np.ndarray, np.ndarray]:
    """Lake (1) beside grass (2), a strip without a label, black in its left half."""
    labels = np.ones((80, 80), np.uint8)
    labels[:, 40:] = 2
    labels[:8] = 0
    image = np.where(labels[..., None] == 1, (40, 60, 200), (60, 190, 60)).astype(np.uint8)
    image[:8, :40] = 0
    return image, labels


def toy_datasets() -> Datasets:
    """One meadow, a scene of snow and one of a park; a second meadow to be judged on."""
    classes = (LabelClass("lake", "lake"), LabelClass("grass", "grass"))
    dense = DenseImage("meadows", "a", "a.png", 1.0, classes, meadow)
    judged = DenseImage("meadows", "b", "b.png", 1.0, classes, meadow)
    snow = SceneImage("chips", "b.png", 1.0, "snow", 1.0, lambda: np.full((40, 40, 3), 240, np.uint8))
    park = SceneImage("chips", "c.png", 1.0, "park", 0.3, lambda: np.full((40, 40, 3), 90, np.uint8))
    return Datasets(Split((dense,), (snow, park)), Split((judged,)), ("meadows", "chips"))


def play(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trains with the toy's words, briefly."""
    monkeypatch.setattr(module, "load_lexicon", lambda: LEXICON)
    monkeypatch.setattr("core.train.start.MiniLm", Letters)
    monkeypatch.setattr(module, "_ADAPTER_STEPS", 2)
    monkeypatch.setattr(module, "_REPORT_EVERY", 1)
