"""The page about a result: where it goes, what it is made of, and showing it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..core.follow_up import ReportJob
from ..i18n import tr
from ..layers.facts import facts_of
from ..layers.results import processing_command, run_of
from ..settings import settings
from .result import Result

_ENDING = "_report.html"


def ask_for_page(result: Result, parent: QWidget | None = None) -> str:
    """Ask where the page goes; empty: nowhere."""
    name = Path(result.outputs["classes"]).stem.replace("_classes", "") + _ENDING
    folder = settings.output_folder or settings.last_folder or str(Path.home())
    path, _ = QFileDialog.getSaveFileName(parent, tr("Report"), str(Path(folder) / name), f"{tr('Web page')} (*.html)")
    if not path:
        return ""
    settings.last_folder = str(Path(path).parent)
    return path if path.lower().endswith((".html", ".htm")) else f"{path}.html"


def report_job(result: Result, project: QgsProject, path: str) -> ReportJob:
    """What the page is to show: the classes, the image where it can still be read, and how to make the map again."""
    order = result.order
    raster, classes = (project.mapLayer(id) for id in (order.layer_id, result.layer_ids.get("classes", "")))
    run = run_of(classes) if classes is not None else None
    return ReportJob(
        classes=result.outputs["classes"],
        output=path,
        title=order.name,
        raster=(facts_of(raster).source or None) if raster is not None and raster.isValid() else None,
        bands=order.options.get("bands"),
        stretch=order.options.get("stretch", "auto"),
        command=processing_command(run) if run is not None else "",
    )


def show_page(path: str) -> None:
    """Open the page in the browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
