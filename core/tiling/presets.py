"""Published ways to look at a picture, so that figures can be compared: how it is resized, cut and put together.

They were made for pictures of some hundred px; a large raster, shrunk like these, loses what is small.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from .plan import Blend, TilePlan


@dataclass(frozen=True, slots=True)
class Preset:
    """One way, in px.

    Args:
        side_px: what the picture is resized to: both sides, or its longer one.
        tile_px: side of a tile.
        step_px: from one tile to the next; the last ones are pushed in.
        blend: how tiles become one.
        keeps_shape: only the longer side is `side_px`.
        logit_scale: what cosines are multiplied with where they are compared; None: what suits the model.
    """

    side_px: int
    tile_px: int
    step_px: int
    blend: Blend
    keeps_shape: bool = False
    logit_scale: float | None = None

    def size(self, height: int, width: int, stride: int) -> tuple[int, int]:
        """Height and width of the work grid for a raster: whole cells of scores that are so many px wide."""
        if not self.keeps_shape:
            return self.side_px, self.side_px
        scale = self.side_px / max(height, width)
        return _whole(height * scale, stride), _whole(width * scale, stride)

    def plan(self, height: int, width: int, multiple: int, stride: int) -> TilePlan:
        """The tiles of a work grid of that size, for a model whose images are multiples of so many px."""
        tile = _whole(self.tile_px, multiple)
        rows, cols = (_starts(length, tile, self.step_px, stride) for length in (height, width))
        return TilePlan(height, width, tile, tile, rows, cols, self.blend, 1 - self.step_px / tile)


_PRESETS = MappingProxyType(
    {
        # All descendants of CAT-Seg.
        "peer-slide": Preset(640, 384, 256, Blend(even=True, odds=True, with_whole=True, linear=True)),
        "peer-whole": Preset(384, 384, 384, Blend(even=True, linear=True)),
        # The training-free line: crops are averaged before the softmax of their cosines times 50.
        "segearth": Preset(448, 224, 112, Blend(even=True, linear=True), keeps_shape=True, logit_scale=50.0),
    }
)
_PEERS_PATCH_PX = 16
_CONVNEXT_PX = 768


def find_preset(name: str, multiple: int, tower: str) -> Preset:
    """A published way as it is for a kind of network.

    Args:
        name: one of `core.options.INFERENCES`, but not "native".
        multiple: of so many px are the sides of its images: 16 for ViT-B/16, 14 for ViT-L/14.
        tower: the kind of image tower.
    """
    preset = _PRESETS[name]
    if name == "peer-whole" and "convnext" in tower.lower():
        return replace(preset, side_px=_CONVNEXT_PX, tile_px=_CONVNEXT_PX, step_px=_CONVNEXT_PX)
    if name == "segearth" or multiple >= _PEERS_PATCH_PX:
        return preset
    # The peers see the same number of patches with a ViT-L/14: 384 px become 336.
    sizes = (length * multiple // _PEERS_PATCH_PX for length in (preset.side_px, preset.tile_px, preset.step_px))
    side, tile, step = sizes
    return replace(preset, side_px=side, tile_px=tile, step_px=step)


def _starts(length: int, tile: int, step: int, stride: int) -> tuple[int, ...]:
    """First px of the tiles along one axis, at whole cells of the scores; what would lie outside is pushed in."""
    last = max(length - tile, 0)
    count = -(-last // step) + 1
    return tuple(sorted({min(place * step, last) // stride * stride for place in range(count)}))


def _whole(length: float, unit: int) -> int:
    """The nearest multiple of a unit that is not zero."""
    return max(1, round(length / unit)) * unit
