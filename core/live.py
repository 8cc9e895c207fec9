"""Live rows: what a run has decided so far, as a small raster that is written anew every second or two."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import ClassList
from .decide import class_dtype
from .errors import BadOutput, SoftSegError
from .failures import explain
from .protocol import Event, Preview, Warn
from .raster.classmap import CLASSES_TAG
from .raster.grid import Grid
from .raster.legend import classes_to_tag, colour_table
from .raster.ownership import VERSION_TAG
from .raster.scratch import ScratchRaster, georeferencing
from .sieve import ClassRows
from .version import version

LONGEST_SIDE_PX = 1024
PAUSE_S = 1.5
_NAME = "softseg-live-"
_KEPT = 2  # the newest, and the one that somebody may still be reading


class LiveRows:
    """The decided rows of a run, thinned out, and the files that show them.

    Rows may come from one thread while another writes.

    Args:
        folder: where the files go, each under a new name; the two newest are kept, older ones go whichever run made
            them.
        grid: the grid of the class raster.
        classes: the classes of the run.
    """

    def __init__(self, folder: Path, grid: Grid, classes: ClassList) -> None:
        shrink = min(1.0, LONGEST_SIDE_PX / max(grid.height, grid.width))
        self._folder = folder
        self._classes = classes
        self._grid = grid.resized(max(1, round(grid.height * shrink)), max(1, round(grid.width * shrink)))
        self._rows, self._cols = _centres(self._grid.height, grid.height), _centres(self._grid.width, grid.width)
        self._picture = np.zeros((self._grid.height, self._grid.width), class_dtype(len(classes)))
        self._lock = threading.Lock()
        self._is_new = False

    def add(self, decided: ClassRows) -> None:
        """Take decided rows of the whole grid, (rows, W)."""
        bottom = decided.row + len(decided.classes)
        start, stop = np.searchsorted(self._rows, (decided.row, bottom))
        if start == stop:
            return
        thinned = decided.classes[self._rows[start:stop] - decided.row][:, self._cols]
        with self._lock:
            self._picture[start:stop] = thinned
            self._is_new = True

    def write(self) -> Path | None:
        """Write what is there, unless nothing has come since the last time; gives the file.

        Raises:
            DiskFull: the folder does not take it.
        """
        with self._lock:
            if not self._is_new:
                return None
            picture, self._is_new = self._picture.copy(), False
        path = self._folder / f"{_NAME}{time.time_ns():020}.tif"
        try:
            self._write(path, picture)
        except SoftSegError:
            _delete(path)
            raise
        for old in sorted(self._folder.glob(f"{_NAME}*.tif"))[:-_KEPT]:
            _delete(old)
        return path

    def _write(self, path: Path, picture: NDArray[Any]) -> None:
        profile = {"nodata": 0, "compress": "DEFLATE", "zlevel": 1, **georeferencing(self._grid)}
        file = ScratchRaster(path, self._grid.height, self._grid.width, picture.dtype, **profile)
        try:
            tags = {VERSION_TAG: version(), CLASSES_TAG: classes_to_tag(self._classes)}
            file.describe(tags, colour_table(self._classes))
            file.write(picture)
        finally:
            file.close()


@contextmanager
def live_rows(
    folder: str | None, grid: Grid, classes: ClassList, say: Callable[[Event], None], pause_s: float = PAUSE_S
) -> Iterator[Callable[[ClassRows], None] | None]:
    """Show the rows of a run while a block runs: gives what takes them, or None where there is no folder to show them.

    A thread of its own writes, at most once in `pause_s`, and says each file. A folder that fails later ends the
    showing with a warning, never the run. The files are left to the caller.

    Raises:
        BadOutput: there is no such folder.
    """
    if folder is None:
        yield None
        return
    if not Path(folder).is_dir():
        raise BadOutput(f"There is no folder {folder} for the preview: make it, or go without a preview.")
    live, ended = LiveRows(Path(folder), grid, classes), threading.Event()

    def keep_writing() -> None:
        try:
            while not ended.wait(pause_s):
                path = live.write()
                if path is not None:
                    say(Preview(str(path)))
        except Exception as error:
            say(Warn("preview", f"The rows are no longer shown while they are made: {explain(error).text}"))

    thread = threading.Thread(target=keep_writing, name="live rows", daemon=True)
    thread.start()
    try:
        yield live.add
    finally:
        ended.set()
        thread.join()


def _centres(count: int, length: int) -> NDArray[np.intp]:
    """The pixels of a line of ``length`` px in which the centres of ``count`` larger ones lie."""
    return ((np.arange(count) + 0.5) * (length / count)).astype(np.intp)


def _delete(path: Path) -> None:
    """Delete a file; one that another program keeps open stays for the next time."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
