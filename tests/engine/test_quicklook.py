"""The quicklook: both rasters at the right place, a legend for any classes, and no file when something is wrong."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image
from rasterio.errors import NotGeoreferencedWarning

from core.errors import BadOption, BadRaster
from core.picture import lettering
from core.picture.lettering import Lettering
from core.picture.scalebar import round_length
from core.quicklook import write_quicklook
from core.report import class_areas

UTM = "EPSG:32632"
NORTH_UP = Affine(2, 0, 500_000, 0, -2, 5_300_000)
RED, BLUE = (200, 30, 20), (10, 60, 220)


def write_raster(path: Path, values: np.ndarray, crs=UTM, transform=NORTH_UP, classes=()) -> Path:
    """A raster of values (bands, H, W); `classes` are (name, colour)."""
    count, height, width = values.shape
    profile = {"driver": "GTiff", "count": count, "height": height, "width": width, "dtype": values.dtype}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", crs=crs, transform=transform, **profile) as dataset:
            dataset.write(values)
            if classes:
                entries = [{"id": i, "name": n, "prompts": [], "colour": c} for i, (n, c) in enumerate(classes, 1)]
                dataset.update_tags(SOFTSEG_CLASSES=json.dumps(entries))
    return path


def draw(folder: Path, ids: np.ndarray, classes=(), crs=UTM, **options) -> Image.Image:
    """The quicklook of a grey image with a class map."""
    image = write_raster(folder / "image.tif", np.full((3, *ids.shape), 120, np.uint8), crs)
    class_map = write_raster(folder / "classes.tif", ids[None].astype(np.uint16), crs, classes=classes)
    write_quicklook(image, class_map, folder / "look.png", **options)
    return Image.open(folder / "look.png").convert("RGB")


def share_of(picture: Image.Image, colour: tuple[int, int, int]) -> float:
    """Share of the picture in (about) one colour."""
    near = np.abs(np.asarray(picture, int) - colour).max(axis=-1) < 12
    return float(near.mean())


def test_image_and_class_map_stand_side_by_side_above_the_legend(tmp_path):
    ids = np.ones((40, 60), np.uint8)
    ids[:, 45:] = 2
    picture = draw(tmp_path, ids, [("roof", "#c81e14"), ("water", "#0a3cdc")], width=600)
    assert picture.width == 600
    row = np.asarray(picture, int)[150]
    assert row[100].tolist() == [120, 120, 120]
    assert np.abs(row[400] - RED).max() < 3
    assert np.abs(row[570] - BLUE).max() < 3
    bar = next(line for line in np.asarray(picture, int)[260:] if np.abs(line[300] - RED).max() < 3)
    assert np.abs(bar[400] - RED).max() < 3
    assert np.abs(bar[500] - BLUE).max() < 3


def test_no_data_is_neither_image_nor_class(tmp_path):
    labelled = draw(tmp_path, np.ones((30, 30)), [("roof", "#c81e14")], width=480)
    empty = draw(tmp_path, np.zeros((30, 30)), [("roof", "#c81e14")], width=480)
    assert share_of(labelled, RED) > 0.3
    assert share_of(empty, RED) < 0.01


def test_a_class_map_of_a_part_shows_that_part_of_the_image(tmp_path):
    values = np.full((3, 40, 40), 120, np.uint8)
    values[:, 10:20, 5:25] = np.reshape(BLUE, (3, 1, 1))
    image = write_raster(tmp_path / "image.tif", values)
    part = NORTH_UP @ Affine.translation(5, 10)
    class_map = write_raster(tmp_path / "classes.tif", np.ones((1, 10, 20), np.uint8), transform=part)
    write_quicklook(image, class_map, tmp_path / "look.png", width=480)
    with Image.open(tmp_path / "look.png") as picture:
        assert share_of(picture, (120, 120, 120)) < 0.01
        assert share_of(picture, BLUE) > 0.2


@pytest.mark.parametrize(
    ("height", "width", "side_by_side"), [(300, 20, True), (40, 40, True), (20, 300, False), (1, 1, True)]
)
def test_rasters_of_any_shape_fit(tmp_path, height, width, side_by_side):
    picture = draw(tmp_path, np.ones((height, width)), [("roof", "#c81e14")], width=600)
    left = picture.crop((0, 60, 270, picture.height - 60))
    assert (share_of(left, RED) < 0.03) == side_by_side
    assert picture.height < 1200


@pytest.mark.parametrize("crs", [UTM, "EPSG:4326", None])
def test_rasters_with_and_without_a_crs_are_drawn(tmp_path, crs):
    assert share_of(draw(tmp_path, np.ones((30, 30)), [("roof", "#c81e14")], crs, width=480), RED) > 0.2


def test_more_classes_than_fit_are_summed_up(tmp_path):
    few = draw(tmp_path, np.arange(1, 25).reshape(4, 6), width=600)
    many = draw(tmp_path, np.arange(1, 601).reshape(20, 30), width=600)
    assert many.height - few.height < 40


@pytest.mark.parametrize("has_fonts", [True, False])
def test_names_in_any_script_are_drawn_or_replaced(tmp_path, monkeypatch, has_fonts):
    if not has_fonts:
        monkeypatch.setattr(lettering, "_font", lambda *_: None)
    names = ["дорога", "水田", "شجر", "🌳 tree", "नदी", 'a "b", c/d', "x" * 300]
    classes = [(name, "#c81e14") for name in names]
    assert share_of(draw(tmp_path, np.arange(1, 8)[None], classes, width=480), RED) > 0.02


def test_letters_that_no_font_has_lose_their_accents_or_go(monkeypatch):
    monkeypatch.setattr(lettering, "_font", lambda *_: None)
    letters = Lettering(20)
    drawn = {text: letters.drawable(text, "class 3")[0] for text in ["road", "été", "km²", "🌳 tree", "水", "नदी"]}
    assert drawn == {
        "road": "road",
        "été": "ete",
        "km²": "km2",
        "🌳 tree": "tree",
        "水": "class 3",
        "नदी": "class 3",
    }


def test_long_text_is_cut_to_its_room():
    text, font = Lettering(20).fitting("a very long name of a class indeed", 100)
    assert text.startswith("a ver")
    assert text.endswith("...")
    assert font.getlength(text) <= 100


@pytest.mark.parametrize(("longest", "length"), [(1, 1), (4.9, 2), (5, 5), (99, 50), (0.3, 0.2), (123_456, 100_000)])
def test_a_scale_bar_has_a_round_length(longest, length):
    assert round_length(longest) == pytest.approx(length)


def test_known_areas_are_not_counted_again(tmp_path):
    classes = [("roof", "#c81e14"), ("water", "#0a3cdc")]
    draw(tmp_path, np.full((30, 30), 2), classes, width=480)
    areas = class_areas(tmp_path / "classes.tif")
    picture = draw(tmp_path, np.full((30, 30), 1), classes, areas=areas, width=480)
    lower = picture.crop((0, picture.height - 45, 480, picture.height))
    assert share_of(lower, BLUE) > 2 * share_of(lower, RED)


def test_a_quicklook_of_ours_is_replaced(tmp_path):
    first = draw(tmp_path, np.ones((30, 30)), [("roof", "#c81e14")], width=480)
    assert draw(tmp_path, np.ones((30, 30)), [("roof", "#0a3cdc")], width=480).tobytes() != first.tobytes()


@pytest.mark.parametrize(
    ("options", "error"),
    [({"width": 10}, BadOption), ({"bands": [7]}, BadOption), ({"stretch": "loud"}, BadOption)],
)
def test_options_that_do_not_fit_are_refused_and_nothing_is_written(tmp_path, options, error):
    with pytest.raises(error):
        draw(tmp_path, np.ones((5, 5)), **options)
    assert not (tmp_path / "look.png").exists()


@pytest.mark.parametrize(
    ("crs", "transform"), [(UTM, NORTH_UP @ Affine.translation(500, 0)), ("EPSG:32633", Affine(3, 0, 0, 0, -3, 0))]
)
def test_an_image_from_elsewhere_is_refused(tmp_path, crs, transform):
    image = write_raster(tmp_path / "image.tif", np.ones((3, 9, 9), np.uint8), crs, transform)
    class_map = write_raster(tmp_path / "classes.tif", np.ones((1, 9, 9), np.uint8))
    with pytest.raises(BadRaster, match="does not cover"):
        write_quicklook(image, class_map, tmp_path / "look.png")
