"""How a training-free model makes features and scores of what its encoder gives, and what suits each architecture."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import BadOption
from ..vlm.dual import DualEncoder
from ..vlm.vit_tower import DenseMode

_GLOBAL_SHARE = 0.3  # SegEarth-OV's


@dataclass(frozen=True, slots=True)
class Manner:
    """What is not in the weights.

    Args:
        mode: how patches reach the joint space; None where the architecture has one way only.
        global_share: how much of the image's own embedding is taken from each cell.
        logit_scale: what cosines are multiplied with.
    """

    mode: DenseMode | None
    global_share: float
    logit_scale: float


def choose_manner(encoder: DualEncoder, dense: str = "auto") -> Manner:
    """The manner for an encoder.

    CLIP transformers: self-self attention without 0.3 of the class token, the best published one without training
    (SegEarth-OV). SigLIP and ConvNeXt reach the joint space through their pooling head alone, and nobody has
    published a subtraction for them.

    Args:
        encoder: loaded.
        dense: "value", "self-self", "query-query", or "auto".

    Raises:
        BadOption: its architecture leaves no choice, and one was made.
    """
    scale = encoder.traits.logit_scale
    if not encoder.dense_modes:
        if dense != "auto":
            raise BadOption(f"{encoder.traits.name} has one way to dense features only: leave the dense mode at auto.")
        return Manner(None, 0.0, scale)
    mode = DenseMode.SELF_SELF if dense == "auto" else DenseMode(dense.replace("-", "_"))
    return Manner(mode, _GLOBAL_SHARE, scale)
