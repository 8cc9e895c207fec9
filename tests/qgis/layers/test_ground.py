"""Sizes on the ground, and none where there is no ground."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsDistanceArea,
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)

from softseg_qgis.layers.ground import ground_area_m2, measured, metres_per_unit
from softseg_qgis.processing.polygon_shapes import ShapedPolygons, Shaping

PIXELS = QgsRectangle(0, -5000, 5000, 0)  # as an image has them that was given the coordinate system of the globe
FIELDS = "field=class_id:int&field=class_name:string&field=area_m2:double&field=mean_confidence:double"


@pytest.mark.parametrize(
    ("crs", "box"), [("EPSG:4326", PIXELS), ("ESRI:54009", QgsRectangle(-1.8e7, -9e6, 1.8e7, 9e6))]
)
def test_off_the_globe_nothing_has_a_size(qgis_app, crs, box):
    system = QgsCoordinateReferenceSystem(crs)
    assert ground_area_m2(system, box) is None
    assert metres_per_unit(system, QgsPointXY(box.xMaximum(), box.yMinimum()), 1, 1) is None


@pytest.mark.parametrize("size", [float("nan"), float("inf"), 0.0, -1.0])
def test_what_is_no_size_is_none(size):
    assert measured(lambda: size) is None


def test_newer_qgis_raises(qgis_app, monkeypatch):
    def refuse(*_):
        raise QgsCsException("no such place")

    monkeypatch.setattr(QgsDistanceArea, "measureLine", refuse)
    monkeypatch.setattr(QgsDistanceArea, "measureArea", refuse)
    system = QgsCoordinateReferenceSystem("EPSG:32633")
    assert ground_area_m2(system, QgsRectangle(500_000, 5_800_000, 501_000, 5_801_000)) is None
    assert metres_per_unit(system, QgsPointXY(500_000, 5_800_000), 1, 1) is None


@pytest.mark.parametrize("dissolve", [False, True])
def test_polygons_off_the_globe_have_neither_area_nor_perimeter(qgis_app, dissolve):
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326&{FIELDS}", "patches", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(PIXELS))
    feature.setAttributes([1, "water", 10.0, 0.9])
    layer.dataProvider().addFeatures([feature])
    shaped = ShapedPolygons(layer, Shaping(smooth=1, dissolve=dissolve))
    (made,) = shaped.features(QgsFeedback())
    assert (made["class_name"], made["area_m2"] or None, made["perimeter_m"] or None) == ("water", None, None)
