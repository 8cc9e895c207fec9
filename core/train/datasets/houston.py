"""Low-altitude drone pictures of Houston after a flood (CC BY 4.0): very fine pixels, masks of class numbers."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from .codes import labels_of_numbers
from .decode import read_grey, read_rgb
from .kinds import DenseImage, LabelClass, Pixels, Split, part

VALIDATION_PLACES: frozenset[str] = frozenset()

#: Metres per pixel, from the length of parked cars in each picture; the pictures themselves do not say.
GROUND_RESOLUTION_M = {"6411": 0.018, "6703": 0.027, "7677": 0.02}
USUAL_GROUND_RESOLUTION_M = 0.02

CLASSES = (
    LabelClass("Property Roof", "building"),
    LabelClass("Swimming Pool", "swimming_pool"),
    LabelClass("Vehicle", "vehicle"),
    LabelClass("Grass", "grass"),
    LabelClass("Trees/Shrubs", "tree"),
    LabelClass("Solar Panels", "solar_panel"),
    LabelClass("Road/Highway", "road"),
    LabelClass("Water Body", "water"),
    LabelClass("Parking Area-Commercial", "parking_lot"),
    LabelClass("Sports Complex", "sports_field"),
    LabelClass("Boat", "boat"),
)

#: Mask number -> label. Chimney, window and satellite antenna are parts of a roof; flooded ground shows as water.
#: Ignored: background, sheds and playgrounds (one number for both), and what is a line or a point above something else.
LABEL_OF_NUMBER = {
    0: 0,  # background
    1: 1,  # property roof
    2: 0,  # secondary structure: shade sails and playgrounds as well as sheds
    3: 2,  # swimming pool
    4: 3,  # vehicle
    5: 4,  # grass
    6: 5,  # trees and shrubs
    7: 6,  # solar panels
    8: 1,  # chimney
    9: 0,  # street light
    10: 1,  # window
    11: 1,  # satellite antenna
    12: 0,  # garbage bins
    13: 0,  # trampoline
    14: 7,  # road; in one picture also the strip under power lines
    15: 0,  # under construction
    16: 0,  # power lines: a broad strip, whatever lies below
    17: 0,  # water or oil tank
    18: 9,  # commercial parking area
    19: 10,  # sports complex
    20: 0,  # industrial site
    21: 5,  # dense vegetation
    22: 8,  # water body
    23: 8,  # flooded
    24: 11,  # boat
}


def open_houston(folder: Path) -> tuple[Split, Split]:
    """Training and validation pictures of ``folder/{images,masks}``; nothing is decoded yet."""
    return part(tuple(_image(path) for path in sorted((folder / "images").glob("*.jpg"))), VALIDATION_PLACES)


def _image(path: Path) -> DenseImage:
    mask = path.parent.parent / "masks" / f"{path.stem}.png"
    resolution_m = GROUND_RESOLUTION_M.get(path.stem, USUAL_GROUND_RESOLUTION_M)
    return DenseImage("houston", path.stem, str(path), resolution_m, CLASSES, partial(_read, path, mask))


def _read(image: Path, mask: Path) -> tuple[Pixels, Pixels]:
    return read_rgb(image, str(image)), labels_of_numbers(read_grey(mask, str(mask)), LABEL_OF_NUMBER, str(mask))
