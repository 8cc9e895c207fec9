"""Maps of twice the resolution with as little of a grid of their own as may be.

The released decoders double with transposed convolutions, and their pyramid by linear interpolation. Both tell one
output line from the next: the class map then changes more often on the lines between cells, which is where tiles meet.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

# Five weights leave more of a grid where features go up and down from cell to cell.
_BINOMIAL = (1 / 64, 6 / 64, 15 / 64, 20 / 64, 15 / 64, 6 / 64, 1 / 64)


def doubled(x: Tensor) -> Tensor:
    """(N, c, h, w) to (N, c, 2h, 2w), linearly."""
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)


def smoothly_doubled(x: Tensor) -> Tensor:
    """(N, c, h, w) to (N, c, 2h, 2w), linearly and then smoothed by a binomial filter: a spline without kinks."""
    channels, reach = x.shape[1], len(_BINOMIAL) // 2
    kernel = x.new_tensor(_BINOMIAL).expand(channels, 1, 1, -1)
    padded = F.pad(doubled(x), (reach,) * 4, mode="replicate")
    return F.conv2d(F.conv2d(padded, kernel, groups=channels), kernel.transpose(2, 3), groups=channels)


class Doubling(nn.Module):
    """Mixes channels, then doubles height and width.

    This is done once a class, and linearly: on top of a smooth pyramid, smoothing here too made no difference.
    """

    def __init__(self, wide: int, narrow: int) -> None:
        super().__init__()
        self.mix = nn.Conv2d(wide, narrow, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(N, d, h, w) to (N, d', 2h, 2w)."""
        return doubled(self.mix(x))
