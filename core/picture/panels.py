"""The quicklook's panels: a raster and its class map, thinned out to the size of a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from PIL import Image, ImageColor
from rasterio.windows import Window

from ..errors import BadRaster
from ..raster.classmap import ClassMap
from ..raster.grid import Grid
from ..raster.readers import open_readers
from ..raster.sample import take_sample
from ..raster.stretch import choose_stretch

Size = tuple[int, int]


def image_panel(
    path: str | Path, part: Grid, size: Size, empty: str, *, bands: Sequence[int] | None, stretch: str
) -> Image.Image:
    """The image as the network sees it, where `part` lies.

    Args:
        path: the raster.
        part: the grid of its class map.
        size: width and height of the panel in px.
        empty: colour of pixels without data.
        bands: one or three band numbers; None: by colour interpretation.
        stretch: auto, minmax, none or percentiles.

    Raises:
        BadRaster: the raster cannot be read, or `part` does not lie inside it.
    """
    with closing(open_readers(path, bands)) as readers:
        sample = take_sample(readers.validity)
        decided = choose_stretch(stretch, sample.values, sample.valid, readers.validity.dtype)
        raw = readers.pixels.read(_window(readers.grid, part, str(path)), size[1], size[0])
    colours = np.nan_to_num(decided.apply(raw.values).transpose(1, 2, 0))
    picture = np.where(raw.valid[..., None], np.rint(colours * 255), ImageColor.getrgb(empty))
    return Image.fromarray(picture.astype(np.uint8))


def class_panel(classes: ClassMap, colours: Mapping[int, str], size: Size, empty: str) -> Image.Image:
    """The class map in its colours.

    Args:
        classes: an open class raster.
        colours: "#rrggbb" by class id.
        size: width and height of the panel in px.
        empty: colour of every other id.
    """
    ids = classes.read(classes.grid.whole, (size[1], size[0]))
    table = np.full((1 << 16, 3), ImageColor.getrgb(empty), np.uint8)
    for class_id, colour in colours.items():
        table[class_id] = ImageColor.getrgb(colour)
    return Image.fromarray(table[ids])


def _window(whole: Grid, part: Grid, name: str) -> Window:
    """Where a grid lies in another one, in pixels of the latter."""
    if (part.transform, part.height, part.width) == (whole.transform, whole.height, whole.width):
        return whole.whole.to_window()
    left, top = ~whole.transform @ (part.transform @ (0, 0))
    right, bottom = ~whole.transform @ (part.transform @ (part.width, part.height))
    inside = -1 <= left < right <= whole.width + 1 and -1 <= top < bottom <= whole.height + 1
    if part.crs != whole.crs or not inside:
        raise BadRaster(f"The raster {name} does not cover its class raster; give the one that it was made from.")
    return Window(left, top, right - left, bottom - top)
