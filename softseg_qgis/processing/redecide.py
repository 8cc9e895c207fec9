"""Decide classes anew from stored costs."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ..core.follow_up import RedecideJob
from ..core.options import parse_merge
from ..i18n import tr
from ..layers.run import Run
from ..layers.style import class_styles_in
from .base import Parameters, SoftSegAlgorithm, ask_engine, failing_in_words
from .blocks import deciding, helped
from .inputs import raster_file

COSTS, MERGE, OUTPUT, CONFIDENCE, STATS = "COSTS", "MERGE", "OUTPUT", "OUTPUT_CONFIDENCE", "STATS"


class Redecide(SoftSegAlgorithm):
    """`softseg:redecide`: from a cost raster to a class raster, without any model."""

    NAME = "redecide"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Decide classes anew from costs")

    def shortDescription(self) -> str:
        """The tooltip in the toolbox."""
        return tr("Makes another class raster of the costs that a run has kept, in seconds.")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr(
            "Makes another class raster of the costs that “Segment raster by class names” has kept: with another "
            "balance between the classes, with unsure pixels left out, without small patches, or with classes that "
            "become part of others. No model is needed, so it takes seconds."
        )

    def tags(self) -> list[str]:
        """Words that find it."""
        return tr("segmentation,classification,costs,balance,threshold,confidence,sieve").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        raster = QgsProcessingParameterRasterDestination
        self.addParameter(
            helped(QgsProcessingParameterRasterLayer(COSTS, tr("Costs")), tr("The cost raster that a run has kept."))
        )
        self.add(deciding.parameters(advanced=False))
        self.addParameter(
            helped(
                QgsProcessingParameterString(MERGE, tr("Merge"), multiLine=True, optional=True),
                tr(
                    "Classes that become part of others, one per line or with ; between them: “street=road; "
                    "path=road”. The merged class is where any of them is."
                ),
            )
        )
        self.addParameter(helped(raster(OUTPUT, tr("Class raster")), tr("GeoTIFF with the pixels of the costs.")))
        self.addParameter(
            helped(
                raster(CONFIDENCE, tr("Confidence"), optional=True, createByDefault=False),
                tr("How sure each pixel's class is, from 0 to 1."),
            )
        )
        self.addOutput(QgsProcessingOutputString(STATS, tr("Areas of the classes (JSON)")))

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Refuse a balance or a merge that is not valid before anything starts."""
        self._read(parameters, context)

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read what belongs to layers."""
        with failing_in_words(feedback):
            self._costs = raster_file(self, parameters, COSTS, context)
            self._decision = self._read(parameters, context)
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Decide."""
        output = self.parameterAsOutputLayer(parameters, OUTPUT, context)
        confidence = self.parameterAsOutputLayer(parameters, CONFIDENCE, context) or None
        with failing_in_words(feedback):
            job = RedecideJob(self._costs.source, output, confidence, **self._decision)
            done = ask_engine("redecide", job, feedback)
        styles = class_styles_in(QgsRasterLayer(output, "classes"))
        roles = {output: "classes", **({confidence: "confidence"} if confidence else {})}
        self.dress(Run.of(job, done, self._costs.crs.authid()), roles, styles)
        results = {OUTPUT: output, STATS: json.dumps(done.stats, ensure_ascii=False)}
        return {**results, CONFIDENCE: confidence} if confidence else results

    def _read(self, parameters: Parameters, context: QgsProcessingContext) -> dict[str, Any]:
        """Fields of the job that need no layer."""
        merge = parse_merge(self.parameterAsString(parameters, MERGE, context))
        return {**deciding.read(self, parameters, context), "merge": merge}
