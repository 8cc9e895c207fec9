"""Learning a balance from polygons whose right answer is known."""

from __future__ import annotations

import json

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.crs import CRS

from core import cli
from core.calibrate.calibrate import calibrate, folds_of
from core.calibrate.fit import Setting, decide_samples, fit, share_found, thresholds_for, weights_of
from core.calibrate.result import CalibratedClass, Calibration, read_calibration, write_calibration
from core.calibrate.samples import Samples, take_samples
from core.classes import parse_classes
from core.errors import BadOption
from core.follow_up import CalibrateJob
from core.raster.cost_raster import CostRaster, CostWriter
from core.raster.grid import Grid
from core.service.operations import perform

SIDE, CELL = 120, 20
GRID = Grid(CRS.from_epsg(32633), Affine(1, 0, 500_000, 0, -1, 5_800_000), SIDE, SIDE)
CLASSES = parse_classes("grass; Tree; water")
TRUTH = np.indices((6, 6)).sum(axis=0) % 2  # a chess board of grass (0) and tree (1), in cells of 20 px
SHIFT = 2.5


def logits(shift: float = SHIFT, noise: float = 0.3) -> np.ndarray:
    """Costs (3, H, W) that are right when tree is given `shift` more; water never wins."""
    truth = TRUTH.repeat(CELL, 0).repeat(CELL, 1)
    found = np.random.default_rng(0).normal(0, noise, (3, SIDE, SIDE))
    found[0] += np.where(truth == 0, 1, -1)
    found[1] += np.where(truth == 1, 1, -1) - shift
    found[2] -= 9
    return found


def write_costs(path, values: np.ndarray):
    with CostWriter(path, GRID, CLASSES, {"SOFTSEG_VERSION": "0", "SOFTSEG_REVISION": "c0ffee"}) as writer:
        writer.write(0, np.rint(values / 0.001).astype(np.int16), np.ones((SIDE, SIDE), bool))
    return path


def square(row: int, col: int, crs: int = 32633) -> shapely.Polygon:
    """The inner part of a cell of the board."""
    left, top = 500_000 + CELL * col + 4, 5_800_000 - CELL * row - 4
    return shapely.box(left, top - 12, left + 12, top)


def write_polygons(path, cells, names=("grass", "tree")):
    shapes = np.array([square(*cell) for cell in cells], object)
    kinds = np.array([names[sum(cell) % 2] for cell in cells], object)
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(shapes),
        field_data=[kinds],
        fields=["kind"],
        geometry_type="Polygon",
        crs="EPSG:32633",
    )
    return str(path)


BOARD = [(row, col) for row in range(0, 6, 2) for col in range(4)]


@pytest.fixture
def costs(tmp_path):
    return write_costs(tmp_path / "costs.tif", logits())


@pytest.fixture
def polygons(tmp_path):
    return write_polygons(tmp_path / "board.gpkg", BOARD)


def test_a_class_that_is_held_back_is_given_what_it_lacks(costs, polygons):
    learnt = calibrate(costs, polygons, "kind")
    lift = learnt.balance.get("Tree", 0) - learnt.balance.get("grass", 0)
    assert 0.5 < lift < SHIFT
    assert learnt.after > 0.9 > 0.6 > learnt.before
    assert "water" not in learnt.balance
    assert [each.polygons for each in learnt.classes] == [6, 6, 0]
    assert "holds for this raster alone" in learnt.sentences()[-1]


def test_shifts_are_steps_of_the_sliders(costs, polygons):
    for shift in calibrate(costs, polygons, "kind").balance.values():
        assert abs(shift) <= 3
        assert shift == round(shift, 1)


def test_costs_that_are_right_already_stay_as_they_are(tmp_path, polygons):
    learnt = calibrate(write_costs(tmp_path / "good.tif", logits(0)), polygons, "kind")
    assert (learnt.balance, learnt.thresholds) == ({}, {})
    assert "Nothing is changed" in learnt.sentences()[0]


