"""Random crops of labelled pictures at a random ground sampling distance, turned, mirrored and recoloured."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image

UNKNOWN = -1
"""Label of a pixel that no class of its data set was given."""
MASKED = -2
"""Label of a pixel that must not be learnt from: no data, or a class that is held out."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How crops are changed so that a model meets more than its data.

    Args:
        colour: strength of the colour changes; 0 is off.
        turns: whether crops are turned as well as mirrored.
    """

    colour: float = 1.0
    turns: bool = True


_ALL = Changes()


@dataclass(frozen=True, slots=True)
class Weak:
    """A box in which a concept is known to be somewhere, over about `coverage` of it.

    Args:
        box: row, col, height, width in px of the crop.
        concept: index.
        coverage: share of the box, 0..1.
    """

    box: tuple[int, int, int, int]
    concept: int
    coverage: float


@dataclass(frozen=True, slots=True)
class Crop:
    """A piece of ground with what is known of it.

    Args:
        image: (crop, crop, 3) uint8.
        labels: (crop, crop) int16 concept indices, UNKNOWN or MASKED where nothing is known.
        sure: (crop, crop) bool; where False the label names the surroundings of the pixel, not the pixel.
        weak: boxes with scene labels.
    """

    image: NDArray[np.uint8]
    labels: NDArray[np.int16]
    sure: NDArray[np.bool_]
    weak: tuple[Weak, ...] = ()


def dense_crop(
    image: NDArray[np.uint8],
    labels: NDArray[np.int16],
    resolution: float,
    bounds: tuple[float, float],
    size: int,
    chance: Random,
    changes: Changes = _ALL,
) -> Crop:
    """A crop of (H, W, 3) px and its labels, resampled to a resolution drawn log-uniformly within `bounds` m/px."""
    target = math.exp(chance.uniform(math.log(bounds[0]), math.log(bounds[1])))
    side = min(max(32, round(size * target / resolution)), *image.shape[:2])
    row, col = (chance.randint(0, length - side) for length in image.shape[:2])
    window = np.s_[row : row + side, col : col + side]
    picture = _resized(image[window], size)
    known = np.asarray(Image.fromarray(labels[window].astype(np.int32)).resize((size, size), Image.Resampling.NEAREST))
    picture, known = _turned(picture, known.astype(np.int16), chance, changes)
    return Crop(recoloured(picture, chance, changes.colour), known, known >= 0)


def scene_crop(
    images: Sequence[NDArray[np.uint8]],
    concepts: Sequence[int],
    coverages: Sequence[float],
    size: int,
    chance: Random,
    sure_from: float,
    changes: Changes = _ALL,
) -> Crop:
    """Square mosaic of scenes: a label for every pixel where the scene fills its picture, a weak box elsewhere.

    Args:
        images: n * n pictures.
        concepts: what each shows.
        coverages: how much of each picture that is.
        size: side of the mosaic, px.
        chance: source of randomness.
        sure_from: coverage from which a scene label counts for every pixel.
        changes: what is done to it.
    """
    n = round(len(images) ** 0.5)
    cell = size // n
    picture = np.zeros((size, size, 3), np.uint8)
    labels = np.full((size, size), UNKNOWN, np.int16)
    sure = np.zeros((size, size), bool)
    weak = []
    for i, (image, concept, coverage) in enumerate(zip(images, concepts, coverages, strict=True)):
        row, col = i // n * cell, i % n * cell
        place = np.s_[row : row + cell, col : col + cell]
        side = chance.randint(min(image.shape[:2]) * 2 // 3, min(image.shape[:2]))
        top, left = (chance.randint(0, length - side) for length in image.shape[:2])
        picture[place] = _turned(_resized(image[top : top + side, left : left + side], cell), None, chance, changes)[0]
        labels[place], sure[place] = concept, coverage >= sure_from
        if coverage < sure_from:
            weak.append(Weak((row, col, cell, cell), concept, coverage))
    return Crop(recoloured(picture, chance, changes.colour), labels, sure, tuple(weak))


def pasted(under: Crop, over: Crop, chance: Random) -> Crop:
    """A crop with a rectangle of another one of the same size over a tenth to a half of it (CutMix, arXiv 1905.04899).

    Both have to be without weak boxes, whose coverage would no longer hold.
    """
    size = under.image.shape[0]
    share, shape = chance.uniform(0.1, 0.5), math.exp(chance.uniform(-0.7, 0.7))
    height, width = (min(size, round(size * math.sqrt(share * part))) for part in (shape, 1 / shape))
    row, col = chance.randint(0, size - height), chance.randint(0, size - width)
    inside = np.zeros((size, size), bool)
    inside[row : row + height, col : col + width] = True
    return Crop(
        np.where(inside[..., None], over.image, under.image),
        np.where(inside, over.labels, under.labels),
        np.where(inside, over.sure, under.sure),
    )


def relit(image: NDArray[np.uint8], other: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A picture with each band's mean and spread taken from another: the same ground for another sensor or season.

    Args:
        image: (H, W, 3).
        other: (h, w, 3) of any size; best a thinned one.
    """
    x = image.astype(np.float32)
    mean, spread = x.mean((0, 1)), x.std((0, 1))
    new_mean, new_spread = other.mean((0, 1)), other.std((0, 1))
    # A picture of one colour has nothing to spread, and noise must not be blown up.
    gain = np.clip(new_spread / np.maximum(spread, 1), 0.4, 2.5)
    return np.asarray(np.clip((x - mean) * gain + new_mean, 0, 255), np.uint8)


def recoloured(image: NDArray[np.uint8], chance: Random, strength: float = 1.0) -> NDArray[np.uint8]:
    """Brightness, contrast, gamma, colour balance, saturation and noise of another sensor, season or hour."""

    def change(spread: float) -> float:
        return chance.gauss(0, spread * strength)

    x = image.astype(np.float32) / 255
    x = np.clip(x, 0, 1) ** math.exp(change(0.25))
    gains = np.array([math.exp(change(0.12)) for _ in range(3)], np.float32)
    x = x * gains * math.exp(change(0.15))
    grey = x.mean(axis=2, keepdims=True)
    x = grey + (x - grey) * math.exp(change(0.3))
    mean = x.mean()
    x = mean + (x - mean) * math.exp(change(0.2)) + change(0.04)
    if chance.random() < 0.3:
        noise = np.random.default_rng(chance.getrandbits(32)).normal(0, chance.uniform(0, 0.04) * strength, x.shape)
        x = x + noise.astype(np.float32)
    return np.asarray(np.clip(x, 0, 1) * 255, np.uint8)


def _resized(image: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    way = Image.Resampling.BOX if image.shape[0] >= 2 * size else Image.Resampling.BILINEAR
    return np.asarray(Image.fromarray(image).resize((size, size), way))


def _turned(
    image: NDArray[np.uint8], labels: NDArray[np.int16] | None, chance: Random, changes: Changes
) -> tuple[NDArray[np.uint8], NDArray[np.int16]]:
    """One of the eight symmetries of the square: from above there is no up. Without turns, one of two."""
    turns, flip = chance.randrange(4), chance.random() < 0.5
    turns = turns if changes.turns else 0
    known = labels if labels is not None else np.zeros(image.shape[:2], np.int16)
    image, known = np.rot90(image, turns), np.rot90(known, turns)
    return (image[:, ::-1], known[:, ::-1]) if flip else (image, known)
