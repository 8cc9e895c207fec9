"""Whatever becomes of the engine's process, each request gets one sentence, and the next request a new process."""

from __future__ import annotations

import pytest

from softseg_qgis.core.protocol import Done, Error, Progress
from softseg_qgis.engine.found import Engine
from softseg_qgis.engine.remedies import remedy_of

from .conftest import is_running, until

DEATHS = {
    "exit code": ("hello(); next(requests()); sys.exit(3)", "engine_died", "exit code 3", "retry"),
    "signal": ("hello(); next(requests()); os.kill(os.getpid(), signal.SIGSEGV)", "engine_died", "signal 11", "retry"),
    "no memory": ("hello(); next(requests()); os.kill(os.getpid(), signal.SIGKILL)", "oom", "memory", "smaller"),
    "in mid answer": (
        "hello(); next(requests()); print('{\"event\": \"do', end=''); sys.exit(1)",
        "engine_died",
        "1",
        "retry",
    ),
    "before hello": ("sys.exit('No module named torch')", "no_engine", "(No module named torch)", "setup"),
    "silent from the start": ("time.sleep(60)", "engine_silent", "not answered", "retry"),
    "silent in mid run": ("hello(); next(requests()); time.sleep(60)", "engine_silent", "not answered", "retry"),
    "only garbage": (
        "hello(); next(requests())\nwhile True: print('x' * 99, flush=True); time.sleep(0.01)",
        "engine_silent",
        "not",
        "retry",
    ),
    "old protocol": ("hello(protocol=0); time.sleep(60)", "engine_old", "another version", "reload"),
    "old version": ("hello(version='0.0.1'); time.sleep(60)", "engine_old", "another version", "reload"),
}


@pytest.mark.parametrize("death", DEATHS)
def test_an_end_becomes_one_sentence_with_an_action(talk, actor, death):
    script, code, words, remedy = DEATHS[death]
    it = talk(actor(script), quiet_s=0.6 if "silent" in death or "garbage" in death else 60)
    answer = it.do()
    assert (answer.code, remedy_of(answer.code).key) == (code, remedy)
    assert words in answer.text
    assert answer.text.endswith(".")
    assert it.worker.pid == 0
    assert it.busy == [True, False]


@pytest.mark.parametrize("death", ["sys.exit(3)", "os.kill(os.getpid(), signal.SIGKILL)", "time.sleep(60)"])
def test_the_next_request_has_a_new_process(talk, actor, death):
    it = talk(
        actor(f"""
            from pathlib import Path
            hello()
            for id, op in requests():
                if not Path(__file__ + ".seen").exists():
                    Path(__file__ + ".seen").touch()
                    {death}
                say("done", id)
        """),
        quiet_s=4,
    )
    failed, waiting = it.worker.ask("segment"), it.worker.ask("segment")
    assert isinstance(it.answer(failed), Error)
    assert isinstance(it.answer(waiting), Done)


def test_a_program_that_is_not_there_is_one_sentence(talk):
    answer = talk(Engine("/no/such/python", "own")).do()
    assert (answer.code, remedy_of(answer.code).label) == ("no_engine", "Set Up Engine")
    assert "/no/such/python" in answer.detail


def test_garbage_among_the_events_is_skipped_and_counted(talk, actor):
    it = talk(
        actor("""
            print("Welcome to CUDA!")
            hello()
            for id, op in requests():
                print('{"event": "no such thing"}')
                print(b"\\xff\\xfe".decode("latin-1"), "[1, 2]", sep="\\n")
                say("done", "another request")
                say("done", id)
        """)
    )
    assert isinstance(it.do(), Done)
    assert it.worker.log_lines() == ["4 lines on standard output were no events"]


def test_a_worker_that_beats_is_not_silent(talk, actor):
    it = talk(
        actor("""
            hello()
            for id, op in requests():
                for beat in range(12):
                    say("progress", id, done=0, total=9, eta_s=None)
                    time.sleep(0.5)
                say("done", id)
        """),
        quiet_s=4,
    )
    assert isinstance(it.do(), Done)
    assert it.said[0][1] == Progress(0, 9)


def test_a_lost_graphics_card_offers_the_processor_and_ends_the_process(talk, actor):
    it = talk(
        actor("""
            hello()
            for id, op in requests():
                detail = "RuntimeError: CUDA error: unspecified launch failure"
                say("error", id, code="internal", text="Something went wrong.", detail=detail)
        """)
    )
    request_id = it.worker.ask("segment")
    until(lambda: it.worker.pid)
    pid = it.worker.pid
    answer = it.answer(request_id)
    assert (answer.code, remedy_of(answer.code).key, "graphics card" in answer.text) == ("gpu_lost", "cpu", True)
    until(lambda: not is_running(pid))


def test_an_error_of_the_worker_itself_is_passed_on(talk, actor):
    it = talk(
        actor("""
            hello()
            for id, op in requests():
                say("error", id, code="bad_raster", text="Not a raster.", detail="")
        """)
    )
    assert (it.do().text, it.do().code) == ("Not a raster.", "bad_raster")
    assert it.worker.pid


def test_the_last_lines_of_standard_error_are_kept(talk, actor):
    it = talk(
        actor("""
            hello()
            next(requests())
            for number in range(500):
                print("line", number, file=sys.stderr)
            sys.stderr.write("half a li")
            sys.stderr.flush()
            os._exit(1)
        """)
    )
    answer = it.do()
    assert len(it.worker.log_lines()) == 200
    assert answer.detail.splitlines()[-2:] == ["line 499", "half a li"]
