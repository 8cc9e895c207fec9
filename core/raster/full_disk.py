"""Failed writes: GDAL reports some late and some never, here all of them become one sentence."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rasterio
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import DatasetReader

from ..errors import DiskFull
from .gdal_errors import GDAL_ERRORS

_FAILED_WRITE: tuple[type[Exception], ...] = (*GDAL_ERRORS, OSError)


@contextmanager
def failed_write_is_disk_full() -> Iterator[None]:
    """Turn a write that fails within the block into DiskFull."""
    try:
        yield
    except _FAILED_WRITE as error:
        raise disk_full(f"{error}: {error.__cause__}") from error


def refuse_cut_file(path: Path) -> None:
    """Raise DiskFull for a GeoTIFF with blocks that never reached the disk: closing a file hides such failures."""
    size = path.stat().st_size
    with failed_write_is_disk_full(), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path) as dataset:
            if any(end is None or end > size for end in _block_ends(dataset)):
                raise disk_full(f"{path}: a block is missing")


def _block_ends(dataset: DatasetReader) -> Iterator[int | None]:
    """The position in the file where each block ends; None for a block that is not there."""
    planes = range(1, dataset.count + 1) if dataset.interleaving.name == "band" else (1,)
    for band in planes:
        for (row, col), _ in dataset.block_windows(band):
            offset, length = (dataset.get_tag_item(f"BLOCK_{k}_{col}_{row}", "TIFF", band) for k in ("OFFSET", "SIZE"))
            yield int(offset) + int(length) if offset and length else None


def disk_full(detail: str) -> DiskFull:
    """The error for an output that could not be written whole."""
    return DiskFull("The disk is full or failing: free some space or choose another place for the outputs.", detail)
