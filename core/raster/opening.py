"""Opening a raster: local files and web addresses, and one sentence for everything that is not a usable raster."""

from __future__ import annotations

import os
import stat
import warnings
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import DatasetReader

from ..errors import BadRaster
from .gdal_errors import DAMAGE

_OTHER_REMOTES = tuple(f"/vsi{kind}" for kind in ("s3", "gs", "az", "adls", "oss", "swift", "hdfs", "webhdfs"))
_WEB_OPTIONS = {
    # A web server has no folder to list, and looking for one costs a request for every neighbour a raster might have.
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "GDAL_HTTP_CONNECTTIMEOUT": "10",
    "GDAL_HTTP_MAX_RETRY": "3",
    "GDAL_HTTP_RETRY_DELAY": "1",
    # A server that sends less than 1 byte/s for so many seconds has stalled; GDAL alone would wait for ever.
    "GDAL_HTTP_LOW_SPEED_LIMIT": "1",
    "GDAL_HTTP_LOW_SPEED_TIME": "30",
}


def is_web_address(path: str) -> bool:
    """Whether a path is an http or https address."""
    return path.lower().startswith(("http://", "https://"))


def gdal_session(path: str) -> rasterio.Env:
    """The GDAL configuration under which a path is opened and read, as a context; GDAL's own messages go to logging."""
    return rasterio.Env(**_WEB_OPTIONS) if is_web_address(path) else rasterio.Env()


def gdal_name(path: str) -> str:
    """The name under which GDAL opens a path."""
    return f"/vsicurl/{path}" if is_web_address(path) else path


def open_raster(path: str) -> DatasetReader:
    """Open a raster file, a web address of one, or another name that GDAL knows.

    Raises:
        BadRaster: it is not there, is not a raster, or holds no bands that can be shown.
    """
    if _is_elsewhere(path):
        raise BadRaster(f"The raster {path} is neither a local file nor an http(s) address; download it first.")
    dataset = _open(path, gdal_name(path))
    try:
        check_raster(dataset, path)
    except BadRaster:
        dataset.close()
        raise
    return dataset


def open_ignoring_nan(path: str) -> DatasetReader | None:
    """The same raster with NaN declared as no-data, so that GDAL leaves NaN out of averages; None if that cannot be."""
    if "?" in path or not (is_web_address(path) or Path(path).is_file()):
        return None
    return _open(path, f"vrt://{gdal_name(path)}?a_nodata=nan")


def check_raster(dataset: DatasetReader, name: str) -> None:
    """Raise BadRaster for an open dataset that is closed, without bands, without pixels, or of complex numbers."""
    if dataset.closed:
        raise BadRaster(f"The raster {name} is already closed.")
    if not dataset.count:
        raise BadRaster(_no_bands(name, dataset.subdatasets))
    if not dataset.width or not dataset.height:
        raise BadRaster(f"The raster {name} has no pixels.")
    for dtype in dataset.dtypes:
        if dtype.startswith("complex") or np.dtype(dtype).kind not in "uif":
            raise BadRaster(f"The raster {name} holds {dtype} numbers; convert it to integers or floats first.")


def _is_elsewhere(name: str) -> bool:
    web = is_web_address(name.removeprefix("/vsicurl/"))
    return name.startswith(_OTHER_REMOTES) or ("://" in name and not web)


def _open(path: str, name: str) -> DatasetReader:
    try:
        with warnings.catch_warnings(), gdal_session(path):
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            return rasterio.open(name)
    except DAMAGE as error:
        raise BadRaster(_why_not(path, str(error)), detail=str(error)) from error


def _no_bands(name: str, subdatasets: list[str]) -> str:
    if not subdatasets:
        return f"The raster {name} has no bands."
    some = ", ".join(subdatasets[:5]) + (", ..." if len(subdatasets) > 5 else "")
    return f"The file {name} holds {len(subdatasets)} rasters; give one of them by its full name: {some}."


def _why_not(path: str, message: str) -> str:
    if is_web_address(path):
        return f"The raster {path} cannot be reached or is no raster; check the address and the connection."
    state = _state(path)
    if state is None and ("No such file" in message or ":" not in Path(path).name):
        return f"There is no file {path}."
    if state and stat.S_ISDIR(state.st_mode):
        return f"{path} is a folder, not a raster; give the raster inside it."
    if state and not state.st_size:
        return f"The file {path} is empty."
    if "not recognized" in message:
        return f"The file {path} is not a raster in a format that can be read."
    return f"The raster {path} cannot be opened: it is damaged, incomplete, locked or encrypted."


def _state(path: str) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except (OSError, ValueError):
        return None
