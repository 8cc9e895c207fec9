from __future__ import annotations

import struct

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeModel,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsLayerTreeView, QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.core.errors import BadRaster
from softseg_qgis.core.follow_up import PolygonsJob, RedecideJob
from softseg_qgis.core.job import Job
from softseg_qgis.core.protocol import Done
from softseg_qgis.layers.results import add_results, processing_command, run_of

CLASSES = parse_classes("building #d7191c; water #2b83ba")
AREAS = {"classes": [{"id": 1, "name": "building", "share": 0.75}]}


@pytest.fixture
def project(qgis_app, qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def outputs(make_raster, tmp_path):
    """The files of a run, as the engine writes them."""
    classes = make_raster("classes.tif", 1, 2, 2, values=bytes([1, 2, 0, 1]), nodata=0)
    confidence = make_raster("sure.tif", 1, 2, 2, gdal.GDT_Float32, values=struct.pack("4f", 0, 0.5, 1, 1))
    polygons = str(tmp_path / "polygons.gpkg")
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32633)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(polygons)
    layer = source.CreateLayer("classes", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("class_id", ogr.OFTInteger))
    return {"classes": classes, "confidence": confidence, "polygons": polygons}


@pytest.fixture
def job(outputs):
    return Job(
        "/data/ortho.tif",
        CLASSES,
        outputs["classes"],
        outputs["confidence"],
        polygons=outputs["polygons"],
        extent=(500_000.5, 5_799_999.0, 500_001.0, 5_800_000.0),
        bands=(4, 3, 2),
        balance={"water": -0.5},
    )


def done(outputs):
    return Done(outputs, {"areas": AREAS, "model": "starter 1"})


def test_results_come_as_one_styled_group_on_top(project, job, outputs, make_raster):
    project.addMapLayer(QgsRasterLayer(make_raster(), "ortho"))
    layers = add_results(project, job, done(outputs))
    group = project.layerTreeRoot().children()[0]
    assert group.name() == "SoftSeg – ortho"
    assert [node.name() for node in group.children()] == ["Polygons", "Classes", "Confidence"]
    assert [node.itemVisibilityChecked() for node in group.children()] == [False, True, False]
    kinds = (QgsCategorizedSymbolRenderer, QgsPalettedRasterRenderer, QgsSingleBandPseudoColorRenderer)
    assert all(isinstance(layer.renderer(), kind) for layer, kind in zip(layers, kinds, strict=True))


def test_legend_of_the_classes_is_unfolded(project, job, outputs):
    view, model = QgsLayerTreeView(), QgsLayerTreeModel(project.layerTreeRoot())
    view.setModel(model)
    add_results(project, job, done(outputs))
    group = project.layerTreeRoot().children()[0]
    unfolded = [node.name() for node in (group, *group.children()) if view.isExpanded(view.node2index(node))]
    assert unfolded == [group.name(), "Classes"]


def test_newest_run_is_on_top_and_can_be_named(project, job, outputs):
    add_results(project, job, done(outputs))
    add_results(project, job, done(outputs), title="Web map")
    assert [group.name() for group in project.layerTreeRoot().children()] == ["SoftSeg – Web map", "SoftSeg – ortho"]


def test_saved_project_brings_back_style_and_memory_of_the_run(project, job, outputs, tmp_path):
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    add_results(project, job, done(outputs))
    assert project.write(str(tmp_path / "town.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "town.qgz"))
    (layer,) = (each for each in project.mapLayers().values() if each.name() == "Classes")
    assert [each.label for each in layer.renderer().classes()] == ["building", "water"]
    run = run_of(layer)
    assert run.task == job
    assert (run.stats["areas"], run.outputs, run.crs) == (AREAS, outputs, "EPSG:32633")
    assert "building, water" in layer.metadata().history()[0]


def test_classes_decided_anew_take_their_colours_from_their_own_raster(project, outputs):
    dataset = gdal.Open(outputs["classes"], gdal.GA_Update)
    table = gdal.ColorTable()
    table.SetColorEntry(1, (215, 25, 28, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset = None
    only_classes = Done({"classes": outputs["classes"]}, {})
    (layer,) = add_results(project, RedecideJob("/data/ortho_costs.tif", outputs["classes"]), only_classes)
    assert layer.renderer().classes()[0].color.name() == "#d7191c"
    assert run_of(layer).op == "redecide"


def test_polygons_alone_are_switched_on(project, outputs):
    job = PolygonsJob(outputs["classes"], outputs["polygons"])
    (layer,) = add_results(project, job, Done({"polygons": outputs["polygons"]}, {}))
    assert project.layerTreeRoot().findLayer(layer).itemVisibilityChecked()


def test_result_that_cannot_be_opened_is_named_and_adds_nothing(project, job, outputs):
    with pytest.raises(BadRaster, match=r"/nowhere/classes.tif cannot be opened"):
        add_results(project, job, Done({"classes": "/nowhere/classes.tif"}))
    assert not project.layerTreeRoot().children()


@pytest.mark.parametrize("stored", ["", "{", "[]", '{"v": 99}', '{"v": 1, "op": "dance"}', '{"v": 1, "op": "segment"}'])
def test_layer_with_another_memory_has_no_run(project, outputs, stored):
    layer = QgsRasterLayer(outputs["classes"], "classes")
    layer.setCustomProperty("softseg/run", stored)
    assert run_of(layer) is None


@pytest.mark.parametrize("is_first", [True, False])
def test_crs_of_the_project_stays_even_where_qgis_takes_that_of_the_first_layer(
    project, job, outputs, make_raster, is_first
):
    canvas = QgsMapCanvas()
    bridge = QgsLayerTreeMapCanvasBridge(project.layerTreeRoot(), canvas)
    assert bridge.autoSetupOnFirstLayer()
    if not is_first:
        project.addMapLayer(QgsRasterLayer(make_raster(), "ortho"))
        QCoreApplication.processEvents()
    mine = QgsCoordinateReferenceSystem("EPSG:3035")
    project.setCrs(mine)
    project.setEllipsoid("EPSG:7019")
    add_results(project, job, done(outputs))
    for _ in range(5):
        QCoreApplication.processEvents()
    assert (project.crs(), project.ellipsoid()) == (mine, "EPSG:7019")
    assert canvas.layers()


def test_command_is_python_that_says_all_that_differs_from_the_defaults(project, job, outputs):
    (layer, *_) = add_results(project, job, done(outputs))
    calls = []
    processing = type("processing", (), {"run": staticmethod(lambda *call: calls.append(call))})
    exec(processing_command(run_of(layer)), {"processing": processing})
    assert calls == [
        (
            "softseg:segmentraster",
            {
                "INPUT": "/data/ortho.tif",
                "CLASSES": "building #d7191c\nwater #2b83ba",
                "EXTENT": "500000.5,500001.0,5799999.0,5800000.0 [EPSG:32633]",
                "BANDS": "4,3,2",
                "BALANCE": "water=-0.5",
                "OUTPUT": outputs["classes"],
                "OUTPUT_CONFIDENCE": outputs["confidence"],
                "OUTPUT_POLYGONS": outputs["polygons"],
            },
        )
    ]
