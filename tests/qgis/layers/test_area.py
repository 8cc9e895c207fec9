from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from softseg_qgis.core.errors import BadOption
from softseg_qgis.layers.area import Area
from softseg_qgis.layers.facts import facts_of

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
WORLD = QgsCoordinateReferenceSystem("EPSG:4326")
WEB = QgsCoordinateReferenceSystem("EPSG:3857")
LEFT_HALF = QgsRectangle(500_000, 5_799_985, 500_010, 5_800_000)


@pytest.fixture
def raster(qgis_app, make_raster):
    return facts_of(QgsRasterLayer(make_raster(), "ortho"))


def moved(rectangle, crs):
    return QgsCoordinateTransform(UTM, crs, QgsProject.instance()).transformBoundingBox(rectangle)


@pytest.mark.parametrize("crs", [UTM, WORLD, WEB])
def test_view_in_any_crs_becomes_an_extent_of_the_raster(raster, crs):
    extent = Area.view(moved(LEFT_HALF, crs), crs).extent_in(raster)
    assert extent == pytest.approx((500_000, 5_799_985, 500_010, 5_800_000), abs=0.1)


@pytest.mark.parametrize("area", [Area.layer(), Area.view(QgsRectangle(-180, -90, 180, 90), WORLD)])
def test_area_that_covers_the_raster_is_no_extent(raster, area):
    assert area.extent_in(raster) is None


@pytest.mark.parametrize("crs", [UTM, WORLD])
def test_area_beside_the_raster_is_refused(raster, crs):
    beside = moved(QgsRectangle(600_000, 5_799_985, 600_010, 5_800_000), crs)
    with pytest.raises(BadOption, match="does not touch “ortho”"):
        Area.view(beside, crs).extent_in(raster)


def test_view_of_a_raster_without_crs_is_in_its_own_coordinates(qgis_app, make_raster):
    plain = facts_of(QgsRasterLayer(make_raster(crs=None), "plain"))
    assert Area.view(LEFT_HALF, WORLD).extent_in(plain) == pytest.approx((500_000, 5_799_985, 500_010, 5_800_000))


def test_polygons_become_a_mask_in_the_crs_of_the_raster(raster, tmp_path):
    features = []
    for rectangle in (LEFT_HALF, QgsRectangle(500_015, 5_799_990, 500_018, 5_799_995)):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(moved(rectangle, WORLD)))
        features.append(feature)
    area = Area.polygons(features, WORLD)
    mask = QgsVectorLayer(area.mask_in(raster, tmp_path), "mask", "ogr")
    assert (mask.featureCount(), mask.crs()) == (2, UTM)
    assert area.extent_in(raster) == pytest.approx((500_000, 5_799_985, 500_018, 5_800_000), abs=0.1)
    covered = sum(feature.geometry().area() for feature in mask.getFeatures())
    assert covered == pytest.approx(150 + 15, rel=0.02)


def test_rectangles_need_no_mask(raster, tmp_path):
    assert Area.view(LEFT_HALF, UTM).mask_in(raster, tmp_path) is None
    assert Area.layer().mask_in(raster, tmp_path) is None


def test_layer_without_polygons_is_refused(qgis_app):
    with pytest.raises(BadOption, match="no polygons"):
        Area.polygons([QgsFeature()], UTM)
