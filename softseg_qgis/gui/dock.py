"""SoftSeg's dock: the set-up page while there is no engine, then the panel."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsRasterLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QHideEvent, QIcon, QKeySequence, QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QShortcut, QToolButton, QVBoxLayout, QWidget

from ..core.classes import ClassList
from ..engine.found import current_engine
from ..engine.worker import Worker
from ..i18n import tr
from ..paths import resource
from .column_scroll import ColumnScroll
from .conductor import Conductor
from .help import open_help
from .hint_label import show_links
from .panel import Panel


class SoftSegDock(QgsDockWidget):
    """The whole of SoftSeg's own screen.

    Args:
        iface: QGIS's windows.
        worker: who computes.
        parent: owner of the dock.
    """

    def __init__(self, iface: QgisInterface, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(tr("SoftSeg"), parent)
        self.setObjectName("SoftSegDock")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._worker = worker
        self._setup: ColumnScroll | None = None
        self.panel = Panel(iface)
        self.conductor = Conductor(iface, self.panel, worker, self)
        self.conductor.setup_wanted.connect(self.show_setup)
        self.device = QLabel()
        self.device.linkActivated.connect(self._choose_page)
        self._lay_out()
        self._add_shortcuts()
        self._choose_page()

    def set_classes(self, classes: ClassList) -> None:
        """Replace the class list."""
        self.panel.classes.model.set_classes(classes)

    def set_raster(self, layer: QgsRasterLayer) -> None:
        """Choose the raster, and stay with it."""
        self.panel.raster.choose(layer)

    def segment(self) -> None:
        """Segment, as a click on the button would."""
        self.conductor.segment()

    def preview(self) -> None:
        """Preview, as a click on the button would."""
        self.conductor.preview()

    def show_setup(self) -> None:
        """Show the page that sets up an engine."""
        if self._setup is None:
            self._setup = self._make_setup()
        self._setup.show()
        self.panel.hide()
        self._show_way_back()

    def showEvent(self, event: QShowEvent) -> None:
        """The engine may have come or gone meanwhile; if it is there, let it warm up."""
        super().showEvent(event)
        self._choose_page()
        self.panel.area.put_on_map()
        if current_engine() is not None:
            self._worker.warm_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """A closed panel leaves nothing on the map."""
        self.panel.area.take_off_map()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Before it is deleted, the dock clears up what would live on without it."""
        if event.type() == QEvent.Type.DeferredDelete:
            self.conductor.leave()
            self.panel.area.leave_map()
            if self._setup is not None:
                self._setup.widget().stop()
        return super().event(event)

    def _choose_page(self, *_link: str) -> None:
        if self._setup is not None and self._setup.widget().is_busy:
            return  # its progress has to be seen
        engine = current_engine()
        if engine is None:
            self.show_setup()
            return
        if self._setup is not None:
            self._setup.hide()
        self.panel.show()
        self.panel.reload_settings()
        show_links(self.device, engine.device or tr("Engine ready"))

    def _show_way_back(self, *_busy: bool) -> None:
        """Offer the panel on the page of the set-up, where there is an engine and no set-up under way."""
        if self._setup.isHidden():
            return
        is_open = current_engine() is not None and not self._setup.widget().is_busy
        show_links(self.device, f'<a href="back">{tr("Back to the panel")}</a>' if is_open else "")

    def _make_setup(self) -> ColumnScroll:
        """The set-up page, made only where it is needed."""
        from .setup_page import SetupPage

        page = SetupPage()
        page.busy_changed.connect(self._show_way_back)
        page.engine_changed.connect(self._worker.restart)
        page.ready.connect(self._on_ready)
        scroll = ColumnScroll(page)
        self._column.addWidget(scroll)
        return scroll

    def _on_ready(self) -> None:
        self._choose_page()
        self._worker.warm_up()

    def _add_shortcuts(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys).activated.connect(self.segment)
        escape = self._shortcut("Esc")
        escape.activated.connect(self.conductor.controller.cancel)
        escape.setEnabled(False)  # so that it ends the editing of a cell while nothing runs
        self.conductor.controller.began.connect(lambda _: escape.setEnabled(True))
        self.conductor.controller.ended.connect(lambda: escape.setEnabled(False))

    def _shortcut(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(9, 4, 6, 0)
        header.addWidget(self.device, 1)
        options = QgsApplication.getThemeIcon("/mActionOptions.svg")
        header.addWidget(_tool("softsegOptions", options, tr("Options"), self.conductor.open_options))
        help_icon = QgsApplication.getThemeIcon("/mActionHelpContents.svg")
        header.addWidget(_tool("softsegHelp", help_icon, tr("Help"), open_help))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(header)
        self._column.addWidget(self.panel)
        self.setWidget(inside)
        self.setWindowIcon(QIcon(str(resource("icons", "softseg.svg"))))


def _tool(name: str, icon: QIcon, text: str, call: object) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setIcon(icon)
    button.setAutoRaise(True)
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.clicked.connect(lambda _checked: call())
    return button
