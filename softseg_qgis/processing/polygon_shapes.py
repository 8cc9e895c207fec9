"""What happens to the engine's polygons on their way into an output: holes, corners, and one feature a class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qgis.core import (
    QgsDistanceArea,
    QgsFeature,
    QgsFeedback,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..layers.ground import measured, metres_per_unit

CLASS_ID, CLASS_NAME, AREA, PERIMETER, CONFIDENCE = (
    "class_id",
    "class_name",
    "area_m2",
    "perimeter_m",
    "mean_confidence",
)


@dataclass(frozen=True)
class Shaping:
    """How the outlines are changed.

    Args:
        fill_holes_m2: holes up to this size are filled; 0: none.
        smooth: how often corners are cut; 0: never.
        dissolve: one feature a class instead of one a patch.
    """

    fill_holes_m2: float = 0.0
    smooth: int = 0
    dissolve: bool = False


class ShapedPolygons:
    """The polygons of a layer that the engine has written, as features of an output.

    Args:
        layer: the engine's layer.
        shaping: how the outlines are changed.
    """

    def __init__(self, layer: QgsVectorLayer, shaping: Shaping) -> None:
        self._layer = layer
        self._shaping = shaping
        self._measure = QgsDistanceArea()
        self._measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
        self._measure.setEllipsoid(layer.crs().ellipsoidAcronym())
        self._hole_size = shaping.fill_holes_m2 / _square_metres_per_unit(layer) if shaping.fill_holes_m2 else 0.0
        self.fields = _fields(layer.fields())
        self.wkb_type = QgsWkbTypes.multiType(layer.wkbType()) if shaping.dissolve else layer.wkbType()

    def features(self, feedback: QgsFeedback) -> Iterator[QgsFeature]:
        """The features one after the other; ends early when `feedback` is cancelled."""
        patches = (self._shaped(feature) for feature in self._layer.getFeatures())
        total = max(self._layer.featureCount(), 1)
        for done, feature in enumerate(self._dissolved(patches) if self._shaping.dissolve else patches):
            if feedback.isCanceled():
                return
            feedback.setProgress(100 * done / total)
            feature[PERIMETER] = self._perimeter_m(feature.geometry())
            yield feature

    def _shaped(self, source: QgsFeature) -> QgsFeature:
        feature = QgsFeature(self.fields)
        for name in (CLASS_ID, CLASS_NAME, AREA, CONFIDENCE):
            feature[name] = source[name]
        geometry = source.geometry()
        if self._hole_size:
            geometry = geometry.removeInteriorRings(self._hole_size)
        if self._shaping.smooth:
            geometry = geometry.smooth(self._shaping.smooth)
        if self._hole_size or self._shaping.smooth:
            feature[AREA] = self._area_m2(geometry)
        feature.setGeometry(geometry)
        return feature

    def _dissolved(self, patches: Iterable[QgsFeature]) -> Iterator[QgsFeature]:
        """One feature a class: patches of a class never share an edge, so collecting them is all there is to do."""
        by_class: dict[int, list[QgsFeature]] = {}
        for patch in patches:
            by_class.setdefault(patch[CLASS_ID], []).append(patch)
        for _, parts in sorted(by_class.items()):
            feature = QgsFeature(parts[0])
            geometry = QgsGeometry.collectGeometry([part.geometry() for part in parts])
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            feature[AREA] = _sum([part[AREA] for part in parts])
            feature[CONFIDENCE] = _mean_confidence(parts)
            yield feature

    def _perimeter_m(self, geometry: QgsGeometry) -> float | None:
        """In m, in map units without a CRS; None off the ellipsoid."""
        length = measured(lambda: self._measure.measurePerimeter(geometry))
        if length is None or not self._layer.crs().isValid():
            return length
        return self._measure.convertLengthMeasurement(length, QgsUnitTypes.DistanceUnit.DistanceMeters)

    def _area_m2(self, geometry: QgsGeometry) -> float | None:
        """In m², in square map units without a CRS; None off the ellipsoid."""
        area = measured(lambda: self._measure.measureArea(geometry))
        if area is None or not self._layer.crs().isValid():
            return area
        return self._measure.convertAreaMeasurement(area, QgsUnitTypes.AreaUnit.AreaSquareMeters)


def _sum(areas: list[object]) -> float | None:
    """All of it; None where one is not known."""
    return sum(areas) if all(isinstance(area, float) for area in areas) else None


def _mean_confidence(parts: list[QgsFeature]) -> float | None:
    """Mean over the area; None where that is not known, or the engine was given no confidence."""
    known = (part for part in parts if isinstance(part[CONFIDENCE], float) and isinstance(part[AREA], float))
    weighed = [(part[CONFIDENCE], part[AREA]) for part in known]
    area = sum(weight for _, weight in weighed)
    return sum(value * weight for value, weight in weighed) / area if area else None


def _square_metres_per_unit(layer: QgsVectorLayer) -> float:
    """How large a square map unit is in the middle of a layer; 1 without a CRS."""
    extent = layer.extent()
    along_x, along_y = metres_per_unit(
        layer.crs(), extent.center(), extent.width() / 1000 or 1, extent.height() / 1000 or 1
    ) or (1.0, 1.0)
    return along_x * along_y


def _fields(source: QgsFields) -> QgsFields:
    """The engine's fields without the feature id, and the perimeter."""
    fields = QgsFields()
    for name in (CLASS_ID, CLASS_NAME, AREA, CONFIDENCE):
        if name == CONFIDENCE:
            perimeter = QgsField(source.field(AREA))
            perimeter.setName(PERIMETER)
            fields.append(perimeter)
        fields.append(source.field(name))
    return fields
