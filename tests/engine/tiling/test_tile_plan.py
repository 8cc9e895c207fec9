"""The plan of tiles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadOption
from core.tiling.plan import plan_tiles

plans = st.builds(
    plan_tiles,
    height=st.integers(1, 700),
    width=st.integers(1, 700),
    tile=st.integers(64, 400),
    overlap=st.floats(0, 0.75),
    shift=st.integers(0, 500),
)


@given(plans)
@settings(max_examples=200, deadline=None)
def test_every_pixel_lies_in_a_tile(plan):
    covered = np.zeros((plan.height, plan.width), bool)
    for tile in plan.tiles():
        covered[tile.row : tile.row + tile.height, tile.col : tile.col + tile.width] = True
    assert covered.all()


@given(plans)
@settings(max_examples=200, deadline=None)
def test_tiles_fit_the_model_and_the_cost_grid(plan):
    assert plan.tile_height % 32 == plan.tile_width % 32 == 0
    assert all(start % 32 == 0 for start in plan.rows + plan.cols)
    for starts, side, length in ((plan.rows, plan.tile_height, plan.height), (plan.cols, plan.tile_width, plan.width)):
        assert starts == tuple(sorted(set(starts)))
        assert starts[0] == 0
        assert starts[-1] + side < length + 32


@given(plans, st.floats(0, 0.75))
@settings(max_examples=100, deadline=None)
def test_neighbours_share_at_least_the_overlap(plan, overlap):
    plan = plan_tiles(plan.height, plan.width, 128, overlap)
    steps = np.diff(plan.rows)
    assert (steps <= max(plan.tile_height * (1 - overlap), 32)).all()


def test_tiles_come_row_by_row_and_know_their_place():
    plan = plan_tiles(300, 200, tile=128, overlap=0.25)
    tiles = list(plan.tiles())
    assert (plan.rows, plan.cols) == ((0, 96, 192), (0, 96))
    assert len(plan) == len(tiles) == 6
    assert [(t.row_index, t.col_index) for t in tiles] == [(i, j) for i in range(3) for j in range(2)]
    assert [t.first_in_row for t in tiles] == [True, False] * 3
    assert [t.last_in_row for t in tiles] == [False, True] * 3


def test_a_small_raster_gets_one_tile_rounded_up():
    plan = plan_tiles(70, 33, tile=512, overlap=0.5)
    assert (plan.tile_height, plan.tile_width, plan.rows, plan.cols) == (96, 64, (0,), (0,))


def test_a_model_may_want_tiles_larger_than_the_chosen_ones():
    plan = plan_tiles(500, 500, tile=64, overlap=0.75, multiple=112)
    assert (plan.tile_height, plan.rows) == (112, (0, 112, 224, 336, 448))


def test_a_shift_moves_the_lattice():
    still, shifted = plan_tiles(600, 600, 128, 0.25), plan_tiles(600, 600, 128, 0.25, shift=70)
    assert still.rows[1:-1] == (96, 192, 288, 384)
    assert shifted.rows[1:-1] == (64, 160, 256, 352, 448)


@pytest.mark.parametrize(("tile", "overlap"), [(63, 0.2), (0, 0), (128, 0.76), (128, -0.1), (128, float("nan"))])
def test_unusable_tiles_are_refused_with_a_sentence(tile, overlap):
    with pytest.raises(BadOption, match=r"\.$"):
        plan_tiles(500, 500, tile, overlap)
