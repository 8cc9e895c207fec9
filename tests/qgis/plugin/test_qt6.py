"""Nothing in the plugin's code is gone in QGIS 4 (Qt 6): enums are reached through their type, old names not at all."""

from __future__ import annotations

import ast
import enum
import importlib
from pathlib import Path

import pytest

PLUGIN = Path(__file__).resolve().parents[3] / "softseg_qgis"
FILES = sorted(PLUGIN.rglob("*.py"))

GONE = {"exec_", "QRegExp", "QRegExpValidator", "QDesktopWidget", "QSignalMapper", "QTextCodec"}
GONE_METHODS = {"exec_", "setMargin", "desktop"}


def names_from_qgis(tree):
    """What a file imports from QGIS and Qt: its own name for each thing, and the thing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] == "qgis":
            module = importlib.import_module(node.module)
            yield from ((each.asname or each.name, getattr(module, each.name, None)) for each in node.names)


def is_enum(thing):
    return isinstance(thing, type) and issubclass(thing, (int, enum.Enum)) and thing is not bool


def resolve(node, names):
    """What a dotted name stands for; None where that is not known before the code runs."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        return getattr(resolve(node.value, names), node.attr, None)
    return None


def complaints(text):
    """Line and reason of what QGIS 4 would not understand."""
    tree = ast.parse(text)
    names = dict(names_from_qgis(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            if (node.module or "").startswith(("PyQt", "PySide")):
                yield node.lineno, f"{node.module} instead of qgis.PyQt"
            yield from ((node.lineno, f"{each.name} is gone") for each in node.names if each.name in GONE)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names if each.name.startswith(("PyQt", "PySide")))
        elif isinstance(node, ast.Attribute):
            owner, value = resolve(node.value, names), resolve(node, names)
            if node.attr in GONE_METHODS:
                yield node.lineno, f".{node.attr} is gone"
            elif owner is not None and not is_enum(owner) and is_enum(type(value)) and type(value) is not int:
                yield node.lineno, f"{node.attr} has to be reached through {type(value).__name__}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_the_code_is_ready_for_qgis_4(path):
    found = complaints(path.read_text(encoding="utf-8"))
    assert [f"{path.relative_to(PLUGIN)}:{line}: {reason}" for line, reason in found] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("from qgis.PyQt.QtCore import Qt\nx = Qt.AlignLeft", "AlignLeft has to be reached through AlignmentFlag"),
        (
            "from qgis.core import QgsProcessing as P\nx = P.TypeRaster",
            "TypeRaster has to be reached through SourceType",
        ),
        ("from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec_()", ".exec_ is gone"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegExp is gone"),
        ("from PyQt5.QtCore import Qt", "PyQt5.QtCore instead of qgis.PyQt"),
        ("import PyQt6.sip", "PyQt6.sip"),
    ],
)
def test_what_is_gone_is_found(text, reason):
    assert [each[1] for each in complaints(text)] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "from qgis.PyQt.QtCore import Qt\nx = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop",
        "from qgis.core import Qgis\nx = Qgis.MessageLevel.Warning\ny = Qgis.QGIS_VERSION_INT",
        "from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec()\nself.AlignLeft",
    ],
)
def test_what_stays_is_left_alone(text):
    assert list(complaints(text)) == []
