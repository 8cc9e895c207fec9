"""Shares and areas: exact counts, however the class ids arrive, and numbers that people can read."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.errors import NotGeoreferencedWarning

from core.errors import BadRaster
from core.raster.classmap import ClassMap, LegendEntry
from core.raster.grid import Grid
from core.report import AreaCounter, class_areas, format_area, format_share

UTM = "EPSG:32632"
NORTH_UP = Affine(2, 0, 500_000, 0, -2, 5_300_000)
DEGREES = Affine(0.5, 0, 10, 0, -0.5, 80)
LEGEND = (LegendEntry(1, "a", "#111111"), LegendEntry(2, "b", "#222222"), LegendEntry(3, "c", "#333333"))


def write_raster(path: Path, values: np.ndarray, crs=UTM, transform=NORTH_UP, tag=None, **profile) -> Path:
    profile = {"driver": "GTiff", "count": 1, "height": values.shape[0], "width": values.shape[1], **profile}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", dtype=values.dtype, crs=crs, transform=transform, **profile) as dataset:
            dataset.write(values, 1)
            if tag is not None:
                dataset.update_tags(SOFTSEG_CLASSES=tag)
    return path


def tag_of(*names: str) -> str:
    return json.dumps(
        [{"id": i, "name": name, "prompts": [], "colour": f"#00000{i}"} for i, name in enumerate(names, 1)]
    )


def test_pixels_and_shares_are_counted_for_every_class_even_one_that_no_pixel_won(tmp_path):
    values = np.array([[1, 1, 1, 2], [0, 0, 1, 1]], np.uint8)
    areas = class_areas(write_raster(tmp_path / "classes.tif", values, tag=tag_of("road", "water", "snow")))
    assert [(each.name, each.colour, each.pixels) for each in areas.classes] == [
        ("road", "#000001", 5),
        ("water", "#000002", 1),
        ("snow", "#000003", 0),
    ]
    assert [each.share for each in areas.classes] == pytest.approx([5 / 6, 1 / 6, 0], rel=1e-4)
    assert (areas.labelled_pixels, areas.unlabelled_pixels, areas.unlabelled_share) == (6, 2, 0.25)


def test_areas_are_those_on_the_ellipsoid(tmp_path):
    # Two rows of half a degree at 80 and 79.5 degrees north: the southern one is the larger.
    path = write_raster(tmp_path / "classes.tif", np.array([[1, 1], [2, 2]], np.uint8), "EPSG:4326", DEGREES)
    north, south = class_areas(path).classes
    assert north.area_m2 < south.area_m2
    assert south.area_m2 == pytest.approx(2 * 55_800 * 0.5 * 111_320 * np.cos(np.radians(79.25)), rel=0.01)
    assert north.share + south.share == pytest.approx(1)
    assert south.share > 0.51


def test_a_raster_without_a_crs_has_shares_but_no_areas(tmp_path):
    areas = class_areas(write_raster(tmp_path / "classes.tif", np.array([[1, 2, 2, 2]], np.uint8), None))
    assert [(each.area_m2, each.share) for each in areas.classes] == [(None, 0.25), (None, 0.75)]
    assert areas.labelled_m2 is None


def test_nothing_labelled_is_no_error(tmp_path):
    areas = class_areas(write_raster(tmp_path / "classes.tif", np.zeros((3, 4), np.uint8), tag=tag_of("road")))
    assert (areas.classes[0].share, areas.classes[0].area_m2, areas.unlabelled_share) == (0, 0, 1)


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_pieces_in_any_order_count_like_the_whole(dtype):
    grid = Grid(rasterio.CRS.from_epsg(4326), DEGREES, 12, 9)
    values = np.random.default_rng(0).integers(0, 4, (12, 9)).astype(dtype)
    whole, pieces = AreaCounter(grid), AreaCounter(grid)
    whole.add(0, values)
    for row, rows, cols in [(5, 7, slice(0, 4)), (0, 5, slice(0, 9)), (5, 7, slice(4, 9))]:
        pieces.add(row, values[row : row + rows, cols])
    expected = [int((values == i).sum()) for i in (1, 2, 3)]
    assert [each.pixels for each in pieces.result(LEGEND).classes] == expected
    row_areas = grid.row_areas(0, 12)
    for counter in (whole, pieces):
        for each in counter.result(LEGEND).classes:
            assert each.area_m2 == pytest.approx(((values == each.id) * row_areas[:, None]).sum(), rel=1e-12)


def test_sums_do_not_depend_on_the_strips_in_which_rows_arrive():
    grid = Grid(rasterio.CRS.from_epsg(4326), Affine(1e-3, 0, 10, 0, -1e-3, 60), 900, 50)
    values = np.random.default_rng(0).integers(0, 4, (900, 50)).astype(np.uint8)
    results = []
    for rows in (900, 128, 7):
        counter = AreaCounter(grid)
        for row in range(0, 900, rows):
            counter.add(row, values[row : row + rows])
        results.append(counter.result(LEGEND))
    assert results[0] == results[1] == results[2]


def test_high_ids_are_counted_like_low_ones():
    counter = AreaCounter(Grid(None, Affine.identity(), 40, 2))
    counter.add(0, np.tile(np.array([[1, 65_535]], np.uint16), (40, 1)))
    assert counter.ids() == [1, 65_535]
    assert counter.result([LegendEntry(65_535, "z", "#000000")]).classes[0].pixels == 40


def test_the_result_is_plain_json():
    counter = AreaCounter(Grid(None, Affine.identity(), 1, 3))
    counter.add(0, np.array([[1, 2, 0]], np.uint8))
    values = json.loads(json.dumps(counter.result(LEGEND).as_dict()))
    assert values["classes"][1] == {
        "id": 2,
        "name": "b",
        "colour": "#222222",
        "pixels": 1,
        "share": 0.5,
        "area_m2": None,
    }
    assert values["unlabelled_share"] == pytest.approx(1 / 3)


def test_classes_of_other_programs_keep_the_colours_of_their_table(tmp_path):
    path = write_raster(tmp_path / "classes.tif", np.array([[5, 9]], np.uint8))
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {5: (255, 0, 16, 255), 9: (0, 128, 0, 255)})
    named = [(each.id, each.name, each.colour) for each in class_areas(path).classes]
    assert named == [(5, "5", "#ff0010"), (9, "9", "#008000")]


@pytest.mark.parametrize(
    "tag", ["{", "7", '[{"id": 1}]', '[{"id": 70000, "name": "a", "colour": "#000000"}]', "[null]"]
)
def test_a_spoiled_class_tag_leaves_the_ids_as_names(tmp_path, tag):
    areas = class_areas(write_raster(tmp_path / "classes.tif", np.array([[1, 2]], np.uint8), tag=tag))
    assert [each.name for each in areas.classes] == ["1", "2"]
    assert len({each.colour for each in areas.classes}) == 2


def test_a_class_map_thins_out_without_mixing_ids(tmp_path):
    path = write_raster(
        tmp_path / "classes.tif", np.repeat(np.array([[1], [9]], np.uint8), 40, axis=0).repeat(40, axis=1)
    )
    with ClassMap.open(path) as class_map:
        assert set(np.unique(class_map.read(class_map.grid.whole, (7, 5)))) == {1, 9}


@pytest.mark.parametrize("name", ["absent.tif", "text.tif"])
def test_what_is_no_raster_is_refused(tmp_path, name):
    (tmp_path / "text.tif").write_text("no raster")
    with pytest.raises(BadRaster):
        class_areas(tmp_path / name)


@pytest.mark.parametrize(
    ("area_m2", "text"),
    [
        (0, "0 m²"),
        (0.5, "0.50 m²"),
        (79.24, "79.2 m²"),
        (9_999, "9,999 m²"),
        (12_300, "1.23 ha"),
        (456_000, "45.6 ha"),
        (1_000_000, "1.00 km²"),
        (99_960_000, "100 km²"),
        (13_943e6, "13,943 km²"),
        (None, "1,234 px"),
    ],
)
def test_areas_are_written_with_three_digits_and_a_unit_that_fits(area_m2, text):
    assert format_area(area_m2, pixels=1234) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0.0 %"), (1e-5, "< 0.1 %"), (0.0006, "0.1 %"), (0.12345, "12.3 %"), (1, "100.0 %")]
)
def test_shares_are_written_in_percent_and_never_as_nothing_when_there_is_something(share, text):
    assert format_share(share) == text
