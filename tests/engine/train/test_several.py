"""Two processes train together: each sees half of every batch, and both end with the same weights."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.train.toy import RECIPE

ROOT = Path(__file__).resolve().parents[3]


def _train_together(processes: int) -> list[list[str]]:
    """What so many processes print: the digest of their weights, and the losses that the first one tells."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shared = {
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(port),
        "ACCELERATE_USE_CPU": "true",
        "OMP_NUM_THREADS": "1",
    }
    started = []
    for rank in range(processes):
        place = {"RANK": str(rank), "LOCAL_RANK": str(rank), "WORLD_SIZE": str(processes), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tests.engine.train.several"]
        environment = {**os.environ, **shared, **place}
        started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True))
    printed = [process.communicate(timeout=240)[0].split() for process in started]
    assert [process.returncode for process in started] == [0] * processes
    return printed


def test_two_processes_end_with_the_same_weights() -> None:
    pytest.importorskip("accelerate")
    (first, *losses), (second, *silence) = _train_together(2)
    assert first == second
    assert len(losses) == RECIPE.steps
    assert not silence  # only one of them reports
