"""The cost raster: what is written is read back."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from core.classes import ClassList, ClassSpec, parse_classes
from core.decide import COST_NODATA
from core.errors import BadRaster
from core.raster import cost_raster as module
from core.raster.cost_raster import CostRaster, CostWriter

TAGS = {"SOFTSEG_VERSION": "0.1.0", "SOFTSEG_GSD": "0.5"}


def costs_of(classes, height, width):
    return np.random.default_rng(classes).integers(-32_000, 32_001, (classes, height, width), dtype=np.int16)


def validity(height, width):
    valid = np.ones((height, width), bool)
    valid[: height // 2, : width // 3] = False
    return valid


def numbered(count):
    return ClassList(tuple(ClassSpec(f"class {i}") for i in range(1, count + 1)))


def write_costs(path, grid, classes, costs, valid, rows):
    with CostWriter(path, grid, classes, TAGS) as writer:
        for row in range(0, grid.height, rows):
            writer.write(row, costs[:, row : row + rows], valid[row : row + rows])


def read_back(path):
    with CostRaster.open(path) as raster:
        strips = list(raster.rows())
        costs = np.concatenate([strip.costs for strip in strips], axis=1)
        return raster.classes, raster.grid, raster.tags, costs, np.concatenate([strip.valid for strip in strips])


@pytest.mark.parametrize("classes", [1, 3, 300])
@pytest.mark.parametrize("rows", [7, 64, 500])
def test_costs_and_validity_are_read_back_exactly(tmp_path, make_grid, monkeypatch, classes, rows):
    monkeypatch.setattr(module, "_LARGEST_BLOCK_PX", 64)
    grid, costs, valid = make_grid(150, 40), costs_of(classes, 150, 40), validity(150, 40)
    write_costs(tmp_path / "costs.tif", grid, numbered(classes), costs, valid, rows)
    found_classes, found_grid, tags, found_costs, found_valid = read_back(tmp_path / "costs.tif")
    assert (found_classes, found_grid) == (numbered(classes), grid)
    assert TAGS.items() <= tags.items()
    assert (found_valid == valid).all()
    assert (found_costs == np.where(valid, costs, COST_NODATA)).all()


def test_bands_are_named_and_scaled(tmp_path, make_grid):
    classes = parse_classes("水; 'road', paved; 🌳")
    costs = np.full((3, 50, 90), 2000, np.int16)
    write_costs(tmp_path / "costs.tif", make_grid(50, 90), classes, costs, np.ones((50, 90), bool), 40)
    with rasterio.open(tmp_path / "costs.tif") as dataset:
        assert dataset.descriptions == classes.names
        assert dataset.scales == (0.001,) * 3
        assert (dataset.nodata, dataset.dtypes) == (COST_NODATA, ("int16",) * 3)


def test_blocks_shrink_so_that_a_row_of_them_stays_in_memory():
    assert module._block_px(6, 4096) == 512
    assert module._block_px(20, 4096) == 256
    assert module._block_px(300, 100_000) == 64


def test_a_failure_on_the_way_leaves_nothing(tmp_path, make_grid):
    def fail():
        with CostWriter(tmp_path / "costs.tif", make_grid(90, 40), numbered(2), TAGS) as writer:
            writer.write(0, costs_of(2, 10, 40), np.ones((10, 40), bool))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_rows_out_of_order_are_refused(tmp_path, make_grid):
    writer = CostWriter(tmp_path / "costs.tif", make_grid(90, 40), numbered(2), TAGS)
    with pytest.raises(ValueError, match="row 5 was written where row 0 comes next"):
        writer.write(5, costs_of(2, 10, 40), np.ones((10, 40), bool))
    writer.abandon()


@pytest.mark.parametrize(
    ("dtype", "bands", "tags"),
    [
        ("int16", 2, {}),
        ("uint8", 2, {"SOFTSEG_CLASSES": '[{"name": "a"}, {"name": "b"}]'}),
        ("int16", 1, {"SOFTSEG_CLASSES": '[{"name": "a"}, {"name": "b"}]'}),
        ("int16", 2, {"SOFTSEG_CLASSES": '[{"name": "a"'}),
    ],
)
def test_what_is_no_cost_raster_is_refused_with_a_sentence(tmp_path, dtype, bands, tags):
    path, place = tmp_path / "other.tif", rasterio.Affine.scale(2, -2)
    with rasterio.open(
        path, "w", driver="GTiff", height=9, width=9, count=bands, dtype=dtype, transform=place
    ) as dataset:
        dataset.update_tags(**tags)
    with pytest.raises(BadRaster, match=r"\.$"), CostRaster.open(path):
        pass


def test_a_truncated_cost_raster_is_a_bad_raster(tmp_path, make_grid):
    path = tmp_path / "costs.tif"
    write_costs(path, make_grid(300, 300), numbered(2), costs_of(2, 300, 300), np.ones((300, 300), bool), 300)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(BadRaster, match=r"\.$"):
        read_back(path)
