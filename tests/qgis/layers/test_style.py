from __future__ import annotations

import struct

import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.layers.style import (
    ClassStyle,
    class_styles_in,
    style_classes,
    style_confidence,
    style_polygons,
)

CLASSES = parse_classes("Gebäude #d7191c; water: river, lake #2b83ba")
ONE_METRE = (0, 1, 0, 2, 0, -1)


def painted(layer, extent, width, height):
    """The colours of a layer on the map, row by row; None where nothing is drawn."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(extent)
    settings.setOutputSize(QSize(width, height))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    pixels = [image.pixelColor(col, row) for row in range(height) for col in range(width)]
    return [pixel.name() if pixel.alpha() else None for pixel in pixels]


def test_class_raster_is_drawn_in_the_colours_of_its_classes_and_zero_is_not(qgis_app, make_raster):
    path = make_raster("classes.tif", 1, 2, 2, place=ONE_METRE, crs=32633, values=bytes([1, 2, 0, 1]))
    layer = QgsRasterLayer(path, "classes")
    style_classes(layer, CLASSES)
    assert painted(layer, layer.extent(), 2, 2) == ["#d7191c", "#2b83ba", None, "#d7191c"]
    assert [text for text, _ in layer.renderer().legendSymbologyItems()] == ["Gebäude", "water"]


def test_classes_of_a_raster_are_read_from_its_colour_table(qgis_app, make_raster):
    path = make_raster("classes.tif", 1, 2, 2)
    dataset = gdal.Open(path, gdal.GA_Update)
    table = gdal.ColorTable()
    for value, colour in enumerate([(0, 0, 0, 0), (215, 25, 28, 255), (43, 131, 186, 255)]):
        table.SetColorEntry(value, colour)
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset.GetRasterBand(1).SetCategoryNames(["unlabelled", "Gebäude", "water"])
    dataset = None
    styles = class_styles_in(QgsRasterLayer(path, "classes"))
    assert styles == (ClassStyle(1, "Gebäude", "#d7191c"), ClassStyle(2, "water", "#2b83ba"))


def test_confidence_grows_lighter_and_no_data_is_not_drawn(qgis_app, make_raster):
    values = struct.pack("4f", 0.0, 0.5, 1.0, -1.0)
    path = make_raster("sure.tif", 1, 2, 2, gdal.GDT_Float32, ONE_METRE, values=values, nodata=-1.0)
    layer = QgsRasterLayer(path, "sure")
    style_confidence(layer)
    doubtful, middling, certain, nothing = painted(layer, layer.extent(), 2, 2)
    lightness = [QColor(colour).lightness() for colour in (doubtful, middling, certain)]
    assert lightness == sorted(set(lightness))
    assert nothing is None


@pytest.mark.parametrize(("class_id", "colour"), [(1, "#d7191c"), (2, "#2b83ba")])
def test_polygon_is_filled_in_the_colour_of_its_class(qgis_app, class_id, colour):
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:32633&field=class_id:integer&field=class_name:string", "polygons", "memory"
    )
    feature = QgsFeature(layer.fields())
    feature.setAttributes([class_id, "any"])
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 100, 100)))
    layer.dataProvider().addFeatures([feature])
    style_polygons(layer, CLASSES)
    seen = QColor(painted(layer, layer.extent(), 33, 33)[33 * 16 + 16])
    wanted = QColor(colour)
    assert (seen.red(), seen.green(), seen.blue()) == pytest.approx(
        (wanted.red(), wanted.green(), wanted.blue()), abs=4
    )
    assert [category.label() for category in layer.renderer().categories()] == list(CLASSES.names)
