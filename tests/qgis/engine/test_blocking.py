"""One request in a process of its own, from the main thread and from others."""

from __future__ import annotations

import threading

import pytest
from qgis.core import QgsProcessingFeedback

from softseg_qgis.core.follow_up import RedecideJob
from softseg_qgis.core.protocol import Stage
from softseg_qgis.engine.blocking import EngineError, run_task

from .conftest import is_running, until

WORKS = """
    hello()
    for id, op in requests():
        say("stage", id, name="tiles", text="Looking")
        say("stage", id, name="tiles", text="Looking")
        say("progress", id, done=1, total=4, eta_s=None)
        say("warn", id, code="odd", text="This is odd.")
        say("done", id, outputs={"classes": op}, stats={"pid": os.getpid()})
"""
RUNS_UNTIL_CANCELLED = """
    hello()
    for id, op in requests():
        if op == "cancel":
            say("error", id, code="cancelled", text="The run was cancelled; nothing was written.")
        else:
            say("stage", id, name="pid", text=str(os.getpid()))
"""


class Feedback(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.told = []

    def setProgressText(self, text):
        self.told.append(text)

    def pushWarning(self, text):
        self.told.append(text)


@pytest.fixture
def use(monkeypatch):
    """Make an engine the current one."""
    return lambda engine: monkeypatch.setenv("SOFTSEG_PYTHON", engine.python)


def here(call):
    """Do it; gives what came of it."""
    try:
        return call()
    except EngineError as error:
        return error


def in_a_thread(call):
    """Do it in another thread while Qt works on in this one; gives what came of it."""
    found = []
    thread = threading.Thread(target=lambda: found.append(here(call)))
    thread.start()
    until(lambda: not thread.is_alive())
    return found[0]


@pytest.mark.parametrize("do", [here, in_a_thread], ids=["main thread", "other thread"])
def test_it_gives_the_answer_tells_the_feedback_and_leaves_no_process(use, actor, do):
    use(actor(WORKS))
    feedback, events = Feedback(), []
    done = do(lambda: run_task("segment", None, feedback, events.append))
    assert done.outputs == {"classes": "segment"}
    assert feedback.told == ["Looking", "This is odd."]
    assert feedback.progress() == 25
    assert [type(each).__name__ for each in events] == ["Stage", "Stage", "Progress", "Warn", "Done"]
    assert not is_running(done.stats["pid"])


@pytest.mark.parametrize("do", [here, in_a_thread], ids=["main thread", "other thread"])
def test_a_failure_is_raised(use, actor, do):
    use(actor("hello(); next(requests()); sys.exit(3)"))
    error = do(lambda: run_task("segment", None, Feedback()))
    assert (error.code, "exit code 3" in error.text) == ("engine_died", True)


def test_without_an_engine_it_says_so(home):
    with pytest.raises(EngineError) as caught:
        run_task("segment", None, Feedback())
    assert caught.value.code == "no_engine"


def test_a_cancel_is_heard_and_leaves_no_process(use, actor):
    use(actor(RUNS_UNTIL_CANCELLED))
    feedback, stages = Feedback(), []

    def cancel_in_mid_run(event):
        if isinstance(event, Stage):
            stages.append(event)
            feedback.cancel()

    error = in_a_thread(lambda: run_task("segment", None, feedback, cancel_in_mid_run))
    assert error.code == "cancelled"
    assert not is_running(int(stages[0].text))


def test_two_threads_have_a_process_each(use, actor):
    use(actor(WORKS))
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(run_task("segment", None, Feedback()).stats["pid"]))
        for _ in range(2)
    ]
    for each in threads:
        each.start()
    until(lambda: not any(each.is_alive() for each in threads))
    assert len(set(found)) == 2


def test_the_real_engine_tells_of_a_raster_that_is_not_there(tmp_path, real, use):
    use(real)
    job = RedecideJob(str(tmp_path / "none.tif"), str(tmp_path / "classes.tif"))
    with pytest.raises(EngineError) as caught:
        run_task("redecide", job, Feedback())
    assert caught.value.code == "bad_raster"
