"""The quicklook: image, class map and legend as one picture that says what a run found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL.PngImagePlugin import PngInfo

from .options import whole
from .picture.panels import class_panel, image_panel
from .picture.sheet import EMPTY, Sheet
from .raster.classmap import ClassMap
from .raster.ownership import VERSION_TAG
from .raster.place import new_file
from .report import Areas, class_areas
from .version import version

_SMOOTH = 2  # everything is drawn this many times larger and then reduced, which smooths every edge


def write_quicklook(
    raster_path: str | Path,
    classes_path: str | Path,
    output_png: str | Path,
    width: int = 1200,
    *,
    areas: Areas | None = None,
    bands: Sequence[int] | None = None,
    stretch: str = "auto",
) -> None:
    """Draw the image and its class map side by side, and below them a legend with shares and areas.

    Both rasters are read thinned out to the size of the picture; only counting the areas reads every class id.

    Args:
        raster_path: the image.
        classes_path: its class raster, on the same grid or a part of it.
        output_png: where the picture goes.
        width: width of the picture in px; the height follows.
        areas: what the classes cover, when that is known already; None: counted here.
        bands: which bands show the image, as for a run.
        stretch: how the image is stretched, as for a run.

    Raises:
        BadRaster: a raster cannot be read, or the image does not cover the class raster.
        BadOption: an option is out of range.
        BadOutput: the output place cannot be written or holds something else.
    """
    whole(480, 10_000)(width, "width of the quicklook")
    found = areas or class_areas(classes_path)
    with ClassMap.open(classes_path) as classes:
        sheet = Sheet(width * _SMOOTH, classes.grid, found)
        image = image_panel(raster_path, classes.grid, sheet.panel, EMPTY, bands=bands, stretch=stretch)
        class_map = class_panel(classes, {each.id: each.colour for each in found.classes}, sheet.panel, EMPTY)
    picture = sheet.draw(Path(raster_path).stem, image, class_map).reduce(_SMOOTH)
    about = PngInfo()
    about.add_text("Software", "SoftSeg")
    about.add_text(VERSION_TAG, version())
    with new_file(output_png, [raster_path, classes_path]) as part:
        picture.save(part, format="PNG", pnginfo=about, optimize=True)
