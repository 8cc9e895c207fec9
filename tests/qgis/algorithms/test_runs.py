"""Every algorithm, with the real engine; each run starts a process, so that there are few."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsPalettedRasterRenderer,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsVectorLayer,
)

from softseg_qgis.layers.results import processing_command, run_of

CLASSES = "roof: grey roof, concrete #d7191c; tree: tree canopy, forest #1a9641"
UTM33 = (500_000, 0.5, 0, 5_800_000, 0, -0.5)
TURNED = (500_000, 0.4, 0.3, 5_800_000, 0.3, -0.4)


def run(processing, name, **parameters):
    return processing.run(f"softseg:{name}", {"DEVICE": "cpu", **parameters} if "CLASSES" in parameters else parameters)


def test_raster_becomes_classes_whose_costs_can_be_decided_anew(processing, make_ortho, tmp_path):
    made = run(
        processing,
        "segmentraster",
        INPUT=make_ortho(),
        CLASSES=CLASSES,
        RESOLUTION=0,
        OUTPUT=str(tmp_path / "classes.tif"),
        OUTPUT_COSTS=str(tmp_path / "costs.tif"),
        OUTPUT_POLYGONS=str(tmp_path / "run.gpkg"),
    )
    classes, ortho = gdal.Open(made["OUTPUT"]), gdal.Open(make_ortho())
    assert classes.GetGeoTransform() == ortho.GetGeoTransform()
    assert (classes.RasterXSize, classes.RasterYSize) == (ortho.RasterXSize, ortho.RasterYSize)
    assert [each["name"] for each in json.loads(made["CLASS_TABLE"])] == ["roof", "tree"]
    assert json.loads(made["STATS"])["areas"]["labelled_m2"] == pytest.approx(10_000, rel=0.01)
    assert made["TILES"] >= 1
    assert QgsVectorLayer(made["OUTPUT_POLYGONS"], "run", "ogr").featureCount() > 0

    anew = run(
        processing, "redecide", COSTS=made["OUTPUT_COSTS"], BALANCE="tree=+30", OUTPUT=str(tmp_path / "anew.tif")
    )
    assert set(gdal.Open(anew["OUTPUT"]).ReadRaster()) == {2}

    merged = run(
        processing, "redecide", COSTS=made["OUTPUT_COSTS"], MERGE="Tree=roof", OUTPUT=str(tmp_path / "merged.tif")
    )
    assert [each["name"] for each in json.loads(merged["STATS"])["areas"]["classes"]] == ["roof"]
    assert set(gdal.Open(merged["OUTPUT"]).ReadRaster()) == {1}


def test_polygons_of_a_raster_of_several_bands_are_those_of_the_chosen_one(processing, tmp_path):
    path = str(tmp_path / "years.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 20, 20, 2)
    dataset.SetGeoTransform(UTM33)
    dataset.GetRasterBand(1).Fill(1)
    dataset.GetRasterBand(2).WriteRaster(0, 0, 20, 20, bytes([3] * 10 + [0] * 10) * 20)
    dataset = None
    made = run(processing, "classestopolygons", INPUT=path, BAND=2, OUTPUT=str(tmp_path / "polygons.gpkg"))
    (feature,) = QgsVectorLayer(made["OUTPUT"], "polygons", "ogr").getFeatures()
    assert feature["class_id"] == 3
    assert feature.geometry().area() == pytest.approx(50)


def test_cancelled_run_writes_nothing(processing, make_ortho, tmp_path, feedback):
    feedback.setProgressText = lambda text: feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run(
            "softseg:segmentraster",
            {"INPUT": make_ortho(), "CLASSES": CLASSES, "OUTPUT": str(tmp_path / "classes.tif")},
            feedback=feedback,
        )
    assert not (tmp_path / "classes.tif").exists()


def test_folder_goes_on_after_a_file_that_is_no_raster_and_results_lie_on_the_pixels_of_their_rasters(
    processing, make_ortho, tmp_path
):
    rasters = {"plain": UTM33, "rotated": TURNED, "without_crs": None}
    for name, place in rasters.items():
        make_ortho(f"in/{name}.tif", place, 32633 if place else None)
    (tmp_path / "in" / "broken.tif").write_text("no raster")
    parameters = {
        "INPUT_FOLDER": str(tmp_path / "in"),
        "CLASSES": CLASSES,
        "MERGE": "vrt",
        "OUTPUT_FOLDER": str(tmp_path / "out"),
        "OUTPUT_REPORT": str(tmp_path / "report.html"),
    }
    made = run(processing, "segmentfolder", **parameters)
    assert (made["DONE"], made["SKIPPED"], made["FAILED"]) == (3, 0, 1)
    assert Path(made["OUTPUT_MOSAIC"]).is_file()
    assert "broken.tif" in Path(made["OUTPUT_REPORT"]).read_text(encoding="utf-8")
    for name, place in rasters.items():
        classes, source = (
            gdal.Open(str(tmp_path / "out" / f"{name}_classes.tif")),
            gdal.Open(str(tmp_path / "in" / f"{name}.tif")),
        )
        assert classes.GetGeoTransform() == source.GetGeoTransform()
        assert bool(classes.GetProjection()) == bool(place)


def test_report_says_what_the_engine_is_made_of(processing, tmp_path):
    made = run(processing, "environmentreport", OUTPUT=str(tmp_path / "report.html"))
    assert (made["READY"], bool(made["DEVICE"])) == ("yes", True)
    page = Path(made["OUTPUT"]).read_text(encoding="utf-8")
    assert "rasterio" in page
    assert made["ENGINE_VERSION"] in page


def test_report_without_an_engine_says_so(processing, tmp_path, monkeypatch):
    monkeypatch.setenv("SOFTSEG_PYTHON", "/nowhere/python")
    made = run(processing, "environmentreport", OUTPUT=str(tmp_path / "report.html"))
    assert (made["READY"], made["DEVICE"]) == ("no", "")
    assert "The engine cannot be started" in Path(made["OUTPUT"]).read_text(encoding="utf-8")


@pytest.fixture
def model(provider):
    """Segment, then draw polygons of the classes; both are outputs."""
    model = QgsProcessingModelAlgorithm("Roofs", "tests")
    model.addModelParameter(QgsProcessingParameterRasterLayer("image", "Image"), QgsProcessingModelParameter("image"))
    source = QgsProcessingModelChildParameterSource
    segment = QgsProcessingModelChildAlgorithm("softseg:segmentraster")
    segment.setChildId("segment")
    segment.addParameterSources("INPUT", [source.fromModelParameter("image")])
    segment.addParameterSources("CLASSES", [source.fromStaticValue(CLASSES)])
    segment.addParameterSources("OUTPUT_CONFIDENCE", [source.fromStaticValue("TEMPORARY_OUTPUT")])
    draw = QgsProcessingModelChildAlgorithm("softseg:classestopolygons")
    draw.setChildId("draw")
    draw.addParameterSources("INPUT", [source.fromChildOutput("segment", "OUTPUT")])
    draw.addParameterSources("CONFIDENCE", [source.fromChildOutput("segment", "OUTPUT_CONFIDENCE")])
    draw.addParameterSources("DISSOLVE", [source.fromStaticValue(True)])
    for child, name in ((segment, "classes"), (draw, "polygons")):
        output = QgsProcessingModelOutput(name, name)
        output.setChildId(child.childId())
        output.setChildOutputName("OUTPUT")
        child.setModelOutputs({name: output})
        model.addChildAlgorithm(child)
    return model


def test_model_draws_polygons_of_a_run_and_its_loaded_results_are_styled_and_know_their_run(
    processing, model, make_ortho, feedback
):
    image = make_ortho()
    made = processing.runAndLoadResults(
        model, {"image": image, "segment:classes": "TEMPORARY_OUTPUT", "draw:polygons": "TEMPORARY_OUTPUT"}, feedback
    )
    layers = {type(each.renderer()): each for each in QgsProject.instance().mapLayers().values()}
    assert set(layers) == {QgsPalettedRasterRenderer, QgsCategorizedSymbolRenderer}, (made, feedback.said)
    raster, polygons = layers[QgsPalettedRasterRenderer], layers[QgsCategorizedSymbolRenderer]
    legend = [(each.label, each.color.name()) for each in raster.renderer().classes()]
    assert legend == [("roof", "#d7191c"), ("tree", "#1a9641")]
    assert [each.label() for each in polygons.renderer().categories()] == ["roof", "tree"]
    found = list(polygons.getFeatures())
    assert len(found) == len({each["class_id"] for each in found})
    assert sum(each["area_m2"] for each in found) == pytest.approx(10_000, rel=0.01)
    assert all(0 < each["mean_confidence"] <= 1 for each in found)
    assert run_of(raster).task.raster == image
    assert "softseg:classestopolygons" in processing_command(run_of(polygons))
