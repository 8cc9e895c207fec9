"""Classes that become part of another one."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS

from core.classes import parse_classes
from core.decide import Decision
from core.errors import BadOption
from core.merging import Merging
from core.options import parse_merge
from core.raster.cost_raster import CostWriter
from core.raster.grid import Grid
from core.redecide import redecide

CLASSES = parse_classes("road #111111; tree #00ff00; street #222222; path #333333")
GRID = Grid(CRS.from_epsg(32633), Affine(1, 0, 500_000, 0, -1, 5_800_000), 1, 4)
COSTS = np.array([[-9, -9, -9, 10], [0, 5, 9, 0], [3, -9, 8, -9], [-9, 6, -9, -9]], np.int16)[:, None] * 100


@pytest.fixture
def costs(tmp_path):
    with CostWriter(tmp_path / "costs.tif", GRID, CLASSES, {"SOFTSEG_VERSION": "1"}) as writer:
        writer.write(0, COSTS, np.ones((1, 4), bool))
    return tmp_path / "costs.tif"


@pytest.mark.parametrize(
    ("balance", "expected"), [(None, [1, 1, 2, 1]), ((0, 0, 0.2, 0), [1, 1, 1, 1]), ((0, 9, 0, 0), [2, 2, 2, 2])]
)
def test_a_merged_class_is_where_any_of_its_members_is_best(costs, tmp_path, balance, expected):
    merge = {"Street": "ROAD", "path": "road"}
    areas = redecide(costs, tmp_path / "classes.tif", Decision(balance), merge=merge)
    with rasterio.open(tmp_path / "classes.tif") as classes:
        assert classes.read(1).tolist() == [expected]
    assert [(each.name, each.colour) for each in areas.classes] == [("road", "#111111"), ("tree", "#00ff00")]


def test_thresholds_stay_with_the_class_that_takes_others_in(costs, tmp_path):
    decision = Decision(thresholds=(0.0, 0.71, 0.9, 0.9))  # the tree wins its pixel at sigmoid(0.9)
    redecide(costs, tmp_path / "classes.tif", decision, merge={"street": "road", "path": "road"})
    with rasterio.open(tmp_path / "classes.tif") as classes:
        assert classes.read(1).tolist() == [[1, 1, 2, 1]]
    redecide(costs, tmp_path / "more.tif", Decision(thresholds=(0.0, 0.72, 0, 0)), merge={"street": "road"})
    with rasterio.open(tmp_path / "more.tif") as classes:
        assert classes.read(1).tolist()[0][2] == 0


@pytest.mark.parametrize(
    ("merge", "sentence"),
    [
        ({"lane": "road"}, "no class “lane”"),
        ({"street": "lane"}, "no class “lane”"),
        ({"street": "road", "road": "path"}, "“road” cannot take in"),
        ({"road": "road"}, "“road” cannot take in"),
    ],
)
def test_what_cannot_be_merged_is_refused(merge, sentence):
    with pytest.raises(BadOption, match=sentence):
        Merging.of(CLASSES, merge)


@pytest.mark.parametrize("text", ["street=road; path = road", "street=road\npath=road\n"])
def test_a_merge_is_read_from_text(text):
    assert parse_merge(text) == {"street": "road", "path": "road"}


@pytest.mark.parametrize("text", ["street", "=road", "street="])
def test_a_merge_without_both_names_is_refused(text):
    with pytest.raises(BadOption, match="street=road"):
        parse_merge(text)
