"""Bias-guided image-text collaborative optimisation: text and RS-bias attend to each other, both ways."""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .config import NetworkConfig
from .guided import Bias, Guided

_SMALL = 1e-4


class TextSelfAttention(nn.Module):
    """One encoder layer over the T classes without positions, so that their order cannot matter."""

    def __init__(self, dim: int, heads: int, hidden: int) -> None:
        super().__init__()
        self.norm_attention = nn.LayerNorm(dim)
        self.attention = nn.MultiheadAttention(dim, heads, batch_first=True)
        self.norm_mlp = nn.LayerNorm(dim)
        self.mlp = nn.Sequential(nn.Linear(dim, hidden), nn.GELU(), nn.Linear(hidden, dim))
        self.scale_attention = nn.Parameter(torch.full((dim,), _SMALL))
        self.scale_mlp = nn.Parameter(torch.full((dim,), _SMALL))

    def forward(self, texts: Tensor) -> Tensor:
        """(B, T, C) to (B, T, C)."""
        x = self.norm_attention(texts)
        texts = texts + self.scale_attention * self.attention(x, x, x, need_weights=False)[0]
        return cast(Tensor, texts + self.scale_mlp * self.mlp(self.norm_mlp(texts)))


class CrossAttention(nn.Module):
    """Queries look at a context; the result is added with a small learnt scale."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.norm_query = nn.LayerNorm(dim)
        self.norm_context = nn.LayerNorm(dim)
        self.attention = nn.MultiheadAttention(dim, heads, batch_first=True)
        self.scale = nn.Parameter(torch.full((dim,), _SMALL))

    def forward(self, query: Tensor, context: Tensor) -> Tensor:
        """(B, Q, C) looks at (B, S, C)."""
        context = self.norm_context(context)
        seen = self.attention(self.norm_query(query), context, context, need_weights=False)[0]
        return cast(Tensor, query + self.scale * seen)


class Collaboration(nn.Module):
    """Spec 2.5: t1 = t + SA(t); Z' = Z + CA(Z, t1); t' = t1 + CA(t1, Z'); v' = v * (1 + W_s b) + W_b b, b = Z'_0.

    Small scales and zero weights make the first step the identity: the encoder's alignment survives the start.
    What a variant leaves out is not built, so that nothing is without a gradient.
    """

    def __init__(self, dim: int, config: NetworkConfig) -> None:
        super().__init__()
        talks, looks = config.collaboration != "off", config.has_context
        both = config.collaboration == "two-way"
        self.self_attention = TextSelfAttention(dim, config.heads, config.text_hidden) if talks else None
        self.text_to_bias = CrossAttention(dim, config.heads) if both and looks else None
        self.bias_to_text = CrossAttention(dim, config.heads) if talks and looks else None
        self.modulation = nn.Linear(dim, 2 * dim) if looks else None
        if self.modulation is not None:
            nn.init.zeros_(self.modulation.weight)
            nn.init.zeros_(self.modulation.bias)

    def forward(self, texts: Tensor, dense: Tensor, bias: Bias | None) -> Guided:
        """Lets (B, T, C) texts and the bias optimise each other, then modulates (B, C, h, w) features."""
        if self.self_attention is not None:
            texts = self.self_attention(texts)
        unit = F.normalize(dense, dim=1)
        if bias is None or self.modulation is None:
            return Guided(F.normalize(texts, dim=-1), unit, None)
        context = bias.scene.unsqueeze(1)
        if bias.classes is not None:
            context = torch.cat([context, bias.classes], dim=1)
        if self.text_to_bias is not None:
            context = self.text_to_bias(context, texts)
        if self.bias_to_text is not None:
            texts = self.bias_to_text(texts, context)
        scene = context[:, 0]
        gain, offset = self.modulation(scene)[..., None, None].chunk(2, dim=1)
        return Guided(F.normalize(texts, dim=-1), unit * (1 + gain) + offset, scene)
