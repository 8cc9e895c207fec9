"""How a worker starts and ends: its boot line, one job, signals, a lost caller, and its exit codes."""

from __future__ import annotations

import json
import signal
import sys

import pytest

from core.protocol import Done, Error, Hello, Stage

# As the plugin starts it.
BOOT = (
    "import sys, runpy; sys.path.append(sys.argv[1]); sys.argv[1:2] = []; "
    "runpy.run_module('core.worker', run_name='__main__')"
)


def test_the_boot_line_of_the_plugin_starts_it_and_hello_comes_first(start):
    worker = start("--probe", "--quick", program=BOOT)
    messages, code = worker.end()
    hello, stage, done = (message.event for message in messages)
    assert isinstance(hello, Hello)
    assert (hello.protocol, hello.python) == (1, sys.version.split()[0])
    assert isinstance(stage, Stage)
    assert "torch" in done.stats["packages"]
    assert code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals between processes")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_cancels_the_run_and_ends_the_worker(start, number):
    worker = start("--serve")
    worker.ask("r1", "wait")
    worker.ask("r2")
    worker.hear(Stage)
    worker.process.send_signal(number)
    assert [worker.answer().event.code for _ in range(2)] == ["cancelled", "cancelled"]
    assert worker.process.wait(timeout=20) == 130


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals between processes")
def test_a_signal_ends_a_worker_that_waits(start):
    worker = start("--serve")
    worker.hear(Hello)
    worker.process.terminate()
    assert worker.process.wait(timeout=20) == 130


def test_a_worker_that_nobody_hears_stops_its_run(start):
    worker = start("--serve", "--heartbeat", "0.05")
    worker.ask("r1", "wait")
    worker.hear(Stage)
    worker.process.stdout.close()
    assert worker.process.wait(timeout=20) == 0


@pytest.mark.parametrize(
    ("content", "code", "exit_code"),
    [
        (None, "bad_option", 2),
        (b"{", "bad_option", 2),
        (b"\xff", "bad_option", 2),
        (b'{"v": 1, "raster": "a", "output": "b", "classes": "a;A"}', "bad_classes", 2),
    ],
)
def test_a_bad_job_file_is_an_error_and_exit_code_2(start, tmp_path, content, code, exit_code):
    path = tmp_path / "job.json"
    if content is not None:
        path.write_bytes(content)
    messages, exited = start("--job", str(path)).end()
    assert messages[-1].event.code == code
    assert exited == exit_code


@pytest.mark.parametrize(("values", "exit_code"), [({"do": "answer"}, 0), ({"do": "raise", "what": "value"}, 1)])
def test_one_job_sets_the_exit_code(start, tmp_path, values, exit_code):
    path = tmp_path / "job.json"
    path.write_text(json.dumps(values))
    messages, exited = start("--job", str(path), "--op", "probe").end()
    assert isinstance(messages[-1].event, Error if exit_code else Done)
    assert exited == exit_code


def test_one_job_ignores_standard_input_and_hears_a_signal(start, tmp_path):
    path = tmp_path / "job.json"
    path.write_text('{"do": "wait"}')
    worker = start("--job", str(path), "--op", "probe")
    worker.hear(Stage)
    worker.process.terminate()
    messages, exited = worker.end()
    assert messages[-1].event.code == "cancelled"
    assert exited == 130
