"""Puts the judgements of an ablation to a trained model: one confusion a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import torch

from ...engine import Engine
from ...errors import Cancelled
from ...evaluate.evaluate import choose
from ...evaluate.metrics import Confusion
from ...evaluate.pipeline import pipeline_predictor
from ...evaluate.words import absent_names, typed_words
from ...softguided.model import SoftGuidedModel
from ..datasets.kinds import Datasets, DenseImage
from .plan import Judgement


def engine_of(model: SoftGuidedModel, run: str, device: torch.device) -> Engine:
    """The engine of a model that was never saved; the run's id stands for its revision in caches."""
    model.card = replace(model.card, sha256=run)
    return Engine(model.eval(), device)


def judge(
    engine: Engine, datasets: Datasets, judgement: Judgement, cancelled: Callable[[], bool]
) -> tuple[Confusion, ...]:
    """Predicts the pictures that a judgement asks for, in their order.

    Raises:
        BadOption: there are no such pictures, or no such words for them.
        Cancelled: the user stopped.
    """
    images = choose(datasets, judgement.on)
    typed = _typed(images[0], judgement)
    predict = pipeline_predictor(engine, resolution=judgement.resolution_m or None)
    confusions = []
    for image in images:
        if cancelled():
            raise Cancelled("The ablation was stopped while it judged; the same command goes on from there.")
        pixels, labels = image.load()
        found = predict(pixels, typed, image.ground_resolution_m)
        confusions.append(Confusion.of(labels, found, len(image.classes)))
    return tuple(confusions)


def _typed(image: DenseImage, judgement: Judgement) -> tuple[str, ...]:
    table = typed_words(image.source, judgement.words, image.classes)
    absent = absent_names(image.source, judgement.absent, image.classes) if judgement.absent else ()
    return (*(table[label.name] for label in image.classes), *absent)
