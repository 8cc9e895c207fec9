"""The hidden folders of killed runs: found by the next run, and never those of a living one."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.raster.place import Output, Places

ROOT = Path(__file__).resolve().parents[3]
_RUN = """
import sys, time
from pathlib import Path
from core.raster.place import Output, Places

with Places([Output(Path(sys.argv[1]))]) as places:
    places.temporary(sys.argv[1]).write_text("half")
    print(places.temporary(sys.argv[1]), flush=True)
    time.sleep(600)
"""


@pytest.fixture
def other(tmp_path):
    """Another run in the folder: its process, and its hidden folder, which looks old."""
    command = [sys.executable, "-c", _RUN, str(tmp_path / "other.tif")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        folder = Path(process.stdout.readline().strip()).parent
        before = time.time() - 3600
        os.utime(folder / ".alive", (before, before))
        yield process, folder
        process.kill()


def killed(other):
    process, folder = other
    process.kill()
    process.wait()
    return folder


def run_in(folder):
    with Places([Output(folder / "classes.tif")]) as places:
        places.temporary(folder / "classes.tif").write_text("new")


def test_the_folder_of_a_killed_run_goes_with_the_next_run(tmp_path, other):
    killed(other)
    run_in(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["classes.tif"]


def test_the_folder_of_a_living_run_stays(tmp_path, other):
    run_in(tmp_path)
    assert (other[1] / "other.tif").read_text() == "half"


def test_the_folder_of_another_machine_stays(tmp_path, other, monkeypatch):
    folder = killed(other)
    monkeypatch.setattr(platform, "node", lambda: "another")
    run_in(tmp_path)
    assert folder.is_dir()


def test_a_folder_that_was_only_just_made_stays(tmp_path, other):
    folder = killed(other)
    os.utime(folder / ".alive")
    run_in(tmp_path)
    assert folder.is_dir()


def test_earlier_outputs_that_a_killed_run_had_moved_away_stay(tmp_path, other):
    folder = killed(other)
    (folder / "replaced").mkdir()
    run_in(tmp_path)
    assert folder.is_dir()
