"""Class raster and confidence: what is written is read back."""

from __future__ import annotations

import json
import warnings
from xml.etree import ElementTree

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning
from rasterio.rpc import RPC

from core.classes import ClassList, ClassSpec, parse_classes
from core.errors import BadRaster
from core.raster.grid import Grid
from core.raster.legend import classes_from_tag, classes_to_tag
from core.raster.pyramid import halve_by_mode
from core.raster.write import ClassRasterWriter, ConfidenceWriter, class_raster_room

TAGS = {"SOFTSEG_VERSION": "0.1.0", "SOFTSEG_MODEL": "starter", "SOFTSEG_TILE": "1024"}
NAMES = [
    '"quoted" name',
    "a, comma",
    "in/out\\side",
    "<b>&amp;</b>",
    "水体",
    "Straße",
    "дорога",
    "مبنى",
    "🌳🏠",
    "#1; x:y",
]
UTM = CRS.from_epsg(32632)
WGS84 = CRS.from_epsg(4326)
CORNERS = [(0, 0, 9 + 1e-14, 45 / 7), (0, 130, 9.1, 45.01), (90.5, 0, 9.0, 44.9), (90, 130.25 / 7, 9.1, 44.91)]
GCPS = tuple(GroundControlPoint(row=r, col=c, x=x, y=y, z=7.0, id=str(i)) for i, (r, c, x, y) in enumerate(CORNERS, 1))
TERMS = [0.5] * 20
RPCS = RPC(1.0, 2.0, 3.0, 4.0, TERMS, TERMS, 5.0, 6.0, 7.0, 8.0, TERMS, TERMS, 9.0, 10.0, err_bias=-1, err_rand=-1)
GRIDS = {
    "north_up": Grid(UTM, Affine(0.1, 0, 500_000, 0, -0.1, 5_000_000), 90, 130),
    "south_up": Grid(UTM, Affine(1, 0, 500_000, 0, 1, 5_000_000), 90, 130),
    "rotated": Grid(UTM, Affine(1, 0.3, 500_000, 0.3, -1, 5_000_000), 90, 130),
    "oblong_pixels": Grid(WGS84, Affine(1e-5, 0, 9, 0, -2e-5, 45), 90, 130),
    "without_crs": Grid(None, Affine(1, 0, 10, 0, -1, 20), 90, 130),
    "without_place": Grid(None, Affine.identity(), 90, 130),
    "gcps_only": Grid(None, Affine.identity(), 90, 130, GCPS, WGS84),
    "gcps_without_crs": Grid(None, Affine.identity(), 90, 130, GCPS, None),
    "rpcs_only": Grid(None, Affine.identity(), 90, 130, rpcs=RPCS),
    "rpcs_and_place": Grid(UTM, Affine(1, 0, 500_000, 0, -1, 5_000_000), 90, 130, rpcs=RPCS),
}


def write_classes(path, grid, ids, classes, rows=64, **measures):
    with ClassRasterWriter(path, grid, classes, TAGS) as writer:
        for row in range(0, grid.height, rows):
            writer.write(row, ids[row : row + rows])
        writer.finish(measures)


def read_through_gdal(path):
    """The raster's description as GDAL sees it, side files included."""
    copy = path.with_suffix(".vrt")
    rasterio.shutil.copy(path, copy, driver="VRT")
    return ElementTree.parse(copy).getroot()


@pytest.fixture
def plain():
    return parse_classes("building #ff0000; road; water")


@pytest.mark.parametrize("name", GRIDS)
def test_georeferencing_comes_out_as_it_went_in(tmp_path, labels, plain, name):
    grid = GRIDS[name]
    ids = labels(grid.height, grid.width, 3)
    with warnings.catch_warnings():
        warnings.simplefilter("error", NotGeoreferencedWarning)
        write_classes(tmp_path / "classes.tif", grid, ids, plain)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(tmp_path / "classes.tif") as dataset:
            assert (dataset.read(1) == ids).all()
            found = Grid.of(dataset)
    assert (found.crs, found.transform, found.gcp_crs) == (grid.crs, grid.transform, grid.gcp_crs)
    assert [gcp.asdict() for gcp in found.gcps] == [{**gcp.asdict(), "info": ""} for gcp in grid.gcps]
    assert (found.rpcs and found.rpcs.to_dict()) == (grid.rpcs and grid.rpcs.to_dict())


@pytest.mark.parametrize("rows", [1, 100, 700, 2000])
def test_the_file_is_cloud_optimised_whatever_the_strips(tmp_path, make_grid, labels, plain, rows):
    grid, ids = make_grid(1301, 700), labels(1301, 700, 3)
    write_classes(tmp_path / "classes.tif", grid, ids, plain, rows)
    with rasterio.open(tmp_path / "classes.tif") as dataset:
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.block_shapes == [(512, 512)]
        assert (dataset.compression.name, dataset.nodata, dataset.dtypes) == ("deflate", 0, ("uint8",))
        assert dataset.overviews(1) == [2, 4]
        assert (dataset.read(1) == ids).all()
    with rasterio.open(tmp_path / "classes.tif", overview_level=0) as overview:
        assert (overview.read(1) == halve_by_mode(np.pad(ids, ((0, 1), (0, 0))))).all()


def test_nothing_else_is_left_beside_the_file(tmp_path, make_grid, labels, plain):
    write_classes(tmp_path / "classes.tif", make_grid(600, 100), labels(600, 100, 3), plain)
    assert {path.name for path in tmp_path.iterdir()} == {"classes.tif", "classes.tif.aux.xml"}


