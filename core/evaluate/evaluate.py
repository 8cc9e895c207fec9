"""Judge a segmenter on labelled places: type the words, predict every picture, count what is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..errors import BadOption
from ..train.datasets import Datasets, DenseImage, open_datasets
from ..train.datasets.kinds import Pixels
from .metrics import Confusion, bootstrap_interval, total
from .report import ClassFigures, Evaluation
from .words import typed_words


class Predictor(Protocol):
    """Anything that turns a picture and typed words into classes: a pipeline, or a network to compare with."""

    def __call__(self, image: Pixels, words: tuple[str, ...], ground_resolution_m: float) -> NDArray[np.integer]:
        """Segment a picture.

        Args:
            image: (H, W, 3) uint8.
            words: what was typed; the class of ``words[k - 1]`` has id k.
            ground_resolution_m: metres per pixel.

        Returns:
            (H, W) class ids, 0 where no class is sure enough.
        """
        ...


def evaluate(
    predict: Predictor,
    data_folder: Path,
    *,
    on: str = "dubai:tile7",
    names: Mapping[str, str] | None = None,
    absent: Sequence[str] = (),
    seed: int = 0,
    on_image: Callable[[int, int], None] = lambda done, images: None,
) -> Evaluation:
    """Run a predictor over labelled pictures and give the figures.

    Args:
        predict: gives class ids for a picture and the typed words.
        data_folder: the folder of data sets.
        on: a data set, or a data set and its places: ``dubai:tile7``, ``korea:3,7``, ``houston``.
        names: class of the data set -> what is typed for it; the trained names if None.
        absent: names typed beside them; what falls on them counts as wrong.
        seed: of the confidence interval.
        on_image: hears how many of the pictures are done.

    Raises:
        BadOption: the folder, data set, place or a class is unknown, or a picture is damaged.
        ValueError: the predictor gave another shape than the picture's.
    """
    datasets = open_datasets(data_folder)
    images = choose(datasets, on)
    classes = tuple(label.name for label in images[0].classes)
    typed = _typed(classes, names if names is not None else typed_words(images[0].source, "trained"), absent)
    confusions = []
    for done, image in enumerate(images, start=1):
        confusions.append(_judge(predict, image, typed))
        on_image(done, len(images))
    return _figures(on, classes, typed, confusions, seed, sum(image in datasets.training.dense for image in images))


def choose(datasets: Datasets, on: str) -> tuple[DenseImage, ...]:
    """Give the dense pictures of a data set and, after a colon, of some of its places.

    Raises:
        BadOption: the data set has no dense pictures here, or there is no such place.
    """
    source, _, places = on.partition(":")
    dense = (*datasets.training.dense, *datasets.validation.dense)
    there = tuple(image for image in dense if image.source == source)
    if not there:
        known = ", ".join(sorted({image.source for image in dense})) or "none at all"
        raise BadOption(f"There are no pictures of '{source}' with a class for every pixel: the folder holds {known}.")
    wanted = [place.strip() for place in places.split(",") if place.strip()]
    known_places = sorted({image.place for image in there})
    for place in wanted:
        if place not in known_places:
            raise BadOption(f"'{source}' has no place '{place}': choose among {', '.join(known_places)}.")
    return tuple(image for image in there if not wanted or image.place in wanted)


def _typed(classes: tuple[str, ...], names: Mapping[str, str], absent: Sequence[str]) -> tuple[str, ...]:
    missing = [name for name in classes if name not in names]
    if missing:
        raise BadOption(f"Nothing is typed for the class '{missing[0]}'.")
    typed = (*(names[name] for name in classes), *absent)
    if len(set(typed)) < len(typed):
        raise BadOption(f"The typed words repeat: {', '.join(typed)}.")
    return typed


def _judge(predict: Predictor, image: DenseImage, typed: tuple[str, ...]) -> Confusion:
    pixels, labels = image.load()
    return Confusion.of(labels, predict(pixels, typed, image.ground_resolution_m), len(image.classes))


def _figures(
    on: str, classes: tuple[str, ...], typed: tuple[str, ...], confusions: list[Confusion], seed: int, trained_on: int
) -> Evaluation:
    whole = total(confusions)
    pixels = int(whole.present.sum())
    rows = zip(classes, typed, whole.present, whole.iou, whole.accuracy, strict=False)
    return Evaluation(
        on=on,
        images=len(confusions),
        images_on_training_side=trained_on,
        pixels=pixels,
        absent=typed[len(classes) :],
        classes=tuple(
            ClassFigures(name, word, int(present) / max(1, pixels), float(iou), float(accuracy))
            for name, word, present, iou, accuracy in rows
        ),
        mean_iou=whole.mean_iou,
        mean_iou_interval=bootstrap_interval(confusions, lambda confusion: confusion.mean_iou, seed=seed),
        mean_accuracy=whole.mean_accuracy,
        overall_accuracy=whole.overall_accuracy,
        unclaimed=whole.unclaimed,
        confusion=tuple(tuple(int(count) for count in row) for row in whole.counts),
    )
