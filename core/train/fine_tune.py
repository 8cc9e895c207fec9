"""Which weights of a pretrained image tower learn: all, what directs attention, or none."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor, nn

from ..errors import BadOption
from ..vlm.efficientnet import EfficientNetTower

_POSITIONS = ("positional_embedding", "pos_embed")
# The query with which SigLIP pools a whole image: dense features do not pass it, so nothing would move it.
_POOLING_QUERY = ("attn_pool.latent", "attn_pool.q.", "attn_pool.q_norm.", "attn_pool.k_norm.")


def trunk_of(tower: nn.Module) -> nn.Module:
    """The pretrained part of an image tower: all of a dual encoder's, the starter's without its new head."""
    return tower.trunk if isinstance(tower, EfficientNetTower) else tower


def set_trainable(tower: nn.Module, fine_tune: str) -> None:
    """Lets a trunk learn as far as the recipe says.

    Args:
        tower: image tower.
        fine_tune: "full"; "attention": queries, values and positions of every block, keys stay (spec 2.1); "none".

    Raises:
        BadOption: the tower has no attention.
    """
    trunk = trunk_of(tower)
    if fine_tune == "attention":
        trunk.requires_grad_(False)
        _free_attention(trunk)
        return
    for name, parameter in trunk.named_parameters():
        parameter.requires_grad_(fine_tune == "full" and not any(part in name for part in _POOLING_QUERY))


def _free_attention(trunk: nn.Module) -> None:
    fused = [weight for module in trunk.modules() for weight in _fused(module)]
    if not fused:
        raise BadOption("This image encoder has no attention: set fine_tune to “full” or “none” in the recipe.")
    for weight in fused:
        weight.requires_grad_(True)
        weight.register_hook(_without_keys)
    for name, parameter in trunk.named_parameters():
        if name.endswith(_POSITIONS):
            parameter.requires_grad_(True)


def _fused(module: nn.Module) -> Iterator[nn.Parameter]:
    """Weights and biases in which the rows of query, key and value lie one after the other."""
    names = ("in_proj_weight", "in_proj_bias") if isinstance(module, nn.MultiheadAttention) else ("weight", "bias")
    owner = module if isinstance(module, nn.MultiheadAttention) else getattr(module, "qkv", None)
    for name in names:
        weight = getattr(owner, name, None)
        if isinstance(weight, nn.Parameter):
            yield weight


def _without_keys(gradient: Tensor) -> Tensor:
    query, key, value = gradient.chunk(3)
    return torch.cat([query, torch.zeros_like(key), value])
