"""A view of the whole work grid, shrunk to the size of a tile: one half of the scores in some published ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from .engine import Engine, Picture
from .raster.source import RasterSource
from .tiling.odds import to_odds
from .tiling.plan import Tile, TilePlan

Floats = NDArray[np.float32]


def with_whole(
    tiles: Iterable[tuple[Tile, Floats]], source: RasterSource, engine: Engine, texts: Tensor, plan: TilePlan
) -> Iterator[tuple[Tile, Floats]]:
    """Tiles with the mean of their own scores and those of the whole; probabilities where the plan blends these."""
    stride = engine.model.stride
    whole = _whole_scores(source, engine, texts, plan)
    whole = to_odds(whole) if plan.blend.odds else whole
    for tile, scores in tiles:
        rows = slice(tile.row // stride, tile.row // stride + scores.shape[1])
        cols = slice(tile.col // stride, tile.col // stride + scores.shape[2])
        yield tile, (scores + whole[:, rows, cols]) * np.float32(0.5)


def _whole_scores(source: RasterSource, engine: Engine, texts: Tensor, plan: TilePlan) -> Floats:
    """Scores (Q, h, w) of the whole on the plan's grid of scores."""
    pixels = torch.from_numpy(source.read(source.work_grid.whole).values)[None]
    size = (plan.tile_height, plan.tile_width)
    shrunk = F.interpolate(pixels, size, mode="bilinear", align_corners=False, antialias=True)[0].numpy()
    key = f"{source.fingerprint()}/{engine.model.card.revision}/whole,{size[0]},{size[1]}"
    (scores,) = engine.costs([Picture(shrunk, key)], texts)
    grid = (plan.height // engine.model.stride, plan.width // engine.model.stride)
    return np.asarray(F.interpolate(torch.from_numpy(scores)[None], grid, mode="bilinear", align_corners=False)[0])
