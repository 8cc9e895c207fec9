"""Polygons with a class field are drawn onto a raster's grid."""

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio import Affine
from rasterio.crs import CRS

from core.errors import BadOption
from core.raster.grid import Block, Grid
from core.vector.class_polygons import ClassPolygons

GRID = Grid(CRS.from_epsg(32633), Affine(1, 0, 500_000, 0, -1, 5_000_000), 10, 12)


def write(path: Path, shapes: list, values: list, kind: str = "Unknown", crs: str | None = "EPSG:32633") -> Path:
    """Shapes in px of the grid: x is the column, y the row."""
    placed = shapely.transform(np.array(shapes), lambda xy: np.column_stack([500_000 + xy[:, 0], 5_000_000 - xy[:, 1]]))
    column = np.array(values, object if any(isinstance(value, str) for value in values) else None)
    pyogrio.raw.write(path, shapely.to_wkb(placed), [column], ["use"], crs=crs, geometry_type=kind, layer="a")
    return path


def test_pixels_belong_to_the_polygon_that_holds_their_centre(tmp_path: Path) -> None:
    shapes = [shapely.box(0, 0, 3.4, 2), shapely.box(3.6, 0, 6, 2)]
    polygons = ClassPolygons.read(write(tmp_path / "a.gpkg", shapes, ["wood", "lawn"]), "use", GRID)
    assert polygons.names == ("lawn", "wood")
    assert polygons.draw(GRID.whole)[0].tolist() == [2, 2, 2, 0, 1, 1, *[0] * 6]
    assert not polygons.draw(GRID.whole)[2:].any()


def test_last_polygon_of_the_file_is_on_top(tmp_path: Path) -> None:
    shapes = [shapely.box(0, 0, 6, 6), shapely.box(2, 2, 8, 8)]
    polygons = ClassPolygons.read(write(tmp_path / "a.gpkg", shapes, ["z", "a"]), "use", GRID)
    drawn = polygons.draw(GRID.whole)
    assert [polygons.names[number - 1] for number in (drawn[0, 0], drawn[3, 3], drawn[7, 7])] == ["z", "a", "a"]


def test_blocks_are_parts_of_the_whole(tmp_path: Path) -> None:
    shapes = [shapely.Point(5, 5).buffer(4.2), shapely.box(7, 0, 12, 3)]
    polygons = ClassPolygons.read(write(tmp_path / "a.gpkg", shapes, ["x", "y"]), "use", GRID)
    np.testing.assert_array_equal(polygons.draw(Block(3, 2, 5, 7)), polygons.draw(GRID.whole)[3:8, 2:9])
    assert polygons.touches(Block(0, 10, 2, 2))
    assert not polygons.touches(Block(9, 0, 1, 1))


def test_parts_of_a_collection_count_and_lines_do_not(tmp_path: Path) -> None:
    two = shapely.MultiPolygon([shapely.box(0, 0, 2, 2), shapely.box(4, 0, 6, 2)])
    mixed = shapely.GeometryCollection([two, shapely.LineString([(0, 5), (9, 5)])])
    drawn = ClassPolygons.read(write(tmp_path / "a.gpkg", [mixed], ["x"]), "use", GRID).draw(GRID.whole)
    assert drawn.sum() == 8


@pytest.mark.parametrize(
    ("values", "names"),
    [([3, 1], ("1", "3")), ([2.0, 5.5], ("2", "5.5")), (["a ", ""], ("a",)), ([float("nan"), 4.0], ("4",))],
)
def test_values_of_a_field_are_names(tmp_path: Path, values: list, names: tuple[str, ...]) -> None:
    path = write(tmp_path / "a.gpkg", [shapely.box(0, 0, 2, 2), shapely.box(4, 0, 6, 2)], values)
    assert ClassPolygons.read(path, "use", GRID).names == names


def test_polygons_elsewhere_are_none(tmp_path: Path) -> None:
    polygons = ClassPolygons.read(write(tmp_path / "a.gpkg", [shapely.box(90, 0, 92, 2)], ["x"]), "use", GRID)
    assert polygons.names == ()
    assert not polygons.draw(GRID.whole).any()


def test_file_without_a_crs_lies_in_that_of_the_raster(tmp_path: Path) -> None:
    path = write(tmp_path / "a.gpkg", [shapely.box(0, 0, 2, 2)], ["x"], crs=None)
    assert ClassPolygons.read(path, "use", GRID).draw(GRID.whole).sum() == 4


@pytest.mark.parametrize(
    ("name", "field", "message"),
    [
        ("none.gpkg", "use", "There is no file"),
        ("a.gpkg", "kind", "has no field “kind”: it has use"),
        ("text.gpkg", "use", "cannot be read as a file of polygons"),
        ("points.gpkg", "use", "holds no polygons"),
    ],
)
def test_file_of_no_use_is_refused_with_a_sentence(tmp_path: Path, name: str, field: str, message: str) -> None:
    write(tmp_path / "a.gpkg", [shapely.box(0, 0, 2, 2)], ["x"])
    write(tmp_path / "points.gpkg", [shapely.Point(1, 1)], ["x"], "Point")
    (tmp_path / "text.gpkg").write_text("no polygons")
    with pytest.raises(BadOption, match=message):
        ClassPolygons.read(tmp_path / name, field, GRID)
