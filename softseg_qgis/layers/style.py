"""How results look: the same colour for a class in every layer, and a ramp for confidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.classes import ClassList

_OUTLINE_MM = 0.3
_FILL_OPACITY = 0.45  # the picture below stays visible through polygons
# From doubtful to sure; the lightness rises evenly, so that it can be read in grey and by the colour-blind.
_CONFIDENCE_RAMP = ((0.0, "#3b0f70"), (0.35, "#8c2981"), (0.6, "#de4968"), (0.8, "#fe9f6d"), (1.0, "#fcfdbf"))


@dataclass(frozen=True)
class ClassStyle:
    """How one class looks: its id, its name and its colour "#rrggbb"."""

    id: int
    name: str
    colour: str


def class_styles(classes: ClassList) -> tuple[ClassStyle, ...]:
    """How the classes of a list look."""
    return tuple(ClassStyle(id, spec.name, spec.colour) for id, spec in enumerate(classes, start=1))


def class_styles_in(layer: QgsRasterLayer) -> tuple[ClassStyle, ...]:
    """How the classes of a class raster look, as its colour table and its category names say; 0 is no class.

    A colour table may go on after the last class: without a name an entry counts only where no entry has one.
    """
    table = QgsPalettedRasterRenderer.colorTableToClassData(layer.dataProvider().colorTable(1))
    styles = [ClassStyle(int(each.value), each.label, each.color.name()) for each in table if each.value >= 1]
    named = [style for style in styles if style.name and style.name != str(style.id)]
    return tuple(named or styles)


def style_classes(layer: QgsRasterLayer, classes: Iterable[ClassStyle] | ClassList) -> None:
    """Show a class raster in the colours of its classes; 0, no data or unlabelled, stays transparent."""
    entries = [QgsPalettedRasterRenderer.Class(each.id, QColor(each.colour), each.name) for each in _styles(classes)]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
    layer.triggerRepaint()


def style_confidence(layer: QgsRasterLayer) -> None:
    """Show confidence, 0 to 1, in a ramp from dark to light; pixels without data stay transparent."""
    (_, first), *between, (_, last) = _CONFIDENCE_RAMP
    stops = [QgsGradientStop(place, QColor(colour)) for place, colour in between]
    shading = QgsColorRampShader(0.0, 1.0, QgsGradientColorRamp(QColor(first), QColor(last), False, stops))
    shading.classifyColorRamp(len(_CONFIDENCE_RAMP))
    shader = QgsRasterShader(0.0, 1.0)
    shader.setRasterShaderFunction(shading)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0.0)
    renderer.setClassificationMax(1.0)
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def style_polygons(layer: QgsVectorLayer, classes: Iterable[ClassStyle] | ClassList) -> None:
    """Show polygons in the colours of their classes, by their field `class_id`, named as in the class raster."""
    categories = [QgsRendererCategory(each.id, _fill(each.colour), each.name) for each in _styles(classes)]
    layer.setRenderer(QgsCategorizedSymbolRenderer("class_id", categories))
    layer.triggerRepaint()


def _styles(classes: Iterable[ClassStyle] | ClassList) -> Iterable[ClassStyle]:
    return class_styles(classes) if isinstance(classes, ClassList) else classes


def _fill(colour: str) -> QgsFillSymbol:
    inside, outline = QColor(colour), QColor(colour).darker(140)
    inside.setAlphaF(_FILL_OPACITY)
    return QgsFillSymbol.createSimple(
        {
            "color": ",".join(str(part) for part in inside.getRgb()),
            "outline_color": outline.name(),
            "outline_width": str(_OUTLINE_MM),
            "outline_style": "solid",
        }
    )
