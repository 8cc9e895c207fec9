"""The serving worker as its callers meet it: a process of its own, spoken to for real."""

from __future__ import annotations

import pytest

from core.protocol import Done, Hello, Message, Progress, Request, Stage
from core.service.inbox import Inbox


def test_answers_carry_the_id_of_their_request_and_come_in_order(start):
    worker = start("--serve")
    for request_id in ("r1", "r2", "r3"):
        worker.ask(request_id)
    messages, code = worker.end()
    assert [message.id for message in messages if isinstance(message.event, Done)] == ["r1", "r2", "r3"]
    assert code == 0


def test_nothing_heavy_is_imported_before_a_request_needs_it(start):
    worker = start("--serve")
    worker.ask("r1")
    assert worker.answer().event.stats == {"heavy": []}


def test_chatter_of_libraries_and_children_stays_out_of_the_stream(start):
    worker = start("--serve")
    worker.ask("r1", "chatter")
    messages, _ = worker.end()
    assert isinstance(messages[-1].event, Done)
    assert worker.lines.skipped == 0
    errors = worker.process.stderr.read()
    for chatter in (b"python chatter", b"native chatter", b"child chatter"):
        assert chatter in errors


def test_a_library_that_reads_standard_input_steals_no_request(start):
    worker = start("--serve")
    worker.ask("r1", "read stdin")
    worker.ask("r2")
    assert worker.answer() == Message("r1", Done(stats={"read": ""}))
    assert worker.answer().id == "r2"


def test_garbage_between_requests_is_skipped(start):
    worker = start("--serve")
    worker.write(b"\x00\xff garbage\n[1, 2]\n" + b"x" * 100_000 + b"\n\n{\n")
    worker.ask("r1")
    assert worker.answer() == Message("r1", Done(stats={"heavy": []}))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b'{"v": 9, "id": "r1", "op": "probe"}', "version 9"),
        (b'{"v": 1, "id": "r1", "op": "dance"}', "dance"),
        (b'{"v": 1, "id": "r1", "op": "segment"}', "JSON object"),
        (b'{"v": 1, "id": "r1", "op": "segment", "job": "/not/there.json"}', "/not/there.json"),
        (b'{"v": 1, "id": "r1", "op": "segment", "job": {"v": 1, "raster": "a", "output": "b"}}', "classes"),
        (b'{"v": 1, "id": "r1", "op": "polygons", "job": {"v": 1, "classes": "a", "output": "a"}}', "same path"),
        (
            b'{"v": 1, "id": "r1", "op": "batch", "job": {"v": 1, "folder": "a", "output": "b", "job": {"tile": 3}}}',
            "classes",
        ),
        (
            b'{"v": 1, "id": "r1", "op": "redecide", "job": {"v": 1, "costs": "a", "output": "b", "unsure": 2}}',
            "unsure",
        ),
    ],
)
def test_a_bad_request_gets_a_sentence_and_the_worker_stays_usable(start, line, sentence):
    worker = start("--serve")
    worker.write(line + b"\n")
    refused = worker.answer()
    assert refused.id == "r1"
    assert refused.event.code == "bad_option"
    assert sentence in refused.event.text
    worker.ask("r2")
    assert isinstance(worker.answer().event, Done)


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("memory", "oom"),
        ("torch", "oom"),
        ("disk", "disk_full"),
        ("raster", "bad_raster"),
        ("value", "internal"),
        ("exit", "internal"),
    ],
)
def test_whatever_a_run_raises_becomes_an_error_and_the_worker_stays_usable(start, what, code):
    worker = start("--serve")
    worker.ask("r1", "raise", what=what)
    failed = worker.answer()
    assert (failed.id, failed.event.code) == ("r1", code)
    assert ("Traceback" in failed.event.detail) is (code != "bad_raster")
    worker.ask("r2")
    assert isinstance(worker.answer().event, Done)


def test_a_result_that_is_no_json_is_an_error_too(start):
    worker = start("--serve")
    worker.ask("r1", "unwritable")
    assert worker.answer().event.code == "internal"


def test_cancel_stops_the_named_request_and_no_other(start):
    worker = start("--serve")
    for request_id in ("r1", "r2"):
        worker.ask(request_id, "wait")
    worker.ask("r3")
    worker.hear(Stage)
    for request_id in ("nobody", "r2", "r1"):
        worker.ask(request_id, op="cancel")
    answers = [worker.answer() for _ in range(3)]
    assert [answer.id for answer in answers] == ["r1", "r2", "r3"]
    assert [getattr(answer.event, "code", "done") for answer in answers] == ["cancelled", "cancelled", "done"]


def test_cancel_without_an_id_stops_all(start):
    worker = start("--serve")
    worker.ask("r1", "wait")
    worker.ask("r2", "wait")
    worker.hear(Stage)
    worker.ask("", op="cancel")
    assert [worker.answer().event.code for _ in range(2)] == ["cancelled", "cancelled"]
    worker.ask("r3")
    assert isinstance(worker.answer().event, Done)


def test_a_late_cancel_does_not_hit_the_next_request_with_that_id(start):
    worker = start("--serve")
    worker.ask("r1")
    worker.answer()
    worker.ask("r1", op="cancel")
    worker.ask("r1")
    assert isinstance(worker.answer().event, Done)


def test_quit_cancels_what_runs_and_ends_well(start):
    worker = start("--serve")
    worker.ask("r1", "wait")
    worker.hear(Stage)
    worker.ask("", op="quit")
    assert worker.answer().event.code == "cancelled"
    assert worker.process.wait(timeout=20) == 0


def test_the_end_of_the_requests_lets_the_running_one_finish(start):
    worker = start("--serve")
    worker.write(Request("r1", "probe", {"do": "silence"}).to_line().rstrip())
    messages, code = worker.end()
    assert isinstance(messages[-1].event, Done)
    assert code == 0


def test_an_idle_worker_leaves(start):
    worker = start("--serve", "--idle", "0.05")
    assert isinstance(worker.hear().event, Hello)
    assert worker.process.wait(timeout=20) == 0


def test_a_silent_run_repeats_its_last_event(start):
    worker = start("--serve", "--heartbeat", "0.05")
    worker.ask("r1", "silence")
    messages, _ = worker.end()
    beats = [message for message in messages if isinstance(message.event, Progress)]
    assert len(beats) > 2
    assert set(beats) == {beats[0]}
    assert isinstance(messages[-1].event, Done)


def test_answered_requests_are_not_kept():
    inbox = Inbox(descriptor=-1)
    first, second = inbox.admit(Request("r1", "probe")), inbox.admit(Request("r2", "probe"))
    assert inbox.next(timeout_s=1) is first
    inbox.finish(first)
    assert inbox._open == [second]
