"""What a labelled picture is: a dense image has a class for every pixel, a scene image one concept for the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ...errors import BadOption

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class LabelClass:
    """One class of a data set.

    Args:
        name: the class as the data set calls it.
        concept: the lexicon's id of what is meant, or the class's own name where the lexicon has no word for it.
            Classes that no picture tells apart, such as parked and moving cars, share one.
    """

    name: str
    concept: str


@dataclass(frozen=True, slots=True)
class DenseImage:
    """A picture with a class for every pixel, decoded when it is loaded.

    Args:
        source: the data set, such as ``dubai``.
        place: the unit of splitting; pictures of one place are never parted.
        name: the picture's file, for messages.
        ground_resolution_m: metres per pixel.
        classes: label k stands for ``classes[k - 1]``; label 0 is ignored.
        read: gives the picture (H, W, 3) and the labels (H, W), both uint8.
    """

    source: str
    place: str
    name: str
    ground_resolution_m: float
    classes: tuple[LabelClass, ...]
    read: Callable[[], tuple[Pixels, Pixels]] = field(repr=False, compare=False)

    def load(self) -> tuple[Pixels, Pixels]:
        """Decode the picture (H, W, 3) and its labels (H, W), both uint8.

        Raises:
            BadOption: a file is missing or broken, the sizes differ, or a label is no class of this data set.
        """
        image, labels = self.read()
        if image.shape[:2] != labels.shape:
            sizes = f"{image.shape[1]} x {image.shape[0]} px, its mask {labels.shape[1]} x {labels.shape[0]} px"
            raise BadOption(f"{self.name}: the picture is {sizes}; both must have the same size.")
        return image, labels


@dataclass(frozen=True, slots=True)
class SceneImage:
    """A picture with one concept for the whole, decoded when it is loaded.

    Args:
        source: the data set, such as ``eurosat``.
        name: the picture's file, for messages.
        ground_resolution_m: metres per pixel.
        concept: the lexicon's id of what the picture shows.
        coverage: the share of the picture that the concept usually covers, above 0 and at most 1.
        read: gives the picture (H, W, 3) as uint8.
    """

    source: str
    name: str
    ground_resolution_m: float
    concept: str
    coverage: float
    read: Callable[[], Pixels] = field(repr=False, compare=False)

    def load(self) -> Pixels:
        """Decode the picture (H, W, 3) as uint8.

        Raises:
            BadOption: the file is missing or broken.
        """
        return self.read()


@dataclass(frozen=True, slots=True)
class Split:
    """The pictures of one side: what is trained on, or what is only judged on."""

    dense: tuple[DenseImage, ...] = ()
    scenes: tuple[SceneImage, ...] = ()

    def __add__(self, other: Split) -> Split:
        """Give the pictures of both, in order."""
        return Split(self.dense + other.dense, self.scenes + other.scenes)


def part(dense: tuple[DenseImage, ...], validation_places: frozenset[str]) -> tuple[Split, Split]:
    """Give training and validation: an image belongs to the side of its place."""
    training = tuple(image for image in dense if image.place not in validation_places)
    validation = tuple(image for image in dense if image.place in validation_places)
    return Split(dense=training), Split(dense=validation)


@dataclass(frozen=True, slots=True)
class Datasets:
    """Everything labelled that a folder holds, parted into training and validation by place.

    Args:
        training: pictures to learn from.
        validation: pictures of other places, never learnt from.
        found: names of the data sets that are there.
        missing: names of the data sets that are not there.
    """

    training: Split
    validation: Split
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
