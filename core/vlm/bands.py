"""The first convolution and the bands it reads: fewer of them, or digital numbers as they are."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn


def resize_bands(convolution: nn.Conv2d, bands: int) -> None:
    """Makes room, in place, for the weights of as many bands; they are zero unless nothing changed."""
    weight = convolution.weight
    if weight.shape[1] != bands:
        _set_weight(convolution, weight.new_zeros(weight.shape[0], bands, *weight.shape[2:]))


@torch.no_grad()
def select_bands(convolution: nn.Conv2d, kept: Sequence[int], filled: Tensor) -> None:
    """Leaves out, in place, the bands that are not kept, as if each had one value all over.

    Args:
        convolution: reads all bands.
        kept: places of the bands that stay, in the order in which images will hold them.
        filled: (bands,) the value that each band is taken to have where it is left out.
    """
    weight = convolution.weight
    left_out = [band for band in range(weight.shape[1]) if band not in kept]
    _shift(convolution, (weight[:, left_out] * filled[left_out, None, None]).sum(dim=(1, 2, 3)))
    _set_weight(convolution, weight[:, list(kept)].clone())


@torch.no_grad()
def fold_normalisation(convolution: nn.Conv2d, mean: Tensor, std: Tensor) -> None:
    """Folds (x - mean) / std into the convolution, in place: from then on it reads bands that are not normalised.

    Args:
        convolution: without padding, for padding is a value that would need normalising too.
        mean: one number a band.
        std: one number a band.
    """
    weight = convolution.weight.double() / std.double()[:, None, None]
    _shift(convolution, -(weight * mean.double()[:, None, None]).sum(dim=(1, 2, 3)))
    _set_weight(convolution, weight.to(convolution.weight.dtype))


def _shift(convolution: nn.Conv2d, offset: Tensor) -> None:
    """Adds to the bias, which is made where there is need for one."""
    if offset.any():
        bias = offset if convolution.bias is None else convolution.bias + offset
        trained = convolution.weight.requires_grad
        convolution.bias = nn.Parameter(bias.to(convolution.weight.dtype), requires_grad=trained)


def _set_weight(convolution: nn.Conv2d, weight: Tensor) -> None:
    convolution.weight = nn.Parameter(weight, requires_grad=convolution.weight.requires_grad)
    convolution.in_channels = weight.shape[1]
