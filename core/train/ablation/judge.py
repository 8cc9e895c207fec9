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
from ...evaluate.policy import Judged, judged_classes
from ...evaluate.words import absent_names, typed_words
from ...softguided.model import SoftGuidedModel
from ..datasets.kinds import Datasets, DenseImage
from .plan import Judgement


def engine_of(model: SoftGuidedModel, run: str, device: torch.device) -> Engine:
    """The engine of a model that was never saved; the run's id stands for its revision in caches."""
    model.card = replace(model.card, sha256=run)
    return Engine(model.eval(), device)


def ask(datasets: Datasets, judgement: Judgement) -> tuple[tuple[DenseImage, ...], Judged]:
    """The pictures that a judgement asks for, and what is typed; classes that share a word are judged as one.

    Raises:
        BadOption: there are no such pictures, or no such words for them.
    """
    images = choose(datasets, judgement.on)
    source = images[0].source
    classes = tuple({label.name: label for image in images for label in image.classes}.values())
    absent = absent_names(source, judgement.absent, classes) if judgement.absent else ()
    return images, judged_classes(classes, typed_words(source, judgement.words, classes), absent)


def judge(
    engine: Engine, datasets: Datasets, judgement: Judgement, cancelled: Callable[[], bool]
) -> tuple[Confusion, ...]:
    """Predicts the pictures that a judgement asks for, in their order.

    Raises:
        BadOption: there are no such pictures, or no such words for them.
        Cancelled: the user stopped.
    """
    images, judged = ask(datasets, judgement)
    predict = pipeline_predictor(engine, resolution=judgement.resolution_m or None)
    confusions = []
    for image in images:
        if cancelled():
            raise Cancelled("The ablation was stopped while it judged; the same command goes on from there.")
        pixels, labels = image.load()
        found = predict(pixels, judged.typed, image.ground_resolution_m)
        reference = judged.reference(labels, image.classes)
        confusions.append(Confusion.of(reference, judged.predicted(found), len(judged.names)))
    return tuple(confusions)
