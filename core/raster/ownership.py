"""Ownership: whether SoftSeg made a file, so that it may replace it unasked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PIL import Image

from ..errors import BadRaster
from .opening import open_raster

VERSION_TAG = "SOFTSEG_VERSION"
"""What every output carries: a tag of a GeoTIFF, an item of the metadata of a GeoPackage, a text of a PNG."""

_TIFF_HEADS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_SQLITE_HEAD = b"SQLite format 3\0"
_PNG_HEAD = b"\x89PNG"


def is_ours(path: Path) -> bool:
    """Say whether an existing file is a GeoTIFF, a GeoPackage or a PNG that SoftSeg wrote."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_HEAD))
    except OSError:
        return False
    if head.startswith(_TIFF_HEADS):
        return _is_our_raster(path)
    if head.startswith(_PNG_HEAD):
        return _is_our_picture(path)
    return head == _SQLITE_HEAD and _is_our_geopackage(path)


def _is_our_raster(path: Path) -> bool:
    try:
        with open_raster(str(path)) as dataset:
            return VERSION_TAG in dataset.tags()
    except BadRaster:
        return False


def _is_our_picture(path: Path) -> bool:
    try:
        with Image.open(path) as picture:
            return VERSION_TAG in picture.info
    except OSError:
        return False


def _is_our_geopackage(path: Path) -> bool:
    query = "SELECT count(*) FROM gpkg_metadata WHERE instr(metadata, ?)"
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            return bool(database.execute(query, (VERSION_TAG,)).fetchone()[0])
    except sqlite3.Error:
        return False
