"""Where to segment: what the map shows, the whole raster, the polygons of a layer, or what was drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ..core.errors import BadOption, BadOutput
from ..i18n import tr
from .facts import RasterFacts

KINDS = ("view", "layer", "polygons", "drawn")
_WITH_MASK = ("polygons", "drawn")
# Long edges are cut into parts, so many along the area, before they go to another CRS: they stay where they were drawn.
_EDGE_PARTS = 64

Extent = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax


@dataclass(frozen=True)
class Area:
    """A part of a raster; `Area.view`, `.layer`, `.polygons` and `.drawn` make one.

    Args:
        kind: one of `KINDS`.
        geometry: the part, in coordinates of `crs`; None for the whole layer.
        crs: not valid where the geometry is in the raster's own coordinates.
    """

    kind: str
    geometry: QgsGeometry | None = None
    crs: QgsCoordinateReferenceSystem = field(default_factory=QgsCoordinateReferenceSystem)

    @classmethod
    def layer(cls) -> Area:
        """The whole raster."""
        return cls("layer")

    @classmethod
    def view(cls, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> Area:
        """What the map shows: `canvas.extent()` and `canvas.mapSettings().destinationCrs()`."""
        return cls("view", QgsGeometry.fromRect(extent), crs)

    @classmethod
    def drawn(cls, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> Area:
        """A polygon that was drawn on the map."""
        return cls("drawn", geometry, crs)

    @classmethod
    def polygons(cls, features: Iterable[QgsFeature], crs: QgsCoordinateReferenceSystem) -> Area:
        """The polygons of features: `layer.getSelectedFeatures()` or `layer.getFeatures()`.

        Raises:
            BadOption: there are none.
        """
        found = [feature.geometry() for feature in features if feature.hasGeometry()]
        if not found:
            raise BadOption(tr("There are no polygons in this layer: choose another one."))
        return cls("polygons", QgsGeometry.collectGeometry(found), crs)

    def extent_in(self, raster: RasterFacts) -> Extent | None:
        """The part of a raster's extent that is worked on, in its CRS; None for all of it.

        Raises:
            BadOption: the area does not touch the raster, or there is no way between the two CRS.
        """
        if self.geometry is None:
            return None
        box = self._seen_from(raster).intersect(raster.extent)
        if box.isEmpty() or not box.isFinite():
            text = tr("The area does not touch “{name}”: move the map there, or choose another area.", name=raster.name)
            raise BadOption(text)
        if box == raster.extent:
            return None
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()

    def mask_in(self, raster: RasterFacts, folder: str | Path) -> str | None:
        """The polygons as a GeoPackage in a raster's CRS, written into a folder; None for areas that are rectangles.

        Raises:
            BadOption: there is no way between the two CRS.
            BadOutput: the file cannot be written.
        """
        if self.geometry is None or self.kind not in _WITH_MASK:
            return None
        path = str(Path(folder) / "area.gpkg")
        _write_polygons(path, self._outline_in(raster), raster.crs)
        return path

    def _seen_from(self, raster: RasterFacts) -> QgsRectangle:
        """The box around the area in a raster's CRS; what is far outside the raster is cut off before."""
        box = self.geometry.boundingBox()
        way = self._way_to(raster.crs)
        way.setBallparkTransformsAreAppropriate(True)
        if way.isShortCircuited():
            return box
        try:
            around = way.transformBoundingBox(raster.extent, Qgis.TransformDirection.Reverse)
            return way.transformBoundingBox(box.intersect(around) if around.isFinite() else box)
        except QgsCsException as error:
            raise BadOption(_no_way(raster), str(error)) from error

    def _outline_in(self, raster: RasterFacts) -> QgsGeometry:
        outline = QgsGeometry(self.geometry.constGet().segmentize())
        way = self._way_to(raster.crs)
        if way.isShortCircuited():
            return outline
        box = outline.boundingBox()
        outline = outline.densifyByDistance(max(box.width(), box.height()) / _EDGE_PARTS)
        try:
            outline.transform(way)
        except QgsCsException as error:
            raise BadOption(_no_way(raster), str(error)) from error
        return outline

    def _way_to(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        """From the area's coordinates to others; changes nothing where one of the two has no CRS."""
        return QgsCoordinateTransform(self.crs, crs, QgsProject.instance().transformContext())


def _write_polygons(path: str, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "area"
    context = QgsProject.instance().transformContext()
    writer = QgsVectorFileWriter.create(path, QgsFields(), QgsWkbTypes.Type.MultiPolygon, crs, context, options)
    feature = QgsFeature()
    for part in geometry.asGeometryCollection():
        part.convertToMultiType()
        feature.setGeometry(part)
        writer.addFeature(feature)
    message = writer.errorMessage()
    del writer  # closes the file
    if message:
        raise BadOutput(tr("The area cannot be written to {path}.", path=path), message)


def _no_way(raster: RasterFacts) -> str:
    return tr("The area cannot be brought to the coordinate system of “{name}”.", name=raster.name)
