"""Find the data sets of a folder and part them into training and validation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ...errors import BadOption
from .dubai import open_dubai
from .eurosat import open_eurosat
from .folders import fits, open_layout
from .houston import open_houston
from .kinds import Datasets, Split
from .korea import open_korea
from .layout import Layout
from .layout_file import SUFFIXES, read_layout
from .published import published_layouts
from .ucmerced import open_ucmerced

Open = Callable[[], tuple[Split, Split]]

#: Data set of the starter -> its folder, and what opens it as (training, validation).
READERS: dict[str, tuple[str, Callable[[Path], tuple[Split, Split]]]] = {
    "dubai": ("dubai_aerial", open_dubai),
    "houston": ("houston_uav", open_houston),
    "korea": ("korea_sentinel2", open_korea),
    "ucmerced": ("ucmerced", open_ucmerced),
    "eurosat": ("eurosat_rgb", open_eurosat),
}

_TABLE_NAME = "classes"


def open_datasets(folder: Path, *, background: bool = False) -> Datasets:
    """Open every data set that the folder holds; pictures are decoded when they are loaded.

    A data set is a sub-folder of one of these kinds:

    - one with a class table `classes.toml`, `.json` or `.csv`, whatever it is called: the table says where its
      pictures and masks are, else in `images` and `masks`;
    - the starter's, as `READERS` has them: dubai_aerial, houston_uav, korea_sentinel2, ucmerced, eurosat_rgb;
    - the field's in their published layout, in upper or lower case: DLRSD, iSAID, Potsdam, Vaihingen, LoveDA,
      OpenEarthMap, FLAIR, UAVid, UDD5, VDD, FloodNet, LandDiscover50K (`resources/datasets` declares them).

    The folder itself may be one of the first or the last kind, too.

    Args:
        folder: the folder.
        background: make a class of what a set calls background or clutter; else it is ignored, like no-data.

    Raises:
        BadOption: the folder is missing, or holds none of the data sets, or one that cannot be read.
        BadRaster: a georeferenced raster of a data set cannot be read.
    """
    if not folder.is_dir():
        raise BadOption(f"The data folder {folder} is not there; give the folder that holds {_folders()}.")
    found: dict[str, Open] = {}
    for name, read in _found(folder, background):
        if name in found:
            raise BadOption(f"{folder} holds two data sets called {name}: rename a folder.")
        found[name] = read
    if not found:
        raise BadOption(f"The data folder {folder} holds no known data set: none of {_folders()}.")
    training, validation = Split(), Split()
    for read in found.values():
        learn, judge = read()
        training, validation = training + learn, validation + judge
    return Datasets(training, validation, tuple(found), tuple(name for name in READERS if name not in found))


def _found(folder: Path, background: bool) -> Iterator[tuple[str, Open]]:
    """The data sets of a folder by name: the starter's in their own order, then the others by folder."""
    for name, (place, read) in READERS.items():
        if (folder / place).is_dir():
            yield name, partial(read, folder / place)
    whole = _layout_of(folder)
    if whole is not None:
        yield whole.name, partial(open_layout, whole, folder, background=background)
        return
    own = {name for name, _ in READERS.values()}
    for sub in sorted(each for each in folder.iterdir() if each.is_dir() and each.name not in own):
        layout = _layout_of(sub)
        if layout is not None:
            yield layout.name, partial(open_layout, layout, sub, background=background)


def _layout_of(folder: Path) -> Layout | None:
    """What a folder's class table or, without one, its name says that it holds."""
    for table in (folder / f"{_TABLE_NAME}{suffix}" for suffix in SUFFIXES):
        if table.is_file():
            return read_layout(table, folder.resolve().name)
    return next((layout for layout in published_layouts() if fits(layout, folder)), None)


def _folders() -> str:
    starter = ", ".join(place for place, _ in READERS.values())
    return f"{starter}, {', '.join(layout.folders[0] for layout in published_layouts())}, a folder with a classes.toml"
