"""Sentinel-2 composites of Korea, 10 m, RGBA (MIT; Copernicus Sentinel-2), with masks of land-cover numbers."""

from __future__ import annotations

import warnings
from functools import partial
from pathlib import Path

import numpy as np
import rasterio
from rasterio.coords import BoundingBox, disjoint_bounds
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ...errors import BadOption
from .codes import labels_of_numbers
from .kinds import DenseImage, LabelClass, Pixels, Split, part

#: The number k of a patch, of both dates.
VALIDATION_PLACES = frozenset({"3", "7"})

GROUND_RESOLUTION_M = 10.0

CLASSES = (
    LabelClass("building", "building"),
    LabelClass("road", "road"),
    LabelClass("field or cropland", "cropland"),
    LabelClass("forest", "forest"),
)

#: Mask number -> label. Background holds water, bare ground and towns alike, so it teaches nothing.
LABEL_OF_NUMBER = {10: 1, 30: 2, 50: 3, 60: 3, 90: 3, 70: 4, 71: 4, 75: 4, 100: 0, 0: 0}


def open_korea(folder: Path) -> tuple[Split, Split]:
    """Training and validation patches of ``folder/{images,masks}``; only the headers are read yet.

    The number of a patch does not say where it lies: patches of different numbers overlap by up to 84 % and have the
    same labels there, and the two dates of one number are seldom the same ground. So a patch that touches a
    validation patch is left out of both sides.

    Raises:
        BadOption: a patch cannot be opened.
    """
    patches = tuple(_image(path) for path in sorted((folder / "images").glob("*_patch*.tif")))
    training, validation = part(patches, VALIDATION_PLACES)
    judged = [_footprint(patch) for patch in validation.dense]
    clear = (patch for patch in training.dense if all(disjoint_bounds(_footprint(patch), other) for other in judged))
    return Split(tuple(clear)), validation


def _image(path: Path) -> DenseImage:
    date, k = path.stem.split("_patch")[0], path.stem.rpartition("_")[2]
    mask = path.parent.parent / "masks" / f"{date}_mask_{k}.tif"
    return DenseImage("korea", k, str(path), GROUND_RESOLUTION_M, CLASSES, partial(_read, path, mask))


def _footprint(patch: DenseImage) -> BoundingBox:
    """Bounds on the ground, in the patch's CRS; all patches share one."""
    try:
        with rasterio.open(patch.name) as raster:
            return raster.bounds
    except RasterioError as error:
        raise BadOption(f"{patch.name} cannot be opened as a raster.", str(error)) from error


def _read(image: Path, mask: Path) -> tuple[Pixels, Pixels]:
    bands = _bands(image, 4)
    labels = labels_of_numbers(_bands(mask, 1)[0], LABEL_OF_NUMBER, str(mask))
    transparent = bands[3] == 0
    if transparent.shape == labels.shape:
        labels[transparent] = 0
    return np.ascontiguousarray(bands[:3].transpose(1, 2, 0)), labels


def _bands(path: Path, count: int) -> Pixels:
    """The first ``count`` bands of a raster, (count, H, W) uint8."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path) as raster:
                bands: Pixels = raster.read(list(range(1, count + 1)))
    except (RasterioError, IndexError) as error:
        raise BadOption(f"{path} cannot be read as a raster of {count} bands.", str(error)) from error
    if bands.dtype != np.uint8:
        raise BadOption(f"{path} holds {bands.dtype} where 8-bit numbers are expected.")
    return bands
