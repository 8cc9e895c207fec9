"""The stretch: decided once, from valid values only."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

import numpy as np
import pytest

from core.errors import BadOption
from core.raster.source import RasterSource
from core.raster.stretch import Stretch, choose_stretch

RAMP = np.arange(1001)


@pytest.mark.parametrize(
    ("mode", "dtype", "low", "high"),
    [
        ("auto", "uint8", 0, 255),
        ("auto", "uint16", 20, 980),
        ("auto", "int16", 20, 980),
        ("auto", "float32", 20, 980),
        ("2-98", "uint16", 20, 980),
        ("0.5-99.5", "float64", 5, 995),
        ("minmax", "int32", 0, 1000),
        ("none", "uint8", 0, 255),
        ("none", "uint16", 0, 65535),
        ("none", "int16", 0, 32767),
        ("none", "float32", 0, 1),
    ],
)
def test_modes_choose_what_becomes_0_and_1(mode: str, dtype: str, low: float, high: float) -> None:
    values = np.stack([RAMP, RAMP, RAMP]).astype("uint16" if dtype == "uint8" else dtype)
    stretch = choose_stretch(mode, values, np.ones(1001, bool), dtype)
    assert stretch == Stretch(mode, (low,) * 3, (high,) * 3)


def test_percentiles_are_taken_of_valid_and_finite_values_only() -> None:
    values = np.stack([RAMP, RAMP * 2, RAMP * 0]).astype("float32")
    values[0, 0], values[0, 1], values[1, 5] = np.nan, np.inf, -9999
    valid = np.ones(1001, bool)
    valid[5] = False
    stretch = choose_stretch("minmax", values, valid, "float32")
    assert stretch.low == (2, 0, 0)
    assert stretch.high == (1000, 2000, 0)


def test_a_nearly_constant_band_is_stretched_between_its_extremes() -> None:
    values = np.zeros((3, 1000), np.uint16)
    values[:, :5] = np.arange(5) * 100
    stretch = choose_stretch("auto", values, np.ones(1000, bool), np.uint16)
    assert (stretch.low, stretch.high) == ((0,) * 3, (400,) * 3)


@pytest.mark.parametrize("mode", ["", "98-2", "2-2", "2-101", "-2-98", "sigma", "2-", "1e1-98", "AUTO"])
def test_other_modes_are_refused(mode: str) -> None:
    with pytest.raises(BadOption, match="auto, minmax, none"):
        RasterSource.open("not opened before the mode is looked at", stretch=mode)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "int64", "float32", "float64"])
def test_values_are_clipped_to_0_and_1_as_float32(dtype: str) -> None:
    stretch = Stretch("minmax", (10, 10, 10), (20, 30, 10))
    values = np.array([[[0, 10, 15, 100]]] * 3, dtype)
    stretched = stretch.apply(values)
    assert stretched.dtype == np.float32
    assert stretched.tolist() == [[[0, 0, 0.5, 1]], [[0, 0, 0.25, 1]], [[0, 0, 1, 1]]]


def test_large_numbers_keep_their_differences() -> None:
    stretch = Stretch("minmax", (4e9,) * 3, (4e9 + 10,) * 3)
    assert stretch.apply(np.full((3, 1, 1), 4_000_000_005, np.uint32)).ravel().tolist() == [0.5] * 3


@pytest.mark.filterwarnings("error")
def test_a_constant_band_becomes_finite(make_raster: Callable[..., str]) -> None:
    with RasterSource.open(make_raster(np.full((3, 8, 8), 700, np.uint16))) as source:
        assert source.read(source.work_grid.whole).values.tolist() == np.zeros((3, 8, 8)).tolist()


def test_a_stretch_is_plain_data() -> None:
    stretch = choose_stretch("auto", np.stack([RAMP] * 3), np.ones(1001, bool), np.uint16)
    assert json.loads(json.dumps(asdict(stretch))) == {"mode": "auto", "low": [20.0] * 3, "high": [980.0] * 3}


def test_every_block_gets_the_stretch_of_the_whole_raster(make_raster: Callable[..., str]) -> None:
    values = np.tile(np.arange(100, dtype=np.uint16) * 100, (3, 50, 1))
    with RasterSource.open(
        make_raster(values), stretch="minmax", extent=(500_000, 5_299_950, 500_020, 5_300_000)
    ) as source:
        assert source.stretch.high == (9900.0,) * 3
        assert source.read(source.work_grid.whole).values.max() == pytest.approx(900 / 9900)
