"""The stitcher."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tiling.plan import plan_tiles
from core.tiling.stitch import Stitcher
from core.tiling.window import Axis, blend_weights

STRIDE = 4
CASES = [(300, 260, 128, 0.25), (301, 119, 96, 0.6), (50, 400, 128, 0.0), (64, 64, 64, 0.5), (203, 333, 64, 0.75)]


def cells(length):
    return -(-length // STRIDE)


def stitched(plan, classes, costs_of, hard=False):
    height, width = cells(plan.height), cells(plan.width)
    stitcher = Stitcher(classes, height, width, plan, STRIDE, hard=hard)
    bands = [band for tile in plan.tiles() for band in stitcher.add(tile, costs_of(tile))]
    row = 0
    for band in bands:
        assert band.row == row
        row += band.values.shape[1]
    assert row == height
    return np.concatenate([band.values for band in bands], axis=1)


def noise(classes, plan, seed=0):
    generator = np.random.default_rng(seed)
    size = (classes, plan.tile_height // STRIDE, plan.tile_width // STRIDE)
    made = {(t.row, t.col): generator.normal(size=size).astype(np.float32) for t in plan.tiles()}
    return lambda tile: torch.from_numpy(made[tile.row, tile.col])


def naive(plan, classes, costs_of):
    """Everything at once, on a canvas as large as the tiles together."""
    height, width = plan.rows[-1] + plan.tile_height, plan.cols[-1] + plan.tile_width
    canvas = np.zeros((classes, height // STRIDE, width // STRIDE))
    down = blend_weights(Axis([row // STRIDE for row in plan.rows], plan.tile_height // STRIDE))
    across = blend_weights(Axis([col // STRIDE for col in plan.cols], plan.tile_width // STRIDE))
    for tile in plan.tiles():
        weights = np.outer(down[tile.row_index], across[tile.col_index])
        rows = slice(tile.row // STRIDE, (tile.row + tile.height) // STRIDE)
        cols = slice(tile.col // STRIDE, (tile.col + tile.width) // STRIDE)
        canvas[:, rows, cols] += costs_of(tile).numpy() * weights
    return canvas[:, : cells(plan.height), : cells(plan.width)]


@pytest.mark.parametrize(("height", "width", "tile", "overlap"), CASES)
@pytest.mark.parametrize("classes", [1, 3])
def test_row_bands_equal_everything_at_once(height, width, tile, overlap, classes):
    plan = plan_tiles(height, width, tile, overlap)
    costs_of = noise(classes, plan)
    np.testing.assert_allclose(stitched(plan, classes, costs_of), naive(plan, classes, costs_of), atol=1e-5)


@given(st.integers(1, 300), st.integers(1, 300), st.integers(64, 128), st.floats(0, 0.75), st.booleans())
@settings(max_examples=60, deadline=None)
def test_constant_costs_stay_constant(height, width, tile, overlap, hard):
    plan = plan_tiles(height, width, tile, overlap)
    size = (2, plan.tile_height // STRIDE, plan.tile_width // STRIDE)
    whole = stitched(plan, 2, lambda _: torch.full(size, 3.5), hard)
    np.testing.assert_allclose(whole, 3.5, rtol=1e-5)


def test_three_hundred_classes_stitch():
    plan = plan_tiles(100, 100, 64, 0.25)
    costs_of = noise(300, plan)
    np.testing.assert_allclose(stitched(plan, 300, costs_of), naive(plan, 300, costs_of), atol=1e-5)


def test_a_hard_cut_takes_each_cell_from_one_tile():
    plan = plan_tiles(128, 224, 128, 0.25)
    ids = {tile.col: float(tile.col_index) for tile in plan.tiles()}
    size = (1, plan.tile_height // STRIDE, plan.tile_width // STRIDE)
    whole = stitched(plan, 1, lambda tile: torch.full(size, ids[tile.col]), hard=True)
    assert (plan.cols, whole[0, 0].tolist()) == ((0, 96), [0.0] * 28 + [1.0] * 28)


def test_rows_are_handed_over_as_soon_as_no_later_tile_touches_them():
    plan = plan_tiles(320, 128, 128, 0.25)
    stitcher = Stitcher(1, 80, 32, plan, STRIDE)
    ends = []
    for tile in plan.tiles():
        ends += [band.row + band.values.shape[1] for band in stitcher.add(tile, torch.zeros(1, 32, 32))]
    assert ends == [24, 48, 80]


def test_tiles_of_a_later_row_are_refused_while_one_is_missing():
    plan = plan_tiles(300, 300, 128, 0.25)
    *_, last = plan.tiles()
    with pytest.raises(ValueError, match="row 0 is not complete"):
        Stitcher(1, 75, 75, plan, STRIDE).add(last, torch.zeros(1, 32, 32))
