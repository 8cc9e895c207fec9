"""Writing onto a disk that takes only so many bytes: a sentence, and no file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="needs a limit on the size of files")

SENTENCE = "The disk is full or failing: free some space or choose another place for the outputs.\n"
ROOT = Path(__file__).resolve().parents[3]
# In a process of its own, as a limit that is set cannot be lifted again.
SCRIPT = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from affine import Affine
from core.classes import parse_classes
from core.errors import DiskFull
from core.raster.cost_raster import CostWriter
from core.raster.grid import Grid
from core.raster.place import Output, Places
from core.raster.write import ClassRasterWriter, ConfidenceWriter

kind, folder, limit = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
noise = np.random.default_rng(0).integers(0, 4, (3, 700, 300))
grid, classes, tags = Grid(None, Affine.scale(2, -2), 700, 300), parse_classes("a; b; c"), {"SOFTSEG_VERSION": "0.1"}
try:
    with Places([Output(folder / "out.tif")]) as places:
        path = places.temporary(folder / "out.tif")
        if kind == "costs":
            with CostWriter(path, grid, classes, tags) as writer:
                writer.write(0, (noise * 5000).astype(np.int16), np.ones((700, 300), bool))
        elif kind == "confidence":
            with ConfidenceWriter(path, grid, tags) as writer:
                writer.write(0, (noise[0] / 4).astype(np.float32))
        else:
            with ClassRasterWriter(path, grid, classes, tags) as writer:
                writer.write(0, noise[0].astype(np.uint8))
except DiskFull as error:
    print(error.text)
"""


@pytest.mark.parametrize(
    ("kind", "limit"), [("classes", 60_000), ("confidence", 70_000), ("costs", 0), ("costs", 100_000)]
)
def test_a_full_disk_is_said_in_one_sentence_and_leaves_nothing(tmp_path, kind, limit):
    command = [sys.executable, "-c", SCRIPT, kind, str(tmp_path), str(limit)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout == SENTENCE
    assert list(tmp_path.iterdir()) == []


def test_enough_room_is_enough(tmp_path):
    command = [sys.executable, "-c", SCRIPT, "costs", str(tmp_path), "10000000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out.tif"]
