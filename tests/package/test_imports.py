"""Arrows point one way: what each part of the project may import, read from the sources without running them."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE, PLUGIN = "core", "softseg_qgis"

# What QGIS reads of the engine, and what those few modules are themselves made of: the standard library only.
DOORS_FOR_QGIS = {"batch_job", "class_sets", "classes", "errors", "follow_up", "job", "lines", "options"}
DOORS_FOR_QGIS |= {"folders", "model_jobs", "protocol", "task", "train_job"}
PLAIN = DOORS_FOR_QGIS | {"palette"}

# Whoever starts a run; the run and its parts know none of them.
STARTERS = {"batch", "bench", "cli", "commands", "evaluate", "recommend", "service", "train", "worker"}
PARTS_OF_A_RUN = {"raster", "softguided", "text", "tiling"}


class Import(NamedTuple):
    """One imported module: the file that names it, on which line, and its full dotted name."""

    path: Path
    line: int
    name: str
    relative: bool


def imports(root: Path, package: str) -> Iterator[Import]:
    """Every import below a package, in functions and type-checking blocks too, relative ones resolved."""
    for path in sorted((root / package).rglob("*.py")):
        here = path.relative_to(root).parent.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (Import(path, node.lineno, alias.name, False) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = [*here[: len(here) - node.level + 1]] if node.level else []
                base += node.module.split(".") if node.module else []
                for name in [alias.name for alias in node.names] if package_of(root, base) else [""]:
                    yield Import(path, node.lineno, ".".join(filter(None, [*base, name])), bool(node.level))


def package_of(root: Path, parts: list[str]) -> bool:
    """Whether a dotted name is a folder of ours, so that what is imported from it may be a module.

    In the packaged plugin `core` lies inside `softseg_qgis`, and that is how the plugin names it.
    """
    parts = parts[1:] if parts[:2] == [PLUGIN, ENGINE] else parts
    return bool(parts) and (root / Path(*parts)).is_dir()


def part(dotted: str) -> str:
    """The part of the engine that a module belongs to: the second word of its dotted name."""
    return [*dotted.split("."), ""][1]


def part_of_file(root: Path, path: Path) -> str:
    return path.relative_to(root / ENGINE).with_suffix("").parts[0]


def forbidden_parts(importer: str, parts: set[str]) -> set[str]:
    """The parts of the engine that one part must not know."""
    if importer in PLAIN:
        return parts - PLAIN
    if importer in STARTERS:
        return set()
    if importer == "segment":
        return STARTERS
    if importer == "vlm":
        return STARTERS | PARTS_OF_A_RUN | {"segment"}
    return STARTERS | {"segment"}


def engine_violations(root: Path) -> Iterator[str]:
    """What `core` imports against the rules."""
    parts = {part_of_file(root, path) for path in (root / ENGINE).rglob("*.py")} - {"__init__"}
    for each in imports(root, ENGINE):
        top, importer = each.name.split(".")[0], part_of_file(root, each.path)
        where = f"{each.path.relative_to(root).as_posix()}:{each.line}"
        if top == "qgis" or top.startswith("PyQt") or top == PLUGIN:
            yield f"{where}: core runs without QGIS, yet names {each.name}"
        elif top == ENGINE and not each.relative:
            yield f"{where}: core imports itself relatively, yet names {each.name}"
        elif top == ENGINE and part(each.name) in forbidden_parts(importer, parts) - {importer}:
            yield f"{where}: {importer} must not know {part(each.name)}"
        elif top != ENGINE and importer in PLAIN and top not in sys.stdlib_module_names:
            yield f"{where}: {importer} is read by QGIS, yet names {each.name}"


def plugin_violations(root: Path) -> Iterator[str]:
    """What `softseg_qgis` imports against the rules: all but PyQGIS, the standard library, and the engine's doors."""
    for each in imports(root, PLUGIN):
        where, names = f"{each.path.relative_to(root).as_posix()}:{each.line}", each.name.split(".")
        if names[0] == PLUGIN and each.relative:
            if names[1:2] == [ENGINE] and part(".".join(names[1:])) not in DOORS_FOR_QGIS:
                yield f"{where}: of core, QGIS reads only {sorted(DOORS_FOR_QGIS)}, not {each.name}"
        elif names[0] != "qgis" and names[0] not in sys.stdlib_module_names:
            yield f"{where}: softseg_qgis must not name {each.name}"


