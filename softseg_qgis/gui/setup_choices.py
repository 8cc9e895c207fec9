"""The three ways to an engine: installed for the user, a Python of the user's own, or packages from a folder."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths, pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from ..engine.found import data_root
from ..engine.plan import Plan, make_plan, size_text
from ..i18n import tr

_INDENT_EM = 1.5


class Way(Enum):
    """A way to an engine."""

    INSTALL = "install"
    OWN = "own"
    OFFLINE = "offline"


class SetupChoices(QWidget):
    """Asks which way, and what that way needs to know."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = QButtonGroup(self)
        self._details: dict[Way, QWidget] = {}
        self._size = _note()
        self._offline_size = _note()
        self._device = _device_box()
        self._folder = _path_box(tr("Folder"), QgsFileWidget.StorageMode.GetDirectory)
        self._folder.setFilePath(str(data_root()))
        self._python = _path_box(tr("Python program"), QgsFileWidget.StorageMode.GetFile)
        self._packages = _path_box(tr("Folder of packages"), QgsFileWidget.StorageMode.GetDirectory)
        self._folder_label = QLabel(tr("Folder"))
        python_note = _note(
            tr("A program, or the folder of an environment, with the packages of SoftSeg's engine.lock")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._add(Way.INSTALL, tr("Install for me"), _indented(self._size))
        self._add(Way.OWN, tr("Use my own Python…"), _indented(self._python, python_note))
        self._add(
            Way.OFFLINE,
            tr("Install from a folder of packages (offline)…"),
            _indented(self._packages, self._offline_size),
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Device"), self._device)
        form.addRow(self._folder_label, self._folder)
        column.addLayout(form)
        self._buttons.button(0).setChecked(True)
        self._buttons.buttonToggled.connect(self._show_details)
        for each in (self._folder, self._python, self._packages):
            each.fileChanged.connect(self._tell)
        self._device.currentIndexChanged.connect(self._tell)
        self._show_details()

    @property
    def way(self) -> Way:
        """The way that is chosen."""
        return list(Way)[self._buttons.checkedId()]

    @property
    def device(self) -> str:
        """The device to make the engine for: "auto" or "cpu"."""
        return str(self._device.currentData())

    @property
    def python(self) -> Path | None:
        """The program or folder that the user calls a Python; None: nothing is chosen yet."""
        return _path(self._python)

    def plan(self) -> Plan | None:
        """What would be installed; None where nothing would be, or a choice is missing."""
        packages = _path(self._packages) if self.way is Way.OFFLINE else None
        if self.way is Way.OWN or (self.way is Way.OFFLINE and packages is None):
            return None
        return make_plan(self.device, packages, _path(self._folder))

    def show_size(self, plan: Plan | None) -> None:
        """Say how much a plan takes."""
        if plan is None:
            text = ""
        elif not plan.disk:
            text = tr("All packages are there already")
        elif plan.packages:
            text = tr("{disk} on disk, {free} free", disk=size_text(plan.disk), free=size_text(plan.free))
        else:
            sizes = {"download": plan.download, "disk": plan.disk, "free": plan.free}
            shown = {name: size_text(size) for name, size in sizes.items()}
            text = tr("Up to {download} download · {disk} on disk, {free} free", **shown)
        self._size.setText(text)
        self._offline_size.setText(text)

    def _add(self, way: Way, text: str, details: QWidget) -> None:
        button = QRadioButton(text)
        button.setObjectName(f"softsegSetup{way.value.title()}")
        self._buttons.addButton(button, list(Way).index(way))
        self._details[way] = details
        self.layout().addWidget(button)
        self.layout().addWidget(details)

    def _show_details(self) -> None:
        for way, details in self._details.items():
            details.setVisible(way is self.way)
        for each in (self._folder_label, self._folder):
            each.setVisible(self.way is not Way.OWN)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()


def _indented(*widgets: QWidget) -> QWidget:
    """What belongs to a choice, below it and in line with its text."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    em = holder.fontMetrics().height()
    column.setContentsMargins(round(_INDENT_EM * em), 0, 0, em // 2)
    for each in widgets:
        column.addWidget(each)
    return holder


def _note(text: str = "") -> QLabel:
    note = QLabel(text)
    note.setWordWrap(True)
    return note


def _device_box() -> QComboBox:
    box = QComboBox()
    box.setObjectName("softsegSetupDevice")
    box.setAccessibleName(tr("Device"))
    box.addItem(_automatic(), "auto")
    box.addItem(tr("Processor only"), "cpu")
    return box


def _automatic() -> str:
    """What "automatic" will come to on this computer, as far as can be seen without starting anything."""
    if sys.platform == "darwin":
        return tr("Automatic: Apple GPU")
    has_nvidia = QStandardPaths.findExecutable("nvidia-smi")
    return tr("Automatic: NVIDIA graphics card") if has_nvidia else tr("Automatic")


def _path_box(name: str, mode: QgsFileWidget.StorageMode) -> QgsFileWidget:
    box = QgsFileWidget()
    box.setStorageMode(mode)
    box.setDialogTitle(name)
    box.lineEdit().setAccessibleName(name)
    return box


def _path(box: QgsFileWidget) -> Path | None:
    text = box.filePath().strip()
    return Path(text).expanduser() if text else None
