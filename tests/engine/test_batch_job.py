"""The batch as data: what it refuses, that it survives JSON, and the runs it gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.batch_job import BatchJob
from core.classes import parse_classes
from core.errors import BadClasses, BadOption
from core.job import Job

JOB = {"classes": "water; tree", "unsure": 0.3, "polygons": True}
BATCH = BatchJob("in", "out", JOB)


@pytest.mark.parametrize(
    "batch",
    [BATCH, replace(BATCH, pattern=" *.TIF ;; a?.img", recursive=True, on_error="stop", resume=False, merge="vrt")],
)
def test_a_batch_survives_json(batch):
    assert BatchJob.from_json(batch.to_json()) == batch


def test_the_values_of_a_run_are_completed_and_take_a_class_list_too():
    assert BatchJob("in", "out", {**JOB, "classes": parse_classes("water; tree"), "costs": None}) == BATCH
    assert BATCH.job["overlap"] == Job("in", "water", "out").overlap
    assert BATCH.extras == ("polygons",)


def test_the_run_of_a_file_has_the_shared_values_and_paths_of_its_own():
    run = BATCH.run_of("in/a.tif", {"output": "out/a.tif", "polygons": "out/a.gpkg"})
    assert run == Job("in/a.tif", "water; tree", "out/a.tif", polygons="out/a.gpkg", unsure=0.3)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"folder": ""}, "folder"),
        ({"output": "in/../in"}, "output and the folder have the same path"),
        ({"pattern": " ; "}, "pattern"),
        ({"pattern": "sub/*.tif"}, "pattern"),
        ({"recursive": 1}, "recursive"),
        ({"on_error": "ignore"}, "on error has to be skip or stop, not “ignore”"),
        ({"resume": None}, "resume"),
        ({"merge": True}, "merge"),
        ({"report": "report.tif"}, "report has to be an .html file"),
        ({"job": None}, "job"),
        ({"job": "classes"}, "values of a run"),
        ({"job": {}}, "lacks its classes"),
        ({"job": {**JOB, "raster": "a.tif"}}, "cannot name one raster"),
        ({"job": {**JOB, "output": "a.tif"}}, "cannot name one output"),
        ({"job": {**JOB, "costs": "costs.tif"}}, "costs has to be true or false"),
        ({"job": {**JOB, "overlap": 2}}, "overlap"),
        ({"job": {**JOB, "colour": 2}}, "unknown entry “colour”"),
        ({"patern": "*"}, "unknown entry “patern”"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(changes, sentence):
    with pytest.raises(BadOption, match=sentence) as caught:
        BatchJob.from_dict({**BATCH.to_dict(), **changes})
    assert caught.value.text.endswith(".")


def test_a_bad_class_list_is_refused_as_such():
    with pytest.raises(BadClasses, match="same name"):
        BatchJob("in", "out", {"classes": "a; A"})
