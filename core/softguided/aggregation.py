"""Cost aggregation: costs look around in space, guided by the image, and across classes, guided by the text.

Class attention is linear, so that its sums over classes can be gathered chunk by chunk: memory follows the chunk.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .config import NetworkConfig

_EMPTY = 1e-6


Lead = tuple[int, int]
"""Rows and columns of the first windows that lie before the map."""


class WindowAttention(nn.Module):
    """Attention in windows of one class's map, optionally shifted by half a window; any grid size."""

    def __init__(self, width: int, heads: int, window: int, shift: bool) -> None:
        super().__init__()
        self.heads, self.window, self.shift = heads, window, window // 2 if shift else 0
        self.norm = nn.LayerNorm(width)
        self.query_key = nn.Linear(2 * width, 2 * width)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)
        self.norm_mlp = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, x: Tensor, guidance: Tensor, lead: Lead = (0, 0)) -> Tensor:
        """Updates (N, h, w, d) costs; queries and keys also see (N, h, w, d) guidance, values do not.

        ``lead``: how many rows and columns of the first windows lie before the map.
        """
        normed = self.norm(x)
        seen = self._attend(torch.cat([normed, guidance], dim=-1), normed, lead)
        x = x + seen
        return cast(Tensor, x + self.mlp(self.norm_mlp(x)))

    def _attend(self, guided: Tensor, values: Tensor, lead: Lead) -> Tensor:
        height, width = values.shape[1:3]
        mask = _window_mask((height, width), lead, self.window, self.shift, values.device)
        query, key = self.query_key(self._split(guided, lead)).chunk(2, dim=-1)
        value = self.value(self._split(values, lead))
        repeated = mask.repeat(len(values), 1, 1).unsqueeze(1) if mask is not None else None
        query, key, value = self._heads(query), self._heads(key), self._heads(value)
        seen = F.scaled_dot_product_attention(query, key, value, attn_mask=repeated)
        joined = self.out(seen.transpose(1, 2).flatten(2))
        return self._join(joined, (height, width), lead)

    def _heads(self, y: Tensor) -> Tensor:
        heads: Tensor = y.unflatten(-1, (self.heads, -1)).transpose(1, 2)
        return heads

    def _split(self, y: Tensor, lead: Lead) -> Tensor:
        """(N, h, w, c) to (N * windows, window * window, c), padded and shifted."""
        _n, height, width, channels = y.shape
        (top, bottom), (left, right) = (
            _padding(*axis, self.window) for axis in zip((height, width), lead, strict=True)
        )
        y = F.pad(y, (0, 0, left, right, top, bottom))
        if self.shift:
            y = y.roll((-self.shift, -self.shift), dims=(1, 2))
        y = y.unflatten(2, (-1, self.window)).unflatten(1, (-1, self.window))
        return y.permute(0, 1, 3, 2, 4, 5).reshape(-1, self.window**2, channels)

    def _join(self, y: Tensor, size: tuple[int, int], lead: Lead) -> Tensor:
        (height, width), (top, left) = size, lead
        rows, cols = -(-(top + height) // self.window), -(-(left + width) // self.window)
        y = y.reshape(-1, rows, cols, self.window, self.window, y.shape[-1]).permute(0, 1, 3, 2, 4, 5)
        y = y.flatten(3, 4).flatten(1, 2)
        if self.shift:
            y = y.roll((self.shift, self.shift), dims=(1, 2))
        return y[:, top : top + height, left : left + width]


def _window_mask(size: tuple[int, int], lead: Lead, window: int, shift: int, device: torch.device) -> Tensor | None:
    """True where a cell may look: same region of a shifted grid, and never at padding. (windows, cells, cells)."""
    padding = [_padding(*axis, window) for axis in zip(size, lead, strict=True)]
    if not shift and not any(map(any, padding)):
        return None
    down, right = (_regions(length, *pads, shift, device) for length, pads in zip(size, padding, strict=True))
    region = down[:, None] * 4 + right[None]
    rows = region.unflatten(1, (-1, window)).unflatten(0, (-1, window)).permute(0, 2, 1, 3).reshape(-1, window**2)
    mask: Tensor = rows[:, :, None] == rows[:, None, :]
    return mask


def _padding(length: int, lead: int, window: int) -> tuple[int, int]:
    """Cells to add before and after one axis, so that windows fit."""
    return lead, -(lead + length) % window


def _regions(length: int, before: int, after: int, shift: int, device: torch.device) -> Tensor:
    """Region of each position of one padded, rolled axis: 0 inside, 1 wrapped round, 2 padding."""
    region = torch.zeros(before + length + after, dtype=torch.long, device=device)
    region[:before] = region[before + length :] = 2
    if shift:
        region[:shift] = torch.where(region[:shift] == 0, 1, region[:shift])
        region = region.roll(-shift)
    return region


class ClassAttention(nn.Module):
    """Linear attention among the classes of one place, phi = elu + 1, queries and keys guided by the text."""

    def __init__(self, width: int, dim: int, heads: int, pool: int = 1) -> None:
        super().__init__()
        self.heads, self.pool = heads, pool
        self.norm = nn.LayerNorm(width)
        self.query_key = nn.Linear(width, 2 * width)
        self.text = nn.Linear(dim, 2 * width, bias=False)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)
        self.norm_mlp = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, chunks: Sequence[Tensor], texts: Sequence[Tensor]) -> list[Tensor]:
        """Updates chunks (B, T_i, d, h, w) of one class list, with their texts (B, T_i, C); exact for any chunking."""
        pooled = [self._pooled(x) for x in chunks]
        sums = [self._summarise(x, t) for x, t in zip(pooled, texts, strict=True)]
        products, keys = sum(s[0] for s in sums), sum(s[1] for s in sums)
        return [
            x + self._spread(self._attend(y, t, cast(Tensor, products), cast(Tensor, keys)), x)
            for x, y, t in zip(chunks, pooled, texts, strict=True)
        ]

    def _pooled(self, x: Tensor) -> Tensor:
        """(B, T, d, h, w) to channels-last (B, h', w', T, d)."""
        if self.pool > 1:
            flat = F.avg_pool2d(x.flatten(0, 1), self.pool, ceil_mode=True, count_include_pad=False)
            x = flat.unflatten(0, x.shape[:2])
        return x.permute(0, 3, 4, 1, 2)

    def _query(self, normed: Tensor, texts: Tensor) -> Tensor:
        return self._guided(normed, texts, 0)

    def _key(self, normed: Tensor, texts: Tensor) -> Tensor:
        return self._guided(normed, texts, 1)

    def _guided(self, normed: Tensor, texts: Tensor, half: int) -> Tensor:
        """Feature map (phi) of one half of what `query_key` and `text` give: (B, h, w, T, heads, k)."""
        weight, bias, text = (y.chunk(2)[half] for y in (self.query_key.weight, self.query_key.bias, self.text.weight))
        y = (F.linear(normed, weight, bias) + F.linear(texts, text)[:, None, None]).float()
        # elu(y) + 1, several times faster on a processor.
        return self._split(F.relu(y) + torch.exp(-F.relu(-y)))

    def _split(self, y: Tensor) -> Tensor:
        heads: Tensor = y.unflatten(-1, (self.heads, -1))
        return heads

    def _summarise(self, x: Tensor, texts: Tensor) -> tuple[Tensor, Tensor]:
        """Sums over the chunk's classes: phi(k) v^T and phi(k)."""
        normed = self.norm(x)
        key, value = self._key(normed, texts), self._split(self.value(normed).float())
        return torch.einsum("bhwtnk,bhwtnv->bhwnkv", key, value), key.sum(dim=3)

    def _attend(self, x: Tensor, texts: Tensor, products: Tensor, keys: Tensor) -> Tensor:
        query = self._query(self.norm(x), texts)
        seen = torch.einsum("bhwtnk,bhwnkv->bhwtnv", query, products)
        norm = torch.einsum("bhwtnk,bhwnk->bhwtn", query, keys)
        y = self.out((seen / (norm.unsqueeze(-1) + _EMPTY)).flatten(-2).to(x.dtype))
        return cast(Tensor, y + self.mlp(self.norm_mlp(x + y)))

    def _spread(self, update: Tensor, like: Tensor) -> Tensor:
        """Channels-last pooled update back to (B, T, d, h, w)."""
        update = update.permute(0, 3, 4, 1, 2)
        if self.pool == 1:
            return update
        flat = F.interpolate(update.flatten(0, 1), size=like.shape[-2:], mode="bilinear", align_corners=False)
        spread: Tensor = flat.unflatten(0, like.shape[:2])
        return spread


