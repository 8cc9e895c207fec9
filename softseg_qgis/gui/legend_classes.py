"""Classes as a layer's legend has them: paletted rasters and categorised vectors."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsCategorizedSymbolRenderer, QgsMapLayer, QgsPalettedRasterRenderer, QgsProject
from qgis.PyQt.QtGui import QColor

from ..core.classes import ClassSpec, name_key
from ..core.errors import BadClasses


def legend_classes(layer: QgsMapLayer) -> tuple[ClassSpec, ...]:
    """The named classes of a layer's legend in its order, each name once; none where it has no such legend."""
    renderer = layer.renderer() if hasattr(layer, "renderer") else None
    if isinstance(renderer, QgsPalettedRasterRenderer):
        return _specs((each.label, each.color) for each in renderer.classes())
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        named = (each for each in renderer.categories() if each.value() not in (None, "") and each.symbol())
        return _specs((each.label(), each.symbol().color()) for each in named)
    return ()


def layers_with_classes(project: QgsProject) -> list[QgsMapLayer]:
    """The project's layers whose legend names classes, by name."""
    layers = (layer for layer in project.mapLayers().values() if legend_classes(layer))
    return sorted(layers, key=lambda layer: layer.name().casefold())


def _specs(entries: Iterable[tuple[str, QColor]]) -> tuple[ClassSpec, ...]:
    specs: dict[str, ClassSpec] = {}
    for label, colour in entries:
        if not _is_name(label):
            continue
        try:
            spec = ClassSpec(" ".join(label.split()), (), colour.name())
        except BadClasses:
            continue
        specs.setdefault(name_key(spec.name), spec)
    return tuple(specs.values())


def _is_name(label: str) -> bool:
    """Bare numbers are values that nobody has named."""
    try:
        float(label.replace(",", "."))
    except ValueError:
        return bool(label.strip())
    return False
