"""What both doors arrange for their process before torch is loaded, as torch's own threads tell of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOORS = {"command": ("core.cli", "probe"), "worker": ("core.worker", "--probe")}


def told(*arguments: str, **environment: str) -> str:
    """What a program prints, the settings of torch's threads among it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "GOMP_"))}
    everything = {**kept, "OMP_DISPLAY_ENV": "VERBOSE", "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run([sys.executable, *arguments], env=everything, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere torch's threads are other libraries'")
@pytest.mark.parametrize("door", DOORS)
def test_threads_soon_stop_waiting_busily(door):
    assert "GOMP_SPINCOUNT = '2000'" in told("-m", *DOORS[door])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere torch's threads are other libraries'")
@pytest.mark.parametrize("own", [{"OMP_WAIT_POLICY": "ACTIVE"}, {"GOMP_SPINCOUNT": "77"}])
def test_who_says_how_they_wait_is_obeyed(own):
    ((name, value),) = own.items()
    printed = told("-c", "from core.process import whole_process\nwith whole_process(): import torch", **own)
    assert f"{name} = '{value}'" in printed
    assert "'2000'" not in printed


def test_what_is_left_at_the_end_is_not_looked_through():
    program = (
        "import gc; from core.process import whole_process\nwith whole_process(): pass\nprint(gc.get_freeze_count())"
    )
    assert int(told("-c", program).split()[-1]) > 0
