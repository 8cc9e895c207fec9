"""How costs become classes: what is unsure, which patches are too small, and which classes are favoured."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.errors import BadOption
from ...i18n import tr
from . import helped

_ENTRY_END = re.compile(r"\n|(?<=\d)\s*;")  # a ; that follows no number belongs to a class's name
MIN_CONFIDENCE, THRESHOLDS = "MIN_CONFIDENCE", "THRESHOLDS"
MIN_AREA, BALANCE = "MIN_AREA", "BALANCE"


def parameters(*, advanced: bool) -> list[QgsProcessingParameterDefinition]:
    """MIN_CONFIDENCE, THRESHOLDS, MIN_AREA and BALANCE; the thresholds are always advanced, the others all or none."""
    number = QgsProcessingParameterNumber
    return [
        helped(
            number(MIN_CONFIDENCE, tr("Unsure below"), number.Type.Double, 0.0, minValue=0, maxValue=1),
            tr("Pixels whose confidence is lower stay unlabelled, from 0 (none) to 1."),
            advanced=advanced,
        ),
        helped(
            QgsProcessingParameterString(THRESHOLDS, tr("Unsure below, class by class"), multiLine=True, optional=True),
            tr("What some classes need more than that, one per line or with ; between them: “building=0.6; road=0.4”."),
            advanced=True,
        ),
        helped(
            number(MIN_AREA, tr("Smallest patch, m²"), number.Type.Double, 0.0, minValue=0),
            tr("Smaller patches are given to the classes around them."),
            advanced=advanced,
        ),
        helped(
            QgsProcessingParameterString(BALANCE, tr("Balance"), multiLine=True, optional=True),
            tr(
                "What is added to classes before deciding, one per line or with ; between them: “building=+0.5; "
                "road=-1”. Larger values make a class win more often; 1 is about a factor of e in its odds."
            ),
            advanced=advanced,
        ),
    ]


def read(algorithm: QgsProcessingAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
    """Fields of a job.

    Raises:
        BadOption: the balance or the thresholds are malformed.
    """
    return {
        "unsure": algorithm.parameterAsDouble(values, MIN_CONFIDENCE, context),
        "thresholds": by_class(algorithm.parameterAsString(values, THRESHOLDS, context)),
        "min_area": algorithm.parameterAsDouble(values, MIN_AREA, context),
        "balance": by_class(algorithm.parameterAsString(values, BALANCE, context)),
    }


def by_class(text: str) -> dict[str, float]:
    """Read numbers by class, such as “building=+0.5; road=-1”.

    Raises:
        BadOption: an entry has no number.
    """
    return dict(_parse_entry(entry) for entry in _ENTRY_END.split(text) if entry.strip())


def _parse_entry(entry: str) -> tuple[str, float]:
    name, _, shift = entry.rpartition("=")
    try:
        return name.strip(), float(shift)
    except ValueError as error:
        text = tr("“{entry}” is not of the form name=0.5.", entry=entry.strip())
        raise BadOption(text) from error
