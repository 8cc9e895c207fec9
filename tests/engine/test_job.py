"""The job: what it refuses, and that it survives JSON."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.classes import parse_classes
from core.errors import BadClasses, BadInput, BadOption
from core.job import Job
from core.options import parse_balance, parse_numbers

JOB = Job("in.tif", parse_classes("water; tree"), "out.tif")
FULL = replace(
    JOB,
    confidence="c.tif",
    costs="k.tif",
    polygons="p.gpkg",
    extent=(0, -1.5, 10, 20),
    mask="m.gpkg",
    bands=(4, 3, 2),
    stretch="0.5-99.5",
    resolution=0.25,
    model="models/mine",
    device="cuda:1",
    tile=512,
    overlap=0.5,
    batch=4,
    scene_prior="rs-m-clip",
    unsure=0.3,
    min_area=10,
    balance={"tree": -0.1},
    cache=False,
)


@pytest.mark.parametrize("job", [JOB, FULL])
def test_a_job_survives_json(job):
    assert Job.from_json(job.to_json()) == job
    assert Job.from_dict(json.loads(json.dumps(job.to_dict()))) == job


def test_a_job_is_frozen_and_hashable():
    with pytest.raises(FrozenInstanceError):
        JOB.tile = 3
    assert hash(JOB) == hash(Job.from_json(JOB.to_json()))


def test_a_job_takes_paths_lists_and_class_text():
    job = Job(Path("in.tif"), "water; tree", Path("out.tif"), bands=[1, 2, 3], extent=[0, 0, 1, 1])
    assert job == replace(JOB, bands=(1, 2, 3), extent=(0.0, 0.0, 1.0, 1.0))
    assert replace(job, bands=[4, 3, 2, 0]).bands == (4, 3, 2, 0)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("raster", ""),
        ("raster", 3),
        ("output", "a\0b"),
        ("confidence", ""),
        ("extent", [0, 0, 1]),
        ("extent", [1, 0, 0, 1]),
        ("extent", [0, 0, 1, float("nan")]),
        ("extent", [0, 0, 1, 10**400]),
        ("extent", "0,0,1,1"),
        ("bands", []),
        ("bands", [1, 2]),
        ("bands", [0, 1, 2]),
        ("bands", [1.5, 1, 2]),
        ("bands", [True, 1, 2]),
        ("bands", [1, 2, 3, -4]),
        ("bands", [0, 0, 0, 0]),
        ("stretch", "98-2"),
        ("stretch", "2-101"),
        ("stretch", "best"),
        ("stretch", 2),
        ("resolution", -1),
        ("resolution", float("inf")),
        ("resolution", "0.5"),
        ("model", ""),
        ("device", "tpu"),
        ("device", "cuda:x"),
        ("tile", 32),
        ("tile", 512.0),
        ("tile", True),
        ("overlap", 0.8),
        ("overlap", float("nan")),
        ("overlap", None),
        ("batch", -1),
        ("scene_prior", ""),
        ("unsure", 1.1),
        ("min_area", -0.1),
        ("balance", {"tree": 33}),
        ("balance", {"tree": "0.1"}),
        ("balance", {"house": 0.1}),
        ("balance", ["tree"]),
        ("candidates", -1),
        ("cache", 1),
        ("outptu", "x.tif"),
    ],
)
def test_a_wrong_value_is_refused_from_json_with_the_option_named(option, value):
    with pytest.raises(BadOption, match=option.split("_")[0]) as caught:
        Job.from_dict({**JOB.to_dict(), option: value})
    assert caught.value.text.endswith(".")


@pytest.mark.parametrize("option", ["output", "confidence", "costs", "polygons", "quicklook", "preview", "distractors"])
def test_a_byte_that_is_no_character_is_refused_where_text_is_needed(option):
    value = ["rock", "sand\udcff"] if option == "distractors" else "map\udcff.tif"
    with pytest.raises(BadOption, match=f"The {option} .* holds a byte that is no character"):
        replace(JOB, **{option: value})


def test_an_input_may_have_a_name_that_is_no_text():
    assert replace(JOB, raster="in\udcff.tif", mask="m\udcff.gpkg").raster == "in\udcff.tif"


def test_a_published_inference_has_its_own_overlap():
    with pytest.raises(BadOption, match="segearth decides tile, overlap and resolution"):
        replace(JOB, inference="segearth", overlap=0.5)
    assert Job.from_dict({**JOB.to_dict(), "inference": "segearth"}).inference == "segearth"


def test_a_value_is_checked_when_a_job_is_made_in_python_too():
    with pytest.raises(BadOption, match="overlap"):
        replace(JOB, overlap=2)


@pytest.mark.parametrize(
    ("left_out", "sentence"), [("raster", "lacks its raster"), ("classes", "lacks its classes"), ("v", "version None")]
)
def test_a_job_that_lacks_something_is_refused(left_out, sentence):
    values = JOB.to_dict()
    del values[left_out]
    with pytest.raises(BadOption, match=sentence):
        Job.from_dict(values)


def test_a_job_of_another_version_is_refused():
    with pytest.raises(BadOption, match="version 2"):
        Job.from_dict({**JOB.to_dict(), "v": 2})


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_text_that_is_no_job_is_refused(text):
    with pytest.raises(BadOption):
        Job.from_json(text)


@pytest.mark.parametrize("classes", ["", [], [3], 7])
def test_a_bad_class_list_in_a_job_is_refused_as_such(classes):
    with pytest.raises(BadClasses):
        Job.from_dict({**JOB.to_dict(), "classes": classes})


@pytest.mark.parametrize(
    ("changes", "roles"),
    [
        ({"output": "in.tif"}, "output and the raster"),
        ({"confidence": "./out.tif"}, "confidence and the output"),
        ({"costs": "a/../out.tif"}, "costs and the output"),
    ],
)
def test_two_files_with_one_path_are_refused(changes, roles):
    with pytest.raises(BadOption, match=roles):
        replace(JOB, **changes)


def test_the_balance_finds_its_class_in_any_case_and_leaves_the_others_alone():
    job = replace(JOB, balance={"TREE": 1, "water": 0})
    assert job.balance == {"tree": 1.0}
    assert job.classes.arrange(job.balance) == (0.0, 1.0)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(option=st.sampled_from(sorted(JOB.to_dict())), value=_JSON)
def test_any_json_value_is_either_refused_or_kept(option, value):
    try:
        job = Job.from_dict({**JOB.to_dict(), option: value})
    except BadInput as error:
        job, sentence = JOB, error.text
    else:
        sentence = "kept"
    assert sentence
    assert Job.from_json(job.to_json()) == job


def test_numbers_and_balances_are_read_from_the_command_line():
    assert parse_numbers("1, -2.5,3", "extent") == [1.0, -2.5, 3.0]
    assert parse_balance("tree=+0.1; a=b=-0.05;") == {"tree": 0.1, "a=b": -0.05}
    with pytest.raises(BadOption, match="bands"):
        parse_numbers("1,,3", "bands")
    with pytest.raises(BadOption, match="tree"):
        parse_balance("tree")
