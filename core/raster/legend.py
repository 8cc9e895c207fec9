"""The legend of a class raster: the class list in a tag, the colour table, and the attribute table beside the file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 # of our own making
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from ..class_sets import classes_from_json, classes_to_json
from ..classes import ClassList
from ..errors import BadClasses, BadRaster

UNLABELLED = "unlabelled"
_INTEGER, _REAL, _STRING = 0, 1, 2
# What GDAL calls the usage of a column: pixel count, class name, the value itself, red, green, blue; 0 is any other.
_USAGES = {"pixel_count": 1, "name": 2, "value": 5, "red": 6, "green": 7, "blue": 8}

Column = tuple[str, int, Sequence[object]]


def classes_to_tag(classes: ClassList) -> str:
    """The class list as JSON: one object a class with id, name, prompts and colour."""
    entries = [{"id": i, **entry} for i, entry in enumerate(classes_to_json(classes), start=1)]
    return json.dumps(entries, ensure_ascii=False)


def classes_from_tag(text: str) -> ClassList:
    """Read what `classes_to_tag` wrote.

    Raises:
        BadRaster: it is damaged.
    """
    try:
        entries = json.loads(text)
        return classes_from_json([{key: entry[key] for key in entry if key != "id"} for entry in entries])
    except (ValueError, TypeError, KeyError, BadClasses) as error:
        raise BadRaster("The class list inside the raster is damaged; segment again.", detail=str(error)) from error


def colour_table(classes: ClassList) -> dict[int, tuple[int, int, int, int]]:
    """Red, green, blue and alpha by class id; id 0 is transparent."""
    table = {i: (*_rgb(colour), 255) for i, colour in enumerate(classes.colours, start=1)}
    return {0: (0, 0, 0, 0), **table}


def add_legend(band: Element, classes: ClassList) -> None:
    """Give a band in GDAL's XML category names and a colour table."""
    names = SubElement(band, "CategoryNames")
    for name in (UNLABELLED, *classes.names):
        SubElement(names, "Category").text = name
    colours = SubElement(band, "ColorTable")
    for entry in colour_table(classes).values():
        SubElement(colours, "Entry", {f"c{i}": str(part) for i, part in enumerate(entry, start=1)})


def write_side_file(raster: Path, classes: ClassList, measures: Mapping[str, Sequence[float]] | None = None) -> None:
    """Write category names, colours and the raster attribute table of a class raster into its .aux.xml.

    GeoTIFF has no place for them; GDAL, and with it QGIS, reads them from there as if they were inside.

    Args:
        raster: the class raster.
        classes: its classes.
        measures: further columns by name, one number a class: "pixel_count", "area_m2", "share".
    """
    root = Element("PAMDataset")
    band = SubElement(root, "PAMRasterBand", band="1")
    add_legend(band, classes)
    _add_table(band, _columns(classes, measures or {}))
    ElementTree.indent(root)
    Path(f"{raster}.aux.xml").write_bytes(ElementTree.tostring(root, encoding="utf-8"))


def _columns(classes: ClassList, measures: Mapping[str, Sequence[float]]) -> list[Column]:
    red, green, blue = zip(*map(_rgb, classes.colours), strict=True)
    return [
        ("value", _INTEGER, range(1, len(classes) + 1)),
        ("name", _STRING, classes.names),
        ("red", _INTEGER, red),
        ("green", _INTEGER, green),
        ("blue", _INTEGER, blue),
        # Integers of this table have 32 bits, fewer than there may be pixels.
        *((name, _REAL, numbers) for name, numbers in measures.items()),
    ]


def _add_table(band: Element, columns: list[Column]) -> None:
    table = SubElement(band, "GDALRasterAttributeTable", tableType="thematic")
    for i, (name, kind, _) in enumerate(columns):
        field = SubElement(table, "FieldDefn", index=str(i))
        for key, text in (("Name", name), ("Type", kind), ("Usage", _USAGES.get(name, 0))):
            SubElement(field, key).text = str(text)
    for i, values in enumerate(zip(*(numbers for _, _, numbers in columns), strict=True)):
        row = SubElement(table, "Row", index=str(i))
        for value in values:
            SubElement(row, "F").text = repr(value) if isinstance(value, float) else str(value)


def _rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
