"""The warm worker when all goes well, and the real engine behind it."""

from __future__ import annotations

import os
import signal

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication

from softseg_qgis.core.job import Job
from softseg_qgis.core.protocol import Done, Error, Stage

from .conftest import Talk, is_running, until

ECHO = """
    hello()
    for id, op in requests():
        say("stage", id, name="start", text="Starting")
        say("done", id, stats={"op": op, "pid": os.getpid()})
"""
DEAF = """
    hello()
    for id, op in requests():
        if op != "cancel":
            say("stage", id, name="start", text="Starting")
"""


def test_requests_are_answered_in_their_order_by_one_process(talk, actor):
    it = talk(actor(ECHO))
    ids = [it.worker.ask("segment", {}), it.worker.ask("redecide", {}), it.worker.ask("probe")]
    answers = [it.answer(each) for each in ids]
    assert [each.stats["op"] for each in answers] == ["segment", "redecide", "probe"]
    assert {each.stats["pid"] for each in answers} == {it.worker.pid}
    assert it.events(ids[0], Stage) == [Stage("start", "Starting")]
    assert it.busy == [True, False]


def test_nothing_is_said_before_the_id_is_known(talk, home):
    it = talk(None)
    request_id = it.worker.ask("probe")
    assert it.said == []
    assert it.answer(request_id).code == "no_engine"


def test_a_worker_that_left_for_idleness_comes_back(talk, actor):
    it = talk(actor(ECHO + "        sys.exit()\n"))
    first, second = it.do(), it.do()
    assert first.stats["pid"] != second.stats["pid"]


def test_a_request_that_crosses_with_the_idle_exit_is_asked_again(talk, actor, tmp_path):
    it = talk(
        actor(f"""
            hello()
            if not os.path.exists({str(tmp_path / "mark")!r}):
                open({str(tmp_path / "mark")!r}, "w").close()
                sys.stdin.readline()
                sys.exit()
            for id, op in requests():
                say("done", id)
        """)
    )
    assert isinstance(it.do(), Done)


def test_a_waiting_request_is_taken_back_at_once_and_the_running_one_goes_on(talk, actor):
    it = talk(
        actor("""
            hello()
            for id, op in requests():
                time.sleep(0.5)
                say("done", id, stats={"op": op})
        """)
    )
    running, waiting = it.worker.ask("segment"), it.worker.ask("polygons")
    it.worker.cancel(waiting)
    assert it.events(waiting) == [Error("cancelled", it.events(waiting)[0].text)]
    assert it.answer(running) == Done(stats={"op": "segment"})


def test_a_worker_that_does_not_hear_a_cancel_is_ended(talk, actor):
    it = talk(actor(DEAF), cancel_grace_s=0.2)
    request_id = it.worker.ask("segment")
    until(lambda: it.events(request_id, Stage))
    pid = it.worker.pid
    it.worker.cancel()
    assert it.answer(request_id).code == "cancelled"
    assert not is_running(pid)


@pytest.mark.parametrize("script", [ECHO, DEAF, DEAF + "    time.sleep(60)\n"], ids=["idle", "busy", "ignores quit"])
def test_stop_leaves_no_process_and_answers_what_waits(talk, actor, script):
    it = talk(actor(script))
    request_id = it.worker.ask("segment")
    until(lambda: it.events(request_id))
    pid = it.worker.pid
    os.kill(pid, 0)
    waiting = it.worker.ask("segment")
    it.worker.stop()
    assert not is_running(pid)
    assert len(it.events(request_id, (Done, Error))) == len(it.events(waiting, (Done, Error))) == 1
    assert it.worker.pid == 0
    assert not it.worker.is_busy


def test_a_process_that_ignores_every_wish_is_killed(talk, actor):
    it = talk(actor("signal.signal(signal.SIGTERM, signal.SIG_IGN); hello()\nwhile True: time.sleep(60)"))
    it.worker.warm_up()
    until(lambda: it.worker._process.hello)
    pid = it.worker.pid
    it.worker.stop()
    assert not is_running(pid)


def test_closing_qgis_stops_it(talk, actor):
    it = talk(actor(ECHO))
    pid = it.do().stats["pid"]
    QCoreApplication.instance().aboutToQuit.emit()
    assert not is_running(pid)


def test_deleting_it_stops_it(actor):
    it = Talk(actor(ECHO))
    pid = it.do().stats["pid"]
    sip.delete(it.worker)
    assert not is_running(pid)


def test_the_real_engine_probes_segments_and_is_warm(talk, real, small_raster, tmp_path):
    it = talk(real)
    probe = it.do("probe", {"device": "cpu"})
    assert probe.stats["device"] == "cpu"
    pid = it.worker.pid
    output = tmp_path / "classes.tif"
    answer = it.answer(it.worker.ask("segment", Job(str(small_raster), "water; road", str(output), device="cpu")), 200)
    assert isinstance(answer, Done), answer
    assert output.stat().st_size > 0
    assert it.worker.pid == pid


def test_killing_the_real_engine_in_mid_run_is_one_sentence_and_the_next_run_works(talk, real, small_raster, tmp_path):
    it = talk(real)
    job = Job(str(small_raster), "water; road", str(tmp_path / "classes.tif"), device="cpu")
    request_id = it.worker.ask("segment", job)
    until(lambda: it.events(request_id, Stage))
    os.kill(it.worker.pid, signal.SIGKILL)
    answer = it.answer(request_id)
    assert (answer.code, answer.text.count(".")) == ("oom", 1)
    assert not (tmp_path / "classes.tif").exists()
    assert isinstance(it.do("probe", {"quick": True}), Done)


def test_a_restart_waits_until_the_work_is_done(talk, actor):
    it = talk(
        actor("""
            hello()
            for id, op in requests():
                time.sleep(0.3)
                say("done", id, stats={"pid": os.getpid()})
        """)
    )
    asked = [it.worker.ask("segment"), it.worker.ask("segment")]
    until(lambda: it.worker.pid)
    it.worker.restart()
    (pid,) = {it.answer(each).stats["pid"] for each in asked}
    until(lambda: not is_running(pid))
    assert it.do().stats["pid"] != pid


def test_a_restart_of_an_idle_worker_comes_at_once_and_only_once(talk, actor):
    it = talk(actor(ECHO))
    pid = it.do().stats["pid"]
    it.worker.restart()
    assert not is_running(pid)
    second = it.do().stats["pid"]
    assert it.do().stats["pid"] == second
