"""What the panel's buttons do: orders for the controller, results for the panel, remedies for what went wrong."""

from __future__ import annotations

from qgis.core import Qgis, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ..core.errors import SoftSegError
from ..core.job import AUTO_TILE
from ..core.protocol import Error, Stage
from ..engine.report import make_report
from ..engine.worker import Worker
from ..i18n import tr
from ..settings import settings
from . import messages
from .copied_command import copy_command
from .learn_dialog import LearnDialog
from .models_dialog import ModelsDialog
from .ongoing import Kind
from .options_page import PAGE_NAME
from .order import Order
from .panel import Panel
from .report_page import ask_for_page, report_job, show_page
from .result import Decision, Result
from .run_controller import RunController

_POLYGONS = "softseg:classestopolygons"


class Conductor(QObject):
    """Stands between the panel and the controller."""

    setup_wanted = pyqtSignal()

    def __init__(self, iface: QgisInterface, panel: Panel, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._panel = panel
        self._worker = worker
        self._models: ModelsDialog | None = None
        self.controller = RunController(worker, QgsProject.instance(), self)
        self._connect_panel()
        self._connect_controller()
        QgsProject.instance().cleared.connect(self._on_project_cleared)

    def leave(self) -> None:
        """Leave neither a run nor a message behind."""
        self.controller.abandon()
        self.controller.live.remove()
        messages.clear(self._iface)
        if self._models is not None:
            self._models.done(0)

    def segment(self) -> None:
        """Segment what the panel describes."""
        self._give_order(Kind.SEGMENT)

    def preview(self) -> None:
        """Segment the middle of the map."""
        self._give_order(Kind.PREVIEW)

    def open_options(self) -> None:
        """Open SoftSeg's page of QGIS's options."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE_NAME)
        self._panel.reload_settings()

    def open_models(self) -> None:
        """Open the page of models, or bring the open one to the front."""
        if self._models is None:
            self._models = ModelsDialog(self._iface.mainWindow())
            self._models.changed.connect(self._panel.reload_settings)
            self._models.chosen.connect(self._use_model)
            self._models.finished.connect(self._forget_models)
        self._models.show()
        self._models.raise_()

    def _use_model(self, name: str) -> None:
        settings.model = name
        self._panel.reload_settings()

    def _forget_models(self, _result: int) -> None:
        self._models = None

    def _give_order(self, kind: Kind) -> None:
        if self.controller.is_running or not self._panel.classes.take_typed():
            return
        try:
            order = self._panel.preview_order() if kind is Kind.PREVIEW else self._panel.order()
        except SoftSegError as error:
            self._show_failure(Error(error.code, error.text, error.detail))
            return
        self._start(kind, order)

    def _start(self, kind: Kind, order: Order) -> None:
        messages.clear(self._iface)
        if kind is Kind.PREVIEW:
            self.controller.preview(order)
        else:
            self.controller.segment(order)

    def _run_again(self) -> None:
        """The order of the last result, with the classes as they are now."""
        result, classes = self._panel.result.result, self._panel.classes
        if result is None or self.controller.is_running or not classes.take_typed():
            return
        if classes.class_list() is not None:
            order = result.order.with_classes(classes.class_list())
            self._start(Kind.SEGMENT, order.with_options({"distractors": classes.distractors()}))

    def _decide(self, decision: Decision) -> None:
        messages.clear(self._iface)
        self.controller.decide(self._panel.result.result, decision)

    def _on_made(self, result: Result) -> None:
        self._panel.result.show_result(result)
        self._panel.show_result_box()
        if result.before is not None and "polygons" in result.layer_ids:
            messages.tell(
                self._iface, tr("The polygons still show the earlier decision: To Polygons… makes them anew.")
            )

    def _to_polygons(self) -> None:
        """Open the toolbox's dialog, filled in with the last result."""
        from qgis import processing

        result = self._panel.result.result
        layer = QgsProject.instance().mapLayer(result.layer_ids["classes"])
        raster = layer.id() if layer is not None else result.outputs["classes"]
        values = {"INPUT": raster, "MIN_AREA": result.decision.min_area}
        if "confidence" in result.outputs:
            values["CONFIDENCE"] = result.outputs["confidence"]
        processing.execAlgorithmDialog(_POLYGONS, values)

    def _report(self) -> None:
        """Ask where to, and have a page written about the last result."""
        result = self._panel.result.result
        path = ask_for_page(result, self._iface.mainWindow())
        if path:
            messages.clear(self._iface)
            self.controller.report(result, report_job(result, QgsProject.instance(), path))

    def _learn(self) -> None:
        """Ask for polygons, and learn from them how the last result is better decided."""
        result = self._panel.result.result
        dialog = LearnDialog(result.order.classes.names, self._iface.mainWindow())
        if dialog.exec() == LearnDialog.DialogCode.Accepted:
            messages.clear(self._iface)
            self.controller.learn(result, dialog.layer.id(), dialog.field)

    def _copy_command(self) -> None:
        """Copy the call that makes the present class layer."""
        layer_id = self._panel.result.result.layer_ids.get("classes", "")
        copy_command(self._iface, QgsProject.instance().mapLayer(layer_id))

    def _show_failure(self, error: Error) -> None:
        messages.show(self._iface, error.code, error.text, error.detail, self._help)

    def _help(self, remedy: str) -> None:
        """Do what the button in a message promises."""
        advanced = self._panel.advanced
        if remedy == "setup":
            self.setup_wanted.emit()
        elif remedy == "options":
            self.open_options()
        elif remedy == "retry":
            self.controller.repeat()
        elif remedy == "cpu":
            advanced.use_processor()
            self.controller.repeat(device=advanced.options()["device"])
        elif remedy == "smaller":
            advanced.use_smaller_tiles(AUTO_TILE)
            self.controller.repeat(tile=advanced.options()["tile"])
        elif remedy == "output":
            self._panel.output.ask_for_folder()
        elif remedy == "report":
            QApplication.clipboard().setText(make_report(log=self._worker.log_lines()))
            messages.tell(self._iface, tr("The report is on the clipboard."))
        elif remedy == "reload":
            QTimer.singleShot(0, _reload_plugin)

    def _on_began(self, kind: Kind) -> None:
        text = tr("Deciding…") if kind is Kind.DECIDE else tr("Starting…")
        self._panel.run_bar.show_running(text)
        self._panel.result.set_running(True)

    def _on_went_on(self, event: object) -> None:
        bar = self._panel.run_bar
        bar.show_stage(event) if isinstance(event, Stage) else bar.show_progress(event)

    def _on_ended(self) -> None:
        self._panel.run_bar.show_ended()
        self._panel.result.set_running(False)
        self._panel.refresh()

    def _on_project_cleared(self) -> None:
        """What is under way, and the last result, belong to the project that was closed."""
        self.controller.abandon()
        self._panel.result.forget()

    def _connect_panel(self) -> None:
        bar, result = self._panel.run_bar, self._panel.result
        bar.segment_wanted.connect(self.segment)
        bar.preview_wanted.connect(self.preview)
        bar.cancel_wanted.connect(self.controller.cancel)
        result.apply_wanted.connect(self._decide)
        result.undo_wanted.connect(lambda: self.controller.undo(result.result))
        result.again_wanted.connect(self._run_again)
        result.polygons_wanted.connect(self._to_polygons)
        result.command_wanted.connect(self._copy_command)
        result.report_wanted.connect(self._report)
        result.learn_wanted.connect(self._learn)
        result.classes_wanted.connect(lambda: self._panel.classes.model.set_classes(result.result.order.classes))
        self._panel.advanced.models_wanted.connect(self.open_models)
        self._panel.classes.refused.connect(lambda text: messages.tell(self._iface, text, Qgis.MessageLevel.Warning))

    def _connect_controller(self) -> None:
        self.controller.began.connect(self._on_began)
        self.controller.went_on.connect(self._on_went_on)
        self.controller.stopping.connect(self._panel.run_bar.show_cancelling)
        self.controller.ended.connect(self._on_ended)
        self.controller.failed.connect(self._show_failure)
        self.controller.made.connect(self._on_made)
        self.controller.reported.connect(show_page)
        self.controller.learned.connect(self._panel.result.take_learnt)
        self.controller.warned.connect(lambda text: messages.tell(self._iface, text, Qgis.MessageLevel.Warning))


def _reload_plugin() -> None:
    """Load the plugin's files anew; what called this is gone afterwards."""
    from qgis import utils

    utils.reloadPlugin(__name__.split(".", 1)[0])
