"""Attention among classes is the linear one of spec 2.7, written out as a matrix over classes."""

from __future__ import annotations

import torch
from torch.nn import functional

from core.softguided.aggregation import ClassAttention

CLASSES, WIDTH, HEADS, DIM = 5, 8, 2, 6


def written_out(attention: ClassAttention, x: torch.Tensor, texts: torch.Tensor) -> torch.Tensor:
    """The update of (B, T, d, h, w) costs, each class weighed by phi(q) phi(k), phi = elu + 1, over their sum."""
    places = x.permute(0, 3, 4, 1, 2)
    normed = attention.norm(places)
    query_key = attention.query_key(normed) + attention.text(texts)[:, None, None]
    query, key = (functional.elu(y) + 1 for y in query_key.chunk(2, dim=-1))
    query, key, value = (y.unflatten(-1, (HEADS, -1)).transpose(3, 4) for y in (query, key, attention.value(normed)))
    weights = query @ key.transpose(-1, -2)
    seen = (weights / weights.sum(-1, keepdim=True)) @ value
    y = attention.out(seen.transpose(3, 4).flatten(-2))
    return x + (y + attention.mlp(attention.norm_mlp(places + y))).permute(0, 3, 4, 1, 2)


def test_sums_over_classes_are_the_matrix_written_out():
    torch.manual_seed(0)
    attention = ClassAttention(WIDTH, DIM, HEADS).eval()
    x, texts = 3 * torch.randn(2, CLASSES, WIDTH, 3, 4), 3 * torch.randn(2, CLASSES, DIM)
    with torch.inference_mode():
        expected = written_out(attention, x, texts)
        (whole,) = attention([x], [texts])
        parts = attention([x[:, :2], x[:, 2:]], [texts[:, :2], texts[:, 2:]])
    torch.testing.assert_close(whole, expected, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(torch.cat(parts, dim=1), expected, rtol=1e-4, atol=1e-4)
