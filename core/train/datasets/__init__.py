"""The labelled data sets that a model learns from and is judged on."""

from __future__ import annotations

from .kinds import Datasets, DenseImage, LabelClass, SceneImage, Split
from .open import open_datasets
from .own_words import with_own_words

__all__ = ["Datasets", "DenseImage", "LabelClass", "SceneImage", "Split", "open_datasets", "with_own_words"]