def test_pixels_are_drawn_evenly_from_all_rows_of_a_polygon(tmp_path):
    """The logit of grass is the row: what is kept of one polygon over several rows of blocks has to hold all rows."""
    values = np.zeros((3, 1200, SIDE))
    values[0] = np.arange(1200)[:, None] / 100
    grid = Grid(GRID.crs, GRID.transform, 1200, SIDE)
    with CostWriter(tmp_path / "tall.tif", grid, CLASSES, {}) as writer:
        writer.write(0, np.rint(values / 0.001).astype(np.int16), np.ones((1200, SIDE), bool))
    shape = shapely.box(500_000, 5_800_000 - 1200, 500_000 + SIDE, 5_800_000)
    columns = {"field_data": [np.array(["grass"], object)], "fields": ["kind"]}
    place = {"geometry_type": "Polygon", "crs": "EPSG:32633"}
    pyogrio.raw.write(tmp_path / "tall.gpkg", geometry=shapely.to_wkb(np.array([shape])), **columns, **place)
    with CostRaster.open(tmp_path / "tall.tif") as costs:
        samples = take_samples(costs, str(tmp_path / "tall.gpkg"), "kind")
    assert len(samples) == 20_000
    assert samples.costs[:, 0].mean() == pytest.approx(6, abs=0.15)


def test_chance_is_not_taken_for_knowledge(tmp_path, polygons):
    """Every polygon has its own bias: what suits those that were learnt from does not suit the one left out."""
    values = np.random.default_rng(3).normal(0, 2, (3, 6, 6)).repeat(CELL, 1).repeat(CELL, 2)
    learnt = calibrate(write_costs(tmp_path / "noise.tif", values), polygons, "kind")
    assert learnt.before <= learnt.after < 0.75


def test_no_polygon_is_judged_by_what_was_learnt_from_it():
    polygons = np.repeat(np.arange(9), 5)
    labels = np.repeat([0, 0, 0, 1, 1, 1, 1, 2, 2], 5)
    folds = folds_of(Samples(np.zeros((45, 3), np.float32), labels, polygons, CLASSES), seed=0)
    assert all(len(set(folds[polygons == polygon])) == 1 for polygon in range(9))
    for fold in set(folds):
        assert set(labels[folds != fold]) == {0, 1, 2}


def test_a_large_polygon_counts_no_more_than_a_small_one():
    labels, polygons = np.array([0] * 90 + [0] * 10 + [1] * 5), np.array([0] * 90 + [1] * 10 + [2] * 5)
    weights = weights_of(Samples(np.zeros((105, 2), np.float32), labels, polygons, parse_classes("a; b")))
    assert [weights[polygons == k].sum() for k in range(3)] == pytest.approx([0.25, 0.25, 0.5])


def test_share_found_is_the_mean_over_classes():
    samples = Samples(np.zeros((6, 2), np.float32), np.array([0] * 4 + [1] * 2), np.array([0] * 4 + [1] * 2), CLASSES)
    assert share_found(samples, np.array([0, 0, 0, 1, 1, 0])) == pytest.approx((3 / 4 + 1 / 2) / 2)


