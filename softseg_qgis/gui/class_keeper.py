"""Keeps the class list in the project: written when it changes, read back when a project is opened."""

from __future__ import annotations

import json

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ..core.class_sets import classes_from_json, classes_to_json
from ..core.classes import ClassList
from ..core.errors import SoftSegError
from .class_model import ClassModel
from .class_row import ClassRow

_SCOPE, _KEY = "softseg", "classes"


class ClassKeeper(QObject):
    """Ties a class model to a project."""

    def __init__(self, model: ClassModel, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._project = project
        model.edited.connect(self._save)
        project.readProject.connect(self._load)
        project.cleared.connect(self._load)
        self._load()

    def _save(self) -> None:
        text = _to_json(self._model.rows)
        if text != self._stored():
            self._project.writeEntry(_SCOPE, _KEY, text)

    def _load(self) -> None:
        self._model.set_rows(_from_json(self._stored()))

    def _stored(self) -> str:
        return self._project.readEntry(_SCOPE, _KEY, "")[0]


def _to_json(rows: tuple[ClassRow, ...]) -> str:
    """The rows as JSON; nothing at all for no rows, as in a project that never had any."""
    if not rows:
        return ""
    classes = classes_to_json(ClassList(tuple(row.spec for row in rows)))
    off = [row.spec.name for row in rows if not row.is_on]
    return json.dumps({"classes": classes, "off": off}, ensure_ascii=False)


def _from_json(text: str) -> tuple[ClassRow, ...]:
    """The rows of a project; none where it has none, or holds something else there."""
    try:
        data = json.loads(text) if text else {}
        off = data.get("off", []) if isinstance(data, dict) else []
        return tuple(ClassRow(spec, spec.name not in off) for spec in classes_from_json(data)) if text else ()
    except (ValueError, TypeError, SoftSegError):
        return ()
