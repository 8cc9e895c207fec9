"""The quality report: what the engine is asked, and what it gives back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

from softseg_qgis.core.follow_up import CompareJob
from softseg_qgis.engine.blocking import EngineError

LEFT, TOP = 500_000, 5_800_000


@pytest.fixture
def class_raster(tmp_path, make_ortho):
    """1 on the left half, 2 on the right; 200 px of half a metre."""
    path = tmp_path / "classes.tif"
    place = gdal.Open(make_ortho())
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 200, 200, 1)
    dataset.SetGeoTransform(place.GetGeoTransform())
    dataset.SetProjection(place.GetProjection())
    dataset.GetRasterBand(1).WriteRaster(0, 0, 200, 200, (b"\x01" * 100 + b"\x02" * 100) * 200)
    dataset = None
    return str(path)


@pytest.fixture
def reference():
    """Polygons in memory, which the engine cannot open: of the north, the left 60 m are called road, the rest wood."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633", "truth", "memory")
    layer.dataProvider().addAttributes([QgsField("id", QVariant.Int), QgsField("kind", QVariant.String)])
    layer.updateFields()
    for start, end, kind in ((0, 60, "road"), (60, 100, "wood")):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(LEFT + start, TOP - 50, LEFT + end, TOP)))
        feature.setAttributes([1, kind])
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def asked(monkeypatch):
    """What the engine is asked, which then refuses."""
    jobs = []

    def refuse(op, job, _feedback):
        jobs.append((op, job))
        raise EngineError("internal", "enough")

    monkeypatch.setattr("softseg_qgis.engine.blocking.run_task", refuse)
    return jobs


def test_report_is_made_by_the_engine(processing, class_raster, reference, tmp_path, feedback):
    made = processing.run(
        "softseg:qualityreport",
        {
            "CLASSES": class_raster,
            "REFERENCE": reference,
            "FIELD": "kind",
            "MAPPING": "1=road\n2=wood\n",
            "OUTPUT": str(tmp_path / "report.html"),
            "OUTPUT_TABLE": str(tmp_path / "figures.csv"),
            "OUTPUT_FIGURES": str(tmp_path / "figures.json"),
        },
        feedback=feedback,
    )
    assert made["OVERALL_ACCURACY"] == pytest.approx(0.9)
    assert made["MEAN_IOU"] == pytest.approx((50 / 60 + 40 / 50) / 2)
    assert json.loads(made["STATS"])["pixels"] == 200 * 100
    assert "<!DOCTYPE html>" in Path(made["OUTPUT"]).read_text(encoding="utf-8")
    assert Path(made["OUTPUT_TABLE"]).read_text().splitlines()[2].startswith("road,12000,10000")
    assert json.loads(Path(made["OUTPUT_FIGURES"]).read_text()) == json.loads(made["STATS"])
    assert any("90.0 % are right" in said for said in feedback.said)


def test_raster_is_handed_on_as_it_is(processing, class_raster, make_ortho, asked):
    other = make_ortho("truth.tif")
    layer = QgsProject.instance().addMapLayer(QgsRasterLayer(other, "truth"))
    with pytest.raises(QgsProcessingException, match="enough"):
        processing.run(
            "softseg:qualityreport",
            {
                "CLASSES": class_raster,
                "REFERENCE": layer,
                "IGNORE": "clutter; 255",
                "BOUNDARY": 5,
                "SAMPLE": True,
                "OUTPUT": "",
            },
        )
    job = CompareJob(class_raster, other, ignore="clutter; 255", boundary=5, sample=True)
    assert asked == [("compare", job)]


def test_polygons_in_memory_are_copied_to_a_file(processing, class_raster, reference, asked):
    with pytest.raises(QgsProcessingException, match="enough"):
        processing.run(
            "softseg:qualityreport",
            {
                "CLASSES": class_raster,
                "REFERENCE": reference,
                "FIELD": "kind",
                "MAPPING": "a=b\nc=d",
                "OUTPUT": "TEMPORARY_OUTPUT",
            },
        )
    ((_, job),) = asked
    assert Path(job.reference).suffix == ".gpkg"
    assert (job.field, job.mapping) == ("kind", "a=b; c=d")
    assert QgsVectorLayer(job.reference, "copy", "ogr").featureCount() == 2
    assert job.page.endswith(".html")


def test_web_map_is_no_reference(processing, class_raster, feedback):
    tiles = QgsRasterLayer("type=xyz&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=17", "tiles", "wms")
    QgsProject.instance().addMapLayer(tiles)
    with pytest.raises(QgsProcessingException):
        processing.run("softseg:qualityreport", {"CLASSES": class_raster, "REFERENCE": tiles}, feedback=feedback)
    assert any("no file that the engine can open" in said for said in feedback.said)
