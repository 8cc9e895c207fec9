"""The scene prior: windows, what they add to scores, and how that is spread over cells."""

from __future__ import annotations

import math

import pytest
import torch

from core.vlm.scene_prior import LEAST, STRENGTH, scene_shift, scene_windows, spread_over, window_starts

TEXTS = torch.eye(3)


@pytest.mark.parametrize(
    ("length", "side", "starts"),
    [(32, 32, [0]), (20, 32, [0]), (48, 32, [0, 16]), (64, 32, [0, 16, 32]), (50, 32, [0, 9, 18])],
)
def test_windows_cover_a_length_and_overlap_by_half(length: int, side: int, starts: list[int]) -> None:
    assert window_starts(length, side) == starts


def test_windows_hold_what_lies_under_them() -> None:
    images = torch.arange(2 * 3 * 48 * 64, dtype=torch.float32).reshape(2, 3, 48, 64)
    windows = scene_windows(images, 32)
    assert windows.shape == (2, 2, 3, 3, 32, 32)
    assert torch.equal(windows[1, 1, 2], images[1, :, 16:48, 32:64])


def test_a_small_image_is_one_stretched_window() -> None:
    windows = scene_windows(torch.full((1, 3, 16, 24), 0.3), 32)
    assert windows.shape == (1, 1, 1, 3, 32, 32)
    assert torch.allclose(windows, torch.tensor(0.3))


def test_the_likeliest_class_keeps_its_score_and_none_sinks_too_far() -> None:
    scenes = torch.tensor([[0.9, 0.1, 0.0], [0.0, 0.0, 1.0]]).T[None, :, :, None]  # two windows, one above the other
    shift = scene_shift(scenes, TEXTS)
    assert shift.shape == (1, 3, 2, 1)
    assert shift[0, :, 0, 0].tolist() == pytest.approx([0, STRENGTH * math.log(LEAST), STRENGTH * math.log(LEAST)])
    assert shift[0, 2, 1, 0] == 0
    assert (shift <= 0).all()


def test_it_multiplies_probabilities_with_a_power_of_the_scenes() -> None:
    scene = torch.tensor([1.0, 0.98, 0.0])[None, :, None, None]
    shift = scene_shift(scene, TEXTS, strength=1.0)[0, :, 0, 0]
    cosines = torch.nn.functional.normalize(scene[0, :, 0, 0], dim=0)
    chances = torch.softmax(50 * cosines, dim=0)
    assert shift[1] == pytest.approx(float(torch.log(chances[1] / chances[0])), abs=1e-5)


def test_without_strength_nothing_changes() -> None:
    assert scene_shift(torch.rand(1, 3, 2, 2), TEXTS, strength=0.0).abs().max() == 0


def test_it_is_linear_between_the_centres_of_windows_and_constant_beyond() -> None:
    values = torch.tensor([0.0, 1.0])[None, None, None]  # two windows of half a side, beside each other
    spread = spread_over(values, (1, 8), (1.0, 0.5))[0, 0, 0]
    assert spread.tolist() == pytest.approx([0, 0, 0.125, 0.375, 0.625, 0.875, 1, 1], abs=1e-4)


def test_one_window_counts_everywhere_alike() -> None:
    assert torch.equal(spread_over(torch.full((1, 2, 1, 1), -0.5), (3, 5), (1.0, 1.0)), torch.full((1, 2, 3, 5), -0.5))
