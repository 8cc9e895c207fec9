"""Blending weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tiling.plan import plan_tiles
from core.tiling.window import Axis, blend_weights, nearest_weights


def total(axis, weights):
    sums = np.zeros(axis.starts[-1] + axis.tile)
    for start, weight in zip(axis.starts, weights, strict=True):
        sums[start : start + axis.tile] += weight
    return sums


@pytest.mark.parametrize("make", [blend_weights, nearest_weights])
@given(length=st.integers(1, 800), tile=st.integers(64, 256), overlap=st.floats(0, 0.75), shift=st.integers(0, 200))
@settings(max_examples=150, deadline=None)
def test_weights_are_never_negative_and_add_up_to_one(make, length, tile, overlap, shift):
    plan = plan_tiles(length, length, tile, overlap, shift=shift)
    axis = Axis([start // 4 for start in plan.rows], plan.tile_height // 4)
    weights = make(axis)
    assert all((weight >= 0).all() for weight in weights)
    np.testing.assert_allclose(total(axis, weights), 1, atol=1e-6)


def test_a_single_tile_counts_fully_up_to_its_borders():
    assert (blend_weights(Axis([0], 16))[0] == 1).all()


def test_weights_rise_smoothly_and_leave_the_margin_to_the_neighbour():
    first, second = blend_weights(Axis([0, 64], 128))
    assert (first[:64] == 1).all()
    assert (second[64:] == 1).all()
    assert second[:8].max() < 0.01
    assert (np.diff(second[:64]) >= 0).all()
    assert np.diff(second[:64]).max() < 0.05
    np.testing.assert_allclose(first[64:], second[:64][::-1], atol=1e-6)


def test_a_hard_cut_lies_midway_between_centres():
    first, second = nearest_weights(Axis([0, 10], 20))
    assert first.tolist() == [1] * 15 + [0] * 5
    assert second.tolist() == [0] * 5 + [1] * 15
