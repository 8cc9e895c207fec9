"""Ownership: whether SoftSeg made a file, so that it may replace it unasked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PIL import Image

from ..errors import BadRaster
from .opening import open_raster

VERSION_TAG = "SOFTSEG_VERSION"
"""What every output carries: a tag of a raster, an item of a GeoPackage's metadata, a text of a PNG, page or JSON."""

_RASTER_HEADS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"<VRTDataset")
_SQLITE_HEAD = b"SQLite format 3\0"
_PNG_HEAD = b"\x89PNG"
_PAGE_HEAD = b"<!DOCTYPE html>"
_JSON_HEAD = b"{"
_FIGURES_HEAD = b"class,reference_pixels,map_pixels,"  # a table of figures has no place for a tag
_PAGE_HEADER_BYTES = 1024


def is_ours(path: Path) -> bool:
    """Say whether an existing file is a raster, a GeoPackage, a PNG, a page, a table or a JSON file of SoftSeg's."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_PAGE_HEADER_BYTES)
    except OSError:
        return False
    if head.startswith((_PAGE_HEAD, _JSON_HEAD)):
        return VERSION_TAG.encode() in head
    if head.startswith(_FIGURES_HEAD):
        return True
    if head.startswith(_RASTER_HEADS):
        return _is_our_raster(path)
    if head.startswith(_PNG_HEAD):
        return _is_our_picture(path)
    return head.startswith(_SQLITE_HEAD) and _is_our_geopackage(path)


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
