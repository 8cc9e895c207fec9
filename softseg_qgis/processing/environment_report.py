"""Report what engine and device SoftSeg works with."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ..core.errors import BadOutput
from ..engine.report import make_report
from ..i18n import tr
from .base import Parameters, SoftSegAlgorithm, failing_in_words
from .blocks import helped

OUTPUT, READY, DEVICE, ENGINE_VERSION = "OUTPUT", "READY", "DEVICE", "ENGINE_VERSION"


class EnvironmentReport(SoftSegAlgorithm):
    """`softseg:environmentreport`: whether the engine works, and what it is made of."""

    NAME = "environmentreport"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Engine and device report")

    def shortDescription(self) -> str:
        """The tooltip in the toolbox."""
        return tr("Tries the engine and says what it is made of.")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr(
            "Tries SoftSeg's engine with a small computation, and reports versions, packages and devices. READY is "
            "“yes” where runs can be started. It needs no engine itself, and says what is wrong where there is none."
        )

    def tags(self) -> list[str]:
        """Words that find it."""
        return tr("diagnostics,version,gpu,cuda,device,support,probe").split(",")

    def canExecute(self) -> tuple[bool, str]:
        """Always: that there is no engine is worth a report."""
        return True, ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        page = QgsProcessingParameterFileDestination(
            OUTPUT, tr("Report"), tr("Web page (*.html)"), optional=True, createByDefault=True
        )
        self.addParameter(helped(page, tr("A web page to read or to send to whoever helps.")))
        self.addOutput(QgsProcessingOutputString(READY, tr("Whether the engine works: yes or no")))
        self.addOutput(QgsProcessingOutputString(DEVICE, tr("What computes")))
        self.addOutput(QgsProcessingOutputString(ENGINE_VERSION, tr("Version of the engine")))

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Try the engine."""
        from ..engine.blocking import EngineError, run_task

        probe: dict[str, Any] = {}
        problem = ""
        try:
            probe = run_task("probe", None, feedback).stats
        except EngineError as error:
            problem = error.text
            feedback.pushWarning(problem)
        report = "\n".join(part for part in (problem, make_report(probe)) if part)
        feedback.pushInfo(report)
        path = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if path:
            with failing_in_words(feedback):
                _write_page(path, report)
        return {
            OUTPUT: path,
            READY: "no" if problem else "yes",
            DEVICE: _device_title(probe),
            ENGINE_VERSION: str(probe.get("softseg", "")),
        }


def _device_title(probe: dict[str, Any]) -> str:
    """The title of the device that has computed."""
    chosen = str(probe.get("device", ""))
    titles = (
        str(each["title"]) for each in probe.get("devices", []) if each["name"].split(":")[0] == chosen.split(":")[0]
    )
    return next(titles, chosen)


def _write_page(path: str, report: str) -> None:
    title = tr("SoftSeg: engine and device report")
    page = (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
        f"<body><h1>{escape(title)}</h1>\n<pre>{escape(report)}</pre></body></html>\n"
    )
    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        raise BadOutput(tr("The report {path} cannot be written.", path=path), str(error)) from error
