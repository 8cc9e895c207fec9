"""The smallest patch."""

from __future__ import annotations

import numpy as np
import pytest
from rasterio.features import sieve

from core import sieve as module
from core.sieve import ClassRows, remove_small_patches


def blobs(height, width, size, dtype=np.uint8, *, inside=False):
    """Large patches with noise of 0 and other classes; ``inside``: only where each speck has a single neighbour."""
    generator = np.random.default_rng(0)
    coarse = generator.integers(1, 4, (height // size + 1, width // size + 1))
    ids = coarse.repeat(size, 0).repeat(size, 1)[:height, :width]
    noisy = generator.random((height, width)) < 0.15
    if inside:
        rows, cols = np.indices((height, width)) % size
        noisy &= (rows % 3 == 1) & (cols % 3 == 1) & (rows < size - 1) & (cols < size - 1)
    return np.where(noisy, generator.integers(0, 4, (height, width)), ids).astype(dtype)


@pytest.fixture(autouse=True)
def _small_windows(monkeypatch):
    monkeypatch.setattr(module, "_SMALLEST_CORE", 16)
    monkeypatch.setattr(module, "_SMALLEST_HALO", 0)


def sieved(classes, min_area_px, rows=37):
    strips = [ClassRows(row, classes[row : row + rows]) for row in range(0, len(classes), rows)]
    result = list(remove_small_patches(strips, len(classes), min_area_px))
    assert [strip.row for strip in result] == np.cumsum([0, *(len(s.classes) for s in result[:-1])]).tolist()
    return np.concatenate([strip.classes for strip in result])


@pytest.mark.parametrize("rows", [1, 37, 1000])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_streaming_equals_the_whole_raster(rows, dtype):
    classes = blobs(300, 60, 12, dtype, inside=True)
    result = sieved(classes, 9, rows)
    assert result.dtype == dtype
    assert (result == sieve(classes, 9, mask=classes != 0)).all()
    assert (result != classes).any()


@pytest.mark.parametrize("min_area_px", [2, 5, 30])
def test_the_same_patches_go_as_in_the_whole_raster(min_area_px):
    classes = blobs(300, 60, 12)
    whole = sieve(classes, min_area_px, mask=classes != 0)
    assert ((sieved(classes, min_area_px) != classes) == (whole != classes)).all()


def test_a_patch_across_windows_is_not_taken_for_a_small_one():
    classes = np.ones((200, 20), np.uint8)
    classes[:, 7] = 2
    assert (sieved(classes, 100) == classes).all()


def test_no_data_neither_changes_nor_spreads():
    classes = np.zeros((20, 20), np.uint8)
    classes[2:10, 2:10] = 1
    classes[5, 5] = 0
    classes[15, 15] = 2
    assert (sieved(classes, 5) == classes).all()


def test_a_small_patch_takes_the_class_of_its_largest_neighbour():
    classes = np.repeat(np.array([[1, 1, 3, 2, 2, 2]], np.uint8), 4, axis=0)
    assert (sieved(classes, 5) == np.array([1, 1, 2, 2, 2, 2])).all()


@pytest.mark.parametrize("min_area_px", [0, 1])
def test_no_smallest_patch_changes_nothing(min_area_px):
    classes = blobs(50, 50, 3)
    assert (sieved(classes, min_area_px) == classes).all()


def test_rows_leave_before_the_last_ones_come():
    taken = []

    def strips():
        for row in range(0, 400, 10):
            taken.append(row)
            yield ClassRows(row, np.ones((10, 5), np.uint8))

    next(remove_small_patches(strips(), 400, 4))
    assert max(taken) < 60


def test_a_smallest_patch_of_more_pixels_than_there_are_is_no_error():
    classes = blobs(40, 30, 10, inside=True)
    assert len(np.unique(sieved(classes, 1_000_000))) > 1  # no neighbour is large enough to take the others in
    assert (sieved(np.full((40, 30), 3, np.uint8), 1_000_000) == 3).all()