class AggregationLayer(nn.Module):
    """Two window attentions (plain, shifted), then class attention (spec 2.7)."""

    def __init__(self, dim: int, config: NetworkConfig) -> None:
        super().__init__()
        width = config.cost_width
        self.plain = WindowAttention(width, config.heads, config.window, shift=False)
        self.shifted = WindowAttention(width, config.heads, config.window, shift=True)
        self.classes = ClassAttention(width, dim, config.heads)

    def forward(
        self, chunks: Sequence[Tensor], guidance: Tensor, texts: Sequence[Tensor], leads: Sequence[Lead]
    ) -> list[Tensor]:
        """Updates cost chunks (B, T_i, d, h, w) with image guidance (B, h, w, d), texts (B, T_i, C) and B leads."""
        around = [self._around(x, guidance, leads) for x in chunks]
        return cast("list[Tensor]", self.classes(around, texts))

    def _around(self, x: Tensor, guidance: Tensor, leads: Sequence[Lead]) -> Tensor:
        """Images whose windows lie alike go through together."""
        alike = {lead: [i for i, each in enumerate(leads) if each == lead] for lead in leads}
        if len(alike) == 1:
            return self._look(x, guidance, leads[0])
        seen = torch.empty_like(x)
        for lead, images in alike.items():
            seen[images] = self._look(x[images], guidance[images], lead).to(x.dtype)
        return seen

    def _look(self, x: Tensor, guidance: Tensor, lead: Lead) -> Tensor:
        flat = x.flatten(0, 1).permute(0, 2, 3, 1)
        repeated = guidance.repeat_interleave(x.shape[1], dim=0)
        flat = self.shifted(self.plain(flat, repeated, lead), repeated, lead)
        back: Tensor = flat.permute(0, 3, 1, 2).unflatten(0, x.shape[:2])
        return back


class Aggregation(nn.Module):
    """Layers of spatial and class aggregation on the dense grid."""

    def __init__(self, dim: int, config: NetworkConfig) -> None:
        super().__init__()
        self.window = config.window
        self.guidance = nn.Conv2d(dim, config.cost_width, 3, padding=1)
        self.norm = nn.LayerNorm(config.cost_width)
        self.layers = nn.ModuleList(AggregationLayer(dim, config) for _ in range(config.layers))

    def forward(
        self, chunks: Sequence[Tensor], dense: Tensor, texts: Sequence[Tensor], places: Sequence[tuple[int, int]] = ()
    ) -> list[Tensor]:
        """Aggregates cost chunks (B, T_i, d, h, w), guided by (B, C, h, w) features and texts (B, T_i, C).

        ``places``: for each image, row and column of its first cell in a larger map. Windows begin at multiples of
        their side there, so that the same ground is in the same window whichever tile it is seen in.
        """
        leads = [(row % self.window, col % self.window) for row, col in places or [(0, 0)] * len(dense)]
        guidance = self.norm(self.guidance(dense).permute(0, 2, 3, 1))
        for layer in self.layers:
            chunks = layer(chunks, guidance, texts, leads)
        return list(chunks)
