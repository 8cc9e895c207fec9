"""EuroSAT RGB (MIT; Copernicus Sentinel-2): 10 kinds of scenes at 10 m, straight from the zip."""

from __future__ import annotations

import zlib
from functools import partial
from pathlib import Path, PurePosixPath

from ...errors import BadOption
from .decode import ZippedPictures
from .kinds import SceneImage, Split

GROUND_RESOLUTION_M = 10.0
VALIDATION_PERCENT = 20

#: Scene -> the lexicon's concept, and the share of the picture it usually covers (judged by eye on a sheet of each).
SCENES = {
    "AnnualCrop": ("cropland", 1.0),
    "Forest": ("forest", 1.0),
    "HerbaceousVegetation": ("grassland", 0.7),
    "Highway": ("main_road", 0.2),
    "Industrial": ("industrial_area", 0.9),
    "Pasture": ("pasture", 0.8),
    "PermanentCrop": ("permanent_crop", 0.7),
    "Residential": ("residential_area", 1.0),
    "River": ("river", 0.3),
    "SeaLake": ("water", 1.0),
}


def open_eurosat(folder: Path) -> tuple[Split, Split]:
    """Training and validation scenes of ``folder/eurosat.zip``, parted by a hash of the file name.

    Raises:
        BadOption: the zip is missing or damaged, or has a folder that is no known scene.
    """
    zipped = ZippedPictures(folder / "eurosat.zip")
    names = zipped.names()
    training = tuple(_scene(zipped, name) for name in names if not is_validation(name))
    validation = tuple(_scene(zipped, name) for name in names if is_validation(name))
    return Split(scenes=training), Split(scenes=validation)


def is_validation(name: str) -> bool:
    """Whether a file is kept for validation: a fixed fifth of all names, the same on every machine."""
    return zlib.crc32(PurePosixPath(name).name.encode()) % 100 < VALIDATION_PERCENT


def _scene(zipped: ZippedPictures, name: str) -> SceneImage:
    kind = PurePosixPath(name).parent.name
    if kind not in SCENES:
        raise BadOption(f"{zipped.path}/{name}: {kind} is no scene of EuroSAT.")
    concept, coverage = SCENES[kind]
    label = f"{zipped.path}/{name}"
    return SceneImage("eurosat", label, GROUND_RESOLUTION_M, concept, coverage, partial(zipped.read, name))
