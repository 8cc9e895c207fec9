"""What stands in for pixels that are no data."""

from __future__ import annotations

import numpy as np
import pytest

from core.raster.fill import mirror


def filled(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    changed = values.astype(np.float32)
    mirror(changed, valid)
    assert np.array_equal(changed[:, valid], values[:, valid])
    return changed


def test_what_lies_as_far_inside_the_edge_comes_first_and_then_the_edge() -> None:
    line = np.array([[[5, 6, 7, 0, 0, 0, 0]]])
    assert filled(line, line[0] > 0)[0, 0].tolist() == [5, 6, 7, 6, 5, 7, 7]


def test_a_hole_too_wide_for_a_strip_of_data_takes_its_edge() -> None:
    line = np.array([[[0, 0, 3, 0, 0]]])
    assert filled(line, line[0] > 0)[0, 0].tolist() == [3] * 5


def test_all_channels_come_from_the_same_place() -> None:
    rows, cols = np.mgrid[:40, :50]
    places = np.stack([rows, cols, rows * 50 + cols])
    done = filled(places, rows + cols < 45)
    assert np.array_equal(done[2], done[0] * 50 + done[1])
    assert (done[0] + done[1]).max() < 45


@pytest.mark.parametrize("side", ["slanted", "scattered"])
def test_texture_goes_on_beyond_the_edge(side: str) -> None:
    chance = np.random.default_rng(0)
    values = chance.random((3, 128, 128), np.float32)
    rows, cols = np.mgrid[:128, :128]
    valid = rows + 0.4 * cols < 100 if side == "slanted" else chance.random((128, 128)) < 0.8
    outside = filled(values, valid)[:, ~valid]
    assert outside.std() == pytest.approx(values.std(), rel=0.1)


def test_without_holes_nothing_changes() -> None:
    values = np.random.default_rng(0).random((3, 8, 8), np.float32)
    assert np.array_equal(filled(values, np.ones((8, 8), bool)), values)
