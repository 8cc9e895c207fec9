"""UC Merced Land Use (USGS imagery, public domain): 21 kinds of scenes at 0.3 m, straight from the zip."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePosixPath

from ...errors import BadOption
from .decode import ZippedPictures
from .kinds import SceneImage, Split

GROUND_RESOLUTION_M = 0.3

#: Scene -> the lexicon's concept, and the share of the picture it usually covers (judged by eye on a sheet of each).
SCENES = {
    "agricultural": ("cropland", 1.0),
    "airplane": ("airplane", 0.15),
    "baseballdiamond": ("baseball_diamond", 0.4),
    "beach": ("beach", 0.4),
    "buildings": ("building", 0.6),
    "chaparral": ("chaparral", 1.0),
    "denseresidential": ("dense_residential", 1.0),
    "forest": ("forest", 1.0),
    "freeway": ("motorway", 0.5),
    "golfcourse": ("golf_course", 0.9),
    "harbor": ("harbour", 1.0),
    "intersection": ("intersection", 0.5),
    "mediumresidential": ("medium_residential", 1.0),
    "mobilehomepark": ("mobile_home_park", 0.9),
    "overpass": ("overpass", 0.3),
    "parkinglot": ("parking_lot", 1.0),
    "river": ("river", 0.4),
    "runway": ("runway", 0.6),
    "sparseresidential": ("sparse_residential", 0.8),
    "storagetanks": ("storage_tank", 0.3),
    "tenniscourt": ("tennis_court", 0.3),
}


def open_ucmerced(folder: Path) -> tuple[Split, Split]:
    """Training and validation scenes of ``folder/ucmerced.zip``, parted as its train/ and test/ folders are.

    Raises:
        BadOption: the zip is missing or damaged, or has a folder that is no known scene.
    """
    zipped = ZippedPictures(folder / "ucmerced.zip")
    names = zipped.names()
    training = tuple(_scene(zipped, name) for name in names if name.startswith("train/"))
    validation = tuple(_scene(zipped, name) for name in names if name.startswith("test/"))
    return Split(scenes=training), Split(scenes=validation)


def _scene(zipped: ZippedPictures, name: str) -> SceneImage:
    kind = PurePosixPath(name).parent.name
    if kind not in SCENES:
        raise BadOption(f"{zipped.path}/{name}: {kind} is no scene of UC Merced.")
    concept, coverage = SCENES[kind]
    label = f"{zipped.path}/{name}"
    return SceneImage("ucmerced", label, GROUND_RESOLUTION_M, concept, coverage, partial(zipped.read, name))
