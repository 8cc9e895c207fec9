from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsFeedback, QgsGeometry, QgsVectorLayer

from softseg_qgis.processing.polygon_shapes import ShapedPolygons, Shaping

SQUARE = "POLYGON ((500000 0, 500100 0, 500100 100, 500000 100, 500000 0))"
BESIDE = "POLYGON ((500100 100, 500150 100, 500150 150, 500100 150, 500100 100))"
WITH_HOLE = (
    "POLYGON ((500000 0, 500100 0, 500100 100, 500000 100, 500000 0), (500010 10, 500020 10, 500020 20, 500010 10))"
)
SCALE = 1 / 0.9996  # of UTM on its central meridian
FIELDS = "&".join(
    f"field={field}"
    for field in ("fid:integer", "class_id:integer", "class_name:string", "area_m2:double", "mean_confidence:double")
)


def layer_of(*polygons, crs="EPSG:32633"):
    layer = QgsVectorLayer(f"Polygon?crs={crs}&{FIELDS}", "patches", "memory")
    for fid, (wkt, class_id, area, confidence) in enumerate(polygons):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([fid, class_id, f"class {class_id}", area, confidence])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeatures([feature])
    return layer


def shaped(layer, **shaping):
    return list(ShapedPolygons(layer, Shaping(**shaping)).features(QgsFeedback()))


def test_patches_keep_their_figures_and_get_a_perimeter(qgis_app):
    (feature,) = shaped(layer_of((SQUARE, 3, 10_008.0, 0.5)))
    names = [field.name() for field in feature.fields()]
    assert names == ["class_id", "class_name", "area_m2", "perimeter_m", "mean_confidence"]
    assert feature.attributes() == [3, "class 3", 10_008.0, pytest.approx(400 * SCALE, rel=1e-4), 0.5]


def test_dissolved_patches_are_one_feature_a_class_with_confidence_weighted_by_area(qgis_app):
    first, second = shaped(
        layer_of((SQUARE, 2, 10_000.0, 0.5), (SQUARE, 1, 1.0, 1.0), (BESIDE, 2, 2_500.0, 1.0)), dissolve=True
    )
    assert (first["class_id"], second["class_id"]) == (1, 2)
    assert second["area_m2"] == 12_500
    assert second["mean_confidence"] == pytest.approx(0.6)
    assert second.geometry().isGeosValid()
    assert second.geometry().constGet().numGeometries() == 2


@pytest.mark.parametrize(("limit", "filled"), [(49.0, False), (51.0, True)])
def test_holes_are_filled_up_to_a_size_on_the_ground(qgis_app, limit, filled):
    (feature,) = shaped(layer_of((WITH_HOLE, 1, 9_950.0, None)), fill_holes_m2=limit)
    assert feature.geometry().area() == (10_000 if filled else 9_950)
    assert feature["area_m2"] == pytest.approx(feature.geometry().area() * SCALE**2, rel=1e-4)


def test_smoothing_cuts_corners(qgis_app):
    (feature,) = shaped(layer_of((SQUARE, 1, 10_000.0, None)), smooth=1)
    assert feature.geometry().area() < 10_000
    assert feature["area_m2"] < 10_000


def test_without_a_crs_lengths_are_in_map_units(qgis_app):
    (feature,) = shaped(layer_of((SQUARE, 1, 10_000.0, None), crs=""), fill_holes_m2=1.0)
    assert (feature["area_m2"], feature["perimeter_m"]) == (10_000, 400)


def test_cancelled_shaping_ends_early(qgis_app):
    feedback = QgsFeedback()
    features = ShapedPolygons(layer_of((SQUARE, 1, 1.0, None), (BESIDE, 2, 1.0, None)), Shaping()).features(feedback)
    next(features)
    feedback.cancel()
    assert list(features) == []
