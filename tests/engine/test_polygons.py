"""Polygons: the same whatever the strips, exact in area, and a coverage when simplified."""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio.control import GroundControlPoint
from rasterio.errors import NotGeoreferencedWarning
from scipy.ndimage import gaussian_filter

from core.polygons import write_polygons
from core.report import class_areas

UTM = "EPSG:32632"
NORTH_UP = Affine(2, 0, 500_000, 0, -2, 5_300_000)
GRIDS = {
    "utm": (UTM, NORTH_UP),
    "south-up": (UTM, Affine(2, 0, 500_000, 0, 2, 5_300_000)),
    "rotated": (UTM, Affine.translation(500_000, 5_300_000) @ Affine.rotation(30) @ Affine.scale(2, -2)),
    "degrees": ("EPSG:4326", Affine(1e-4, 0, 11, 0, -1e-4, 62)),
    "no CRS": (None, Affine(1, 0, 0, 0, -1, 0)),
}


@dataclass(frozen=True)
class Layer:
    """What a GeoPackage holds."""

    crs: str | None
    polygons: np.ndarray
    class_id: np.ndarray
    class_name: np.ndarray
    area_m2: np.ndarray
    mean_confidence: np.ndarray

    def canonical(self) -> list[tuple[object, ...]]:
        """The polygons in an order and form of their own, to compare layers."""
        texts = shapely.to_wkt(shapely.normalize(self.polygons))
        rows = zip(self.class_id.tolist(), texts.tolist(), self.area_m2.tolist(), strict=True)
        return sorted((class_id, text, round(area, 6)) for class_id, text, area in rows)


def read_layer(path: Path) -> Layer:
    meta, _, wkb, columns = pyogrio.raw.read(path, layer="classes")
    assert meta["fields"].tolist() == ["class_id", "class_name", "area_m2", "mean_confidence"]
    return Layer(meta["crs"], shapely.from_wkb(wkb), *columns)


def write_raster(path: Path, values: np.ndarray, crs=UTM, transform=NORTH_UP, names=(), gcps=(), **profile) -> Path:
    profile = {"driver": "GTiff", "count": 1, "height": values.shape[0], "width": values.shape[1], **profile}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", dtype=values.dtype, **profile) as dataset:
            if gcps:
                dataset.gcps = (list(gcps), crs)
            else:
                dataset.transform = transform
            if crs and not gcps:
                dataset.crs = crs
            dataset.write(values, 1)
            if names:
                entries = [{"id": i, "name": n, "prompts": [], "colour": "#102030"} for i, n in enumerate(names, 1)]
                dataset.update_tags(SOFTSEG_CLASSES=json.dumps(entries))
    return path


def smooth_map(height: int, width: int, classes: int = 4, seed: int = 0) -> np.ndarray:
    """Patches as a segmenter makes them: of all sizes, touching at borders, corners and junctions."""
    noise = np.random.default_rng(seed).standard_normal((classes, height, width))
    scores = [gaussian_filter(each, 1.2) + 2 * gaussian_filter(each, 6) for each in noise]
    return np.argmax(scores, axis=0).astype(np.uint8)


def vectorise(folder: Path, values: np.ndarray, grid: str = "utm", **options) -> Layer:
    crs, transform = GRIDS[grid]
    write_raster(folder / "classes.tif", values, crs, transform)
    write_polygons(folder / "classes.tif", folder / "classes.gpkg", **options)
    return read_layer(folder / "classes.gpkg")


@settings(deadline=None, max_examples=12)
@given(values=arrays(np.uint8, (9, 7), elements=st.integers(0, 2)), strip_rows=st.integers(1, 8))
def test_strips_of_any_height_give_the_polygons_of_the_whole(tmp_path_factory, values, strip_rows):
    folder = tmp_path_factory.mktemp("strips")
    whole = vectorise(folder, values)
    assert vectorise(folder, values, strip_rows=strip_rows).canonical() == whole.canonical()
    assert shapely.is_valid(whole.polygons).all()