def test_the_engine_keeps_its_arrows():
    assert list(engine_violations(ROOT)) == []


def test_the_plugin_knows_pyqgis_the_standard_library_and_the_doors_only():
    assert list(plugin_violations(ROOT)) == []


def test_the_sources_are_found():
    assert {part(each.name) for each in imports(ROOT, ENGINE)} > {"errors", "raster"}
    assert any(each.name == "urllib.parse" for each in imports(ROOT, PLUGIN))


@pytest.fixture
def tree(tmp_path):
    """A small tree of both packages that keeps every rule."""
    files = {
        "core/__init__.py": "",
        "core/errors.py": "import json\n",
        "core/job.py": "from .errors import A\n",
        "core/segment.py": "import torch\nfrom . import raster\nfrom .vlm.tower import B\n",
        "core/cli.py": "from .segment import run\n",
        "core/raster/__init__.py": "",
        "core/raster/source.py": "import rasterio\nfrom ..errors import A\nfrom .grid import C\n",
        "core/vlm/tower.py": "from ..errors import A\n",
        "softseg_qgis/plugin.py": "from qgis.PyQt.QtCore import Qt\nfrom .core.job import Job\nfrom .gui import dock\n",
        "softseg_qgis/gui/dock.py": "import json\nfrom ..core.errors import A\nfrom ..core import protocol\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_a_tree_that_keeps_the_rules_has_no_violation(tree):
    assert [*engine_violations(tree), *plugin_violations(tree)] == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("core/raster/source.py", "import qgis.core"),
        ("core/raster/source.py", "from qgis.PyQt import QtCore"),
        ("core/raster/source.py", "from PyQt6.QtCore import Qt"),
        ("core/cli.py", "from softseg_qgis.engine import fetch_uv"),
        ("core/cli.py", "from core.segment import run"),
        ("core/raster/source.py", "from ..segment import run"),
        ("core/raster/source.py", "from .. import segment"),
        ("core/raster/source.py", "def late():\n    from ..cli import main"),
        ("core/segment.py", "from .train.recipe import Recipe"),
        ("core/segment.py", "from . import worker"),
        ("core/vlm/tower.py", "from ..raster.grid import Grid"),
        ("core/vlm/tower.py", "from ..softguided.network import SoftGuided"),
        ("core/job.py", "import numpy as np"),
        ("core/job.py", "from . import raster"),
        ("core/errors.py", "from .raster.grid import Grid"),
        ("softseg_qgis/plugin.py", "import torch"),
        ("softseg_qgis/plugin.py", "from rasterio.io import MemoryFile"),
        ("softseg_qgis/gui/dock.py", "def late():\n    import numpy"),
        ("softseg_qgis/gui/dock.py", "from PyQt5.QtWidgets import QDockWidget"),
        ("softseg_qgis/gui/dock.py", "import core"),
        ("softseg_qgis/gui/dock.py", "from core.job import Job"),
        ("softseg_qgis/gui/dock.py", "from ..core.segment import run"),
        ("softseg_qgis/gui/dock.py", "from ..core import segment"),
        ("softseg_qgis/gui/dock.py", "from ..core.raster.grid import Grid"),
    ],
)
def test_a_planted_violation_is_caught(tree, file, line):
    path = tree / file
    before = path.read_text()
    path.write_text(before + line + "\n")
    (found,) = [*engine_violations(tree), *plugin_violations(tree)]
    assert found.startswith(f"{file}:{before.count(chr(10)) + line.count(chr(10)) + 1}: ")
