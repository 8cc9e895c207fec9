"""Events and requests, to lines and back."""

from __future__ import annotations

import json

import pytest

from core.errors import BadOption
from core.lines import LineReader
from core.protocol import (
    Done,
    Error,
    Hello,
    Message,
    Preview,
    Progress,
    Request,
    Stage,
    Warn,
    message_to_line,
    read_message,
    read_request,
)


@pytest.mark.parametrize(
    "event",
    [
        Hello("1.0", 1, "3.12.1", "cuda:0"),
        Stage("read", "Reading “a”"),
        Progress(3, 10, 4.5),
        Progress(3, 10),
        Preview("/tmp/a\udc80.tif"),
        Warn("no_crs", "The raster has no CRS."),
        Done({"classes": "a.tif"}, {"areas": [{"name": "water", "m2": 1.5}]}),
        Done(),
        Error("oom", "The memory is full.", "trace\nback"),
    ],
)
def test_an_event_survives_its_line(event):
    assert LineReader(read_message).feed(message_to_line(event, "r7")) == [Message("r7", event)]


def test_an_event_line_has_the_agreed_keys():
    assert json.loads(message_to_line(Progress(1, 2, None), "r7")) == {
        "event": "progress",
        "id": "r7",
        "done": 1,
        "total": 2,
        "eta_s": None,
    }


def test_entries_of_a_newer_worker_are_left_alone():
    values = {"event": "stage", "id": "", "name": "read", "text": "Reading", "colour": "red"}
    assert read_message(values) == Message("", Stage("read", "Reading"))


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"event": "dance"},
        {"event": "event"},
        {"event": ["stage"]},
        {"event": "stage", "name": "read"},
        {"event": "stage", "name": "read", "text": 3},
        {"event": "progress", "done": "1", "total": 2},
        {"event": "done", "outputs": []},
        {"event": "warn", "code": "a", "text": "b", "id": 3},
    ],
)
def test_what_is_no_event_is_refused(values):
    lines = LineReader(read_message)
    assert lines.feed(json.dumps(values).encode() + b"\n") == []
    assert lines.skipped == 1


@pytest.mark.parametrize(
    "request_", [Request("r7", "segment", {"v": 1}), Request("", "polygons", "/a/job.json"), Request("r8", "cancel")]
)
def test_a_request_survives_its_line(request_):
    assert LineReader(read_request).feed(request_.to_line()) == [request_]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"id": "r7", "op": "probe"}, "version None"),
        ({"v": 2, "id": "r7", "op": "probe"}, "version 2"),
        ({"v": 1, "op": "dance"}, "dance"),
        ({"v": 1}, "none of segment"),
        ({"v": 1, "op": ["probe"]}, "none of segment"),
        ({"v": 1, "id": 7, "op": "probe"}, "id has to be a text"),
        ({"v": 1, "op": "segment", "job": 3}, "object or a path"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_with_a_sentence(values, sentence):
    with pytest.raises(BadOption, match=sentence):
        read_request(values)