def biased(polygons: int, bias: float = 3.0) -> Samples:
    """Two classes with overlapping costs, the second held back by `bias`; that many polygons of 20 px of each."""
    labels = np.repeat([0, 1], 20 * polygons)
    costs = np.random.default_rng(1).normal(0, 1, (len(labels), 2)) + 2 * np.eye(2)[labels] + [bias, 0]
    return Samples(costs.astype(np.float32), labels, np.arange(len(labels)) // 20, parse_classes("a; b"))


def test_the_more_polygons_the_farther_classes_are_moved():
    lifts = []
    for polygons in (2, 6, 30, 200):
        first, second = fit(biased(polygons), np.array([True, True])).balance
        lifts.append(second - first)
    assert lifts == sorted(lifts)
    assert lifts[0] < 1.2
    assert lifts[-1] == pytest.approx(3, abs=0.5)


def test_what_may_not_move_does_not():
    setting = fit(biased(30), np.array([False, True]))
    assert setting.balance[0] == 0
    assert setting.balance[1] > 1


def test_what_is_wrong_where_it_is_unsure_is_left_open():
    labels = np.repeat([0, 1], 200)
    costs = np.where(np.eye(2)[labels] > 0, 2.0, -2.0)
    unsure = np.tile(np.arange(200) < 60, 2)
    costs[unsure] = np.where(np.eye(2)[labels][unsure] > 0, -2.5, -2.0)  # wrong, and hardly anything fits
    samples = Samples(costs.astype(np.float32), labels, np.arange(400) % 10 + 10 * labels, parse_classes("a; b"))
    setting = fit(samples, np.array([False, True]))
    assert ((setting.thresholds > 0.1) & (setting.thresholds < 0.9)).all()
    decided, sure = decide_samples(samples, setting)
    assert (sure == ~unsure).all()
    assert (decided[sure] == labels[sure]).all()


def test_only_the_class_that_is_wrong_where_it_is_unsure_needs_more():
    labels = np.repeat([0, 1, 0, 1], 100)
    winner = np.repeat([0, 1, 1, 1], 100)  # of the third hundred, b takes what is a
    costs = np.where(np.eye(2)[winner] > 0, 3.0, -3.0)
    costs[200:] = np.where(np.eye(2)[winner[200:]] > 0, -0.5, -3.0)
    costs[300:, 0], costs[300:, 1] = -3.0, 2.0
    samples = Samples(costs.astype(np.float32), labels, np.arange(400) // 10, parse_classes("a; b"))
    setting = Setting(np.zeros(2), thresholds_for(samples, np.zeros(2)))
    assert setting.thresholds[0] == 0
    assert 0.38 < setting.thresholds[1] < 0.9
    decided, sure = decide_samples(samples, setting)
    assert sure.tolist() == [True] * 200 + [False] * 100 + [True] * 100
    assert (decided[sure] == labels[sure]).all()


def test_what_is_left_open_by_class_is_in_the_table_the_file_and_the_sentences(tmp_path):
    rows = tuple(
        CalibratedClass(name, 3, 60, True, 0.0, limit, 0.8, 0.8) for name, limit in (("grass", 0.0), ("Tree", 0.55))
    )
    learnt = Calibration("costs.tif", "abc", 0.8, 0.8, rows)
    assert learnt.thresholds == {"Tree": 0.55}
    assert "below: Tree 0.55." in " ".join(learnt.sentences())
    write_calibration(tmp_path / "c.json", learnt)
    assert dict(read_calibration(tmp_path / "c.json").thresholds) == {"Tree": 0.55}


@pytest.mark.parametrize(
    ("cells", "names", "field", "sentence"),
    [
        (BOARD, ("grass", "oak"), "kind", "no class “oak”"),
        ([(0, 0), (0, 1), (0, 2)], ("grass", "tree"), "kind", "too few polygons .* 2 of grass, 1 of Tree"),
        (BOARD[::2], ("grass", "tree"), "kind", "too few"),
        (BOARD, ("grass", "tree"), "sort", "no field “sort”"),
        ([(900, 0), (900, 1)], ("grass", "tree"), "kind", "lies on the ground"),
    ],
)
def test_polygons_that_teach_nothing_are_refused_in_a_sentence(tmp_path, costs, cells, names, field, sentence):
    with pytest.raises(BadOption, match=sentence):
        calibrate(costs, write_polygons(tmp_path / "p.gpkg", cells, names), field)


def test_what_was_learnt_travels_through_a_file(tmp_path, costs, polygons):
    learnt = calibrate(costs, polygons, "kind")
    write_calibration(tmp_path / "c.json", learnt)
    read = read_calibration(tmp_path / "c.json")
    assert (dict(read.balance), dict(read.thresholds), read.costs) == (learnt.balance, learnt.thresholds, "costs.tif")
    (tmp_path / "other.json").write_text('{"balance": {}}')
    with pytest.raises(BadOption, match="no calibration"):
        read_calibration(tmp_path / "other.json")


def test_commands_learn_and_decide_again(tmp_path, costs, polygons, capfd):
    learnt, output = tmp_path / "learnt.json", tmp_path / "classes.tif"
    assert cli.main(["calibrate", str(costs), polygons, "--field", "kind", "--output", str(learnt)]) == 0
    assert "holds for this raster alone" in " ".join(capfd.readouterr().out.split())
    assert cli.main(["redecide", str(costs), "--calibration", str(learnt), "--output", str(output), "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["warnings"] == []
    with rasterio.open(output) as dataset:
        truth = TRUTH.repeat(CELL, 0).repeat(CELL, 1) + 1
        assert (dataset.read(1) == truth).mean() > 0.9
    assert cli.main(["calibrate", str(costs), polygons, "--field", "kind", "--output", str(learnt), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["outputs"] == {"calibration": str(learnt)}
    other = write_costs(tmp_path / "other.tif", logits())
    words = ["redecide", str(other), "--calibration", str(learnt), "--output", str(output), "--json"]
    assert cli.main([*words, "--balance", "tree=-30; grass=-30"]) == 0
    assert "costs.tif" in json.loads(capfd.readouterr().out)["warnings"][0]
    with rasterio.open(output) as dataset:
        assert set(np.unique(dataset.read(1))) == {3}


def test_worker_answers_with_the_balance(costs, polygons):
    done = perform("calibrate", CalibrateJob(str(costs), polygons, "kind").to_dict(), lambda event: None, lambda: False)
    assert done.stats["balance"]
    assert done.outputs == {}
