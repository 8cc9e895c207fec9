"""Rasters for multispectral models: which bands they are, and what their numbers mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio

from core.errors import BadOption
from core.raster.grid import Block
from core.raster.source import RasterSource
from core.spectrum import SENTINEL_2, bands_of_product, named_bands

TEN = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")


@pytest.mark.parametrize(
    ("descriptions", "found"),
    [
        (("B02", "B03", "B04", "B8A"), {"B02": 1, "B03": 2, "B04": 3, "B8A": 4}),
        (("B2", "B3", "B4", "B8A", "B11"), {"B02": 1, "B03": 2, "B04": 3, "B8A": 4, "B11": 5}),
        (("B4, central wavelength 665 nm", "B3, central wavelength 560 nm"), {"B04": 1, "B03": 2}),
        (("T32_20240601_B04_10m", "T32_20240601_B08_10m"), {"B04": 1, "B08": 2}),
        (
            ("Blue", "green", "RED", "Red Edge 1", "NIR", "swir_22"),
            dict(zip(TEN, range(1, 5), strict=False)) | {"B08": 5, "B12": 6},
        ),
        # Landsat 7: its bands 2, 3 and 4 are green, red and near infrared.
        (("B1", "B2", "B3", "B4", "B5", "B7"), {}),
        (("SR_B2", "SR_B3", "SR_B4"), {}),
        ((None, "", "elevation"), {}),
        (("red", "red"), {"B04": 1}),
    ],
)
def test_bands_are_known_by_their_descriptions(descriptions: Sequence[str | None], found: dict[str, int]) -> None:
    assert named_bands(descriptions) == found


@pytest.mark.parametrize(("count", "names"), [(10, TEN), (13, SENTINEL_2), (12, (*SENTINEL_2[:10], *SENTINEL_2[11:]))])
def test_a_whole_product_needs_no_descriptions(count: int, names: tuple[str, ...]) -> None:
    assert tuple(bands_of_product(count)) == names
    assert list(bands_of_product(count).values()) == list(range(1, count + 1))


def test_other_counts_tell_nothing() -> None:
    assert bands_of_product(4) == {}


@pytest.fixture
def make(make_raster: Callable[..., Path]) -> Callable[..., Path]:
    """A function that writes bands 1000, 2000, ... all over, described as asked."""

    def written(count: int, descriptions: Sequence[str] = (), dtype: str = "uint16", factor: float = 1.0) -> Path:
        values = np.ones((count, 8, 8)) * (1000 * factor * np.arange(1, count + 1))[:, None, None]
        path = make_raster(values.astype(dtype))
        with rasterio.open(path, "r+") as dataset:
            for number, text in enumerate(descriptions, start=1):
                dataset.set_band_description(number, text)
        return path

    return written


def numbers(path: Path, **options: object) -> list[float]:
    """What a ten-band model gets of each band."""
    with RasterSource.open(path, spectrum=TEN, **options) as source:  # type: ignore[arg-type]
        values = source.read(Block(0, 0, 8, 8)).values
        assert values.dtype == np.float32
        assert values.shape == (10, 8, 8)
        return [float(band.mean()) for band in values]


def test_numbers_come_as_they_are_whatever_the_stretch(make: Callable[..., Path]) -> None:
    path = make(10)
    assert numbers(path) == [1000.0 * number for number in range(1, 11)]
    assert numbers(path, stretch="2-98") == numbers(path)


def test_what_is_described_is_put_in_order_and_what_is_missing_is_not_a_number(make: Callable[..., Path]) -> None:
    found = numbers(make(5, ("nir", "red", "green", "blue", "depth")))
    assert found[:3] == [4000, 3000, 2000]
    assert found[6] == 1000
    assert np.isnan([found[place] for place in (3, 4, 5, 7, 8, 9)]).all()


def test_level_1c_leaves_out_what_the_model_does_not_read(make: Callable[..., Path]) -> None:
    assert numbers(make(13)) == [1000.0 * (1 + SENTINEL_2.index(name)) for name in TEN]


def test_the_user_may_list_the_bands(make: Callable[..., Path]) -> None:
    found = numbers(make(4), bands=(4, 3, 2, 0, 0, 0, 1, 0, 0, 0))
    assert found[:3] == [4000, 3000, 2000]
    assert found[6] == 1000
    assert np.isnan(found[3])


@pytest.mark.parametrize(
    ("count", "bands", "said"),
    [
        (3, None, "does not say which of its 3 bands"),
        (10, (1, 2, 3), "give the numbers of these 10 bands"),
        (4, (1, 2, 3, 4, 5, 0, 0, 0, 0, 0), "no band 5"),
    ],
)
def test_what_does_not_fit_is_said(
    make: Callable[..., Path], count: int, bands: Sequence[int] | None, said: str
) -> None:
    with pytest.raises(BadOption, match=said):
        RasterSource.open(make(count), spectrum=TEN, bands=bands)


def test_shares_become_the_unit_of_the_models(make: Callable[..., Path]) -> None:
    assert np.allclose(numbers(make(10, dtype="float32", factor=1e-4)), 1000 * np.arange(1, 11))


def test_a_declared_scale_and_offset_are_followed_unless_another_is_given(make: Callable[..., Path]) -> None:
    path = make(10)
    with rasterio.open(path, "r+") as dataset:
        dataset.scales, dataset.offsets = (1e-4,) * 10, (-0.1,) * 10
    assert np.allclose(numbers(path), 1000 * np.arange(10), atol=0.01)
    assert np.allclose(numbers(path, offset=0.0), 1000 * np.arange(1, 11), atol=0.01)
    assert np.allclose(numbers(make(10), offset=-1000.0), 1000 * np.arange(10))


def test_a_declared_offset_of_numbers_is_no_reflectance(make: Callable[..., Path]) -> None:
    path = make(10)
    with rasterio.open(path, "r+") as dataset:
        dataset.offsets = (-1000.0,) * 10
    assert np.allclose(numbers(path), 1000 * np.arange(10))


def test_no_data_gets_the_mean_of_its_band(make_raster: Callable[..., Path]) -> None:
    values = np.full((10, 8, 8), 500, np.uint16)
    values[:, :4] = 0
    with RasterSource.open(make_raster(values, nodata=0), spectrum=TEN) as source:
        pixels = source.read(Block(0, 0, 8, 8))
    assert (pixels.values == 500).all()
    assert not pixels.valid[:4].any()


def test_a_picture_of_such_a_raster_has_its_colours(make: Callable[..., Path]) -> None:
    with RasterSource.open(make(6, ("nir", "red", "green", "blue", "swir1", "swir2"))) as source:
        assert source.bands == (2, 3, 4)
    with RasterSource.open(make(10), bands=(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) as source:
        assert source.bands == (3, 2, 1)


def test_caches_tell_numbers_from_pictures(make: Callable[..., Path]) -> None:
    path = make(10)
    prints = set()
    for options in ({}, {"spectrum": TEN}, {"spectrum": TEN, "offset": -1000.0}, {"spectrum": TEN, "offset": 0.0}):
        with RasterSource.open(path, **options) as source:  # type: ignore[arg-type]
            prints.add(source.fingerprint())
    assert len(prints) == 3  # the last reads what the second does
