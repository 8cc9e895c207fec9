"""What a training step minimises: per-class agreement (the paper's), choice among classes, scenes and words."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from .crops import UNKNOWN, Weak
from .words import IGNORED, NEGATIVE, POSITIVE

_MINUS_INFINITY = -1e4


def class_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Binary cross-entropy of every class at every known pixel, spec 2.11; a scalar.

    Args:
        logits: (B, T, h, w).
        targets: (B, T, h, w) uint8; IGNORED and SIMILAR pixels have no gradient.
    """
    known = (targets == POSITIVE) | (targets == NEGATIVE)
    loss = F.binary_cross_entropy_with_logits(logits, (targets == POSITIVE).to(logits.dtype), reduction="none")
    return (loss * known).sum() / known.sum().clamp_min(1)


def choice_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy among the classes of a pixel: -log of the share that its true classes win; a scalar.

    IGNORED classes do not compete at a pixel, SIMILAR ones do; pixels without a true class do not count.
    """
    competing = logits.masked_fill(targets == IGNORED, _MINUS_INFINITY)
    true = logits.masked_fill(targets != POSITIVE, _MINUS_INFINITY)
    counted = (targets == POSITIVE).any(dim=1)
    loss = competing.logsumexp(dim=1) - true.logsumexp(dim=1)
    return (loss * counted).sum() / counted.sum().clamp_min(1)


def taught_loss(logits: Tensor, taught: Tensor) -> Tensor:
    """How far the classes, one by one and among each other, are from what a teacher says; a scalar, 0 if nowhere.

    The divergence of Kullback and Leibler (Hinton et al., arXiv 1503.02531, at temperature 1) of every class's own
    probability, averaged over classes and pixels, and of the classes' shares, averaged over pixels. Labels have no say.

    Args:
        logits: (B, T, h, w).
        taught: (B, T, h, w) logits of the teacher.
    """
    each = _binary_divergence(logits, taught).mean()
    shares = taught.log_softmax(dim=1)
    return each + (shares.exp() * (shares - logits.log_softmax(dim=1))).sum(dim=1).mean()


def _binary_divergence(logits: Tensor, taught: Tensor) -> Tensor:
    sure = taught.sigmoid()
    yes = F.logsigmoid(taught) - F.logsigmoid(logits)
    no = F.logsigmoid(-taught) - F.logsigmoid(-logits)
    return sure * yes + (1 - sure) * no


def raw_cost_loss(costs: Tensor, targets: Tensor, gain: Tensor) -> Tensor:
    """Class and choice loss of the raw cosines on the dense grid, against the label shares of each cell.

    Args:
        costs: (B, T, h0, w0) cosines.
        targets: (B, T, h, w) with h and w multiples of h0 and w0.
        gain: scale and offset, (2,), that turn cosines into logits.
    """
    cell = targets.shape[-1] // costs.shape[-1]
    positive = F.avg_pool2d((targets == POSITIVE).to(costs.dtype), cell)
    negative = F.avg_pool2d((targets == NEGATIVE).to(costs.dtype), cell)
    logits = costs * gain[0].exp() + gain[1]
    loss = F.softplus(-logits) * positive + F.softplus(logits) * negative
    clear = torch.full_like(targets[..., ::cell, ::cell], IGNORED)
    clear[positive > 0.5] = POSITIVE
    clear[negative > 0.5] = NEGATIVE
    return loss.sum() / (positive + negative).sum().clamp_min(1) + choice_loss(logits, clear)


def weak_loss(logits: Tensor, weak: Sequence[Sequence[Weak]]) -> Tensor:
    """A scene's class must win somewhere in its box: cross-entropy of the mean of its best pixels.

    Args:
        logits: (B, T, h, w).
        weak: per picture, boxes on the logits' grid; `concept` is the column of the text.
    """
    terms = []
    for picture, spots in zip(logits, weak, strict=True):
        for spot in spots:
            row, col, height, width = spot.box
            inside = picture[spot.concept, row : row + height, col : col + width].flatten()
            best = inside.topk(max(1, int(0.5 * spot.coverage * len(inside)))).values
            terms.append(F.softplus(-best.mean()))
    return torch.stack(terms).mean() if terms else logits.sum() * 0


def scene_loss(pooled: Tensor, texts: Tensor, concepts: Tensor, scenes: Tensor, gain: Tensor) -> Tensor:
    """Cross-entropy of each whole scene's embedding (B, C) among the picture's typed classes (B, T, C); a scalar."""
    hits = concepts == scenes[:, None]
    rows = hits.any(dim=1) & (scenes != UNKNOWN)
    if not rows.any():
        return pooled.sum() * 0
    similarity = torch.einsum("bc,btc->bt", F.normalize(pooled[rows], dim=-1), texts[rows])
    return F.cross_entropy(similarity * gain[0].exp(), hits[rows].int().argmax(dim=1))


def lexicon_loss(texts: Tensor, concepts: Tensor, relation: Tensor, temperature: float = 0.07) -> Tensor:
    """Supervised contrast of phrases: same concept together, concepts that exclude each other apart; a scalar.

    Args:
        texts: (N, C) unit vectors of phrases.
        concepts: (N,) concept indices.
        relation: (K, K) as `Words.relation`; pairs that may mean the same are left alone.
        temperature: of the contrast.
    """
    similarity = texts @ texts.T / temperature
    same = concepts[:, None] == concepts[None]
    pair = relation[concepts][:, concepts]
    apart = (pair == NEGATIVE) & (pair.T == NEGATIVE)
    itself = torch.eye(len(texts), dtype=torch.bool, device=texts.device)
    logits = similarity.masked_fill(~(same | apart) | itself, _MINUS_INFINITY)
    log_share = logits - logits.logsumexp(dim=1, keepdim=True)
    positive = same & ~itself
    rows = positive.any(dim=1)
    return -((log_share * positive).sum(1)[rows] / positive.sum(1)[rows]).mean()
