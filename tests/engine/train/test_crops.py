"""Crops: labels stay with their pixels through zoom, turn and mosaic."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from core.train.crops import UNKNOWN, dense_crop, recoloured, scene_crop


def _checkerboard(size: int = 128, cell: int = 32) -> tuple[np.ndarray, np.ndarray]:
    labels = (np.add.outer(np.arange(size) // cell, np.arange(size) // cell) % 2).astype(np.int16)
    image = np.where(labels[..., None] == 1, 220, 30).astype(np.uint8).repeat(3, axis=2)
    return image, labels


@pytest.mark.parametrize("seed", range(8))
def test_labels_stay_with_their_pixels(seed: int) -> None:
    image, labels = _checkerboard()
    crop = dense_crop(image, labels, 1.0, (0.5, 1.5), 64, Random(seed))
    bright, dark = (crop.image[crop.labels == k].mean() for k in (1, 0))
    assert crop.image.shape == (64, 64, 3)
    assert bright > dark + 60
    assert crop.sure.all()


def test_unknown_labels_are_not_sure() -> None:
    image, labels = _checkerboard()
    labels[:] = UNKNOWN
    assert not dense_crop(image, labels, 1.0, (1.0, 1.0), 64, Random(0)).sure.any()


def test_a_crop_larger_than_the_picture_is_made_from_all_of_it() -> None:
    image, labels = _checkerboard(48, 12)
    assert dense_crop(image, labels, 1.0, (4.0, 4.0), 64, Random(0)).image.shape == (64, 64, 3)


@pytest.mark.parametrize("n", [1, 2, 4])
def test_a_mosaic_labels_homogeneous_scenes_and_boxes_the_others(n: int) -> None:
    images = [np.full((40, 40, 3), 10 * i, np.uint8) for i in range(n * n)]
    concepts, coverages = list(range(n * n)), [1.0 if i % 2 == 0 else 0.2 for i in range(n * n)]
    crop = scene_crop(images, concepts, coverages, 64, Random(1), sure_from=0.9)
    cell = 64 // n
    for i in range(n * n):
        place = np.s_[i // n * cell : i // n * cell + cell, i % n * cell : i % n * cell + cell]
        assert (crop.labels[place] == i).all()
        assert crop.sure[place].all() == (i % 2 == 0)
    assert [weak.concept for weak in crop.weak] == [i for i in range(n * n) if i % 2]
    assert all(weak.box[2:] == (cell, cell) for weak in crop.weak)


def test_recolouring_keeps_what_is_brighter_brighter() -> None:
    image, labels = _checkerboard()
    for seed in range(10):
        changed = recoloured(image, Random(seed)).astype(int)
        assert changed[labels == 1].mean() > changed[labels == 0].mean()


def test_the_same_chance_gives_the_same_crop() -> None:
    image, labels = _checkerboard()
    first, second = (dense_crop(image, labels, 1.0, (0.5, 1.5), 64, Random(7)) for _ in range(2))
    assert np.array_equal(first.image, second.image)
