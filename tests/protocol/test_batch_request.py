"""The worker's operation "batch", with a stand-in for the engine."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from core.batch_job import BatchJob
from core.protocol import Done, Request, Warn, message_to_line, read_request
from core.service.operations import perform

JOB = BatchJob("in", "out", {"classes": "water, road", "confidence": True}, merge="vrt")
STATS = {"done": 1, "skipped": 0, "failed": 0, "files": [{"file": "a\udc80.tif", "state": "done"}]}


@pytest.fixture
def asked(monkeypatch):
    """What the engine is asked for."""
    calls = []

    def run_batch(job, *, on_event, cancelled):
        calls.append(job)
        assert not cancelled()
        return SimpleNamespace(outputs={"mosaic": "out/mosaic.vrt"}, stats=lambda: STATS)

    monkeypatch.setitem(sys.modules, "core.batch.run", SimpleNamespace(run_batch=run_batch))
    return calls


def test_the_job_reaches_the_engine_and_the_answer_has_counts_and_files(asked):
    events = []
    request = read_request({"v": 1, "id": "r1", "op": "batch", "job": JOB.to_dict()})
    done = perform(request.op, request.job, events.append, lambda: False)
    assert asked == [JOB]
    assert done == Done({"mosaic": "out/mosaic.vrt"}, STATS)
    assert message_to_line(done, request.id).endswith(b"}\n")
    assert [type(event) for event in events] == [Warn]  # of one class with a comma in its name


def test_the_job_may_be_the_path_of_a_file(asked, tmp_path):
    path = tmp_path / "batch.json"
    path.write_text(JOB.to_json())
    request = Request("r1", "batch", str(path))
    perform(request.op, request.job, lambda event: None, lambda: False)
    assert asked == [JOB]
