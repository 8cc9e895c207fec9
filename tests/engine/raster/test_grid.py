"""Blocks and grids: pixel rectangles, ground resolution and areas."""

from __future__ import annotations

import math

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.rpc import RPC

from core.errors import BadRaster
from core.raster.grid import Block, Grid

UTM = CRS.from_epsg(32632)
WGS84 = CRS.from_epsg(4326)
EARTH_M2 = 510_065_621_724_089.0  # total area of the WGS84 ellipsoid

NORTH_UP = Affine(2.0, 0.0, 500_000.0, 0.0, -2.0, 5_300_000.0)


def degree_lengths_m(latitude: float) -> tuple[float, float]:
    """Metres in one degree of latitude and of longitude: the usual series, which is another way than ours."""
    phi = math.radians(latitude)
    north = 111132.92 - 559.82 * math.cos(2 * phi) + 1.175 * math.cos(4 * phi) - 0.0023 * math.cos(6 * phi)
    east = 111412.84 * math.cos(phi) - 93.5 * math.cos(3 * phi) + 0.118 * math.cos(5 * phi)
    return north, east


@pytest.mark.parametrize(
    ("block", "clipped"),
    [
        (Block(2, 3, 4, 5), Block(2, 3, 4, 5)),
        (Block(-1, -2, 4, 5), Block(0, 0, 3, 3)),
        (Block(8, 18, 4, 5), Block(8, 18, 2, 2)),
        (Block(30, 3, 4, 5), Block(10, 3, 0, 5)),
    ],
)
def test_a_block_is_clipped_to_a_grid(block: Block, clipped: Block) -> None:
    assert block.clip(10, 20) == clipped


def test_a_block_and_its_window_are_the_same_rectangle() -> None:
    window = Block(row=2, col=3, height=4, width=5).to_window()
    assert window.toslices() == (slice(2, 6), slice(3, 8))


def test_a_covering_block_is_rounded_outward() -> None:
    assert Block(1, 1, 2, 2).covering(2.5, 0.5) == Block(2, 0, 6, 2)


@pytest.mark.parametrize(
    ("crs", "transform", "metres"),
    [
        pytest.param(UTM, NORTH_UP, 2.0, id="north up"),
        pytest.param(UTM, Affine(2.0, 0, 5e5, 0, 2.0, 5.3e6), 2.0, id="south up"),
        pytest.param(
            UTM, Affine.translation(5e5, 5.3e6) @ Affine.rotation(30) @ Affine.scale(2, -2), 2.0, id="rotated"
        ),
        pytest.param(UTM, Affine(1.0, 0, 5e5, 0, -4.0, 5.3e6), 2.0, id="oblong pixels"),
        pytest.param(CRS.from_epsg(2263), Affine(10, 0, 1e6, 0, -10, 2e5), 10 * 1200 / 3937, id="US survey feet"),
        pytest.param(CRS.from_wkt('LOCAL_CS["site",UNIT["metre",1]]'), Affine.scale(0.5, -0.5), 0.5, id="local"),
    ],
)
def test_ground_resolution_of_a_measuring_crs_is_planar(crs: CRS, transform: Affine, metres: float) -> None:
    assert Grid(crs, transform, 10, 20).ground_resolution() == pytest.approx(metres, rel=1e-9)


@pytest.mark.parametrize("latitude", [0.0, 35.0, -60.0, 89.0])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:4807"])
def test_ground_resolution_of_degrees_is_ellipsoidal(crs: str, latitude: float) -> None:
    step = 1e-4
    grad = 10 / 9 if crs == "EPSG:4807" else 1.0
    transform = Affine.scale(grad) @ Affine(step, 0, 10, 0, -step, latitude + 5 * step)
    north, east = degree_lengths_m(latitude)
    resolution = Grid(CRS.from_user_input(crs), transform, 10, 20).ground_resolution()
    assert resolution == pytest.approx(step * math.sqrt(north * east), rel=1e-5)


@pytest.mark.parametrize("crs", ["EPSG:3395", "EPSG:3857"])
def test_ground_resolution_of_mercator_shrinks_with_latitude(crs: str) -> None:
    mercator = CRS.from_user_input(crs)
    _, (y, upper) = rasterio.warp.transform(WGS84, mercator, [10.0, 10.0], [60.0, 60.01])
    north, east = degree_lengths_m(60.0)
    metres_right, metres_up = east * math.degrees(1 / 6378137.0), north * 0.01 / (upper - y)
    resolution = Grid(mercator, Affine(1, 0, 1e6, 0, -1, y + 1), 2, 2).ground_resolution()
    assert resolution == pytest.approx(math.sqrt(metres_right * metres_up), rel=3e-4)
    assert resolution == pytest.approx(0.5, rel=0.01)


