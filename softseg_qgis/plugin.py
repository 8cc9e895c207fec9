"""The plugin: hangs SoftSeg's parts into QGIS and takes every one of them out again; what they do is theirs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu

from .i18n import install_translator, remove_translator, tr
from .paths import resource
from .settings import settings

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtXml import QDomDocument

    from .engine.worker import Worker
    from .gui.dock import SoftSegDock


class SoftSegPlugin:
    """What QGIS loads. Worker and panel, the parts with weight, are made when the panel is first asked for.

    Args:
        iface: QGIS's windows; None where there are none, as in qgis_process.
    """

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._removals = ExitStack()  # how to take out what was hung in, the last first
        self._has_provider = False
        self._worker: Worker | None = None
        self._dock: SoftSegDock | None = None
        self._removals.callback(remove_translator, install_translator())

    def initProcessing(self) -> None:
        """Add the algorithms to the toolbox: all that there is without windows."""
        if self._has_provider:
            return
        from .processing.provider import SoftSegProvider

        registry, provider = QgsApplication.processingRegistry(), SoftSegProvider()
        registry.addProvider(provider)
        self._has_provider = True
        self._removals.callback(lambda: sip.isdeleted(provider) or registry.removeProvider(provider))

    def initGui(self) -> None:
        """Add algorithms, menu, toolbar button, layer menu, options page and locator filter."""
        self.initProcessing()
        self._add_panel_action()
        self._add_menu()
        self._add_layer_menu()
        self._add_options_page()
        self._add_locator_filter()
        self._keep_previews_out()

    def unload(self) -> None:
        """Take everything out: no action, panel, provider, filter, page, translator or process stays."""
        self._removals.close()
        self._worker = self._dock = None
        self._has_provider = False

    # ------------------------------------------------------------------------------------------------- the panel

    def _open_panel(self) -> SoftSegDock:
        """Show the panel in front of the docks that it shares its place with."""
        if self._dock is None:
            self._dock = self._make_panel()
        self._dock.setUserVisible(True)
        return self._dock

    def _make_panel(self) -> SoftSegDock:
        from .engine.worker import Worker
        from .gui.dock import SoftSegDock

        window = self._iface.mainWindow()
        self._worker = Worker(window)
        self._removals.callback(_delete, self._worker)
        self._removals.callback(self._worker.stop)
        dock = SoftSegDock(self._iface, self._worker, window)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self._removals.callback(self._remove_panel, dock)
        window.restoreDockWidget(dock)  # where the user last had it
        dock.setToggleVisibilityAction(self._panel_action)
        dock.opened.connect(_remember_open)
        dock.closed.connect(_remember_closed)
        return dock

    def _remove_panel(self, dock: SoftSegDock) -> None:
        self._iface.removeDockWidget(dock)
        dock.destroyed.connect(lambda: dock)  # its Python half, which tidies up after it, has to live as long
        _delete(dock)

    def _add_panel_action(self) -> None:
        self._panel_action = self._action("SoftSegShowPanel", tr("SoftSeg Panel"), "softseg.svg")
        self._panel_action.setCheckable(True)
        self._panel_action.toggled.connect(lambda wanted: self._open_panel() if wanted else None)
        self._iface.addToolBarIcon(self._panel_action)
        self._removals.callback(self._iface.removeToolBarIcon, self._panel_action)
        if settings.panel_open:
            timer = QTimer(self._panel_action)  # with the action it goes, should it not have run by then
            timer.setSingleShot(True)
            timer.timeout.connect(self._open_panel)
            timer.start(0)

    def _segment_layer(self, layer: QgsRasterLayer) -> None:
        self._open_panel().set_raster(layer)

    def _segment_text(self, text: str) -> None:
        """Segment into what class text names, as the locator bar gives it."""
        from .core.classes import parse_classes

        dock = self._open_panel()
        dock.set_classes(parse_classes(text))
        dock.segment()

    # ----------------------------------------------------------------------------------------- QGIS around it

    def _add_menu(self) -> None:
        from .gui.help import open_help

        folder = self._action("SoftSegSegmentFolder", tr("Segment Folder…"), "segment_folder.svg", _open_folder_dialog)
        options = self._action("SoftSegOptions", tr("Options…"), "/mActionOptions.svg", self._open_options)
        about = self._action("SoftSegHelp", tr("SoftSeg Help"), "/mActionHelpContents.svg", open_help)
        menu = QMenu("SoftSeg", self._iface.mainWindow())
        menu.setObjectName("SoftSegMenu")
        menu.addActions([self._panel_action, folder, options, about])
        self._removals.callback(_delete, menu)
        self._hang_in(self._iface.rasterMenu(), menu.menuAction())
        entry = self._action("SoftSegHelpMenu", "SoftSeg", "softseg.svg", open_help)
        self._hang_in(self._iface.pluginHelpMenu(), entry)

    def _hang_in(self, menu: QMenu, action: QAction) -> None:
        menu.addAction(action)
        self._removals.callback(menu.removeAction, action)

    def _add_layer_menu(self) -> None:
        from .gui.layer_menu import LayerMenu

        action = self._action("SoftSegSegmentLayer", tr("Segment with SoftSeg…"), "softseg.svg")
        self._removals.callback(LayerMenu(self._iface, action, self._segment_layer).remove)

    def _add_options_page(self) -> None:
        from .gui.options_page import OptionsFactory

        factory = OptionsFactory(self._restart_engine)
        self._iface.registerOptionsWidgetFactory(factory)
        self._removals.callback(self._iface.unregisterOptionsWidgetFactory, factory)

    def _add_locator_filter(self) -> None:
        from .gui.locator import SegmentFilter

        # QGIS owns the filter from here on, and deletes it when it is taken out.
        entry = SegmentFilter(self._segment_text)
        self._iface.registerLocatorFilter(entry)
        self._removals.callback(self._iface.deregisterLocatorFilter, entry)

    def _keep_previews_out(self) -> None:
        """A project may have been saved with a preview, whose file went with the QGIS that made it."""
        project = QgsProject.instance()
        project.readProject.connect(_remove_previews)
        self._removals.callback(project.readProject.disconnect, _remove_previews)

    def _open_options(self) -> None:
        from .gui.options_page import PAGE_NAME

        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE_NAME)

    def _restart_engine(self) -> None:
        """Let go of a worker that runs with what the options said before."""
        if self._worker is not None:
            self._worker.restart()

    def _action(self, name: str, text: str, icon: str, call: Callable[[], object] | None = None) -> QAction:
        """Make an action that interface customisation and shortcuts know by its name; a leading "/" is QGIS's icon."""
        own = str(resource("icons", icon))
        picture = QgsApplication.getThemeIcon(icon) if icon.startswith("/") else QIcon(own)
        action = QAction(picture, text, self._iface.mainWindow())
        action.setObjectName(name)
        if call is not None:
            action.triggered.connect(lambda _checked: call())
        self._removals.callback(_delete, action)
        return action


def _open_folder_dialog() -> None:
    """Open the toolbox's dialog for a folder of rasters."""
    from qgis import processing

    processing.execAlgorithmDialog("softseg:segmentfolder")


def _remember_open() -> None:
    settings.panel_open = True


def _remember_closed() -> None:
    settings.panel_open = False


def _remove_previews(_document: QDomDocument) -> None:
    from .gui.live_layer import remove_previews

    remove_previews(QgsProject.instance())


def _delete(thing: QObject) -> None:
    """Delete once Qt is done with what it is doing; QGIS may have been quicker."""
    if not sip.isdeleted(thing):
        thing.deleteLater()
