"""The scripts beside .ci/run as modules, and the plugin that they put together."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load_script(name):
    spec = spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def package():
    return load_script("package")


@pytest.fixture(scope="session")
def scan():
    return load_script("scan")


@pytest.fixture(scope="session")
def strings():
    return load_script("strings")


@pytest.fixture(scope="session")
def staged(package, tmp_path_factory):
    """The folder of the plugin as the zip holds it."""
    folder = tmp_path_factory.mktemp("stage")
    package.stage(folder)
    return folder / package.PLUGIN