def test_a_raster_without_crs_has_no_ground_resolution_and_areas_in_pixels() -> None:
    grid = Grid(None, Affine.identity(), 5, 7)
    assert grid.ground_resolution() is None
    assert grid.row_areas(1, 3).tolist() == [1.0, 1.0, 1.0]


def gcp_grid() -> Grid:
    corners = [(0, 0), (0, 100), (50, 0), (50, 100), (25, 50)]
    gcps = tuple(GroundControlPoint(row=r, col=c, x=5e5 + 3 * c, y=5.3e6 - 3 * r) for r, c in corners)
    return Grid(None, Affine.identity(), 50, 100, gcps, UTM)


def test_gcps_give_a_ground_resolution_and_areas() -> None:
    assert gcp_grid().ground_resolution() == pytest.approx(3.0, rel=1e-6)
    assert gcp_grid().row_areas(0, 2) == pytest.approx([9.0, 9.0], rel=2e-3)


@pytest.mark.parametrize(
    "corners", [[(0, 0)], [(7, 7)] * 4, [(i, i) for i in range(4)]], ids=["one", "one place", "one line"]
)
def test_gcps_that_determine_no_place_count_as_none(corners: list[tuple[int, int]]) -> None:
    gcps = tuple(GroundControlPoint(row=r, col=c, x=5e5 + 3 * c, y=5.3e6 - 3 * r) for r, c in corners)
    for _ in range(3):  # rasterio gives other numbers each time
        assert Grid(None, Affine.identity(), 50, 100, gcps, UTM).placement is None


def test_gcps_follow_their_pixels_through_crop_and_resize() -> None:
    grid = gcp_grid().crop(Block(10, 20, 30, 40)).resized(15, 20)
    assert grid.transform == Affine.identity()
    last = grid.gcps[-1]
    assert (last.row, last.col, last.x, last.y) == (7.5, 15.0, 5e5 + 150, 5.3e6 - 75)
    assert grid.ground_resolution() == pytest.approx(6.0, rel=1e-6)


def test_rpcs_follow_their_pixels_through_crop_and_resize() -> None:
    coefficients = {f"{axis}_{part}_coeff": [1.0] * 20 for axis in ("line", "samp") for part in ("num", "den")}
    ground = {"height_off": 0, "height_scale": 1, "lat_off": 50, "lat_scale": 1, "long_off": 8, "long_scale": 1}
    rpcs = RPC(line_off=99.5, line_scale=100, samp_off=199.5, samp_scale=200, **ground, **coefficients)
    grid = Grid(None, Affine.identity(), 200, 400, rpcs=rpcs).crop(Block(50, 100, 100, 200)).resized(50, 100)
    assert grid.rpcs is not None
    assert (grid.rpcs.line_off, grid.rpcs.samp_off) == (24.5, 49.5)
    assert (grid.rpcs.line_scale, grid.rpcs.samp_scale) == (50, 100)


@pytest.mark.parametrize("size", [(25, 51), (30, 61), (172, 345), (303, 609), (1, 1)])
def test_a_resized_grid_covers_exactly_the_same_ground(size: tuple[int, int]) -> None:
    grid = Grid(UTM, Affine.translation(5e5, 5.3e6) @ Affine.rotation(20) @ Affine.scale(2, -2), 101, 203)
    resized = grid.resized(*size)
    assert (resized.height, resized.width) == size
    assert resized.transform @ (resized.width, resized.height) == pytest.approx(grid.transform @ (203, 101), abs=1e-6)
    assert resized.transform @ (0, 0) == grid.transform @ (0, 0)


def test_a_crop_begins_at_its_first_pixel() -> None:
    cropped = Grid(UTM, NORTH_UP, 10, 20).crop(Block(3, 4, 5, 6))
    assert (cropped.height, cropped.width) == (5, 6)
    assert cropped.transform == Affine(2.0, 0.0, 500_008.0, 0.0, -2.0, 5_299_994.0)


