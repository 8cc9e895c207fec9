"""The last row of the classes: everything else, which stays unlabelled, told apart by words for what else there is."""

from __future__ import annotations

import json
from collections.abc import Iterable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ..core.classes import ClassSpec, name_key, parse_prompts
from ..i18n import tr

_SCOPE, _KEY = "softseg", "everythingElse"
_COMMON = ("building", "road", "tree", "grass", "water", "bare soil", "field", "car")


class EverythingElse(QWidget):
    """A switch, and the words; both are kept in the project.

    Args:
        project: where they are kept.
        parent: owner of the row.
    """

    edited = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._present: tuple[ClassSpec, ...] = ()
        self.switch, self.words = QCheckBox(tr("Everything else")), QLineEdit()
        self.switch.setObjectName("softsegEverythingElse")
        self.switch.setToolTip(
            tr("What looks more like one of these words than like any class stays unlabelled, not forced into a class")
        )
        self.words.setObjectName("softsegEverythingElseWords")
        self.words.setAccessibleName(tr("What else there is to see"))
        self.words.setToolTip(tr("What else there is to see, with commas between; it stays unlabelled"))
        self.words.setPlaceholderText(tr("what else there is to see…"))
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.switch)
        row.addWidget(self.words, 1)
        self.switch.toggled.connect(self._on_switched)
        self.words.editingFinished.connect(self._save)
        project.readProject.connect(self._load)
        project.cleared.connect(self._load)
        self._load()

    def distractors(self) -> tuple[str, ...]:
        """What else there is to see; nothing where it is off, and never what a class is called or reads."""
        if not self.switch.isChecked():
            return ()
        taken = {name_key(text) for spec in self._present for text in (spec.name, *spec.texts)}
        words = {name_key(word): word for word in parse_prompts(self.words.text())}
        return tuple(word for key, word in words.items() if key not in taken)

    def set_classes(self, classes: Iterable[ClassSpec]) -> None:
        """Know which classes are looked for, so that none of them is everything else."""
        self._present = tuple(classes)

    def _on_switched(self, on: bool) -> None:
        if on and not self.words.text().strip():
            taken = {name_key(text) for spec in self._present for text in (spec.name, *spec.texts)}
            self._show(", ".join(word for word in _COMMON if word not in taken))
        self.words.setVisible(on)
        self._save()
        self.edited.emit()

    def _save(self) -> None:
        values = {"on": self.switch.isChecked(), "words": self.words.text()}
        text = json.dumps(values, ensure_ascii=False) if any(values.values()) else ""
        if text != self._stored():
            self._project.writeEntry(_SCOPE, _KEY, text)

    def _load(self) -> None:
        try:
            values = json.loads(self._stored() or "{}")
            on, words = bool(values.get("on", False)), str(values.get("words", ""))
        except (ValueError, AttributeError):
            on, words = False, ""
        self._show(words)
        self.switch.setChecked(on)
        self.words.setVisible(on)

    def _show(self, words: str) -> None:
        """Put words into the line, which shows their beginning where it is too short for all."""
        self.words.setText(words)
        self.words.home(False)

    def _stored(self) -> str:
        return self._project.readEntry(_SCOPE, _KEY, "")[0]
