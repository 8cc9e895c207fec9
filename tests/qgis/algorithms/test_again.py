"""What “Copy as Processing Command” gives does the same again."""

from __future__ import annotations

import pytest

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.core.follow_up import PolygonsJob, RedecideJob
from softseg_qgis.core.job import Job
from softseg_qgis.core.protocol import Done
from softseg_qgis.engine.blocking import EngineError
from softseg_qgis.layers.command import processing_call
from softseg_qgis.layers.run import Run
from softseg_qgis.models import ModelFacts

CLASSES = parse_classes("roof\\: flat: flat roof, gravel #d7191c; a=b; tree")


@pytest.fixture
def asked(monkeypatch):
    """What the engine is asked, which then refuses."""
    asked = []

    def refuse(_op, job, _feedback):
        asked.append(job)
        raise EngineError("internal", "enough")

    monkeypatch.setattr("softseg_qgis.engine.blocking.run_task", refuse)
    return asked


def again(processing, asked, job):
    algorithm, parameters = processing_call(Run.of(job, Done(), "EPSG:32633"))
    with pytest.raises(Exception, match="enough"):
        processing.run(algorithm, parameters)
    return asked[-1]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"resolution": 0.0, "bands": (3, 2, 1), "stretch": "minmax", "tile": 512, "overlap": 0.5, "batch": 2},
        {"extent": (500_000.5, 5_799_950.25, 500_050.0, 5_799_990.0), "device": "cuda:1", "unsure": 0.25},
        {"model": "/models/mine", "min_area": 12.5, "balance": {"a=b": -0.5, "tree": 1.0}},
        {"distractors": ("car", "field, ploughed"), "synonyms": "max", "dense": "value", "inference": "segearth"},
        {"candidates": 0},
        {"confidence": "/tmp/sure.tif", "costs": "/tmp/costs.tif", "polygons": "/tmp/polygons.gpkg"},
    ],
)
def test_run_is_done_again_with_the_same_job(processing, asked, make_ortho, options):
    job = Job(make_ortho(), CLASSES, "/tmp/classes.tif", **options)
    assert again(processing, asked, job) == job


def test_model_that_weighs_scenes_is_taken_along(processing, asked, make_ortho, monkeypatch):
    facts = ModelFacts("rs-m-clip", "RS-M-CLIP", None, "MIT")
    monkeypatch.setattr("softseg_qgis.processing.blocks.computing.downloaded_models", lambda: [facts])
    job = Job(make_ortho(), CLASSES, "/tmp/classes.tif", scene_prior="rs-m-clip")
    assert again(processing, asked, job) == job


def test_decision_is_made_again_with_the_same_job(processing, asked, make_ortho):
    job = RedecideJob(make_ortho("costs.tif"), "/tmp/classes.tif", None, {"tree": 1.0}, 0.25, 5.0, {"path": "road"})
    assert again(processing, asked, job) == job


def test_polygons_are_drawn_again_with_the_same_job(processing, asked, make_ortho, tmp_path):
    path = make_ortho("classes.tif")
    job = PolygonsJob(path, str(tmp_path / "polygons.gpkg"), None, 5.0, 0.5, ("roof: flat", "tree"), band=2)
    found = again(processing, asked, job)
    assert (found.classes, found.keep, found.min_area, found.simplify, found.band) == (path, job.keep, 5.0, 0.5, 2)
