"""The call that made a layer, on the clipboard."""

from __future__ import annotations

from qgis.core import Qgis, QgsMapLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QApplication

from ..core.errors import SoftSegError
from ..i18n import tr
from ..layers.results import processing_command, run_of
from . import messages


def copy_command(iface: QgisInterface, layer: QgsMapLayer | None) -> None:
    """Copy the Processing command that makes a layer, and say so, or why there is none."""
    run = run_of(layer) if layer is not None else None
    if run is None:
        messages.tell(iface, tr("The class layer is no longer in the project."), Qgis.MessageLevel.Warning)
        return
    try:
        command = processing_command(run)
    except SoftSegError as error:
        messages.tell(iface, error.text, Qgis.MessageLevel.Warning)
        return
    QApplication.clipboard().setText(command)
    messages.tell(iface, tr("The command is on the clipboard."))
