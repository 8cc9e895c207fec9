"""Reading layers from parameters."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsRasterLayer

from ..core.errors import BadRaster
from ..i18n import tr
from ..layers.facts import RasterFacts, facts_of


def valid_raster(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsRasterLayer:
    """The raster layer of a parameter.

    Raises:
        BadRaster: it cannot be read.
    """
    layer = algorithm.parameterAsRasterLayer(parameters, name, context)
    if layer is None or not layer.isValid():
        raise BadRaster(tr("The raster {value} cannot be read.", value=parameters.get(name)))
    return layer


def raster_file(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> RasterFacts:
    """What a parameter's raster is made of; one that the engine can open.

    Raises:
        BadRaster: it cannot be read, or only by QGIS.
    """
    facts = facts_of(valid_raster(algorithm, parameters, name, context))
    if not facts.is_local:
        raise BadRaster(
            tr("“{name}” is no file that the engine can open: save it as a GeoTIFF first.", name=facts.name)
        )
    return facts
