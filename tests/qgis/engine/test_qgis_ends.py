"""When QGIS ends, in good order or not, no process of the engine stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import is_running

ROOT = Path(__file__).resolve().parents[3]
QGIS = """
import sys
sys.path.insert(0, sys.argv[1])
import softseg_qgis
softseg_qgis.__path__.append(sys.argv[1])
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
from softseg_qgis.engine.worker import Worker
worker = Worker()
worker.said.connect(lambda request_id, event: print(worker.pid, flush=True))
worker.ask("probe", {"quick": True})
from qgis.PyQt.QtCore import QTimer
def quit_when_told(request_id, event):
    if type(event).__name__ == "Done":
        sys.stdin.readline()
        app.quit()
if sys.argv[2] == "quit":
    worker.said.connect(quit_when_told)
app.exec()
"""


@pytest.mark.parametrize("way", ["quit", "kill"])
def test_the_engine_goes_with_qgis(way):
    command = [sys.executable, "-c", QGIS, str(ROOT), way]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as qgis:
        pid = int(qgis.stdout.readline())
        assert is_running(pid)
        if way == "kill":
            os.kill(qgis.pid, signal.SIGKILL)
        else:
            print(file=qgis.stdin, flush=True)
        qgis.wait(timeout=60)
    end = time.monotonic() + (60 if way == "kill" else 0.5)
    while is_running(pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(pid)
