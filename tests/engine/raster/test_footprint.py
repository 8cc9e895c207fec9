"""Extents and polygon masks."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.control import GroundControlPoint

from core.errors import BadOption, BadRaster
from core.raster.grid import Block, Grid
from core.raster.source import RasterSource

LEFT, TOP, STEP = 500_000.0, 5_300_000.0, 2.0
GRID = Grid(rasterio.CRS.from_epsg(32632), Affine(STEP, 0, LEFT, 0, -STEP, TOP), 60, 80)


@pytest.fixture
def plain(make_raster: Callable[..., Path], noise: Callable[..., np.ndarray]) -> Path:
    """60 x 80 px of 2 m, from (500000, 5300000) to the south-east."""
    return make_raster(noise(3, 60, 80))


@pytest.fixture
def write_polygons(tmp_path: Path) -> Callable[..., Path]:
    def write(
        geometries: list[object], crs: str | None = "EPSG:32632", name: str = "mask.gpkg", kind: str = "Polygon"
    ) -> Path:
        path = tmp_path / name
        wkb = shapely.to_wkb(np.array(geometries, dtype=object))
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "'crs' was not provided")
            pyogrio.raw.write(path, wkb, field_data=[], fields=[], geometry_type=kind, crs=crs)
        return path

    return write


@pytest.mark.parametrize(
    ("pixels", "block"),
    [
        pytest.param((0, 0, 80, 60), Block(0, 0, 60, 80), id="all"),
        pytest.param((10, 20, 30, 50), Block(20, 10, 30, 20), id="on pixel edges"),
        pytest.param((10.001, 20.001, 29.999, 49.999), Block(20, 10, 30, 20), id="nearly on pixel edges"),
        pytest.param((10.5, 20.5, 29.5, 49.5), Block(20, 10, 30, 20), id="outward"),
        pytest.param((-5, -5, 7.5, 3), Block(0, 0, 3, 8), id="reaching out of the raster"),
        pytest.param((10.2, 20.2, 10.3, 20.3), Block(20, 10, 1, 1), id="within a pixel"),
        pytest.param((-1e9, -1e9, 1e9, 1e9), Block(0, 0, 60, 80), id="far larger"),
    ],
)
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_an_extent_is_widened_to_whole_pixels(
    make_raster: Callable[..., Path], pixels: tuple[float, ...], block: Block, turn: int
) -> None:
    transform = Affine.translation(LEFT, TOP) @ Affine.rotation(turn) @ Affine.scale(STEP, -STEP)
    path = make_raster(np.arange(60 * 80, dtype=np.uint16).reshape(1, 60, 80), transform=transform)
    ends = [transform @ pixels[:2], transform @ pixels[2:]]
    (xmin, xmax), (ymin, ymax) = (sorted(values) for values in zip(*ends, strict=True))
    with RasterSource.open(path, extent=(xmin, ymin, xmax, ymax), stretch="none") as source:
        assert (source.grid.height, source.grid.width) == (block.height, block.width)
        assert source.grid.transform.almost_equals(transform @ Affine.translation(block.col, block.row), 1e-6)
        first = source.read(Block(0, 0, 1, 1)).values[0, 0, 0] * 65535
    assert round(float(first)) == block.row * 80 + block.col


@pytest.mark.parametrize(
    "extent",
    [
        (LEFT - 10, TOP - 10, LEFT, TOP),
        (LEFT + 160, TOP - 10, LEFT + 200, TOP),
        (0.0, 40.0, 1.0, 41.0),
    ],
)
def test_an_extent_outside_the_raster_is_refused_with_what_it_covers(plain: Path, extent: tuple[float, ...]) -> None:
    with pytest.raises(BadOption, match="outside the raster, which covers 500000,5299880,500160,5300000"):
        RasterSource.open(plain, extent=extent)


@pytest.mark.parametrize("extent", [(2, 0, 1, 1), (0, 1, 1, 1), (0, 0, float("nan"), 1), (0, 0, float("inf"), 1)])
def test_an_extent_that_is_none_is_refused(plain: Path, extent: tuple[float, ...]) -> None:
    with pytest.raises(BadOption, match="xmin < xmax"):
        RasterSource.open(plain, extent=extent)


def test_an_extent_of_a_raster_without_size_on_the_ground_is_refused(make_raster: Callable[..., Path]) -> None:
    path = make_raster(np.ones((1, 4, 4), np.uint8), transform=Affine(1, 1, 5e5, 1, 1, 5e6))
    with pytest.raises(BadRaster, match="no size"):
        RasterSource.open(path, extent=(5e5, 5e6, 5e5 + 1, 5e6 + 1))


def test_an_extent_of_a_gcp_raster_is_in_the_units_of_its_gcps(make_raster: Callable[..., Path]) -> None:
    corners = [(0, 0), (0, 80), (60, 0), (60, 80)]
    gcps = [GroundControlPoint(row=r, col=c, x=LEFT + STEP * c, y=TOP - STEP * r) for r, c in corners]
    path = make_raster(np.ones((1, 60, 80), np.uint8), gcps=gcps)
    with RasterSource.open(path, extent=(LEFT + 20, TOP - 50, LEFT + 60, TOP - 40)) as source:
        assert (source.grid.height, source.grid.width) == (5, 20)
        assert [(gcp.row, gcp.col) for gcp in source.grid.gcps] == [(r - 20, c - 10) for r, c in corners]


def pixel_polygon(*corners: tuple[float, float]) -> shapely.Polygon:
    """A polygon of (col, row) corners, in UTM."""
    return shapely.Polygon([GRID.transform @ corner for corner in corners])


TRIANGLE = pixel_polygon((5.3, 5.1), (70.2, 10.4), (20.7, 55.2))


def expected_triangle() -> np.ndarray:
    cols, rows = np.meshgrid(np.arange(80) + 0.5, np.arange(60) + 0.5)
    xs, ys = GRID.transform.a * cols + GRID.transform.c, GRID.transform.e * rows + GRID.transform.f
    return shapely.contains_xy(TRIANGLE, xs, ys)


@pytest.mark.parametrize("crs", ["EPSG:32632", "EPSG:4326", "EPSG:3857", "EPSG:3035"])
@pytest.mark.parametrize("name", ["mask.gpkg", "mask.shp"])
def test_pixels_with_their_centre_in_a_polygon_are_valid(
    plain: Path, write_polygons: Callable[..., Path], crs: str, name: str
) -> None:
    def reproject(xy: np.ndarray) -> np.ndarray:
        return np.column_stack(rasterio.warp.transform(GRID.crs, crs, *xy.T))

    mask = write_polygons([shapely.transform(TRIANGLE, reproject)], crs, name)
    with RasterSource.open(plain, mask=mask) as source:
        assert np.array_equal(source.valid(source.grid.whole), expected_triangle())
        assert np.array_equal(source.valid(Block(7, 9, 30, 40)), expected_triangle()[7:37, 9:49])


def test_a_mask_is_cropped_with_the_extent(plain: Path, write_polygons: Callable[..., Path]) -> None:
    extent = (LEFT + 20, TOP - 100, LEFT + 100, TOP - 20)
    with RasterSource.open(plain, mask=write_polygons([TRIANGLE]), extent=extent) as source:
        assert np.array_equal(source.valid(source.grid.whole), expected_triangle()[10:50, 10:50])


def test_holes_parts_and_self_crossings_are_honoured(plain: Path, write_polygons: Callable[..., Path]) -> None:
    ring = shapely.difference(
        pixel_polygon((0, 0), (20, 0), (20, 20), (0, 20)), pixel_polygon((5, 5), (9, 5), (9, 9), (5, 9))
    )
    bowtie = pixel_polygon((40, 40), (50, 50), (50, 40), (40, 50))
    mask = write_polygons([shapely.MultiPolygon([ring]), bowtie, None], kind="Unknown")
    with RasterSource.open(plain, mask=mask) as source:
        valid = source.valid(source.grid.whole)
    assert valid[:20, :20].sum() == 400 - 16
    assert not valid[5:9, 5:9].any()
    assert valid[45, 41]
    assert not valid[41, 45]


def test_a_long_edge_stays_as_straight_as_it_was_drawn(
    make_raster: Callable[..., Path], write_polygons: Callable[..., Path]
) -> None:
    """A parallel is curved in UTM: a box of two corners would miss it by kilometres here."""
    path = make_raster(np.ones((1, 40, 400), np.uint8), transform=Affine(1000, 0, 300_000, 0, -1000, 7_240_000))
    with RasterSource.open(path, mask=write_polygons([shapely.box(0, 65, 18, 80)], "EPSG:4326")) as source:
        valid = source.valid(source.grid.whole)
    centres = np.meshgrid(300_500 + 1000 * np.arange(400), 7_239_500 - 1000 * np.arange(40))
    lat = rasterio.warp.transform(GRID.crs, "EPSG:4326", *(axis.ravel().astype(float) for axis in centres))[1]
    assert (valid.ravel() != (np.array(lat) > 65)).mean() < 0.002


def test_a_mask_of_the_whole_world_does_not_disturb(plain: Path, write_polygons: Callable[..., Path]) -> None:
    with RasterSource.open(plain, mask=write_polygons([shapely.box(-180, -90, 180, 90)], "EPSG:4326")) as source:
        assert source.valid(source.grid.whole).all()


@pytest.mark.parametrize(
    ("block", "touched"), [(Block(0, 0, 5, 5), False), (Block(10, 10, 5, 5), True), (Block(40, 60, 20, 20), False)]
)
def test_blocks_away_from_the_mask_are_not_touched(
    plain: Path, write_polygons: Callable[..., Path], block: Block, touched: bool
) -> None:
    with RasterSource.open(plain, mask=write_polygons([TRIANGLE])) as source:
        assert source.touches(block) is touched
        assert source.valid(block).any() == touched


def test_touching_follows_the_work_grid(plain: Path, write_polygons: Callable[..., Path]) -> None:
    with RasterSource.open(plain, mask=write_polygons([TRIANGLE]), resolution=8) as source:
        assert not source.touches(Block(0, 0, 1, 1))
        assert source.touches(Block(3, 3, 1, 1))


def test_a_mask_without_crs_is_in_that_of_the_raster(plain: Path, write_polygons: Callable[..., Path]) -> None:
    with RasterSource.open(plain, mask=write_polygons([TRIANGLE], None, "mask.shp")) as source:
        assert np.array_equal(source.valid(source.grid.whole), expected_triangle())


def test_a_mask_over_pixels_without_crs_is_in_pixels(
    make_raster: Callable[..., Path], write_polygons: Callable[..., Path]
) -> None:
    path = make_raster(np.ones((1, 20, 30), np.uint8), transform=None)
    with RasterSource.open(path, mask=write_polygons([shapely.box(3, 4, 10, 6)], None, "mask.shp")) as source:
        assert source.valid(source.grid.whole).sum() == 7 * 2
        assert source.valid(Block(4, 3, 2, 7)).all()


LOCAL = 'LOCAL_CS["site",UNIT["metre",1]]'
BESIDE = pixel_polygon((100, 0), (90, 9), (99, 9))


@pytest.mark.parametrize(
    ("geometries", "kind", "crs", "message"),
    [
        pytest.param([shapely.Point(LEFT, TOP)], "Point", "EPSG:32632", "holds no polygons", id="points"),
        pytest.param([], "Polygon", "EPSG:32632", "holds no polygons", id="empty"),
        pytest.param([shapely.box(0, 0, 1, 1)], "Polygon", "EPSG:4326", "do not overlap", id="elsewhere"),
        pytest.param([BESIDE], "Polygon", "EPSG:32632", "do not overlap", id="beside"),
        pytest.param([shapely.box(0, 0, 1, 1)], "Polygon", LOCAL, "cannot be brought", id="local"),
    ],
)
def test_a_mask_that_does_not_fit_is_refused(
    plain: Path, write_polygons: Callable[..., Path], geometries: list[object], kind: str, crs: str, message: str
) -> None:
    with pytest.raises(BadOption, match=message):
        RasterSource.open(plain, mask=write_polygons(geometries, crs, kind=kind))


def test_a_mask_that_is_no_polygon_file_is_refused(plain: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no polygons here")
    with pytest.raises(BadOption, match="cannot be read as a file of polygons"):
        RasterSource.open(plain, mask=text)
    with pytest.raises(BadOption, match="There is no mask file"):
        RasterSource.open(plain, mask=tmp_path / "missing.gpkg")


def test_a_georeferenced_mask_over_a_raster_without_crs_is_refused(
    make_raster: Callable[..., Path], tmp_path: Path
) -> None:
    mask = tmp_path / "mask.geojson"
    mask.write_text(json.dumps(shapely.geometry.mapping(shapely.box(0, 0, 1, 1))))
    with pytest.raises(BadOption, match="no coordinate system"):
        RasterSource.open(make_raster(np.ones((1, 4, 4), np.uint8), transform=None), mask=mask)