def test_names_in_any_script_survive(tmp_path, make_grid, labels):
    classes = ClassList(tuple(ClassSpec(name, (f"{name} prompt",)) for name in NAMES))
    path = tmp_path / "Straße 水.tif"
    write_classes(path, make_grid(60, 50), labels(60, 50, len(NAMES)), classes)
    with rasterio.open(path) as dataset:
        tags = dataset.tags()
    assert TAGS.items() <= tags.items()
    assert classes_from_tag(tags["SOFTSEG_CLASSES"]) == classes
    assert [entry["id"] for entry in json.loads(tags["SOFTSEG_CLASSES"])] == list(range(1, len(NAMES) + 1))
    categories = [each.text for each in read_through_gdal(path).iter("Category")]
    assert categories == ["unlabelled", *NAMES]


def test_colours_and_the_attribute_table_reach_gdal(tmp_path, make_grid, labels, plain):
    path = tmp_path / "classes.tif"
    write_classes(path, make_grid(60, 50), labels(60, 50, 3), plain, pixel_count=[3e9, 1.0, 0.0], share=[0.75, 0.25, 0])
    seen = read_through_gdal(path)
    colours = [tuple(int(entry.get(f"c{i}")) for i in (1, 2, 3, 4)) for entry in seen.iter("Entry")]
    assert len(colours) == 4
    assert colours[:2] == [(0, 0, 0, 0), (255, 0, 0, 255)]
    table = next(seen.iter("GDALRasterAttributeTable"))
    assert [field.findtext("Name") for field in table.iter("FieldDefn")] == [
        *("value", "name", "red", "green", "blue", "pixel_count", "share")
    ]
    rows = [[cell.text for cell in row] for row in table.iter("Row")]
    assert rows[0][:5] == ["1", "building", "255", "0", "0"]
    assert [float(number) for number in rows[0][5:]] == [3e9, 0.75]
    assert len(rows) == 3


def test_the_colour_table_is_inside_the_file_itself(tmp_path, make_grid, labels, plain):
    path = tmp_path / "classes.tif"
    write_classes(path, make_grid(60, 50), labels(60, 50, 3), plain)
    path.with_name("classes.tif.aux.xml").unlink()
    with rasterio.open(path) as dataset:
        assert dataset.colormap(1)[1] == (255, 0, 0, 255)
        assert dataset.colorinterp[0].name == "palette"


def test_above_254_classes_ids_have_sixteen_bits(tmp_path, make_grid):
    classes = ClassList(tuple(ClassSpec(f"class {i}") for i in range(1, 301)))
    ids = np.arange(600 * 40).reshape(600, 40).astype(np.uint16) % 301
    write_classes(tmp_path / "classes.tif", make_grid(600, 40), ids, classes)
    with rasterio.open(tmp_path / "classes.tif") as dataset:
        assert dataset.dtypes == ("uint16",)
        assert (dataset.read(1) == ids).all()
        red, green, blue, _ = dataset.colormap(1)[300]
        assert f"#{red:02x}{green:02x}{blue:02x}" == classes.colours[299]


def test_a_single_pixel_is_a_raster(tmp_path, make_grid, plain):
    write_classes(tmp_path / "classes.tif", make_grid(1, 1), np.array([[2]], np.uint8), plain)
    with rasterio.open(tmp_path / "classes.tif") as dataset:
        assert dataset.read(1).tolist() == [[2]]


def test_confidence_is_read_back_to_a_thousandth(tmp_path, make_grid):
    confidence = np.random.default_rng(0).random((700, 90), dtype=np.float32)
    confidence[:300, :40] = np.nan
    with ConfidenceWriter(tmp_path / "confidence.tif", make_grid(700, 90), TAGS) as writer:
        for row in range(0, 700, 64):
            writer.write(row, confidence[row : row + 64])
    with rasterio.open(tmp_path / "confidence.tif") as dataset:
        assert (dataset.dtypes, np.isnan(dataset.nodata), dataset.overviews(1)) == (("float32",), True, [2])
        np.testing.assert_allclose(dataset.read(1), confidence, atol=0.0005)
        assert dataset.tags()["SOFTSEG_MODEL"] == "starter"
    with rasterio.open(tmp_path / "confidence.tif", overview_level=0) as overview:
        quarters = confidence.reshape(350, 2, 45, 2)
        np.testing.assert_allclose(overview.read(1), quarters.mean(axis=(1, 3)), atol=0.001)


def test_rows_out_of_order_are_refused(tmp_path, make_grid, plain):
    writer = ClassRasterWriter(tmp_path / "classes.tif", make_grid(40, 40), plain, TAGS)
    with pytest.raises(ValueError, match="row 10 was written where row 0 comes next"):
        writer.write(10, np.ones((10, 40), np.uint8))
    writer.abandon()


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_failure_on_the_way_leaves_nothing(tmp_path, make_grid, plain, error):
    def fail():
        with ClassRasterWriter(tmp_path / "classes.tif", make_grid(600, 40), plain, TAGS) as writer:
            writer.write(0, np.ones((10, 40), np.uint8))
            raise error

    with pytest.raises(error):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"id": 1}]', "[]", '{"a": 1}'])
def test_a_damaged_class_tag_is_a_bad_raster(text):
    with pytest.raises(BadRaster, match=r"\.$"):
        classes_from_tag(text)


def test_the_class_tag_reads_back(plain):
    assert classes_from_tag(classes_to_tag(plain)) == plain


def test_the_room_is_an_upper_estimate(tmp_path, make_grid, labels, plain):
    grid = make_grid(1024, 1024)
    write_classes(tmp_path / "classes.tif", grid, labels(1024, 1024, 3), plain)
    assert (tmp_path / "classes.tif").stat().st_size < class_raster_room(grid, plain) < 4 * 1024 * 1024
