"""The mosaic: class rasters that share a CRS and a resolution, side by side in one virtual raster."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 # of our own making
from xml.etree.ElementTree import Element, SubElement  # nosec B405 # of our own making

from affine import Affine

from ..classes import ClassList
from ..decide import class_dtype
from ..raster.classmap import CLASSES_TAG
from ..raster.cog import BLOCK_PX
from ..raster.grid import Grid
from ..raster.legend import add_legend, classes_to_tag
from ..raster.opening import open_raster
from ..raster.ownership import VERSION_TAG
from ..raster.place import new_file
from ..version import version

MOSAIC = "mosaic.vrt"

_DATA_TYPES = {"uint8": "Byte", "uint16": "UInt16"}  # as GDAL's XML calls them
_DIGITS = 3  # of a pixel: what coordinates can tell, and enough to see whether two grids have the same pixels


@dataclass(frozen=True, slots=True)
class _Part:
    """A class raster and its first column and row in the mosaic, in px; no whole numbers where grids do not agree."""

    path: Path
    grid: Grid
    col: float
    row: float


def write_mosaic(path: Path, rasters: Sequence[Path], classes: ClassList) -> list[Path]:
    """Join class rasters in a virtual raster; where they overlap, the later lies on top, but for its no-data.

    The rasters are named relative to it, so that a folder that holds all of them can be moved.

    Args:
        path: where it goes.
        rasters: class rasters of the same classes.
        classes: these.

    Returns:
        What is left out: all but the largest group of rasters that lie north-up or south-up in the same CRS with the
        same pixel size. Where no raster can be joined, that is all of them, and nothing is written.

    Raises:
        BadRaster: a class raster cannot be read.
        BadOutput: the place cannot be written, or holds something that SoftSeg did not make.
    """
    groups: dict[tuple[str, ...], dict[Path, Grid]] = {}
    for raster in rasters:
        with open_raster(str(raster)) as dataset:
            grid = Grid.of(dataset)
        if grid.crs is not None and grid.transform.b == 0 == grid.transform.d:
            steps = (f"{step:.9e}" for step in (grid.transform.a, grid.transform.e))
            groups.setdefault((grid.crs.to_wkt(), *steps), {})[raster] = grid
    largest = max(groups.values(), key=len, default={})
    if largest:
        with new_file(path, largest) as part:
            ElementTree.ElementTree(_virtual_raster(largest, path.parent, classes)).write(part, encoding="utf-8")
    return [raster for raster in rasters if raster not in largest]


def _virtual_raster(grids: dict[Path, Grid], folder: Path, classes: ClassList) -> Element:
    parts, whole = _lay_out(grids)
    root = Element("VRTDataset", rasterXSize=str(whole.width), rasterYSize=str(whole.height))
    SubElement(root, "SRS").text = whole.crs.to_wkt() if whole.crs else ""
    SubElement(root, "GeoTransform").text = ", ".join(map(repr, whole.transform.to_gdal()))
    tags = SubElement(root, "Metadata")
    for key, text in ((VERSION_TAG, version()), (CLASSES_TAG, classes_to_tag(classes))):
        SubElement(tags, "MDI", key=key).text = text
    data_type = _DATA_TYPES[class_dtype(len(classes)).name]
    band = SubElement(root, "VRTRasterBand", dataType=data_type, band="1")
    SubElement(band, "NoDataValue").text = "0"
    SubElement(band, "ColorInterp").text = "Palette"
    add_legend(band, classes)
    for each in parts:
        _add_source(band, each, folder, data_type)
    return root


def _lay_out(grids: dict[Path, Grid]) -> tuple[list[_Part], Grid]:
    """Where each raster lies in the mosaic, and the grid of the mosaic."""
    first = next(iter(grids.values()))
    to_pixels = ~first.transform
    corners = {path: to_pixels @ (grid.transform.c, grid.transform.f) for path, grid in grids.items()}
    left, top = (min(corner[axis] for corner in corners.values()) for axis in (0, 1))
    parts = [
        _Part(path, grids[path], round(col - left, _DIGITS), round(row - top, _DIGITS))
        for path, (col, row) in corners.items()
    ]
    height = max(_ceil(part.row) + part.grid.height for part in parts)
    width = max(_ceil(part.col) + part.grid.width for part in parts)
    return parts, Grid(first.crs, first.transform @ Affine.translation(left, top), height, width)


def _ceil(length: float) -> int:
    return int(-(-length // 1))


def _add_source(band: Element, part: _Part, folder: Path, data_type: str) -> None:
    """One raster of the mosaic; a complex source is the kind whose no-data lets through what lies below."""
    size = {"xSize": str(part.grid.width), "ySize": str(part.grid.height)}
    source = SubElement(band, "ComplexSource")
    name = Path(os.path.relpath(part.path, folder)).as_posix()
    SubElement(source, "SourceFilename", relativeToVRT="1").text = name
    SubElement(source, "SourceBand").text = "1"
    shape = {"RasterXSize": size["xSize"], "RasterYSize": size["ySize"], "DataType": data_type}
    SubElement(source, "SourceProperties", {**shape, "BlockXSize": str(BLOCK_PX), "BlockYSize": str(BLOCK_PX)})
    SubElement(source, "SrcRect", {"xOff": "0", "yOff": "0", **size})
    SubElement(source, "DstRect", {"xOff": f"{part.col:.10g}", "yOff": f"{part.row:.10g}", **size})
    SubElement(source, "NODATA").text = "0"
