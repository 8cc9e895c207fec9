"""Crops: labels stay with their pixels through zoom, turn and mosaic."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from core.train.crops import UNKNOWN, Crop, dense_crop, pasted, recoloured, relit, scene_crop


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


def _plain(value: int, size: int = 64) -> Crop:
    labels = np.full((size, size), value, np.int16)
    return Crop(np.full((size, size, 3), 10 * max(value, 0), np.uint8), labels, labels >= 0)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_pasted_brings_its_labels_and_is_one_rectangle(seed: int) -> None:
    crop = pasted(_plain(1), _plain(2), Random(seed))
    over = crop.labels == 2
    assert (crop.image[over] == 20).all()
    assert (crop.image[~over] == 10).all()
    rows, cols = (np.flatnonzero(over.any(axis=axis)) for axis in (1, 0))
    assert over.sum() == len(rows) * len(cols)
    assert 0.08 < over.mean() < 0.52


def test_what_is_pasted_without_a_label_is_not_sure() -> None:
    crop = pasted(_plain(1), _plain(UNKNOWN), Random(0))
    assert (crop.sure == (crop.labels == 1)).all()
    assert not crop.sure.all()


def test_a_picture_in_another_light_has_its_mean_and_spread_and_the_same_shapes() -> None:
    chance = np.random.default_rng(0)
    image = chance.normal((90, 120, 60), (20, 25, 15), (80, 80, 3)).clip(0, 255).astype(np.uint8)
    other = chance.normal((140, 100, 110), (30, 20, 25), (50, 60, 3)).clip(0, 255).astype(np.uint8)
    found = relit(image, other)
    assert np.allclose(found.mean((0, 1)), other.mean((0, 1)), atol=1.5)
    assert np.allclose(found.std((0, 1)), other.std((0, 1)), atol=1.5)
    assert all(np.corrcoef(found[..., band].ravel(), image[..., band].ravel())[0, 1] > 0.99 for band in range(3))


def test_a_picture_of_one_colour_takes_on_the_other_colour() -> None:
    found = relit(np.full((8, 8, 3), 7, np.uint8), np.full((4, 4, 3), 99, np.uint8))
    assert (found == 99).all()
