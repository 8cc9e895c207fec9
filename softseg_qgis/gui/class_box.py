"""The Classes section: preset and list menus, the table, the line to type in, and what else might be wanted."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ..core.classes import ClassList, name_key
from ..i18n import tr
from ..settings import settings
from .class_keeper import ClassKeeper
from .class_line import ClassLine
from .class_menu import ClassMenu, PresetMenu
from .class_model import ClassModel
from .class_view import ClassView
from .everything_else import EverythingElse
from .hint_label import show_links
from .lexicon import concept_names
from .presets import Preset, load_presets, words_of

_SHOWN_SUGGESTIONS = 4
_FIRST_SUGGESTIONS = ("building", "road", "tree", "grass", "water", "bare soil")


class ClassBox(QWidget):
    """Edits the class list that a run looks for; `refused` carries a sentence where something cannot be one."""

    edited = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ClassModel(self)
        self._keeper = ClassKeeper(self.model, project, self)
        presets = load_presets()
        self._suggestions = _suggestions_of(presets)
        self.view = ClassView(self.model)
        self.everything_else = EverythingElse(project)
        self.line = ClassLine(lambda: words_of(presets).union(concept_names()))
        self.menu = ClassMenu(self.model, self)
        self._preset_menu = PresetMenu(presets, self)
        self._hints = _hint_label()
        self._lay_out(bool(presets))
        self._preset_menu.chosen.connect(self._take_preset)
        self._hints.linkActivated.connect(self.model.add_text)
        self.line.typed.connect(self._add)
        self.view.pasted.connect(self.model.add_text)
        self.model.edited.connect(self._suggest)
        self.model.edited.connect(self.edited)
        self.everything_else.edited.connect(self.edited)
        self.line.textChanged.connect(lambda _: self.edited.emit())
        self.model.refused.connect(self.refused)
        self._suggest()

    @property
    def has_classes(self) -> bool:
        """Whether there is a class to look for, be it still in the line."""
        return self.model.class_list() is not None or bool(self.line.text().strip())

    def class_list(self) -> ClassList | None:
        """The classes to look for; None where there are none."""
        return self.model.class_list()

    def distractors(self) -> tuple[str, ...]:
        """What else there is to see, and stays unlabelled; empty where every pixel gets a class."""
        return self.everything_else.distractors()

    def take_typed(self) -> bool:
        """Add what is still in the line; False where that is no class, or where there is none at all."""
        if self.line.text().strip():
            self._add(self.line.text())
        return self.has_classes and not self.line.text().strip()

    def _lay_out(self, has_presets: bool) -> None:
        title = QLabel(f"<b>{tr('Classes')}</b>")
        title.setBuddy(self.view)
        header = QHBoxLayout()
        header.addWidget(title)
        header.addStretch()
        preset = _menu_button(self._preset_menu, tr("Preset"), tr("Replace the list by one for a kind of work"))
        preset.setObjectName("softsegPresets")
        if not has_presets:
            preset.hide()
        more = _menu_button(self.menu, "", tr("Paste, import, export, or take classes from a layer"))
        more.setObjectName("softsegClassMenu")
        more.setIcon(QgsApplication.getThemeIcon("/symbologyAdd.svg"))
        header.addWidget(preset)
        header.addWidget(more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(header)
        layout.addWidget(self.view)
        layout.addWidget(self.everything_else)
        layout.addWidget(self.line)
        layout.addWidget(self._hints)

    def _add(self, typed: str) -> None:
        if self.model.add_text(typed):
            self.line.clear()

    def _take_preset(self, preset: Preset) -> None:
        settings.preset = preset.id
        self._suggestions = preset.suggestions or self._suggestions
        self.model.set_classes(preset.classes)

    def _suggest(self) -> None:
        """Offer a few classes that are not in the list yet, and keep those in it out of everything else."""
        self.everything_else.set_classes(row.spec for row in self.model.rows if row.is_on)
        present = {name_key(row.spec.name) for row in self.model.rows}
        words = [word for word in self._suggestions if name_key(word) not in present][:_SHOWN_SUGGESTIONS]
        links = " · ".join(f'<a href="{word}">{word}</a>' for word in words)
        show_links(self._hints, tr("try: {words}", words=links))
        self._hints.setVisible(bool(words))


def _suggestions_of(presets: tuple[Preset, ...]) -> tuple[str, ...]:
    """The suggestions of the preset that was taken last; without one, the most common classes."""
    last = (preset.suggestions for preset in presets if preset.id == settings.preset)
    return next(last, ()) or _FIRST_SUGGESTIONS


def _hint_label() -> QLabel:
    label = QLabel()
    label.setObjectName("softsegSuggestions")
    label.setWordWrap(True)
    return label


def _menu_button(menu: PresetMenu | ClassMenu, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text or tip)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setAutoRaise(True)
    return button
