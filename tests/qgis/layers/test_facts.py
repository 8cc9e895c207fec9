from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer

from softseg_qgis.layers.facts import area_m2, facts_of

UTM33 = (500_000, 0.5, 0, 5_800_000, 0, -0.5)
TURNED = (500_000, 0.4, 0.3, 5_800_000, 0.3, -0.4)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({}, "3 bands · Byte · 0.50 m · EPSG:32633"),
        ({"bands": 4, "kind": gdal.GDT_UInt16}, "3 of 4 bands · UInt16 · 0.50 m · EPSG:32633"),
        ({"bands": 2}, "1 of 2 bands · Byte · 0.50 m · EPSG:32633"),
        ({"bands": 1, "kind": gdal.GDT_Float32, "crs": None}, "1 band · Float32 · no CRS"),
        ({"crs": 4326, "place": (13, 1e-5, 0, 52, 0, -1e-5)}, "3 bands · Byte · 0.87 m · EPSG:4326"),
        ({"crs": 2263, "place": (980_000, 10, 0, 190_000, 0, -10)}, "3 bands · Byte · 3.0 m · EPSG:2263"),
    ],
)
def test_line_about_a_raster_says_bands_type_ground_resolution_and_crs(qgis_app, make_raster, options, text):
    assert facts_of(QgsRasterLayer(make_raster(**options), "ortho")).text == text


def test_rotated_raster_is_read_by_the_engine_from_its_own_file(qgis_app, make_raster):
    path = make_raster(place=TURNED)
    facts = facts_of(QgsRasterLayer(path, "turned"))
    assert (facts.source, facts.is_local) == (path, True)


@pytest.mark.parametrize("name", ["/vsimem/facts.tif", "ortho.tif|option:NUM_THREADS=2"])
def test_what_only_qgis_can_open_is_not_local(qgis_app, make_raster, name):
    file, _, options = name.partition("|")
    layer = QgsRasterLayer(make_raster(file) + (f"|{options}" if options else ""), "elsewhere")
    assert layer.isValid()
    assert not facts_of(layer).is_local


def test_tiles_of_a_server_are_a_web_map_without_a_size(qgis_app):
    layer = QgsRasterLayer("type=xyz&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=17", "tiles", "wms")
    facts = facts_of(layer)
    assert (facts.is_web, facts.is_local) == (True, False)
    assert (facts.width, facts.resolution_m, facts.text) == (0, None, "Web map · EPSG:3857")


@pytest.mark.parametrize(
    ("crs", "extent", "area"),
    [
        (32633, (500_000, 5_800_000, 501_000, 5_801_000), 1e6 / 0.9996**2),  # the scale of UTM on its central meridian
        (4326, (13, 0, 14, 1), 12308.8e6),
        (3857, (1_400_000, 6_800_000, 1_401_000, 6_801_000), 0.3796e6),  # 52 degrees north
        (None, (0, 0, 10, 10), None),
    ],
)
def test_area_is_that_on_the_ellipsoid_in_square_metres(qgis_app, make_raster, crs, extent, area):
    facts = facts_of(QgsRasterLayer(make_raster(crs=crs), "ortho"))
    assert area_m2(facts, extent) == (pytest.approx(area, rel=2e-3) if area else None)
