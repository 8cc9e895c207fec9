"""How a raster is read: which bands, which stretch, at which resolution."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.options import parse_numbers
from ...i18n import tr
from . import helped

BANDS, STRETCH, RESOLUTION = "BANDS", "STRETCH", "RESOLUTION"
STRETCHES = ("auto", "2-98", "minmax", "none")


def parameters() -> list[QgsProcessingParameterDefinition]:
    """RESOLUTION, BANDS and STRETCH."""
    number = QgsProcessingParameterNumber
    return [
        helped(
            number(RESOLUTION, tr("Work at, m per pixel"), number.Type.Double, optional=True, minValue=0, maxValue=1e5),
            tr(
                "Ground resolution that the model looks at, in metres per pixel. Empty: what suits the model; 0: the "
                "raster's own. The result has the raster's pixels in any case."
            ),
        ),
        helped(
            QgsProcessingParameterString(BANDS, tr("Bands"), optional=True),
            tr("One band, or three for red, green and blue, as 4,3,2. Empty: as the raster says itself."),
            advanced=True,
        ),
        helped(
            QgsProcessingParameterEnum(
                STRETCH, tr("Stretch"), STRETCHES, defaultValue=STRETCHES[0], usesStaticStrings=True
            ),
            tr(
                "How values become brightness, once for the whole raster: auto leaves 8-bit rasters as they are and "
                "stretches all others from the 2nd to the 98th percentile."
            ),
            advanced=True,
        ),
    ]


def read(algorithm: QgsProcessingAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
    """Fields of a job.

    Raises:
        BadOption: the bands are no numbers.
    """
    bands = algorithm.parameterAsString(values, BANDS, context).strip()
    has_resolution = values.get(RESOLUTION) is not None
    return {
        "resolution": algorithm.parameterAsDouble(values, RESOLUTION, context) if has_resolution else None,
        "bands": parse_numbers(bands, "bands") if bands else None,
        "stretch": algorithm.parameterAsEnumString(values, STRETCH, context),
    }
