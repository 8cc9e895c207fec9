"""Sizes on the ground, from map coordinates of any coordinate system."""

from __future__ import annotations

import math
from collections.abc import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
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
    """Area of a rectangle of map coordinates on the ellipsoid, in m²; None off the ellipsoid and without a CRS."""
    if not crs.isValid():
        return None
    measure = _measure(crs)
    outline = QgsGeometry.fromRect(rectangle).densifyByCount(_SIDE_PARTS - 1)
    unit = QgsUnitTypes.AreaUnit.AreaSquareMeters
    return measured(lambda: measure.convertAreaMeasurement(measure.measureArea(outline), unit))


def metres_per_unit(
    crs: QgsCoordinateReferenceSystem, at: QgsPointXY, width: float, height: float
) -> tuple[float, float] | None:
    """How long a map unit is on the ellipsoid, in m along x and y; None where it has no length there, or without a CRS.

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
    unit = QgsUnitTypes.DistanceUnit.DistanceMeters
    along_x, along_y = (
        measured(lambda to=to: measure.convertLengthMeasurement(measure.measureLine(at, to), unit))
        for to in (QgsPointXY(x + width, y), QgsPointXY(x, y + height))
    )
    return None if along_x is None or along_y is None else (along_x / width, along_y / height)


def measured(measure: Callable[[], float]) -> float | None:
    """What a measuring gives; None off the ellipsoid, where QGIS says NaN or 0, and newer ones raise."""
    try:
        size = measure()
    except QgsCsException:
        return None
    return size if math.isfinite(size) and size > 0 else None


def _measure(crs: QgsCoordinateReferenceSystem) -> QgsDistanceArea:
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    return measure
