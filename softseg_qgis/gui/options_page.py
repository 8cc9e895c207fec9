"""The page of SoftSeg in QGIS's options: where its data lies, which engine runs, and what a run begins with."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..engine.found import current_engine, data_root
from ..i18n import tr
from ..paths import resource
from ..settings import settings
from .model_box import ModelBox

PAGE_NAME = "softsegOptions"
_LONGEST_IDLE_MIN = 24 * 60


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever QGIS opens its options.

    Args:
        changed: is called when there is something that a running engine has to be started anew for.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__("SoftSeg", QIcon(str(resource("icons", "softseg.svg"))))
        self._changed = changed

    def createWidget(self, parent: QWidget) -> OptionsPage:
        """Make the page, showing what is set now."""
        return OptionsPage(self._changed, parent)


class OptionsPage(QgsOptionsPageWidget):
    """Shows the settings; nothing is stored before `apply`."""

    def __init__(self, changed: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changed = changed
        self.setObjectName(PAGE_NAME)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._engine_group())
        layout.addWidget(self._run_group())
        layout.addStretch()
        self._show_engine()

    def apply(self) -> None:
        """Store what the page shows."""
        before = (settings.home, settings.idle_s)
        settings.home = self.home.filePath().strip()
        settings.device = self.device.currentData()
        settings.idle_s = self.idle.value() * 60
        settings.model = self.model.value()
        if (settings.home, settings.idle_s) != before:  # each run names its device anew
            self._changed()

    def helpKey(self) -> str:
        """No page of QGIS's own manual tells about SoftSeg."""
        return ""

    def _engine_group(self) -> QGroupBox:
        group = QGroupBox(tr("Engine"))
        form = QFormLayout(group)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.change = QPushButton(tr("Change…"))
        self.change.clicked.connect(self._change_engine)
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(self.change)
        form.addRow(tr("In use"), row)
        self.home = QgsFileWidget()
        self.home.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.home.lineEdit().setPlaceholderText(str(data_root()))
        self.home.setToolTip(
            tr("Where engines and caches lie; a few gigabytes. Empty: the system's place for such data")
        )
        form.addRow(tr("Data folder"), self.home)
        self.idle = QSpinBox()
        self.idle.setRange(1, _LONGEST_IDLE_MIN)
        self.idle.setSuffix(tr(" min"))
        self.idle.setValue(max(1, round(settings.idle_s / 60)))
        self.idle.setToolTip(tr("A waiting engine answers at once, but holds memory, on the graphics card too"))
        form.addRow(tr("Stop the waiting engine after"), self.idle)
        return group

    def _run_group(self) -> QGroupBox:
        group = QGroupBox(tr("What a Run Begins With"))
        form = QFormLayout(group)
        self.device = QComboBox()
        for value, title in devices():
            self.device.addItem(title, value)
        form.addRow(tr("Compute on"), self.device)
        self.model = ModelBox(settings.model)
        form.addRow(tr("Model"), self.model)
        return group

    def _show_engine(self) -> None:
        """Show the engine in use, and what its set-up has decided: where it lies, and what it computes on."""
        self.home.setFilePath(settings.home)
        self.device.setCurrentIndex(max(0, self.device.findData(settings.device)))
        engine = current_engine()
        if engine is None:
            self.state.setText(tr("Not set up yet."))
            self.change.setText(tr("Set Up…"))
            return
        self.state.setText(f"{engine.device}\n{engine.python}" if engine.device else engine.python)
        self.change.setText(tr("Change…"))

    def _change_engine(self) -> None:
        from .setup_dialog import SetupDialog

        if SetupDialog(self).exec():
            self._show_engine()
            self._changed()


def devices() -> tuple[tuple[str, str], ...]:
    """What can be computed on: the name for a job, and the name on the screen."""
    return (
        ("auto", tr("The Fastest That Works")),
        ("cuda", tr("NVIDIA Graphics Card")),
        ("mps", tr("Apple Graphics")),
        ("cpu", tr("Processor")),
    )
