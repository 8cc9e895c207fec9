"""The map of disagreement: where the models are of one mind, on the raster's own grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from ..classes import ClassList, ClassSpec
from ..raster.grid import Block, Grid
from ..raster.write import ClassRasterWriter
from ..version import version
from .agreement import Ids, of_one_mind

_ROWS = 512
_SEVERAL = {"all models agree": "#3f8f5b", "most models agree": "#f2c14e", "no majority": "#c8102e"}
_TWO = {"both models agree": "#3f8f5b", "they differ": "#c8102e"}


def minds(maps: Mapping[str, Sequence[Ids]]) -> tuple[Ids, ...]:
    """Where the models are of one mind, site by site; the values are those of `legend`.

    Args:
        maps: class ids of each site by model, at least two models.
    """
    return tuple(of_one_mind(site) for site in zip(*maps.values(), strict=True))


def legend(models: int) -> ClassList:
    """What the values of the map stand for, from 1 on."""
    meanings = _TWO if models == 2 else _SEVERAL
    return ClassList(tuple(ClassSpec(name, (), colour) for name, colour in meanings.items()))


def write_disagreement(
    path: Path, grid: Grid, blocks: Sequence[Block], values: Sequence[Ids], models: Sequence[str]
) -> None:
    """Write the map as a class raster on the raster's grid; 0 where no model looked.

    Args:
        path: where it goes.
        grid: the raster's own.
        blocks: where the sites lie.
        values: `minds`.
        models: who was asked.

    Raises:
        DiskFull: the disk does not take it.
    """
    tags = {"SOFTSEG_VERSION": version(), "SOFTSEG_MODELS": ", ".join(models)}
    with ClassRasterWriter(path, grid, legend(len(models)), tags) as writer:
        for row in range(0, grid.height, _ROWS):
            rows = np.zeros((min(_ROWS, grid.height - row), grid.width), np.uint8)
            for block, site in zip(blocks, values, strict=True):
                top, bottom = max(block.row, row), min(block.bottom, row + len(rows))
                if top < bottom:
                    rows[top - row : bottom - row, block.col : block.right] = site[top - block.row : bottom - block.row]
            writer.write(row, rows)
