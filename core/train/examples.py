"""Training examples: a crop, a list of typed classes for it, and what each class should answer at each pixel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import Dataset

from ..errors import SoftSegError
from .crops import MASKED, UNKNOWN, Changes, Crop, Weak, dense_crop, pasted, relit, scene_crop
from .datasets.kinds import DenseImage, SceneImage, Split
from .kept import Kept
from .recipe import Recipe
from .words import IGNORED, NEGATIVE, POSITIVE, Words

SURE_COVERAGE = 0.9
TARGET_STRIDE = 4
_KEPT_BYTES = 1 << 30
_MOSAICS = {"eurosat": (2, 4), "ucmerced": (1, 2)}
_PARENT_SHARE = 0.1
_THINNED = 4
_HARD_NEGATIVE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Example:
    """One picture with T typed classes.

    Args:
        image: (3, H, W) float in 0..1.
        sentences: (T, D) sentence vectors of the typed words.
        concepts: (T,) concept index of each.
        targets: (T, H/s, W/s) uint8: POSITIVE, NEGATIVE, IGNORED or SIMILAR; s is the stride of the targets.
        labels: (H/s, W/s) int16 concept index of each pixel, UNKNOWN where none is sure.
        weak: scene labels: boxes on the target grid with the column of their text.
        scene: concept of the whole picture, or UNKNOWN.
    """

    image: Tensor
    sentences: Tensor
    concepts: Tensor
    targets: Tensor
    labels: Tensor
    weak: tuple[Weak, ...]
    scene: int


class Examples(Dataset[Example]):
    """Endless, repeatable examples: the i-th depends on the seed and i alone, so that a run can be resumed exactly.

    Args:
        split: pictures to learn from.
        words: phrases and relations.
        recipe: crop size, mixture of sources, resolutions.
        stride: px of a crop per cell of its targets.
    """

    def __init__(self, split: Split, words: Words, recipe: Recipe, stride: int = TARGET_STRIDE) -> None:
        self.words, self.recipe, self.stride = words, recipe, stride
        self.held_out = words.kinds(recipe.held_out)
        self.changes = Changes(recipe.colour, recipe.turns)
        self.dense = _by_source(split.dense)
        self.scenes = _by_source([scene for scene in split.scenes if words.index(scene.concept) not in self.held_out])
        self._kept = Kept(_KEPT_BYTES)
        self.sources = [name for name in (*self.dense, *self.scenes) if recipe.mixture.get(name, 1.0) > 0]

    def __len__(self) -> int:
        return self.recipe.steps * self.recipe.batch

    def __getitem__(self, index: int) -> Example:
        """The index-th example of the run."""
        chance = Random(f"{self.recipe.seed}/{index}")  # nosec B311 # no secret: repeatable draws for training
        weights = [self.recipe.mixture.get(name, 1.0) for name in self.sources]
        source = chance.choices(self.sources, weights)[0]
        if source not in self.dense:
            return self._example(self._relit(self._mosaic(source, chance), chance), (), index, chance)
        image = chance.choice(self.dense[source])
        siblings = self._classes_of(image)
        crop = self._relit(self._dense(image, chance), chance)
        if self.recipe.pasted and chance.random() < self.recipe.pasted:
            other = chance.choice(self.dense[source])
            siblings = tuple(dict.fromkeys((*siblings, *self._classes_of(other))))
            crop = pasted(crop, self._relit(self._dense(other, chance), chance), chance)
        return self._example(crop, siblings, index, chance)

    def _relit(self, crop: Crop, chance: Random) -> Crop:
        """The crop, or now and then the crop in the light of another picture."""
        if not self.recipe.relit or chance.random() >= self.recipe.relit:
            return crop
        source = chance.choice(self.sources)
        if source in self.dense:
            other = self._pixels(chance.choice(self.dense[source]))[0]
        else:
            other = self._picture(chance.choice(self.scenes[source]))
        return replace(crop, image=relit(crop.image, other[::_THINNED, ::_THINNED]))

    def _pixels(self, image: DenseImage) -> tuple[NDArray[Any], ...]:
        return self._kept.get(image, lambda: _decoded(image))

    def _dense(self, image: DenseImage, chance: Random) -> Crop:
        pixels, labels = self._pixels(image)
        bounds = _bounds(image, self.recipe)
        resolution = image.ground_resolution_m * _reduction(image)
        known = self._known(image, pixels, labels)
        return dense_crop(pixels, known, resolution, bounds, self.recipe.crop, chance, self.changes)

    def _known(self, image: DenseImage, pixels: NDArray[np.uint8], labels: NDArray[np.uint8]) -> NDArray[np.int16]:
        """(H, W) concept indices; what is held out is masked, and no-data too where it would count as a negative."""
        concepts = [MASKED if concept in self.held_out else concept for concept in self._classes_of(image)]
        known = np.array([UNKNOWN, *concepts], np.int16)[labels]
        if self.recipe.ignored == "negative":
            known[(labels == 0) & ~pixels.any(axis=2)] = MASKED  # readers leave no-data black and without a label
        return known

    def _mosaic(self, source: str, chance: Random) -> Crop:
        n = chance.choice(_MOSAICS.get(source, (1,)))
        scenes = [chance.choice(self.scenes[source]) for _ in range(n * n)]
        concepts = [self.words.index(scene.concept) for scene in scenes]
        pictures = [self._picture(scene) for scene in scenes]
        coverages = [scene.coverage for scene in scenes]
        return scene_crop(pictures, concepts, coverages, self.recipe.crop, chance, SURE_COVERAGE, self.changes)

    def _picture(self, scene: SceneImage) -> NDArray[np.uint8]:
        return self._kept.get(scene, lambda: (scene.load(),))[0]

    def _classes_of(self, image: DenseImage) -> tuple[int, ...]:
        return tuple(self.words.index(label.concept) for label in image.classes)

    def _example(self, crop: Crop, siblings: Sequence[int], index: int, chance: Random) -> Example:
        count = Random(f"{self.recipe.seed}/{index // self.recipe.batch}").randint(*self.recipe.classes)  # nosec B311 # no secret: repeatable draws for training
        concepts = self._typed(crop, siblings, count, chance)
        centres = np.s_[self.stride // 2 :: self.stride, self.stride // 2 :: self.stride]
        labels, sure = crop.labels[centres], crop.sure[centres]
        columns = {concept: column for column, concept in enumerate(concepts)}
        weak = tuple(
            Weak(_coarse(spot.box, self.stride), columns[spot.concept], spot.coverage)
            for spot in crop.weak
            if spot.concept in columns
        )
        whole = set(crop.labels[crop.labels >= 0].tolist())
        return Example(
            torch.from_numpy(np.ascontiguousarray(crop.image.transpose(2, 0, 1))).float() / 255,
            torch.stack([self.words.draw(concept, chance) for concept in concepts]),
            torch.tensor(concepts),
            self._targets(labels, sure, concepts),
            torch.from_numpy(np.where(sure, labels, UNKNOWN).astype(np.int16)),
            weak,
            whole.pop() if len(whole) == 1 else UNKNOWN,
        )

    def _typed(self, crop: Crop, siblings: Sequence[int], count: int, chance: Random) -> list[int]:
        """What an analyst might type for this crop: what is there, what else the data set knows, and what is absent.

        There are never more than can be typed, however many the recipe asks for.
        """
        count = min(count, len(self._typable))
        present = list(dict.fromkeys(crop.labels[crop.labels >= 0].tolist()))
        chance.shuffle(present)
        typed = [self._or_parent(concept, chance) for concept in present[:count]]
        others = [c for c in siblings if c not in typed and c not in self.held_out]
        chance.shuffle(others)
        pool = others[: self._siblings(len(others), chance)]
        everything = self._typable
        while len(pool) + len(typed) < count:
            pool.append(chance.choice(self._frequent if chance.random() < _HARD_NEGATIVE_SHARE else everything))
        typed = list(dict.fromkeys([*typed, *pool]))
        while len(typed) < count:
            typed = list(dict.fromkeys([*typed, chance.choice(everything)]))
        typed = typed[:count]
        chance.shuffle(typed)
        return typed

    def _siblings(self, there: int, chance: Random) -> int:
        """How many of a data set's classes that are not in the crop are typed: often all, for tiles share a list."""
        every = self.recipe.all_typed
        return there if every and chance.random() < every else round(there * chance.random())

    @cached_property
    def _typable(self) -> list[int]:
        return [concept for concept in range(len(self.words.concepts)) if concept not in self.held_out]

    @cached_property
    def _frequent(self) -> list[int]:
        """Concepts that some data set labels: the likeliest to be typed, and the hardest to tell apart."""
        dense = (label.concept for images in self.dense.values() for image in images for label in image.classes)
        scenes = (scene.concept for images in self.scenes.values() for scene in images)
        return sorted({self.words.index(concept) for concept in (*dense, *scenes)} - self.held_out)

    def _or_parent(self, concept: int, chance: Random) -> int:
        if chance.random() >= _PARENT_SHARE:
            return concept
        kinds: list[int] = (self.words.relation[concept] == POSITIVE).nonzero().flatten().tolist()
        return chance.choice(kinds)

    def _targets(self, labels: NDArray[np.int16], sure: NDArray[np.bool_], concepts: Sequence[int]) -> Tensor:
        """(T, h, w): what each pixel's label says of each text; around a weak label only what cannot be near counts."""
        typed = list(concepts)
        sharp = self.words.relation[:, typed].numpy()[labels.clip(0)]
        near = self.words.surroundings[:, typed].numpy()[labels.clip(0)]
        targets = np.where(sure[..., None], sharp, near)
        targets[labels < 0] = IGNORED
        if self.recipe.ignored == "negative":
            targets[labels == UNKNOWN] = NEGATIVE
        return torch.from_numpy(targets.transpose(2, 0, 1).copy())


