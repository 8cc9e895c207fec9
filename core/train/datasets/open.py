"""Find the data sets of a folder and part them into training and validation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...errors import BadOption
from .dubai import open_dubai
from .eurosat import open_eurosat
from .houston import open_houston
from .kinds import Datasets, Split
from .korea import open_korea
from .ucmerced import open_ucmerced

#: Data set -> its folder, and what opens it as (training, validation).
READERS: dict[str, tuple[str, Callable[[Path], tuple[Split, Split]]]] = {
    "dubai": ("dubai_aerial", open_dubai),
    "houston": ("houston_uav", open_houston),
    "korea": ("korea_sentinel2", open_korea),
    "ucmerced": ("ucmerced", open_ucmerced),
    "eurosat": ("eurosat_rgb", open_eurosat),
}


def open_datasets(folder: Path) -> Datasets:
    """Open every data set that the folder holds; pictures are decoded when they are loaded.

    Raises:
        BadOption: the folder is missing, or holds none of the data sets, or one that cannot be read.
    """
    if not folder.is_dir():
        raise BadOption(f"The data folder {folder} is not there; give the folder that holds {_folders()}.")
    found = tuple(name for name, (place, _) in READERS.items() if (folder / place).is_dir())
    if not found:
        raise BadOption(f"The data folder {folder} holds no known data set: none of {_folders()}.")
    training, validation = Split(), Split()
    for name in found:
        place, read = READERS[name]
        learn, judge = read(folder / place)
        training, validation = training + learn, validation + judge
    return Datasets(training, validation, found, tuple(name for name in READERS if name not in found))


def _folders() -> str:
    return ", ".join(place for place, _ in READERS.values())
