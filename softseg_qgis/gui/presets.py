"""Class lists that ship with the plugin, and the words that it suggests."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsMessageLog

from ..core.class_sets import classes_from_json
from ..core.classes import ClassList, ClassSpec
from ..core.errors import SoftSegError
from ..i18n import tr
from ..paths import resource


@dataclass(frozen=True)
class Preset:
    """A class list for a kind of work, its title, and further classes that may be wanted with it."""

    id: str
    title: str
    classes: ClassList
    suggestions: tuple[str, ...] = ()


def load_presets(folder: Path | None = None) -> tuple[Preset, ...]:
    """Read all presets of a folder, by file name; one that cannot be read is left out and logged."""
    presets = []
    for path in sorted((folder or resource("presets")).glob("*.json")):
        try:
            presets.append(_preset(json.loads(path.read_text(encoding="utf-8")), path.stem))
        except (OSError, ValueError, KeyError, TypeError, SoftSegError) as error:
            QgsMessageLog.logMessage(
                f"The preset {path.name} is left out: {error}", "SoftSeg", Qgis.MessageLevel.Warning
            )
    return tuple(presets)


def words_of(presets: tuple[Preset, ...]) -> set[str]:
    """All class names and suggestions, for completing what is typed."""
    return {name for preset in presets for name in (*preset.classes.names, *preset.suggestions)}


def _preset(data: dict[str, Any], name: str) -> Preset:
    classes = ClassList(tuple(_translated(spec) for spec in classes_from_json(data)))
    suggestions = tuple(tr(text) for text in data.get("suggestions", ()) if isinstance(text, str))
    return Preset(str(data.get("id", name)), tr(str(data["name"])), classes, suggestions)


def _translated(spec: ClassSpec) -> ClassSpec:
    """A class with its name in the user's language; what the model reads stays English."""
    name = tr(spec.name)
    return spec if name == spec.name else replace(spec, name=name, prompts=spec.texts)
