"""Semantic segmentation of aerial imagery, Dubai (Humans in the Loop, CC0): RGB pictures with colour masks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from .codes import labels_of_colours
from .decode import read_rgb
from .kinds import DenseImage, LabelClass, Pixels, Split, part

VALIDATION_PLACES = frozenset({"tile7"})

#: Metres per pixel, an estimate, for the pictures carry no georeference. A running track in tile 7 (170 x 95 px, by
#: rule 177 x 92 m) speaks for 1.0. A recipe's resolutions count in these metres: change both together.
GROUND_RESOLUTION_M = 1.0

CLASSES = (
    LabelClass("building", "building"),
    LabelClass("land (unpaved area)", "bare_land"),
    LabelClass("road", "road"),
    LabelClass("vegetation", "vegetation"),
    LabelClass("water", "water"),
)

#: Mask colour (RGB) -> label. Matched exactly: all 45 masks hold these colours and no other.
LABEL_OF_COLOUR = {0x3C1098: 1, 0x8429F6: 2, 0x6EC1E4: 3, 0xFEDD3A: 4, 0xE2A929: 5, 0x9B9B9B: 0, 0x000000: 0}


def open_dubai(folder: Path) -> tuple[Split, Split]:
    """Training and validation pictures of ``folder/tileN/{images,masks}``; nothing is decoded yet."""
    return part(tuple(_image(path) for path in sorted(folder.glob("tile*/images/*.jpg"))), VALIDATION_PLACES)


def _image(path: Path) -> DenseImage:
    place = path.parent.parent
    mask = place / "masks" / f"{path.stem}.png"
    return DenseImage("dubai", place.name, str(path), GROUND_RESOLUTION_M, CLASSES, partial(_read, path, mask))


def _read(image: Path, mask: Path) -> tuple[Pixels, Pixels]:
    return read_rgb(image, str(image)), labels_of_colours(read_rgb(mask, str(mask)), LABEL_OF_COLOUR, str(mask))
