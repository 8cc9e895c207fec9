"""Overviews, made while rows are written."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
import rasterio

from core.raster.pyramid import Pyramid, halve_by_mean, halve_by_mode


def mode_of_four(values):
    counts = Counter(value for value in values if value)
    return max(counts, key=counts.get) if counts else 0


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_the_mode_of_four_leaves_out_zeros_and_prefers_the_first(dtype):
    four = np.stack(np.meshgrid(*[np.arange(4)] * 4, indexing="ij"), axis=-1).reshape(-1, 2, 2).astype(dtype) * 60
    pixels = four.transpose(1, 0, 2).reshape(2, -1)
    assert halve_by_mode(pixels)[0].tolist() == [mode_of_four(each.ravel().tolist()) for each in four]


def test_the_mean_of_four_leaves_out_missing_values():
    nan = np.nan
    pixels = np.array([[1, 2, nan, 3, nan, nan], [3, 6, nan, 5, nan, nan]], np.float32)
    np.testing.assert_array_equal(halve_by_mean(pixels), np.array([[3, 4, nan]], np.float32))


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("rows", [1, 3, 50])
def test_levels_do_not_depend_on_how_rows_come_in(tmp_path, rows):
    pixels = np.random.default_rng(0).integers(0, 3, (45, 37), dtype=np.uint8)
    pyramid = Pyramid(tmp_path, 45, 37, 8, 0, pixels.dtype, halve_by_mode)
    for row in range(0, 45, rows):
        pyramid.write(pixels[row : row + rows])
    levels = pyramid.finish()
    assert len(levels) == 3
    for path in levels:
        pixels = halve_by_mode(np.pad(pixels, [(0, side % 2) for side in pixels.shape]))
        with rasterio.open(path) as dataset:
            assert (dataset.read(1) == pixels).all()


def test_a_raster_of_one_block_has_no_levels(tmp_path):
    pyramid = Pyramid(tmp_path, 8, 8, 8, 0, np.dtype(np.uint8), halve_by_mode)
    pyramid.write(np.ones((8, 8), np.uint8))
    assert pyramid.finish() == []
