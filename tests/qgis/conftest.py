"""The plugin in a real QGIS: put together as the zip has it, with the checkout's engine.

Nothing is read from or left in the user's own folders.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("SOFTSEG_PYTHON", str(ROOT / ".venv/bin/python"))
os.environ.setdefault("SOFTSEG_CACHE", str(ROOT / "build" / "test-cache"))
os.environ["SOFTSEG_HOME"] = tempfile.mkdtemp(prefix="softseg-home-")

sys.path.insert(0, str(ROOT))
import softseg_qgis  # noqa: E402

sys.path.remove(str(ROOT))
softseg_qgis.__path__.append(str(ROOT))


def pytest_unconfigure() -> None:
    """Leave no folder behind."""
    shutil.rmtree(os.environ["SOFTSEG_HOME"], ignore_errors=True)