@pytest.mark.parametrize("south_up", [False, True])
def test_row_areas_of_the_whole_earth_are_its_area(south_up: bool) -> None:
    transform = Affine(1, 0, -180, 0, 1, -90) if south_up else Affine(1, 0, -180, 0, -1, 90)
    assert Grid(WGS84, transform, 180, 360).row_areas(0, 180).sum() * 360 == pytest.approx(EARTH_M2, rel=1e-12)


@pytest.mark.parametrize("code", [3857, 3395, 32632, 3035, 2263])
def test_row_areas_of_projections_agree_with_degrees(code: int) -> None:
    """The same small square of ground, as pixels of a projection and as a box of degrees."""
    crs = CRS.from_epsg(code)
    lon, lat = (-74.0, 40.7) if code == 2263 else (9.3, 48.2)
    (x,), (y,) = rasterio.warp.transform(WGS84, crs, [lon], [lat])
    step = 1000.0
    projected = Grid(crs, Affine(step, 0, x - step / 2, 0, -step, y + step / 2), 1, 1)
    corners = [projected.transform @ corner for corner in ((0, 0), (1, 0), (1, 1), (0, 1))]
    lons, lats = rasterio.warp.transform(crs, WGS84, *zip(*corners, strict=True))
    north, east = degree_lengths_m(lat)
    xs, ys = np.array(lons) * east, np.array(lats) * north
    shoelace = abs(np.dot(xs, np.roll(ys, 1)) - np.dot(ys, np.roll(xs, 1))) / 2
    assert projected.row_areas(0, 1) == pytest.approx([shoelace], rel=1e-4)


def test_row_areas_do_not_depend_on_how_rows_are_asked_for() -> None:
    grid = Grid(CRS.from_epsg(3857), Affine(30, 0, 1e6, 0, -30, 8e6), 40, 30)
    singly = [grid.row_areas(row, 1)[0] for row in range(40)]
    assert grid.row_areas(0, 40) == pytest.approx(singly, rel=1e-12)
    assert np.all(np.diff(singly) > 0)  # southward, toward the equator, pixels grow


def test_areas_of_a_crs_without_way_to_the_earth_are_planar() -> None:
    grid = Grid(CRS.from_wkt('LOCAL_CS["site",UNIT["metre",1]]'), Affine.scale(0.5, -0.5), 4, 4)
    assert grid.row_areas(0, 2).tolist() == [0.25, 0.25]


def test_a_degenerate_transform_has_no_ground_resolution() -> None:
    assert Grid(UTM, Affine(0, 0, 5e5, 0, 0, 5e6), 4, 4).ground_resolution() is None


NAN = float("nan")
BROKEN = {
    "metres called degrees": (WGS84, NORTH_UP),
    "pixels called degrees": (WGS84, Affine.identity()),
    "no numbers": (UTM, Affine(NAN, 0, 5e5, 0, NAN, 5.3e6)),
    "no numbers in degrees": (WGS84, Affine(1e-5, 0, NAN, 0, -1e-5, NAN)),
    "no width": (UTM, Affine(0.0, 0, 5e5, 0, -2.0, 5.3e6)),
    "no size": (WGS84, Affine(0.0, 0, 10, 0, 0.0, 45)),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_coordinates_that_cannot_be_true_count_as_none(kind: str) -> None:
    grid = Grid(*BROKEN[kind], 300, 200)
    assert grid.placement is None
    assert grid.pixel_size() is None
    assert grid.row_areas(0, 300).tolist() == [1.0] * 300
    assert grid.area_px(0) == 0
    with pytest.raises(BadRaster, match="do not fit its CRS"):
        grid.area_px(50)


@pytest.mark.parametrize("overhang", [0.0, 0.5])
def test_a_global_grid_may_reach_half_a_pixel_beyond_the_poles(overhang: float) -> None:
    grid = Grid(WGS84, Affine(1, 0, -180, 0, -1, 90 + overhang), 180 + int(2 * overhang), 360)
    assert grid.placement is not None
    assert grid.row_areas(0, grid.height).sum() * 360 == pytest.approx(EARTH_M2, rel=1e-12)


def test_without_a_crs_a_smallest_patch_is_told_in_pixels() -> None:
    assert Grid(None, Affine.identity(), 5, 7).area_px(12) == 12
    assert Grid(UTM, NORTH_UP, 10, 20).area_px(12) == 3
