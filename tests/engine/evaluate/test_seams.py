"""Seams and shifts of class maps whose answer is known."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from torch import Tensor

from core.classes import parse_classes
from core.engine import Engine
from core.evaluate.seams import (
    measure_seams,
    meeting_lines,
    paired_ratio,
    ratio_by_chance,
    seam_ratio,
    shift_disagreement,
)
from core.job import Job
from core.softguided.network import Scene
from core.tiling.plan import plan_tiles
from tests.engine.colour_model import ColourModel


def ratio(classes: np.ndarray, rows: Sequence[int], cols: Sequence[int]) -> float:
    return seam_ratio([classes], [(rows, cols)])


def noise(size: int = 240, classes: int = 3) -> np.ndarray:
    return np.random.default_rng(0).integers(1, classes + 1, (size, size)).astype(np.uint8)


def test_noise_without_tiles_has_a_ratio_of_one() -> None:
    assert ratio(noise(), range(32, 240, 32), range(32, 240, 32)) == pytest.approx(1, abs=0.03)


def test_tiles_of_one_class_each_change_only_at_their_borders() -> None:
    tiles = np.kron(np.arange(1, 10).reshape(3, 3), np.ones((10, 10), int))
    tiles[4, 4] = 99
    found = ratio(tiles, (10, 20), (10, 20))
    assert found == pytest.approx(1 / (4 / (2 * 30 * 27)))


def test_only_the_given_lines_count_as_seams() -> None:
    bands = np.repeat(np.array([1, 1, 2, 2, 1, 1]), 5).reshape(6, 5)
    assert ratio(bands, (2,), ()) > 1
    assert ratio(bands, (1,), ()) == 0


@pytest.mark.parametrize("turned", [False, True])
def test_rows_and_columns_are_not_mixed_up(turned: bool) -> None:
    bands = np.repeat(np.array([1, 2, 2, 1, 1, 1]), 4).reshape(6, 4)
    lines: tuple[tuple[int, ...], tuple[int, ...]] = ((1,), ())
    found = ratio(bands.T, *lines[::-1]) if turned else ratio(bands, *lines)
    assert found == pytest.approx(1 / (4 / (4 * 4 + 6 * 3)))


def test_no_data_makes_no_seam() -> None:
    classes = noise()
    classes[:32] = 0
    with_hole = ratio(classes, (32,), (100,))
    assert with_hole == pytest.approx(ratio(classes[32:], (), (100,)))


def test_lines_outside_the_raster_are_skipped() -> None:
    assert ratio(noise(), (0, 50, 240, 999), ()) == ratio(noise(), (50,), ())


def test_ratio_without_seams_or_without_change_does_not_exist() -> None:
    assert math.isnan(ratio(noise(), (), ()))
    assert math.isnan(ratio(np.ones((9, 9), int), (3,), (3,)))


def test_a_road_under_a_line_is_no_seam_beside_maps_whose_tiles_meet_elsewhere() -> None:
    road = noise()
    road[:100], road[100:] = 1, 2
    moved = [((100,), ()), ((60,), ())]
    assert paired_ratio([road, road], moved) == pytest.approx(1)
    seamed = road.copy()
    seamed[60:, :120] = 2
    assert paired_ratio([road, seamed], moved) == pytest.approx((240 + 120) / (120 + 0))


def test_lines_of_noise_have_a_ratio_that_chance_has_too() -> None:
    classes = noise()
    low, high = ratio_by_chance([classes], [((80, 160), (80, 160))])
    assert 0.85 < low < 1 < high < 1.15
    assert low < ratio(classes, (80, 160), (80, 160)) < high


def test_a_tile_of_another_class_shows_beyond_chance() -> None:
    classes = noise(120, 2)
    classes[:, 60:] += 2
    high = ratio_by_chance([classes], [((), (60,))])[1]
    assert high < 1.3
    assert ratio(classes, (), (60,)) > 1.8


def test_few_lines_stray_further_by_chance_than_many() -> None:
    few, many = (ratio_by_chance([noise()], [(rows, ())]) for rows in ((120,), range(8, 240, 8)))
    assert few[0] < many[0] < 1 < many[1] < few[1]


def test_without_lines_chance_has_no_range() -> None:
    assert all(math.isnan(end) for end in ratio_by_chance([noise()], [((), ())]))


def test_disagreement_is_the_share_of_valid_pixels_that_differ() -> None:
    first, second = np.array([[1, 2, 3, 0]]), np.array([[1, 3, 1, 2]])
    assert shift_disagreement(first, second, np.array([[True, True, True, False]])) == pytest.approx(2 / 3)
    assert math.isnan(shift_disagreement(first, second, np.zeros((1, 4), bool)))


class Vignette(ColourModel):
    """Sees everything redder towards the right of a tile: what a network without enough context does."""

    def observe(self, images: Tensor) -> Scene:
        scene = super().observe(images)
        scene.dense[:, 0] += torch.linspace(-0.4, 0.4, scene.dense.shape[-1])
        return scene


def test_blending_hides_what_tiles_side_by_side_show(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(100, 156, (3, 100, 100)).astype(np.uint8).repeat(4, 1).repeat(4, 2)
    path = tmp_path / "r.tif"
    with rasterio.open(path, "w", driver="GTiff", height=400, width=400, count=3, dtype="uint8") as dataset:
        dataset.write(pixels)
    job = Job(str(path), parse_classes("red; green"), output="classes", tile=128, overlap=0.25, stretch="none")
    heard: list[tuple[int, int]] = []
    biased, exact = (
        measure_seams(job, Engine(model.eval(), torch.device("cpu")), lambda *maps: heard.append(maps))  # type: ignore[arg-type]
        for model in (Vignette(), ColourModel())
    )
    assert heard == 2 * [(done, 8) for done in range(1, 9)]
    assert exact.blended.moved == exact.joined.moved == 0
    assert exact.blended.paired == exact.joined.paired == 1
    assert biased.blended.ratio < 0.6 * biased.joined.ratio
    assert max(exact.blended.ratio, exact.joined.ratio) < biased.blended.ratio
    assert 1 < biased.blended.paired < 0.6 * biased.joined.paired
    assert 0.05 < biased.blended.moved <= biased.joined.moved


def test_tiles_meet_at_their_borders_and_between_their_centres() -> None:
    plan = plan_tiles(96, 96, 64, 0.5, 32)
    assert (plan.rows, plan.tile_height) == ((0, 32), 64)
    assert meeting_lines(plan, (1, 2)) == ([32, 48, 64], [64, 96, 128])
