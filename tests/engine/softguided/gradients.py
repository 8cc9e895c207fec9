"""Which trainable tensors a loss does not reach."""

from __future__ import annotations

from torch import nn

# Added to every prototype's importance alike, so a softmax of them ignores it for as long as a ReLU passes them all.
_COMMON = "bias.importance.bias"


def unreached(*parts: nn.Module) -> set[str]:
    """Names of tensors without a gradient, or with one of zeros, after a step backwards."""
    named = [pair for part in parts for pair in part.named_parameters() if pair[0] != _COMMON]
    return {name for name, p in named if p.grad is None or not p.grad.abs().sum() > 0}
