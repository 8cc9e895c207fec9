"""Where a run's files go: into a folder under the raster's name, or into a temporary one."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from ..core.errors import BadOutput
from ..i18n import tr
from ..layers.job import temporary_folder

_ENDINGS = {
    "output": "_classes.tif",
    "confidence": "_confidence.tif",
    "costs": "_costs.tif",
    "polygons": "_polygons.gpkg",
}
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_STEM_BYTES = 200  # a file system takes 255 for a name, and endings follow
_VERSION = re.compile(r"-\d+$")
_ROOM_SHARE = 0.5  # of the free disk that costs nobody asked for may take


@dataclass(frozen=True)
class Wishes:
    """What is wanted beside the class raster, and where; an empty folder: temporary files."""

    folder: str = ""
    polygons: bool = True
    confidence: bool = False
    costs: bool = False


def places(wishes: Wishes, name: str, cost_bytes: int) -> dict[str, str]:
    """The paths of a run's outputs, by the fields of `core.job.Job`; no file of that name is there yet.

    Costs are always kept, so that balance and smallest patch can change at once: where they are not wished for, in a
    temporary folder, as long as they do not fill it.

    Args:
        wishes: what is wanted.
        name: of the raster.
        cost_bytes: what the costs take.

    Raises:
        BadOutput: the folder is not there.
    """
    folder = Path(wishes.folder) if wishes.folder else temporary_folder()
    if not folder.is_dir():
        raise BadOutput(tr("There is no folder {folder}: choose another for the output.", folder=folder))
    stem = _free_stem(folder, _stem(name))
    paths = {role: str(folder / f"{stem}{ending}") for role, ending in _ENDINGS.items()}
    wanted = {"output": True, "polygons": wishes.polygons, "confidence": wishes.confidence, "costs": wishes.costs}
    if not wishes.costs:
        aside = temporary_folder()
        paths["costs"] = str(aside / f"{stem}{_ENDINGS['costs']}")
        wanted["costs"] = cost_bytes < _ROOM_SHARE * shutil.disk_usage(aside).free
    return {role: path for role, path in paths.items() if wanted[role]}


def next_version(path: str) -> str:
    """A free path beside a file, for a newer version of it: `ortho_classes-2.tif`."""
    file = Path(path)
    stem = _VERSION.sub("", file.stem)
    return next(
        str(each) for number in count(2) if not (each := file.with_name(f"{stem}-{number}{file.suffix}")).exists()
    )


def is_version(path: str) -> bool:
    """Whether `next_version` gave this path."""
    return _VERSION.search(Path(path).stem) is not None


def _stem(name: str) -> str:
    """A raster's name as files can begin with it; never half a character at its end."""
    start = _NOT_IN_NAMES.sub("_", name).strip(" .").encode("utf-8", "ignore")[:_STEM_BYTES]
    return start.decode("utf-8", "ignore").rstrip(" .") or "raster"


def _free_stem(folder: Path, name: str) -> str:
    stems = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(
        stem for stem in stems if not any((folder / f"{stem}{ending}").exists() for ending in _ENDINGS.values())
    )
