"""From the cost grid to the input grid."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.interpolate import BSpline
from torch.nn import functional

from core.decide import COST_SCALE
from core.tiling import upsample as module
from core.tiling.stitch import CostRows
from core.tiling.upsample import Upsampling, upsample

HALF_A_STEP = COST_SCALE / 2 + 1e-5


def cost_map(classes, height, width):
    return np.random.default_rng(height * width).normal(0, 4, (classes, height, width)).astype(np.float32)


def in_bands(costs, cuts):
    edges = [0, *sorted({cut % costs.shape[1] for cut in cuts} - {0}), costs.shape[1]]
    return [CostRows(a, costs[:, a:b]) for a, b in pairwise(edges)]


def streamed(costs, cuts, upsampling):
    strips = list(upsample(in_bands(costs, cuts), upsampling))
    assert [strip.row for strip in strips] == np.cumsum([0, *(s.values.shape[1] for s in strips[:-1])]).tolist()
    stored = np.concatenate([strip.values for strip in strips], axis=1)
    assert stored.dtype == np.int16
    return stored * COST_SCALE


def whole(costs, upsampling):
    """The whole map at once, in double precision: along columns, then along rows; constant beyond the outer centres."""
    for axis, length, factor in (
        (1, upsampling.height, upsampling.row_factor),
        (2, upsampling.width, upsampling.col_factor),
    ):
        places = (np.arange(length) + 0.5) / factor - 0.5
        along = straight if upsampling.linear else splined
        costs = np.apply_along_axis(along, axis, costs, places)
    return costs


def straight(line, places):
    return np.interp(places, np.arange(len(line)), line)


def splined(line, places):
    """A B-spline of the fifth degree whose control points are the samples, the outermost of them for ever."""
    reach = 5 + math.ceil(max(-places.min(), places.max() - len(line)))
    points = np.pad(line, reach, mode="edge")
    return BSpline(np.arange(len(points) + 6) - reach - 3, points, 5)(places)


factors = st.one_of(st.sampled_from([1.0, 2.0, 4.0, 8.0]), st.floats(0.3, 9))


@given(
    st.integers(1, 24), st.integers(1, 24), factors, factors, st.lists(st.integers(0, 23), max_size=6), st.booleans()
)
@settings(max_examples=150, deadline=None)
def test_bands_equal_the_whole_map_at_once(rows, cols, row_factor, col_factor, cuts, linear):
    costs = cost_map(2, rows, cols)
    height, width = max(1, math.floor(rows * row_factor)), max(1, math.floor(cols * col_factor))
    upsampling = Upsampling(rows, height, width, row_factor, col_factor, linear)
    np.testing.assert_allclose(streamed(costs, cuts, upsampling), whole(costs, upsampling), atol=HALF_A_STEP)


@pytest.mark.parametrize("factor", [1, 2, 3, 4, 8])
def test_linear_whole_factors_equal_torch_without_aligned_corners(factor):
    costs = cost_map(3, 11, 7)
    by_torch = functional.interpolate(torch.from_numpy(costs)[None], scale_factor=factor, mode="bilinear")[0].numpy()
    upsampling = Upsampling(11, 11 * factor, 7 * factor, factor, factor, linear=True)
    np.testing.assert_allclose(streamed(costs, [1, 6], upsampling), by_torch, atol=HALF_A_STEP)


def changes_by_phase(costs, *, linear):
    """How often the class changes across the lines between pixels, by their place in a cell of 4 px, over the mean."""
    side = costs.shape[1] * 4
    winners = streamed(costs, [], Upsampling(costs.shape[1], side, side, 4.0, 4.0, linear)).argmax(axis=0)
    changes = (winners[1:] != winners[:-1]).mean(axis=1)[3:-4].reshape(-1, 4).mean(axis=0)
    return changes / changes.mean()


def test_classes_change_as_often_on_the_borders_of_cells_as_elsewhere():
    noise = torch.from_numpy(cost_map(5, 400, 400))
    for side in (3, 5):
        smooth = functional.avg_pool2d(noise, side, 1).numpy()
        assert abs(changes_by_phase(smooth, linear=False) - 1).max() < 0.025  # a cubic one: 0.05
        assert changes_by_phase(smooth, linear=True)[0] > 1.05  # that is why


@pytest.mark.parametrize("factor", [4.0, 3.7])
def test_strips_stay_small_and_join_exactly(monkeypatch, factor):
    monkeypatch.setattr(module, "_STRIP_BYTES", 4096)
    costs = cost_map(3, 20, 17)
    upsampling = Upsampling(20, 73, 60, factor, factor)
    strips = list(upsample(in_bands(costs, [5, 6]), upsampling))
    assert max(strip.values.nbytes for strip in strips) <= 4096
    joined = np.concatenate([strip.values for strip in strips], axis=1)
    np.testing.assert_allclose(joined * COST_SCALE, whole(costs, upsampling), atol=HALF_A_STEP)


def test_a_grid_that_ends_inside_the_last_cell_is_cut_there():
    costs = cost_map(1, 5, 6)
    upsampling = Upsampling(5, 18, 21, 4.0, 4.0)
    assert streamed(costs, [2], upsampling).shape == (1, 18, 21)
    np.testing.assert_allclose(streamed(costs, [2], upsampling), whole(costs, upsampling), atol=HALF_A_STEP)


def test_three_hundred_classes_are_three_hundred_maps():
    costs = cost_map(300, 9, 8)
    upsampling = Upsampling(9, 36, 32, 4.0, 4.0)
    np.testing.assert_allclose(streamed(costs, [3, 7], upsampling), whole(costs, upsampling), atol=HALF_A_STEP)


@pytest.mark.parametrize("linear", [True, False])
def test_stored_costs_stop_at_32_logits(linear):
    costs = np.array([[[-1e6, -1e6, -1e6, -1e6, 0, 1e6, 1e6, 32, 1e6]]], np.float32)
    stored = streamed(costs, [], Upsampling(1, 1, 9, 1.0, 1.0, linear)).ravel().tolist()
    assert (stored[:2], stored[-2:], stored[4]) == ([-32, -32], [32, 32], 0)
