"""Judge a segmenter on labelled places: type the words, predict every picture, count what is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import BadOption
from ..options import whole
from ..train.datasets import Datasets, DenseImage, LabelClass, open_datasets
from .gallery import Gallery
from .novelty import NearestOf
from .pipeline import MovedPredictor, Predictor
from .policy import Judged, Policy, judged_classes
from .report import Evaluation
from .tally import Tally
from .words import absent_names, typed_words

_FARTHEST_PX = 100

NamesFor = Callable[[str, Sequence[LabelClass]], Mapping[str, str]]
"""Takes a data set and its classes; gives what is typed for each class."""

OnImage = Callable[[int, int], None]
"""Hears how many of how many pictures are done."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is measured beside the figures of the map.

    Args:
        boundary_px: how near to an edge counts for the boundary IoU, px; 0 leaves it out.
        wordings: in how many other ways the classes are named, to see how far the figures spread.
        moved: the predictor with its tiles moved; None: that is not measured.
        floor: a predictor of one class for each window; None: that is not measured.
        nearest: finds the nearest training class of a word; None: nothing is known of the training.
        gallery: keeps the pictures with the most errors; None: nobody wants to look at them.

    Raises:
        BadOption: the reach is out of range.
    """

    boundary_px: int = 2
    wordings: int = 0
    moved: MovedPredictor | None = None
    floor: Predictor | None = None
    nearest: NearestOf | None = None
    gallery: Gallery | None = None

    def __post_init__(self) -> None:
        whole(0, _FARTHEST_PX)(self.boundary_px, "reach of boundaries")


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be judged; `ask` makes one.

    Args:
        on: the data set and its places, as they were asked for.
        images: the pictures.
        judged: the classes, and what is typed for them.
        policy: which ground counts.
        trained_on: how many of the pictures belong to the training side of the split.
    """

    on: str
    images: tuple[DenseImage, ...]
    judged: Judged
    policy: Policy
    trained_on: int


def evaluate(
    predict: Predictor,
    data_folder: Path,
    *,
    on: str = "dubai:tile7",
    names: Mapping[str, str] | NamesFor | None = None,
    absent: Sequence[str] | int = (),
    policy: Policy | None = None,
    beside: Beside | None = None,
    seed: int = 0,
    on_image: OnImage = lambda done, images: None,
) -> Evaluation:
    """Run a predictor over labelled pictures and give the figures; arguments and errors as for `ask` and `judge`."""
    question = ask(data_folder, on=on, names=names, absent=absent, policy=policy)
    return judge(predict, question, beside, seed=seed, on_image=on_image)


def ask(
    data_folder: Path,
    *,
    on: str,
    names: Mapping[str, str] | NamesFor | None = None,
    absent: Sequence[str] | int = (),
    policy: Policy | None = None,
) -> Question:
    """Find the pictures, and what is typed.

    Args:
        data_folder: the folder of data sets.
        on: a data set, or a data set and its places: ``dubai:tile7``, ``korea:3,7``, ``houston``.
        names: class of the data set -> what is typed for it, or what gives that; the trained names if None.
        absent: names typed beside them, or how many; what falls on them counts as wrong.
        policy: which ground counts; None: all but background.

    Raises:
        BadOption: the folder, data set, place or a class is unknown.
    """
    policy = policy or Policy()
    datasets = open_datasets(data_folder, background=policy.background == "in")
    images = choose(datasets, on)
    judged = _judged(data_folder, on, images, policy, names, absent)
    return Question(on, images, judged, policy, len(set(images) & set(datasets.training.dense)))


def judge(
    predict: Predictor,
    question: Question,
    beside: Beside | None = None,
    *,
    seed: int = 0,
    on_image: OnImage = lambda done, images: None,
) -> Evaluation:
    """Predict the pictures of a question, and draw the figures.

    Args:
        predict: gives class ids for a picture and the typed words.
        question: what is judged.
        beside: what else is measured.
        seed: of the confidence intervals.
        on_image: hears how many of the pictures are done.

    Raises:
        BadOption: a picture is damaged.
        ValueError: the predictor gave another shape than the picture's.
    """
    beside = beside or Beside()
    judged = question.judged
    tally = Tally(predict, judged, beside.boundary_px, beside.wordings, beside.moved, beside.floor, beside.gallery)
    for done, image in enumerate(question.images, start=1):
        tally.add(image)
        on_image(done, len(question.images))
    nearest = beside.nearest(judged.typed[: len(judged.names)]) if beside.nearest else ()
    return tally.evaluation(question.on, question.policy, nearest, trained_on=question.trained_on, seed=seed)


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


def _judged(
    folder: Path,
    on: str,
    images: tuple[DenseImage, ...],
    policy: Policy,
    names: Mapping[str, str] | NamesFor | None,
    absent: Sequence[str] | int,
) -> Judged:
    source, classes = images[0].source, _classes(images)
    if names is None:
        names = typed_words(source, "trained", classes)
    typed = names(source, classes) if callable(names) else names
    others = absent_names(source, absent, classes) if isinstance(absent, int) else absent
    return judged_classes(classes, typed, others, policy, _background(folder, on, classes, policy))


def _classes(images: tuple[DenseImage, ...]) -> tuple[LabelClass, ...]:
    """The classes of all pictures, in order of their first."""
    lists = dict.fromkeys(image.classes for image in images)
    return tuple({label.name: label for classes in lists for label in classes}.values())


def _background(folder: Path, on: str, classes: tuple[LabelClass, ...], policy: Policy) -> frozenset[str]:
    """Which of the classes are there only because the background is asked for."""
    if policy.background == "out":
        return frozenset()
    others = {label.name for label in _classes(choose(open_datasets(folder), on))}
    found = frozenset(label.name for label in classes) - others
    if not found:
        raise BadOption(f"'{on}' marks no background that could be judged: leave it out.")
    return found
