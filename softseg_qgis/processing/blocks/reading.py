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

BANDS, STRETCH, OFFSET, RESOLUTION = "BANDS", "STRETCH", "OFFSET", "RESOLUTION"
STRETCHES = ("auto", "2-98", "minmax", "none")


def parameters() -> list[QgsProcessingParameterDefinition]:
    """RESOLUTION, BANDS, STRETCH and OFFSET."""
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
            tr(
                "One band, or three for red, green and blue, as 4,3,2; for a multispectral model one for each band "
                "that it reads, 0 for none. Empty: as the raster says itself."
            ),
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
        helped(
            number(OFFSET, tr("Reflectance offset"), number.Type.Double, optional=True, minValue=-1e5, maxValue=1e5),
            tr(
                "For multispectral models: what is added to the raster's numbers, like -1000 for products of "
                "Sentinel-2 from 2022 on. Empty: what the raster declares."
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

    def optional(name: str) -> float | None:
        return algorithm.parameterAsDouble(values, name, context) if values.get(name) is not None else None

    return {
        "resolution": optional(RESOLUTION),
        "bands": parse_numbers(bands, "bands") if bands else None,
        "stretch": algorithm.parameterAsEnumString(values, STRETCH, context),
        "offset": optional(OFFSET),
    }
