"""Deciding anew from stored costs."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS

from core.classes import parse_classes
from core.decide import Decision, decide
from core.errors import BadOption, BadOutput, BadRaster, Cancelled
from core.raster.cost_raster import CostWriter, StoredRows
from core.raster.grid import Grid
from core.raster.write import ClassRasterWriter, ConfidenceWriter
from core.redecide import redecide, write_decided

HEIGHT, WIDTH = 230, 170
GRID = Grid(CRS.from_epsg(32632), Affine(2, 0, 500_000, 0, -2, 5_000_000), HEIGHT, WIDTH)
CLASSES = parse_classes("building: house, roof #ff0000; 水; never")
TAGS = {"SOFTSEG_VERSION": "0.1.0", "SOFTSEG_MODEL": "starter"}


def stored_rows(step=50):
    generator = np.random.default_rng(0)
    coarse = generator.normal(0, 3000, (3, HEIGHT // 10, WIDTH // 10)).repeat(10, 1).repeat(10, 2)
    costs = (coarse + generator.normal(0, 1500, coarse.shape)).astype(np.int16)
    costs[2] = -30_000
    valid = np.ones((HEIGHT, WIDTH), bool)
    valid[:40, :60] = False
    for row in range(0, HEIGHT, step):
        yield StoredRows(row, costs[:, row : row + step], valid[row : row + step])


@pytest.fixture
def costs_path(tmp_path):
    with CostWriter(tmp_path / "costs.tif", GRID, CLASSES, TAGS) as writer:
        for rows in stored_rows():
            writer.write(rows.row, rows.costs, rows.valid)
    return tmp_path / "costs.tif"


def read(path):
    with rasterio.open(path) as dataset:
        return dataset.read(1)


@pytest.mark.parametrize(
    "decision",
    [Decision(), Decision((0.5, -3.0, 0.0)), Decision(unsure=0.7), Decision((0.0, 0.2, 0.0), 0.55, min_area_px=12)],
)
def test_deciding_anew_equals_the_run_that_stored_the_costs(tmp_path, costs_path, decision):
    fresh_classes, fresh_confidence = tmp_path / "fresh.tif", tmp_path / "fresh_confidence.tif"
    with (
        ClassRasterWriter(fresh_classes, GRID, CLASSES, TAGS) as classes,
        ConfidenceWriter(fresh_confidence, GRID, TAGS) as confidence,
    ):
        fresh = write_decided(stored_rows(), decision, classes, confidence)
    again = redecide(costs_path, tmp_path / "again.tif", decision, tmp_path / "again_confidence.tif")
    assert again == fresh
    assert (read(tmp_path / "again.tif") == read(fresh_classes)).all()
    np.testing.assert_array_equal(read(tmp_path / "again_confidence.tif"), read(fresh_confidence))


def test_the_class_raster_holds_what_deciding_gives(tmp_path, costs_path):
    decision = Decision((0.5, -3.0, 0.0), 0.6)
    redecide(costs_path, tmp_path / "classes.tif", decision)
    expected = np.concatenate([decide(rows.costs, rows.valid, decision).classes for rows in stored_rows()])
    assert (read(tmp_path / "classes.tif") == expected).all()


def test_small_patches_are_gone(tmp_path, costs_path):
    redecide(costs_path, tmp_path / "all.tif", Decision())
    redecide(costs_path, tmp_path / "large.tif", Decision(min_area_px=20))
    edges = [(np.diff(read(tmp_path / name).astype(int)) != 0).sum() for name in ("all.tif", "large.tif")]
    assert edges[1] < edges[0] / 2
    assert ((read(tmp_path / "all.tif") == 0) == (read(tmp_path / "large.tif") == 0)).all()


def test_areas_count_what_was_written_and_know_classes_without_a_pixel(tmp_path, costs_path):
    areas = redecide(costs_path, tmp_path / "classes.tif", Decision())
    ids = read(tmp_path / "classes.tif")
    assert [each.pixels for each in areas.classes] == [(ids == i).sum() for i in (1, 2, 3)]
    assert areas.classes[2].pixels == 0
    assert areas.unlabelled_pixels == 40 * 60
    table = (tmp_path / "classes.tif.aux.xml").read_text(encoding="utf-8")
    assert all(f"<Name>{name}</Name>" in table for name in ("pixel_count", "share", "area_m2"))
    assert repr(areas.classes[0].area_m2) in table


def test_tags_names_and_place_come_from_the_costs(tmp_path, costs_path):
    redecide(costs_path, tmp_path / "classes.tif", Decision(), tmp_path / "confidence.tif")
    for name in ("classes.tif", "confidence.tif"):
        with rasterio.open(tmp_path / name) as dataset:
            assert TAGS.items() <= dataset.tags().items()
            assert Grid.of(dataset) == GRID


def test_progress_reaches_the_last_row_and_may_stop_the_run(tmp_path, costs_path):
    seen = []
    redecide(costs_path, tmp_path / "classes.tif", Decision(), on_progress=lambda *state: seen.append(state))
    assert seen[-1] == (HEIGHT, HEIGHT)

    def stop(done, total):
        raise Cancelled("The run was cancelled; nothing was written.")

    with pytest.raises(Cancelled):
        redecide(costs_path, tmp_path / "other.tif", Decision(), on_progress=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["classes.tif", "classes.tif.aux.xml", "costs.tif"]


def test_its_own_earlier_output_is_replaced(tmp_path, costs_path):
    for decision in (Decision(), Decision((-60 / 2, 0.0, 0.0))):
        redecide(costs_path, tmp_path / "classes.tif", decision)
    assert 1 not in read(tmp_path / "classes.tif")


@pytest.mark.parametrize(
    ("output", "decision", "error"),
    [
        ("classes.tif", Decision((1.0,)), BadOption),
        ("costs.tif", Decision(), BadOutput),
        ("missing/classes.tif", Decision(), BadOutput),
    ],
)
def test_bad_input_is_a_sentence_and_no_file(tmp_path, costs_path, output, decision, error):
    before = costs_path.read_bytes()
    with pytest.raises(error, match=r"\.$"):
        redecide(costs_path, tmp_path / output, decision)
    assert [path.name for path in tmp_path.iterdir()] == ["costs.tif"]
    assert costs_path.read_bytes() == before


def test_missing_costs_are_a_bad_raster(tmp_path):
    with pytest.raises(BadRaster, match=r"\.$"):
        redecide(tmp_path / "missing.tif", tmp_path / "classes.tif", Decision())
