"""Where class lists come from and go to: presets, the clipboard, a layer's legend, files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from ..core.class_sets import read_class_set, write_class_set
from ..core.classes import ClassList
from ..core.errors import SoftSegError
from ..i18n import tr
from ..settings import settings
from .class_model import ClassModel
from .legend_classes import layers_with_classes, legend_classes
from .presets import Preset

_READABLE = "(*.json *.csv *.txt)"


class PresetMenu(QMenu):
    """Chooses a preset, whose classes replace the list."""

    chosen = pyqtSignal(object)  # a Preset

    def __init__(self, presets: tuple[Preset, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for preset in presets:
            action = self.addAction(preset.title)
            action.setToolTip(", ".join(preset.classes.names))
            action.triggered.connect(lambda _=False, chosen=preset: self.chosen.emit(chosen))
        self.setToolTipsVisible(True)


class ClassMenu(QMenu):
    """Everything else that fills, saves or empties the list."""

    def __init__(self, model: ClassModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._entry(tr("Paste List"), self.paste)
        self._layers = self.addMenu(tr("Take from Layer Legend"))
        self._layers.aboutToShow.connect(self._list_layers)
        self.addSeparator()
        self._entry(tr("Import…"), self._import)
        self._export = self._entry(tr("Export…"), self._export_to_file)
        self.addSeparator()
        self._restore = self._entry(tr("Bring Back the Last List"), model.restore)
        self._clear = self._entry(tr("Remove All"), lambda: model.remove(range(len(model.rows))))
        self.aboutToShow.connect(self._look)

    def paste(self) -> None:
        """Append the list on the clipboard."""
        self._model.add_text(QApplication.clipboard().text())

    def read_file(self, path: str) -> None:
        """Replace the list by that of a file."""
        self._attempt(lambda: self._model.set_classes(read_class_set(path)))

    def write_file(self, path: str) -> None:
        """Write the whole list to a file; JSON where the name does not say what."""
        path = path if Path(path).suffix else f"{path}.json"
        self._attempt(lambda: write_class_set(ClassList(tuple(row.spec for row in self._model.rows)), path))

    def _look(self) -> None:
        self._layers.setEnabled(bool(layers_with_classes(QgsProject.instance())))
        self._restore.setEnabled(self._model.can_restore)
        for action in (self._export, self._clear):
            action.setEnabled(bool(self._model.rows))

    def _list_layers(self) -> None:
        self._layers.clear()
        for layer in layers_with_classes(QgsProject.instance()):
            classes = legend_classes(layer)
            action = self._layers.addAction(layer.name().replace("&", "&&"))
            action.triggered.connect(lambda _=False, specs=classes: self._model.set_classes(ClassList(specs)))

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self.parentWidget(), tr("Import Classes"), settings.last_folder, f"{tr('Class lists')} {_READABLE}"
        )
        if path:
            settings.last_folder = str(Path(path).parent)
            self.read_file(path)

    def _export_to_file(self) -> None:
        kinds = f"JSON (*.json);;CSV (*.csv);;{tr('Text')} (*.txt)"
        path, _ = QFileDialog.getSaveFileName(self.parentWidget(), tr("Export Classes"), settings.last_folder, kinds)
        if path:
            settings.last_folder = str(Path(path).parent)
            self.write_file(path)

    def _attempt(self, do: Callable[[], None]) -> None:
        try:
            do()
        except SoftSegError as error:
            self._model.refused.emit(error.text)

    def _entry(self, text: str, do: Callable[[], object]):  # noqa: ANN202 - QAction moved between Qt 5 and 6
        action = self.addAction(text)
        action.triggered.connect(lambda _=False: do())
        return action
