"""Which bands the network sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp as Colour

from core.errors import BadOption
from core.raster.bands import choose_bands
from core.raster.source import RasterSource

RGB = (Colour.red, Colour.green, Colour.blue)
UNNAMED = (Colour.gray, *[Colour.undefined] * 5)


@pytest.mark.parametrize(
    ("colours", "wanted", "chosen"),
    [
        pytest.param(RGB, None, (1, 2, 3), id="RGB"),
        pytest.param(RGB[::-1], None, (3, 2, 1), id="BGR"),
        pytest.param((*RGB, Colour.alpha), None, (1, 2, 3), id="RGBA"),
        pytest.param((Colour.alpha, *RGB), None, (2, 3, 4), id="ARGB"),
        pytest.param((Colour.undefined, *RGB), None, (2, 3, 4), id="infrared first"),
        pytest.param(UNNAMED[:1], None, (1, 1, 1), id="one band"),
        pytest.param(UNNAMED[:2], None, (1, 2, 2), id="two bands"),
        pytest.param((Colour.gray, Colour.alpha), None, (1, 1, 1), id="grey and alpha"),
        pytest.param((Colour.alpha,), None, (1, 1, 1), id="nothing but alpha"),
        pytest.param(UNNAMED[:3], None, (1, 2, 3), id="three unnamed"),
        pytest.param(UNNAMED[:6], None, (1, 2, 3), id="six unnamed"),
        pytest.param((Colour.red, Colour.green, *[Colour.undefined] * 2), None, (1, 2, 3), id="blue unnamed"),
        pytest.param(UNNAMED[:6], (4, 3, 2), (4, 3, 2), id="false colour"),
        pytest.param(RGB, (2,), (2, 2, 2), id="one chosen"),
        pytest.param(RGB, (1, 1, 3), (1, 1, 3), id="one chosen twice"),
    ],
)
def test_bands_are_chosen(
    make_raster: Callable[..., str], colours: Sequence[Colour], wanted: Sequence[int] | None, chosen: tuple[int, ...]
) -> None:
    path = make_raster(np.zeros((len(colours), 4, 4), np.uint8), photometric="MINISBLACK", colours=colours)
    with rasterio.open(path) as dataset:
        assert choose_bands(dataset, wanted).indexes == chosen


@pytest.mark.parametrize("wanted", [(4, 3, 2), (0,), (-1, 1, 2)])
def test_a_band_that_is_not_there_is_refused_with_the_number_of_bands(
    make_raster: Callable[..., str], wanted: tuple[int, ...]
) -> None:
    path = make_raster(np.zeros((3, 4, 4), np.uint8))
    with pytest.raises(BadOption, match=r"no band -?\d.*from 1 to 3"):
        RasterSource.open(path, bands=wanted)


@pytest.mark.parametrize("wanted", [(), (1, 2)])
def test_other_than_one_or_three_bands_are_refused(make_raster: Callable[..., str], wanted: tuple[int, ...]) -> None:
    path = make_raster(np.zeros((3, 4, 4), np.uint8))
    with pytest.raises(BadOption, match="one band or three"):
        RasterSource.open(path, bands=wanted)


def test_each_channel_shows_its_own_band(make_raster: Callable[..., str]) -> None:
    values = np.arange(1, 7, dtype=np.uint8)[:, None, None] * np.ones((6, 4, 4), np.uint8)
    with RasterSource.open(make_raster(values), bands=(5, 2, 2)) as source:
        pixels = source.read(source.work_grid.whole)
    assert (pixels.values[:, 0, 0] * 255).round().tolist() == [5, 2, 2]


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_a_palette_is_expanded_to_its_colours(make_raster: Callable[..., str], dtype: str) -> None:
    numbers = np.array([[[0, 1], [2, 1]]], dtype)
    colormap = {0: (255, 0, 0, 255), 1: (0, 51, 0, 255), 2: (10, 20, 255, 255)}
    path = make_raster(numbers, colormap=colormap, photometric="palette")
    with RasterSource.open(path) as source:
        pixels = source.read(source.work_grid.whole)
        finer = RasterSource.open(path, resolution=0.5)
        magnified = finer.read(finer.work_grid.whole)
    assert source.bands == (1, 1, 1)
    assert (pixels.values * 255).round().tolist() == [[[255, 0], [10, 0]], [[0, 51], [20, 51]], [[0, 0], [255, 0]]]
    # Numbers of a palette must never be mixed: no colours may appear that the palette does not have.
    assert np.unique(magnified.values.reshape(3, -1), axis=1).shape[1] == 3


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_an_indexed_band_without_a_colour_table_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "raster.vrt"
    path.write_text(
        '<VRTDataset rasterXSize="4" rasterYSize="4"><VRTRasterBand dataType="Byte" band="1">'
        "<ColorInterp>Palette</ColorInterp></VRTRasterBand></VRTDataset>"
    )
    with rasterio.open(path) as dataset:
        assert dataset.colorinterp == (Colour.palette,)
        chosen = choose_bands(dataset)
    assert (chosen.indexes, chosen.palette) == ((1, 1, 1), None)
