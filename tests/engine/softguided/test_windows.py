"""Windows lie on one lattice for all tiles of a raster, so that neighbours agree where they overlap."""

from __future__ import annotations

import pytest
import torch

from core.softguided.aggregation import Aggregation
from core.softguided.config import NetworkConfig

DIM, WINDOW, CLASSES = 8, 4, 3
REACH = 2 * (WINDOW - 1) + 1  # of the two attentions and of the guidance's 3 x 3 convolution, cells


@pytest.fixture
def aggregation() -> Aggregation:
    torch.manual_seed(0)
    return Aggregation(DIM, NetworkConfig(cost_width=8, heads=2, layers=1, window=WINDOW)).eval()


@pytest.mark.parametrize(("row", "col"), [(5, 3), (4, 8), (0, 6)])
@torch.no_grad()
def test_a_tile_sees_what_the_whole_map_sees(aggregation: Aggregation, row: int, col: int) -> None:
    chunk, dense = torch.randn(1, CLASSES, 8, 32, 32), torch.randn(1, DIM, 32, 32)
    texts = torch.randn(1, CLASSES, DIM)
    (whole,) = aggregation([chunk], dense, [texts])
    rows, cols, inside = slice(row, row + 23), slice(col, col + 21), slice(REACH, -REACH)
    tile = [chunk[..., rows, cols]], dense[..., rows, cols], [texts]
    (seen,) = aggregation(*tile, places=[(row, col)])
    torch.testing.assert_close(seen[..., inside, inside], whole[..., rows, cols][..., inside, inside])
    if row % WINDOW or col % WINDOW:
        (elsewhere,) = aggregation(*tile)
        assert not torch.allclose(elsewhere[..., inside, inside], seen[..., inside, inside], atol=1e-3)


@torch.no_grad()
def test_tiles_of_one_batch_have_each_their_own_place(aggregation: Aggregation) -> None:
    chunk, dense, texts = torch.randn(3, CLASSES, 8, 12, 12), torch.randn(3, DIM, 12, 12), torch.randn(3, CLASSES, DIM)
    places = [(0, 0), (5, 3), (4, 8)]
    (together,) = aggregation([chunk], dense, [texts], places)
    for i, place in enumerate(places):
        one = slice(i, i + 1)
        (alone,) = aggregation([chunk[one]], dense[one], [texts[one]], [place])
        torch.testing.assert_close(together[one], alone)
