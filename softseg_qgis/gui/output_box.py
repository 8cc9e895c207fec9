"""The Output section: what is made beside the class raster, and where the files go."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from ..i18n import tr
from ..settings import settings
from .outputs import Wishes
from .section import Section


class OutputBox(Section):
    """Edits the `Wishes` of a run; they are remembered for the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Output"), "softsegOutput", parent)
        self.classes = QCheckBox(tr("Class raster"))
        self.classes.setChecked(True)
        self.classes.setEnabled(False)
        self.classes.setToolTip(tr("Always made: the class of each pixel, on the grid of the raster"))
        self.polygons = _check(tr("Polygons"), tr("Patches as polygons with class and area"), settings.with_polygons)
        self.confidence = _check(
            tr("Confidence"), tr("How sure the model is of each pixel, 0 to 1"), settings.with_confidence
        )
        self.costs = _check(
            tr("Costs"),
            tr("Keep what deciding again needs beside the other files, for later sessions"),
            settings.with_costs,
        )
        self.folder = QgsFileWidget()
        self.folder.setObjectName("softsegOutputFolder")
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder for the Results"))
        self.folder.lineEdit().setPlaceholderText(tr("temporary files"))
        self.folder.lineEdit().setAccessibleName(tr("Folder for the results"))
        self.folder.setFilePath(settings.output_folder if Path(settings.output_folder).is_dir() else "")
        self._lay_out()
        for box in (self.polygons, self.confidence, self.costs):
            box.toggled.connect(self._remember)
        self.folder.fileChanged.connect(self._remember)
        self._show_summary()

    def wishes(self) -> Wishes:
        """What is wanted."""
        return Wishes(
            folder=self.folder.filePath().strip(),
            polygons=self.polygons.isChecked(),
            confidence=self.confidence.isChecked(),
            costs=self.costs.isChecked(),
        )

    def ask_for_folder(self) -> None:
        """Lead the user to the folder."""
        self.setCollapsed(False)
        self.folder.lineEdit().setFocus()
        self.folder.lineEdit().selectAll()

    def _remember(self, *_value: object) -> None:
        wishes = self.wishes()
        settings.output_folder = wishes.folder
        settings.with_polygons = wishes.polygons
        settings.with_confidence = wishes.confidence
        settings.with_costs = wishes.costs
        self._show_summary()

    def _show_summary(self) -> None:
        """The title tells what is in the closed box."""
        wishes = self.wishes()
        parts = [tr("classes")]
        parts += [tr("polygons")] if wishes.polygons else []
        parts += [tr("confidence")] if wishes.confidence else []
        place = Path(wishes.folder).name if wishes.folder else tr("temporary")
        self.setTitle(tr("Output: {parts} ({place})", parts=", ".join(parts), place=place))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        for number, box in enumerate((self.classes, self.polygons, self.confidence, self.costs)):
            grid.addWidget(box, number // 2, number % 2)
        label = QLabel(tr("Folder"))
        label.setBuddy(self.folder.lineEdit())
        grid.addWidget(label, 2, 0, 1, 2)
        grid.addWidget(self.folder, 3, 0, 1, 2)
        grid.setColumnStretch(1, 1)


def _check(text: str, tip: str, on: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setObjectName(f"softsegWith{text}")
    box.setToolTip(tip)
    box.setChecked(on)
    return box
