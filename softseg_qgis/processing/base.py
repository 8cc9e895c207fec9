"""What all algorithms have in common: how they are listed, what they cannot do without, and how they fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import SoftSegError
from ..core.protocol import Done
from ..core.task import Task
from ..engine.found import current_engine
from ..gui.help import help_url
from ..i18n import tr
from ..layers.run import Run
from ..layers.style import ClassStyle
from ..paths import resource
from .styling import ResultStyler

Parameters = dict[str, Any]


class SoftSegAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: they read their parameters in `prepareAlgorithm` and work in any thread.

    Subclasses set the constants and define `displayName`, `shortHelpString` and `tags`.
    """

    NAME = ""
    ICON = "softseg.svg"

    def __init__(self) -> None:
        super().__init__()
        self._run: Run | None = None
        self._roles: dict[str, str] = {}
        self._styles: tuple[ClassStyle, ...] = ()

    def createInstance(self) -> SoftSegAlgorithm:
        """A new one of the same kind, for one run."""
        return type(self)()

    def name(self) -> str:
        """The second part of its id; never changes."""
        return self.NAME

    def group(self) -> str:
        """All are in one group."""
        return tr("Segmentation")

    def groupId(self) -> str:
        """The group's id; never changes."""
        return "segmentation"

    def icon(self) -> QIcon:
        """The icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Where that icon is."""
        return str(resource("icons", self.ICON))

    def helpUrl(self) -> str:
        """The help page that comes with the plugin."""
        return help_url("toolbox").toString()

    def canExecute(self) -> tuple[bool, str]:
        """Whether there is an engine to do it."""
        if current_engine() is None:
            return False, tr("SoftSeg has no engine yet: open the SoftSeg panel and set it up.")
        return True, ""

    def checkParameterValues(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what `check` refuses before anything starts."""
        try:
            self.check(parameters, context)
        except SoftSegError as error:
            return False, error.text
        return super().checkParameterValues(parameters, context)

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Read what can be wrong in itself, like class text.

        Raises:
            SoftSegError: it is.
        """

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Have the outputs that QGIS loads dressed as `dress` says."""
        for path, role in self._roles.items():
            if context.willLoadLayerOnCompletion(path):
                styler = ResultStyler(role, self._run, self._styles)
                context.layerToLoadOnCompletionDetails(path).setPostProcessor(styler)
        return {}

    def add(self, parameters: Iterable[QgsProcessingParameterDefinition]) -> None:
        """Add parameters."""
        for each in parameters:
            self.addParameter(each)

    def dress(self, run: Run, roles: Mapping[str, str], styles: tuple[ClassStyle, ...]) -> None:
        """Say how the outputs are to look where they are loaded.

        Args:
            run: what made them.
            roles: the role of each output, by path: "classes", "confidence", "polygons", "costs".
            styles: how the classes look.
        """
        self._run, self._roles, self._styles = run, dict(roles), styles


@contextmanager
def failing_in_words(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Turn what goes wrong inside into the one sentence that Processing shows; the detail goes to its log.

    Raises:
        QgsProcessingException: something went wrong.
    """
    try:
        yield
    except SoftSegError as error:
        raise _in_words(error.text, error.detail, feedback) from error


def ask_engine(op: str, task: Task, feedback: QgsProcessingFeedback) -> Done:
    """Have the engine do a task, in a process of its own.

    Raises:
        QgsProcessingException: it failed, or was cancelled.
    """
    # Late, since what it takes to start processes need not be loaded to list the algorithms.
    from ..engine.blocking import EngineError, run_task

    try:
        return run_task(op, task, feedback)
    except EngineError as error:
        raise _in_words(error.text, error.detail, feedback) from error


def _in_words(text: str, detail: str, feedback: QgsProcessingFeedback) -> QgsProcessingException:
    if detail:
        feedback.pushDebugInfo(detail)
    return QgsProcessingException(text)