@pytest.mark.parametrize("strip_rows", [2, 7, 64])
def test_a_background_with_holes_is_one_polygon_across_all_strips(tmp_path, strip_rows):
    values = np.ones((90, 80), np.uint8)
    values[3::9, 4::8] = 2
    values[20:50, 40] = 3
    layer = vectorise(tmp_path, values, strip_rows=strip_rows)
    background = layer.polygons[layer.class_id == 1]
    assert len(background) == 1
    assert len(background[0].interiors) == len(layer.polygons) - 1
    assert shapely.area(layer.polygons).sum() == pytest.approx(90 * 80 * 4)


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("strip_rows", [None, 11])
def test_areas_add_up_to_those_of_the_pixels(tmp_path, grid, strip_rows):
    values = smooth_map(60, 50)
    layer = vectorise(tmp_path, values, grid, strip_rows=strip_rows)
    for area in class_areas(tmp_path / "classes.tif").classes:
        of_class = layer.class_id == area.id
        expected = area.pixels if grid == "no CRS" else area.area_m2
        assert layer.area_m2[of_class].sum() == pytest.approx(expected, rel=1e-12)
        planar = shapely.area(layer.polygons[of_class]).sum() / abs(GRIDS[grid][1].determinant)
        assert planar == pytest.approx(area.pixels, rel=1e-9)


@pytest.mark.parametrize("grid", GRIDS)
def test_edges_lie_on_pixel_edges(tmp_path, grid):
    values = np.zeros((5, 6), np.uint8)
    values[1:3, 2:5] = 1
    layer = vectorise(tmp_path, values, grid)
    corners = [GRIDS[grid][1] @ corner for corner in [(2, 1), (2, 3), (5, 3), (5, 1)]]
    assert shapely.normalize(layer.polygons[0]) == shapely.normalize(shapely.Polygon(corners))
    assert layer.polygons[0].exterior.is_ccw


def test_pixels_that_touch_at_a_corner_are_two_polygons(tmp_path):
    assert len(vectorise(tmp_path, np.eye(4, dtype=np.uint8)).polygons) == 4


def test_the_layer_has_the_crs_of_the_raster(tmp_path):
    assert vectorise(tmp_path, np.ones((2, 2), np.uint8)).crs == UTM


def test_ground_control_points_place_polygons_by_the_transform_fitted_to_them(tmp_path):
    gcps = [GroundControlPoint(row=r, col=c, x=10 + c * 1e-3, y=50 - r * 1e-3) for r in (0, 8) for c in (0, 8)]
    write_raster(tmp_path / "classes.tif", np.ones((8, 8), np.uint8), "EPSG:4326", gcps=gcps)
    write_polygons(tmp_path / "classes.tif", tmp_path / "classes.gpkg")
    layer = read_layer(tmp_path / "classes.gpkg")
    assert layer.crs == "EPSG:4326"
    assert shapely.bounds(layer.polygons[0]) == pytest.approx([10, 50 - 8e-3, 10 + 8e-3, 50], abs=1e-9)


def test_names_in_any_script_survive(tmp_path):
    names = ["дорога", "水田", "شجر", "🌳 tree", 'a "b", c/d; e: f', "l'été"]
    write_raster(tmp_path / "classes.tif", np.arange(1, 7, dtype=np.uint8).reshape(2, 3), names=names)
    write_polygons(tmp_path / "classes.tif", tmp_path / "classes.gpkg")
    layer = read_layer(tmp_path / "classes.gpkg")
    assert dict(zip(layer.class_id.tolist(), layer.class_name, strict=True)) == dict(enumerate(names, start=1))


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32"])
def test_rasters_of_other_programs_are_named_by_their_ids_and_lose_their_nodata(tmp_path, dtype):
    nodata = np.iinfo(dtype).max
    values = np.array([[7, 7, nodata], [7, 9, 9]], dtype)
    write_raster(tmp_path / "classes.tif", values, nodata=nodata)
    write_polygons(tmp_path / "classes.tif", tmp_path / "classes.gpkg")
    layer = read_layer(tmp_path / "classes.gpkg")
    assert sorted(zip(layer.class_id.tolist(), layer.class_name, strict=True)) == [(7, "7"), (9, "9")]


@pytest.mark.parametrize("strip_rows", [None, 3])
def test_mean_confidence_is_that_of_the_pixels_which_have_one(tmp_path, strip_rows):
    values = np.ones((8, 6), np.uint8)
    values[:, 3:] = 2
    values[:, 5] = 3
    confidence = np.random.default_rng(0).random((8, 6)).astype(np.float32)
    confidence[2:5, 1] = np.nan
    confidence[:, 5] = np.nan
    path = write_raster(tmp_path / "confidence.tif", confidence, nodata=np.nan)
    layer = vectorise(tmp_path, values, confidence_path=path, strip_rows=strip_rows)
    means = dict(zip(layer.class_id.tolist(), layer.mean_confidence.tolist(), strict=True))
    assert means[1] == pytest.approx(np.nanmean(confidence[:, :3].astype(float)))
    assert means[2] == pytest.approx(confidence[:, 3:5].astype(float).mean())
    assert np.isnan(means[3])


