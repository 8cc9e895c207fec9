"""A raster with a damaged header is read or refused; nothing else may happen."""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.io import MemoryFile

from core.errors import BadInput
from core.raster.source import RasterSource

SIDE = 24


@cache
def healthy() -> bytes:
    values = np.random.default_rng(1).integers(0, 255, (3, SIDE, SIDE)).astype(np.uint8)
    options = {"driver": "GTiff", "height": SIDE, "width": SIDE, "count": 3, "dtype": "uint8", "nodata": 0}
    with MemoryFile() as memory:
        with memory.open(**options, crs="EPSG:32632", transform=Affine(2, 0, 5e5, 0, -2, 5e6)) as dataset:
            dataset.write(values)
        return bytes(memory.read())


def header_length() -> int:
    return len(healthy()) - 3 * SIDE * SIDE


damage = st.lists(st.tuples(st.integers(0, header_length() - 1), st.integers(0, 255)), min_size=1, max_size=4)


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(damage, st.sampled_from([{}, {"resolution": 5}, {"extent": (5e5, 4999980, 500020, 5e6)}]))
def test_a_damaged_header_is_read_or_refused(changes: list[tuple[int, int]], options: dict[str, object]) -> None:
    content = bytearray(healthy())
    for position, value in changes:
        content[position] = value
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", rasterio.errors.RasterioDeprecationWarning)
        path = Path(folder) / "damaged.tif"
        path.write_bytes(content)
        try:
            with RasterSource.open(path, **options) as source:
                block = source.work_grid.whole.clip(64, 64)
                assert source.read(block).values.shape == (3, block.height, block.width)
                source.valid(source.grid.whole.clip(64, 64))
                source.touches(block)
                source.grid.row_areas(0, 3)
        except BadInput:
            return
