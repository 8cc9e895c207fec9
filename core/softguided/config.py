"""The sizes of the soft-guided network, as data that travels with its weights."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NetworkConfig:
    """Sizes of the network; the defaults are the paper's for ConvNeXt-L, as far as known.

    Args:
        cost_width: channels d of one class's cost features.
        heads: attention heads everywhere.
        layers: aggregation layers.
        window: side of an attention window in cells of the dense grid.
        text_hidden: width of the feed-forward layer after text self-attention.
        pyramid_width: channels of the class-agnostic pyramid that guides the decoder.
        stage_widths: cost channels after each of the upsampling stages.
        stage_cost_dim: channels of the space in which a stage matches pyramid and text.
        class_pool: how many px of a stage are pooled before classes attend to each other, per stage.
        detach_taps: whether the decoder's guidance keeps its gradient from the encoder (the paper: detached).
    """

    cost_width: int = 128
    heads: int = 4
    layers: int = 2
    window: int = 12
    text_hidden: int = 1024
    pyramid_width: int = 64
    stage_widths: tuple[int, ...] = (64, 32, 16)
    stage_cost_dim: int = 64
    class_pool: tuple[int, ...] = (1, 2, 4)
    detach_taps: bool = True