def test_without_a_confidence_raster_its_mean_is_null(tmp_path):
    assert np.isnan(vectorise(tmp_path, np.ones((2, 2), np.uint8)).mean_confidence).all()


def test_small_polygons_are_dropped_and_counted(tmp_path):
    values = np.ones((10, 10), np.uint8)
    values[2, 2] = values[5, 5:8] = 2
    write_raster(tmp_path / "classes.tif", values, None)
    stats = write_polygons(tmp_path / "classes.tif", tmp_path / "classes.gpkg", min_area_m2=2, strip_rows=4)
    assert (stats.polygons, stats.area_m2, stats.dropped, stats.dropped_m2) == (2, 99, 1, 1)
    assert sorted(read_layer(tmp_path / "classes.gpkg").area_m2) == [3, 96]


@pytest.mark.parametrize("simplify_m", [0, 5])
def test_only_the_classes_to_keep_are_written(tmp_path, simplify_m):
    values = smooth_map(40, 30)
    everything = vectorise(tmp_path, values, simplify_m=simplify_m)
    layer = vectorise(tmp_path, values, keep={1, 3}, strip_rows=9 if not simplify_m else None, simplify_m=simplify_m)
    assert layer.canonical() == [row for row in everything.canonical() if row[0] in (1, 3)]


def test_a_raster_without_classes_gives_a_layer_without_polygons(tmp_path):
    layer = vectorise(tmp_path, np.zeros((5, 5), np.uint8))
    assert len(layer.polygons) == 0
    assert layer.crs == UTM


@settings(deadline=None, max_examples=12)
@given(
    values=arrays(np.uint8, (9, 7), elements=st.integers(1, 3)),
    strip_rows=st.integers(1, 9),
    simplify_m=st.sampled_from([1, 2, 4, 9]),
)
def test_a_simplified_coverage_has_no_gaps_and_no_overlaps(tmp_path_factory, values, strip_rows, simplify_m):
    folder = tmp_path_factory.mktemp("simplified")
    exact = vectorise(folder, values)
    layer = vectorise(folder, values, simplify_m=simplify_m, strip_rows=strip_rows)
    assert shapely.is_valid(layer.polygons).all()
    assert shapely.coverage_is_valid(layer.polygons)
    assert shapely.area(layer.polygons).sum() == pytest.approx(9 * 7 * 4)
    assert (
        shapely.coverage_union_all(layer.polygons)
        .normalize()
        .equals(shapely.box(*shapely.total_bounds(exact.polygons)))
    )
    assert sorted(layer.area_m2) == pytest.approx(sorted(exact.area_m2))


@pytest.mark.parametrize("strip_rows", [None, 25])
def test_simplifying_takes_corners_away(tmp_path, strip_rows):
    values = smooth_map(80, 60) + 1
    exact = vectorise(tmp_path, values)
    simple = vectorise(tmp_path, values, simplify_m=4, strip_rows=strip_rows)
    assert shapely.get_num_coordinates(simple.polygons).sum() < 0.6 * shapely.get_num_coordinates(exact.polygons).sum()
    assert all(polygon.exterior.is_ccw for polygon in simple.polygons)


@pytest.mark.parametrize(
    ("crs", "step"), [(UTM, 10), ("EPSG:2263", 10 / 0.3048), ("EPSG:4326", 10 / 111_195)], ids=["m", "feet", "degrees"]
)
@pytest.mark.parametrize(("simplify_m", "is_cut"), [(6.5, False), (7.5, True)])
def test_simplification_is_measured_in_metres(tmp_path, crs, step, simplify_m, is_cut):
    # On a staircase of 10 m pixels each corner is a triangle of 50 m2, which is 7.07 m squared.
    corner = {UTM: (500_000, 5_300_000), "EPSG:2263": (980_000, 200_000), "EPSG:4326": (10, 0.001)}[crs]
    stairs = np.tri(12, dtype=np.uint8) + np.uint8(1)
    write_raster(tmp_path / "classes.tif", stairs, crs, Affine(step, 0, corner[0], 0, -step, corner[1]))
    write_polygons(tmp_path / "classes.tif", tmp_path / "classes.gpkg", simplify_m=simplify_m)
    corners = shapely.get_num_coordinates(read_layer(tmp_path / "classes.gpkg").polygons)
    assert (corners < 15).all() if is_cut else (corners > 20).all()
