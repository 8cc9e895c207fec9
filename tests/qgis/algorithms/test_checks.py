"""What is refused before the engine is asked."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer

from softseg_qgis.core.protocol import Done
from softseg_qgis.models import ModelFacts


@pytest.fixture(autouse=True)
def no_engine(monkeypatch):
    """Nothing here may start a process: there is none to start."""
    monkeypatch.setenv("SOFTSEG_PYTHON", "/nowhere/python")


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({}, "No classes were given"),
        ({"CLASSES": "road; Road"}, "same name"),
        ({"CLASSES": "road", "CLASS_SET": "classes.docx"}, "has to be a .json, .csv or .txt file"),
        ({"CLASSES": "road", "BALANCE": "road=much"}, "“road=much” is not of the form"),
        ({"CLASSES": "road", "BANDS": "red"}, "bands has to be numbers"),
        ({"CLASSES": "road", "BANDS": "1,2"}, "one or three band numbers"),
        ({"CLASSES": "road", "BALANCE": "water=1"}, "There is no class “water”"),
        ({"CLASSES": "road", "DEVICE": "abacus"}, "DEVICE"),
    ],
)
def test_values_that_are_wrong_in_themselves_are_refused_in_a_sentence(processing, make_ortho, parameters, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        processing.run("softseg:segmentraster", {"INPUT": make_ortho(), "OUTPUT": "TEMPORARY_OUTPUT", **parameters})


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"EXTENT": "0,10,0,10 [EPSG:32633]"}, "does not touch “ortho”"),
        ({"OUTPUT_POLYGONS": "/tmp/polygons.shp"}, "ends in .gpkg"),
        ({}, "The engine cannot be started"),
    ],
)
def test_run_that_cannot_begin_ends_with_a_sentence(processing, make_ortho, parameters, sentence):
    asked = {"INPUT": make_ortho(), "CLASSES": "road", "OUTPUT": "TEMPORARY_OUTPUT", **parameters}
    with pytest.raises(QgsProcessingException, match=sentence):
        processing.run("softseg:segmentraster", asked)


def test_web_map_without_a_resolution_is_refused(processing, feedback):
    tiles = QgsRasterLayer("type=xyz&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=17", "tiles", "wms")
    with pytest.raises(QgsProcessingException):
        processing.run(
            "softseg:segmentraster",
            {"INPUT": tiles, "CLASSES": "road", "OUTPUT": "TEMPORARY_OUTPUT"},
            feedback=feedback,
        )
    assert any("has no resolution of its own" in said for said in feedback.said)


def test_folder_run_checks_its_classes_too(processing, tmp_path):
    with pytest.raises(QgsProcessingException, match="same name"):
        processing.run(
            "softseg:segmentfolder", {"INPUT_FOLDER": str(tmp_path), "CLASSES": "a; A", "OUTPUT_FOLDER": "x"}
        )


@pytest.mark.parametrize("name", ["segmentraster", "segmentfolder"])
def test_scenes_are_weighed_by_a_downloaded_model_only(processing, make_ortho, tmp_path, name):
    values = {"INPUT": make_ortho(), "INPUT_FOLDER": str(tmp_path), "CLASSES": "road", "SCENE_PRIOR": "starter"}
    values |= {"OUTPUT": "TEMPORARY_OUTPUT", "OUTPUT_FOLDER": str(tmp_path / "out")}
    with pytest.raises(QgsProcessingException, match="SCENE_PRIOR"):
        processing.run(f"softseg:{name}", values)


def test_folder_run_gives_the_model_that_weighs_scenes_to_every_raster(processing, tmp_path, monkeypatch):
    facts, asked = ModelFacts("rs-m-clip", "RS-M-CLIP", None, "MIT"), []
    monkeypatch.setattr("softseg_qgis.processing.blocks.computing.downloaded_models", lambda: [facts])

    def ask(_op, job, _feedback):
        asked.append(job)
        return Done({}, {"done": 0, "skipped": 0, "failed": 0})

    monkeypatch.setattr("softseg_qgis.processing.segment_folder.ask_engine", ask)
    values = {"INPUT_FOLDER": str(tmp_path), "CLASSES": "road", "OUTPUT_FOLDER": str(tmp_path / "out")}
    for prior in ({"SCENE_PRIOR": "rs-m-clip"}, {}):
        processing.run("softseg:segmentfolder", {**values, **prior})
    assert [job.job["scene_prior"] for job in asked] == ["rs-m-clip", None]


@pytest.mark.parametrize("text", ["a;b=+1; c = -0.5", "a;b=1\nc=-0.5\n", "c=-.5; a;b=1;"])
def test_numbers_by_class_may_be_on_one_line_or_on_several(text):
    from softseg_qgis.processing.blocks.deciding import by_class

    assert by_class(text) == {"a;b": 1.0, "c": -0.5}