class ToldErrors(Dataset["Example | SoftSegError"]):
    """Examples, or the error that one met: what a loader's process raises would reach people as a traceback."""

    def __init__(self, examples: Examples) -> None:
        self.examples = examples

    def __getitem__(self, index: int) -> Example | SoftSegError:
        """The index-th example, or why there is none."""
        try:
            return self.examples[index]
        except SoftSegError as error:
            return error


def collate(examples: list[Example | SoftSegError]) -> list[Example | SoftSegError]:
    """Keeps examples apart: the loop stacks what it needs."""
    return examples


def _coarse(box: tuple[int, int, int, int], stride: int) -> tuple[int, int, int, int]:
    row, col, height, width = (side // stride for side in box)
    return row, col, height, width


def resolutions_drawn(split: Split, recipe: Recipe) -> tuple[float, float]:
    """Finest and coarsest ground sampling distance of the examples of a training, m/px; there has to be a picture."""
    dense = [_bounds(image, recipe) for image in split.dense if recipe.mixture.get(image.source, 1.0) > 0]
    scenes = [scene.ground_resolution_m for scene in split.scenes if recipe.mixture.get(scene.source, 1.0) > 0]
    return min([finest for finest, _ in dense] + scenes), max([coarsest for _, coarsest in dense] + scenes)


def _bounds(image: DenseImage, recipe: Recipe) -> tuple[float, float]:
    """What an image is resampled to, m/px: its own resolution where the recipe does not name its data set."""
    return recipe.resolutions.get(image.source, (image.ground_resolution_m, image.ground_resolution_m))


Labelled = TypeVar("Labelled", DenseImage, SceneImage)


def _by_source(images: Sequence[Labelled]) -> dict[str, list[Labelled]]:
    grouped: dict[str, list[Labelled]] = {}
    for image in images:
        grouped.setdefault(image.source, []).append(image)
    return grouped


def _reduction(image: DenseImage) -> int:
    """Whole factor by which very fine pictures are reduced once, at decoding."""
    return max(1, int(0.05 / image.ground_resolution_m))


def _decoded(image: DenseImage) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    pixels, labels = image.load()
    factor = _reduction(image)
    if factor > 1:
        height, width = (side // factor * factor for side in labels.shape)
        blocks = pixels[:height, :width].reshape(height // factor, factor, width // factor, factor, 3)
        pixels = blocks.mean(axis=(1, 3)).astype(np.uint8)
        labels = labels[factor // 2 : height : factor, factor // 2 : width : factor]
    return pixels, labels
