"""Dressing the results that Processing loads, as the panel's results are dressed."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingLayerPostProcessorInterface
from qgis.PyQt import sip

from ..layers.results import finish
from ..layers.run import Run
from ..layers.style import ClassStyle


class ResultStyler(QgsProcessingLayerPostProcessorInterface):
    """Gives one output its style and the memory of its run, once it is loaded; each output needs a styler of its own.

    QGIS deletes a styler with the context of its run, but does not keep its Python part alive until then.
    """

    _alive: ClassVar[list[ResultStyler]] = []

    def __init__(self, role: str, run: Run, styles: tuple[ClassStyle, ...]) -> None:
        super().__init__()
        self._role, self._run, self._styles = role, run, styles
        ResultStyler._alive[:] = [each for each in ResultStyler._alive if not sip.isdeleted(each)] + [self]

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Dress the layer; in the main thread."""
        finish(layer, self._role, self._run, self._styles)
