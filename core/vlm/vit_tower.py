"""The CLIP vision transformer as a dense image tower, with the dense modes of its last block."""

from __future__ import annotations

from enum import Enum
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..errors import NoModel
from .features import Features, TapSpec, TowerSpec
from .token_grid import Positions, to_map


class DenseMode(str, Enum):
    """How the last block of a vision transformer treats patches.

    In training, only the class token had to end in the joint space. These modes bring each patch there.
    """

    VALUE = "value"
    """Each patch keeps its own value; residuals and MLP stay (MaskCLIP, CAT-Seg). What the network is trained on."""
    SELF_SELF = "self_self"
    """Patches attend by likeness of queries, keys and values (qq + kk + vv); no residual, no MLP (SegEarth-OV)."""
    QUERY_QUERY = "query_query"
    """Patches attend by likeness of queries (qq); no residual, no MLP (ClearCLIP)."""


class VitTower(nn.Module):
    """A CLIP ViT (open_clip `VisionTransformer`) with two inner taps and dense features at patch stride.

    Args:
        visual: the image tower, with a class token.
        dim: channels C of the joint space.
        mode: dense mode of the last block; may be changed at any time.

    Raises:
        NoModel: the transformer is too shallow, or pools otherwise than by its class token.
    """

    visual: Any

    def __init__(self, visual: Any, dim: int, mode: DenseMode = DenseMode.VALUE) -> None:
        super().__init__()
        blocks = visual.transformer.resblocks
        if len(blocks) < 3:
            raise NoModel(f"A ViT of {len(blocks)} blocks is too shallow for dense features; it needs three or more.")
        if visual.pool_type != "tok" or not all(isinstance(block.attn, nn.MultiheadAttention) for block in blocks):
            raise NoModel("This ViT does not pool by a class token in plain attention; dense features need that.")
        self.visual = visual
        self.mode = mode
        self.tap_blocks = (len(blocks) // 3 - 1, 2 * len(blocks) // 3 - 1)
        stride, width = int(visual.patch_size[0]), int(visual.conv1.out_channels)
        taps = tuple(TapSpec(f"block{i}", width, stride) for i in self.tap_blocks)
        self.spec = TowerSpec(taps, stride, dim, compensated=tuple(tap.name for tap in taps))
        self._positions = Positions()

    @property
    def first_convolution(self) -> nn.Conv2d:
        """The convolution that reads the bands of the image."""
        return cast(nn.Conv2d, self.visual.conv1)

    def forward(self, images: Tensor) -> Features:
        """Encodes (B, bands, H, W) normalised images; H and W multiples of the patch size."""
        patches = self.visual.conv1(images)
        grid = (patches.shape[2], patches.shape[3])
        x = self._embed(patches.flatten(2).transpose(1, 2), grid)
        taps = []
        *blocks, last = self.visual.transformer.resblocks
        for index, block in enumerate(blocks):
            x = _whole_block(block, x)
            if index in self.tap_blocks:
                taps.append(to_map(x[:, 1:], grid))
        normed = last.ln_1(x)
        dense = self._project(self._patches(last, x, normed))
        pooled = self._project(_class_token(last, x, normed))
        return Features(to_map(dense, grid), tuple(taps), pooled)

    def _embed(self, tokens: Tensor, grid: tuple[int, int]) -> Tensor:
        """Class token, positions and the first norm: (B, 1 + h*w, D)."""
        cls = self.visual.class_embedding.expand(len(tokens), 1, -1)
        table = self._positions.on_grid(self.visual.positional_embedding, tuple(self.visual.grid_size), grid)
        return cast(Tensor, self.visual.ln_pre(torch.cat([cls, tokens], dim=1) + table))

    def _patches(self, block: Any, x: Tensor, normed: Tensor) -> Tensor:
        """Patches (B, h*w, D) out of the last block, in the dense mode."""
        if self.mode is DenseMode.VALUE:
            return _value_only(block, x[:, 1:], normed[:, 1:])
        return _self_attention(block.attn, normed, 1 if self.mode is DenseMode.QUERY_QUERY else 3)

    def _project(self, tokens: Tensor) -> Tensor:
        with torch.autocast(tokens.device.type, enabled=False):
            return cast(Tensor, self.visual.ln_post(tokens.float()) @ self.visual.proj)


def _whole_block(block: Any, x: Tensor) -> Tensor:
    """An unchanged block on (B, N, D).

    Attention is not left to its module, which in bfloat16 takes several times as long on a processor.
    """
    query, key, value = _heads(block.attn, block.ln_1(x))
    return _after_attention(block, x, F.scaled_dot_product_attention(query, key, value))


def _class_token(block: Any, x: Tensor, normed: Tensor) -> Tensor:
    """The class token (B, D) out of the unchanged block; the patches' own outputs are not computed."""
    width = x.shape[-1]
    query = F.linear(normed[:, :1], block.attn.in_proj_weight[:width], block.attn.in_proj_bias[:width])
    others = F.linear(normed, block.attn.in_proj_weight[width:], block.attn.in_proj_bias[width:])
    key, value = (_split(block.attn, part) for part in others.chunk(2, dim=-1))
    attended = F.scaled_dot_product_attention(_split(block.attn, query), key, value)
    return _after_attention(block, x[:, :1], attended)[:, 0]


def _after_attention(block: Any, x: Tensor, attended: Tensor) -> Tensor:
    """What a block makes of its input (B, N, D) and what its heads attended to, (B, heads, N, D / heads)."""
    x = x + block.ls_1(block.attn.out_proj(attended.transpose(1, 2).flatten(2)))
    return cast(Tensor, x + block.ls_2(block.mlp(block.ln_2(x))))


def _value_only(block: Any, tokens: Tensor, normed: Tensor) -> Tensor:
    """The block with its attention replaced by the value path, residuals kept."""
    attention, width = block.attn, tokens.shape[-1]
    value = F.linear(normed, attention.in_proj_weight[2 * width :], attention.in_proj_bias[2 * width :])
    tokens = tokens + block.ls_1(attention.out_proj(value))
    return cast(Tensor, tokens + block.ls_2(block.mlp(block.ln_2(tokens))))


def _self_attention(attention: nn.MultiheadAttention, normed: Tensor, parts: int) -> Tensor:
    """Attention of each of the first `parts` of q, k, v with itself over the values, summed; patches (B, h*w, D)."""
    heads = _heads(attention, normed)
    attended = [F.scaled_dot_product_attention(part[:, :, 1:], part, heads[2]) for part in heads[:parts]]
    total = torch.stack([each.float() for each in attended]).sum(0)
    with torch.autocast(normed.device.type, enabled=False):  # the last steps, whose rounding nothing averages out
        return cast(Tensor, attention.out_proj(total.transpose(1, 2).flatten(2)))


def _heads(attention: nn.MultiheadAttention, normed: Tensor) -> list[Tensor]:
    """Queries, keys and values of (B, N, D), each (B, heads, N, D / heads)."""
    projected = F.linear(normed, attention.in_proj_weight, attention.in_proj_bias)
    return [_split(attention, part) for part in projected.chunk(3, dim=-1)]


def _split(attention: nn.MultiheadAttention, part: Tensor) -> Tensor:
    """(B, N, D) by heads: (B, heads, N, D / heads)."""
    heads: Tensor = part.unflatten(2, (attention.num_heads, -1)).transpose(1, 2)
    return heads
