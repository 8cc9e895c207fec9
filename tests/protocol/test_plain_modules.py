"""What QGIS reads of the engine: the standard library only, and nothing newer than Python 3.9."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOORS = ("job", "batch_job", "follow_up", "class_sets", "protocol", "lines", "errors")
DOORS += ("folders", "model_jobs", "train_job")
PLAIN = sorted({*DOORS, "classes", "options", "palette", "task"})


def test_they_import_without_any_installed_package():
    program = f"import sys; sys.path.append({str(ROOT)!r}); from core import {', '.join(DOORS)}"
    report = "; print(*sorted(name for name in sys.modules if name.startswith('core.')))"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program + report], capture_output=True, text=True)
    assert done.stdout.split() == [f"core.{name}" for name in PLAIN], done.stderr


@pytest.mark.parametrize("name", PLAIN)
def test_they_use_nothing_newer_than_python_3_9(name):
    tree = ast.parse((ROOT / "core" / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 9))
    newer = {"slots", "kw_only", "strict"}  # keywords of dataclass and zip that 3.9 does not know
    assert not [node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg in newer]
    assert not [node for node in ast.walk(tree) if type(node).__name__ == "Match"]
