"""Sizes on the ground, from map coordinates of any coordinate system."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)

# A side of a rectangle is cut into so many parts: a straight line on the map is bent on the ground.
_SIDE_PARTS = 16


def ground_area_m2(crs: QgsCoordinateReferenceSystem, rectangle: QgsRectangle) -> float | None:
    """Area of a rectangle of map coordinates on the ellipsoid, in m²; None without a CRS."""
    if not crs.isValid():
        return None
    measure = _measure(crs)
    outline = QgsGeometry.fromRect(rectangle).densifyByCount(_SIDE_PARTS - 1)
    return measure.convertAreaMeasurement(measure.measureArea(outline), QgsUnitTypes.AreaUnit.AreaSquareMeters)


def metres_per_unit(
    crs: QgsCoordinateReferenceSystem, at: QgsPointXY, width: float, height: float
) -> tuple[float, float] | None:
    """How long a map unit is on the ellipsoid, in m along x and along y; None without a CRS.

    Args:
        crs: the coordinate system of the map.
        at: where on the map.
        width: over how many map units along x it is measured.
        height: likewise along y.
    """
    if not crs.isValid():
        return None
    measure = _measure(crs)
    x, y = at.x(), at.y()
    steps = (measure.measureLine(at, QgsPointXY(x + width, y)), measure.measureLine(at, QgsPointXY(x, y + height)))
    along_x, along_y = (
        measure.convertLengthMeasurement(step, QgsUnitTypes.DistanceUnit.DistanceMeters) for step in steps
    )
    return along_x / width, along_y / height


def _measure(crs: QgsCoordinateReferenceSystem) -> QgsDistanceArea:
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    return measure
