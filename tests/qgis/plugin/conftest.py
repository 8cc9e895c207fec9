"""The plugin as it is put together for QGIS."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def zip_file(tmp_path_factory):
    """The zip that the plugin repository would get."""
    path = tmp_path_factory.mktemp("dist") / "plugin.zip"
    subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "package.py"), "zip", str(path)], check=True, stdout=subprocess.PIPE
    )
    return path
