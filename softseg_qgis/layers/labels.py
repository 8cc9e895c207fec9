"""Polygons that say which class the ground is, as a file that the engine reads."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsVectorFileWriter,
)

from ..core.errors import BadOutput
from ..i18n import tr


def write_labels(
    source: QgsProcessingFeatureSource, field: str, path: Path, context: QgsCoordinateTransformContext
) -> None:
    """Write the polygons of a source, with the one field that names their class, as a GeoPackage.

    Args:
        source: the polygons, in any CRS; only the selected ones where the user has said so.
        field: the name of the field.
        path: where to.
        context: how coordinates are transformed.

    Raises:
        BadOutput: the file cannot be written.
    """
    fields = QgsFields()
    fields.append(source.fields().field(field))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "labels"
    writer = QgsVectorFileWriter.create(str(path), fields, source.wkbType(), source.sourceCrs(), context, options)
    for feature in source.getFeatures():
        labelled = QgsFeature(fields)
        labelled.setGeometry(feature.geometry())
        labelled.setAttribute(0, feature.attribute(field))
        writer.addFeature(labelled, QgsFeatureSink.Flag.FastInsert)
    message = writer.errorMessage()
    del writer  # closes the file
    if message:
        raise BadOutput(tr("The polygons cannot be written to {path}.", path=path), message)
