"""The sizes and variants of the soft-guided network, as data that travels with its weights."""

from __future__ import annotations

from dataclasses import dataclass, field

from .later import LATER, Sparing

BIASES = ("off", "A", "B", "C", "D", "E")
COLLABORATIONS = ("off", "one-way", "two-way")


@dataclass(frozen=True, slots=True, repr=False)
class NetworkConfig(Sparing):
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
        bias: RS-bias candidate of spec 2.5: "off", "A" (class prototypes, the paper), "B" (prototypes cell by cell),
            "C" (the image's own embedding is subtracted), "D" (the image's own embedding meets the texts) or "E"
            (texts learn from the surest cells when the model is used).
        collaboration: "off", "one-way" (texts look at the bias) or "two-way" (the bias looks at the texts first; the
            paper). Without a bias to look at, the texts' self-attention is what remains of either.
        decoder_text: whether the decoder's stages are calibrated by text (the paper's addition).
        decoder_scales: whether they see the encoder's finer stages.

    Raises:
        ValueError: a variant is unknown, or the stages do not agree.
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
    bias: str = field(default="A", metadata=LATER)
    collaboration: str = field(default="two-way", metadata=LATER)
    decoder_text: bool = field(default=True, metadata=LATER)
    decoder_scales: bool = field(default=True, metadata=LATER)

    def __post_init__(self) -> None:
        for name, value, known in (
            ("bias", self.bias, BIASES),
            ("collaboration", self.collaboration, COLLABORATIONS),
        ):
            if value not in known:
                raise ValueError(f"{name} is one of {', '.join(known)}, not {value}")
        if len(self.stage_widths) != len(self.class_pool):
            raise ValueError("stage_widths and class_pool need one value for each stage of the decoder")

    @property
    def has_memory(self) -> bool:
        """Whether the RS-bias keeps a prototype of each training class."""
        return self.bias in ("A", "B")

    @property
    def has_context(self) -> bool:
        """Whether the RS-bias gives texts and image something to look at."""
        return self.bias in ("A", "B", "D")
